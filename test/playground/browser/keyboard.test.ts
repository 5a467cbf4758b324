import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acts, hasChromium, openBrowser, serveStory, UNLESS, watch, type Served } from './browser.js';

/** More stops than this before a button is reached, and nobody with a keyboard would play. */
const MOST_STOPS = 150;

describe.skipIf(!hasChromium)(`the whole story with the keyboard alone ${UNLESS}`, () => {
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

  const focused = (): Promise<string> => page.locator(':focus').evaluate((element) => element.id);
  /** Goes there with the tabulator, and sees where it is: the focus has an outline. */
  const goesTo = async (id: string): Promise<void> => {
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      await page.keyboard.press('Tab');
      if ((await page.locator(':focus').count()) === 0 || (await focused()) !== id) continue;
      const outline = await page.locator(':focus').evaluate((element) => {
        const view = element.ownerDocument.defaultView;
        return view === null ? '' : view.getComputedStyle(element).outlineStyle;
      });
      expect([id, outline]).not.toEqual([id, 'none']);
      return;
    }
    throw new Error(`Nobody reaches #${id} with the tabulator.`);
  };

  test('the story is played, somebody writes in between, and time passes', { timeout: 240_000 }, async () => {
    await goesTo('do-chapter');
    for (let told = 1; told <= 9; told++) {
      await acts(page, () => page.keyboard.press('Enter'));
      // The focus stays on the button, so that the next chapter is one key away.
      expect(await focused()).toBe('do-chapter');
    }
    // Somebody else writes.
    await page.keyboard.press('Control+Home');
    await page.reload();
    await goesTo('as-ravimenon');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.me strong:text-is("ravimenon")');
    expect(await focused()).toBe('as-ravimenon');
    await goesTo('text');
    await page.keyboard.type('/concern The limit may be low.');
    await goesTo('do-comment');
    await acts(page, () => page.keyboard.press('Enter'));
    expect(await page.locator('#live').textContent()).toContain('ravimenon commented.');
    // The rest of the story, and the record.
    await page.reload();
    await goesTo('do-chapter');
    for (let told = 10; told <= 14; told++) {
      await acts(page, () => page.keyboard.press('Enter'));
      expect(await page.locator('#happened').getAttribute('role')).toBeNull();
    }
    expect(await page.locator('#story').innerText()).toContain('The story is told.');
    expect(await page.locator('#thinks .headline').innerText()).toContain('Final');
    await goesTo('do-verify');
    await acts(page, () => page.keyboard.press('Space'));
    expect(await page.locator('#ledger .verified').innerText()).toContain('every hash is right');
    expect(problems).toEqual([]);
  });
});
