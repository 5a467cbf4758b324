import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { Desk } from '../../../src/sandbox/playground/desk.js';
import { servePlayground } from '../../../src/sandbox/playground/serve.js';
import { settingOf } from '../../../src/sandbox/playground/setting.js';
import { tidewire } from '../../story/stage.js';

/** Chromium as Debian installs it, or another one that CHROMIUM names. */
const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const hasChromium = existsSync(EXECUTABLE);
/** Behind the name of each test here. */
export const UNLESS = `(skipped where there is no Chromium at ${EXECUTABLE}; CHROMIUM names another)`;
if (!hasChromium) {
  process.stderr.write(
    `There is no Chromium at ${EXECUTABLE}. Left out are the tests of the playground in a browser, test/playground/browser: ` +
      'the whole story by clicking, with the keyboard alone and on a phone, and the check of accessibility. ' +
      'Install it (apt-get install chromium), or name another with CHROMIUM.\n',
  );
}

const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: EXECUTABLE, args: ARGS });

/** A served playground with the story of short frames, and that of a group whose word reaches further. */
export interface Served {
  url: string;
  desks: readonly Desk[];
  close(): Promise<void>;
}

export async function serveStory(): Promise<Served> {
  const pace = { sweepMinutes: 60 * 24, dashboardSeconds: 60 };
  const desks = [await Desk.open(settingOf(tidewire('wire-format', { pace })), null)];
  const served = await servePlayground(desks, null);
  if (!served.ok) throw new Error(served.problem);
  const close = async (): Promise<void> => {
    await served.close();
    for (const desk of desks) await desk.close();
  };
  return { url: served.url, desks, close };
}

/** Fails the test where the page's own script fails, or where it loads anything that is refused. */
export function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // A form that is refused is answered with 422, which Chromium reports as an error.
    const isRefusal = message.text().includes('status of 422');
    if (message.type() === 'error' && !isRefusal) problems.push(message.text());
  });
  return problems;
}

/** Does what sends a form, and waits until the page shows what came of it. */
export async function acts(page: Page, act: () => Promise<unknown>): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  // The script takes the mark away together with the old page.
  await page.locator('.table').evaluate((table) => table.setAttribute('data-old', ''));
  await act();
  await answered;
  await page.waitForSelector('.table:not([data-old])');
  await page.waitForSelector('body:not(.busy)');
}

/** Acts as somebody else, by a click on their name. */
export async function becomes(page: Page, login: string): Promise<void> {
  await page.click(`#as-${login}`);
  await page.waitForSelector(`.me strong:text-is("${login}")`);
}
