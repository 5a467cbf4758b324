import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acts, becomes, hasChromium, openBrowser, serveStory, UNLESS, watch, type Served } from './browser.js';

describe.skipIf(!hasChromium)(`the whole story by clicking ${UNLESS}`, () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    [browser, served] = await Promise.all([openBrowser(), serveStory()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    problems = watch(page);
    await page.goto(served.url);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const comments = async (login: string, command: string | null, text?: string): Promise<void> => {
    await becomes(page, login);
    // A command of the list is put into the box by a click on it.
    if (command !== null)
      await page.locator('.commands .insert', { hasText: command }).first().click({ timeout: 5000 });
    if (text !== undefined) await page.fill('#text', text);
    await acts(page, () => page.click('#do-comment'));
  };
  const thinks = (): Promise<string> => page.locator('#thinks .headline').innerText();

  test('a proposal goes from a draft without a number to a merged one', { timeout: 240_000 }, async () => {
    expect(await thinks()).toContain('A new proposal that awaits a sponsor');

    // The author gives it its number and its group, in the editor.
    await page.click('.tabs >> text=Files changed');
    await page.click('main >> text=Edit');
    const text = await page.inputValue('#file');
    await page.fill('#to', 'seps/12-short-frames.md');
    await page.fill(
      '#file',
      text.replace('SEP-0000', 'SEP-12').replace('- **PR**', '- **Working Group**: Wire Format\n- **PR**'),
    );
    await acts(page, () => page.click('#do-push'));
    expect(await page.locator('#thinks').innerText()).toContain('SEP-12.');

    // An outsider tries what is not theirs, and is told so.
    await comments('passerby', null, '/sep adopt');
    expect(await page.locator('#live').innerText()).toContain('Convenor answers: /sep adopt is for a lead');
    await acts(page, () => page.click('#do-merge'));
    expect(await page.locator('#happened[role=alert]').innerText()).toContain('GitHub refuses it');

    await comments('noorhaddad', '/sep adopt');
    // Nobody hears of the sponsor, until Convenor looks over everything.
    await acts(page, () => page.click('#do-lose'));
    await comments('kofiadu', '/sep sponsor');
    expect(await thinks()).not.toContain('sponsored by kofiadu');
    await acts(page, () => page.click('#do-sweep'));
    expect(await thinks()).toContain('A draft, sponsored by kofiadu');
    expect(await page.locator('#mischief .tricks').innerText()).toContain('nothing is lost');

    await becomes(page, 'adaquist');
    const offered = page.locator('[id^=accept-]').last();
    await acts(page, () => offered.click());
    await comments('noorhaddad', '/consensus start');
    expect(await thinks()).toContain('In lazy consensus of the Wire Format Working Group');
    await comments('linokafor', '/block <');
    expect(await thinks()).toContain('blocked by 1 objection');
    await comments('linokafor', '/unblock');
    expect(await thinks()).not.toContain('blocked');

    // A call fails while the deadline is dealt with, and nothing is lost by that.
    await acts(page, () => page.click('#do-fail'));
    await acts(page, () => page.click('#do-until-due'));
    expect(await thinks()).toContain('Before the Core Maintainers');
    expect(await page.locator('#mischief .tricks').innerText()).toContain('nothing is there twice');
    for (const login of ['bolarsen', 'inescosta', 'yaramensah']) await comments(login, '/core accept');
    await acts(page, () => page.click('#do-restart'));
    if (!(await thinks()).includes('Accepted')) await acts(page, () => page.click('#do-until-due'));
    expect(await thinks()).toContain('Accepted');

    await comments('kofiadu', '/sep status', '/sep status final');
    expect(await thinks()).toContain('Final');
    await acts(page, () => page.click('#do-verify'));
    expect(await page.locator('#ledger .verified').innerText()).toContain('every hash is right');
    await becomes(page, 'bolarsen');
    await acts(page, () => page.click('#do-merge'));
    expect(await page.locator('main .state').first().innerText()).toMatch(/merged/i);

    await acts(page, () => page.click('#wait-day'));
    await page.click('.tabs >> text=Dashboard');
    expect(await page.locator('main').innerText()).toContain('Short frames for satellite links');
    expect(problems).toEqual([]);
  });
});
