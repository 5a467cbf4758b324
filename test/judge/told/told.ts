import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What each story of a table is told as: lines of text. */
export type Tellings = Readonly<Record<string, () => readonly string[]>>;

const TITLE = '## ';

/**
 * Holds stories to the words of a file, in which a reader of a change sees what is said otherwise by now. Each is a test
 * of its own; `-u` writes the file anew.
 *
 * @param name of the file beside this one, without its ending
 */
export function areToldIn(name: string, tellings: Tellings): void {
  const file = new URL(`./${name}.txt`, import.meta.url);
  const told = (title: string): string => `${TITLE}${title}\n\n${(tellings[title]?.() ?? []).join('\n')}\n`;
  const titles = Object.keys(tellings);

  it(`the words of ${name}.txt are those of its stories, in their order`, async () => {
    await expect(titles.map(told).join('\n')).toMatchFileSnapshot(file.pathname);
  });

  it.each(titles)('%s', (title) => {
    const stories = readFileSync(file, 'utf8').split(new RegExp(`^(?=${TITLE})`, 'm'));
    const story = stories.find((one) => one.startsWith(`${TITLE}${title}\n`)) ?? '';
    expect(told(title).trimEnd()).toBe(story.trimEnd());
  });
}
