/**
 * Photographs what people see of Convenor, for README.md and the documentation: serves the playground, plays the demo's
 * story on by its own buttons, and has a headless Chromium take the pictures, light and dark.
 *
 *     npm run pictures
 *
 * Needs Chromium (`apt-get install chromium`); CHROMIUM names another one.
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { playsFor } from '../dist/sandbox/demo/plays.js';
import { Desk } from '../dist/sandbox/playground/desk.js';
import { servePlayground } from '../dist/sandbox/playground/serve.js';
import { settingOf } from '../dist/sandbox/playground/setting.js';

const DESKTOP = { width: 1440, height: 1000 };
const PHONE = { width: 390, height: 844 };
/** Pictures are taken larger than they are shown, so that they are sharp on every screen. */
const SCALE = 1.25;

/**
 * The pictures, in the order of the story. `chapter`: the last that has been played. `path`: below the pull request.
 * `as`: who looks. `of`: the element; the whole window where it is missing.
 */
const PICTURES = [
  // A block shows the most: what is decided, until when, who objects, and who is asked for what.
  { name: 'status-comment', chapter: 'blocked', path: '', of: 'article:has-text("Kept up to date by Convenor")' },
  { name: 'check', chapter: 'blocked', path: '/checks', of: 'section.check:has-text("convenor/merge")' },
  { name: 'playground', chapter: 'blocked', path: '', as: 'member' },
  { name: 'playground-phone', chapter: 'blocked', path: '', as: 'member', size: PHONE },
  { name: 'group', chapter: 'consensus recorded', path: '/dashboard/groups/wire-format.md', of: 'main .prose' },
];

const {
  plays: [play],
} = await playsFor({ real: null, authority: 'advise' }, '.');
const desk = await Desk.open(settingOf(play), null);
const served = await servePlayground([desk], null);
if (!served.ok) throw new Error(served.problem);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  const { told, chapters } = desk.table.laid.story;
  const people = { author: told.cast.author, member: told.cast.member };
  let played = 0;
  for (const { name, chapter, path, of, as = 'author', size = DESKTOP } of PICTURES) {
    const last = chapters.findIndex((one) => one.name === chapter);
    if (last === -1) throw new Error(`There is no chapter "${chapter}".`);
    const home = `${served.url}${desk.slug}/${told.pull.number}`;
    for (; played <= last; played += 1) await click(home, 'Play the next chapter');
    if (path.startsWith('/dashboard')) await click(`${home}/dashboard/README.md`, 'Let a minute pass');
    for (const scheme of ['light', 'dark']) {
      const file = fileURLToPath(new URL(`../docs/pictures/${name}-${scheme}.png`, import.meta.url));
      const page = await browser.newPage({ viewport: size, colorScheme: scheme, deviceScaleFactor: SCALE });
      await page.goto(`${home}${path}?as=${people[as].login}`);
      await (of === undefined ? page : page.locator(of).first()).screenshot({ path: file });
      await page.close();
      console.log(`${file}: ${Math.ceil(statSync(file).size / 1000)} kB`);
    }
  }
} finally {
  await browser.close();
  await served.close();
  await desk.close();
}

/** Presses a button of a page, and waits for what comes of it. */
async function click(url, button) {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(url);
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: button }).first().click()]);
  await page.close();
}
