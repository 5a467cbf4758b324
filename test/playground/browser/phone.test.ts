import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acts, becomes, hasChromium, openBrowser, serveStory, UNLESS, watch, type Served } from './browser.js';

describe.skipIf(!hasChromium)(`the whole story on a phone, 390 px wide ${UNLESS}`, () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    [browser, served] = await Promise.all([openBrowser(), serveStory()]);
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    page = await context.newPage();
    problems = watch(page);
    await page.goto(served.url);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  /** Nothing is wider than the phone, and no text is squeezed into a strip. */
  const fits = async (): Promise<void> => {
    const wide = await page.locator('html').evaluate((html) => html.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    const squeezed = await page.locator('p, li, h2, h3, td, summary').evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility() && element.textContent.trim().length > 20)
        .filter((element) => element.getBoundingClientRect().width < 100 && !element.closest('table, .unseen'))
        .map((element) => element.textContent.trim().slice(0, 40)),
    );
    expect(squeezed).toEqual([]);
  };

  test('every part is one tap away, and the story is played to its end', { timeout: 240_000 }, async () => {
    await fits();
    for (const part of ['who', 'pull', 'clock', 'thinks', 'ledger', 'mischief']) {
      await page.tap(`.parts a[href="#${part}"]`);
      await expect
        .poll(() => page.locator(`#${part}`).evaluate((each) => each.getBoundingClientRect().top))
        .toBeLessThan(844);
      // The way to the other parts stays in sight.
      await expect
        .poll(() => page.locator('.parts').evaluate((parts) => parts.getBoundingClientRect().top))
        .toBeLessThan(60);
    }
    for (let told = 1; told <= 14; told++) {
      await acts(page, () => page.tap('#do-chapter'));
      expect(await page.locator('#happened').getAttribute('role')).toBeNull();
    }
    await fits();
    expect(await page.locator('#thinks .headline').innerText()).toContain('Final');
    await becomes(page, 'kofiadu');
    await page.fill('#text', '/sep explain');
    await acts(page, () => page.tap('#do-comment'));
    await fits();
    for (const tab of ['Files changed', 'Checks', 'Dashboard']) {
      await page.tap(`.tabs >> text=${tab}`);
      await fits();
    }
    expect(problems).toEqual([]);
  });
});
