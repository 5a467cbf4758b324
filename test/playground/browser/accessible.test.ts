import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acts, becomes, hasChromium, openBrowser, serveStory, UNLESS, type Served } from './browser.js';

/** A page with the part of it that is looked at: what stands beside the pull request is on each the same. */
const PAGES = [
  ['wire-format/12?as=linokafor', 'html'],
  ['wire-format/12/dashboard/README.md?as=linokafor', 'main'],
  ['wire-format/12/files?as=linokafor', 'main'],
  ['wire-format/12/checks?as=linokafor', 'main'],
  ['wire-format/12/edit/seps/12-short-frames.md?as=linokafor', 'main'],
  ['wire-format/open?as=linokafor', 'html'],
] as const;
/** All rules once; then those that colours and width can break. */
const ALL = {};
const COLOURS = { runOnly: ['color-contrast'] };
const WIDTH = { runOnly: ['scrollable-region-focusable', 'target-size', 'color-contrast', 'meta-viewport'] };

describe.skipIf(!hasChromium)(`pages for everybody ${UNLESS}`, () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([openBrowser(), serveStory()]);
    const [desk] = served.desks;
    // A block stands, a webhook is lost, a refusal is shown: as much as can be on one page.
    for (let told = 1; told <= 10; told++) await desk?.does({ do: 'chapter' }, 'adaquist', 12);
    await desk?.does({ do: 'wait', distance: { minutes: 2 } }, 'adaquist', 12);
    await desk?.does({ do: 'verify' }, 'adaquist', 12);
    await desk?.does({ do: 'lose' }, 'adaquist', 12);
    await desk?.does({ do: 'comment', text: 'A remark.' }, 'adaquist', 12);
    await desk?.does({ do: 'merge' }, 'passerby', 12);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  test.each([
    ['light', 1440, ALL, PAGES],
    ['dark', 1440, COLOURS, PAGES.slice(0, 3)],
    ['light', 390, WIDTH, PAGES.slice(0, 2)],
  ] as const)(
    'in %s colours and %i px wide, axe-core has no serious finding',
    async (colorScheme, width, options, pages) => {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
      const found: string[] = [];
      for (const [path, part] of pages) {
        await page.goto(served.url + path);
        await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
        await page.evaluate(axe.source);
        const run = `axe.run(${JSON.stringify(part)}, ${JSON.stringify({ resultTypes: ['violations'], ...options })})`;
        const { violations } = await page.evaluate<axe.AxeResults>(run);
        for (const { id, impact, nodes } of violations) {
          if (impact !== 'serious' && impact !== 'critical') continue;
          found.push(
            ...nodes.map(({ target, failureSummary }) => `${path} ${id} ${target.join(' ')} ${failureSummary ?? ''}`),
          );
        }
      }
      expect(found).toEqual([]);
      await page.close();
    },
  );

  test('everything is done without the script as well', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${served.url}wire-format/12`);
    await page.click('#as-linokafor');
    await page.fill('#text', '/unblock checksum');
    await page.click('#do-comment');
    expect(page.url()).toMatch(/wire-format\/12\?as=linokafor#write$/);
    expect(await page.locator('#happened').innerText()).toContain('linokafor commented.');
    await page.fill('#text', '');
    await page.click('#do-request-changes');
    expect(await page.locator('#happened[role=alert]').innerText()).toContain('Who asks for changes says which');
    await page.close();
  });

  test('what somebody has begun to write stays when something else is done', async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}wire-format/12?as=linokafor`);
    await page.fill('#text', 'Half a sentence');
    await acts(page, () => page.click('#wait-hour'));
    await becomes(page, 'ravimenon');
    expect(await page.inputValue('#text')).toBe('Half a sentence');
    await acts(page, () => page.click('#do-comment'));
    expect(await page.inputValue('#text')).toBe('');
    await page.close();
  });
});
