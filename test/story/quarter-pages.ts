import { posix } from 'node:path';
import { expect } from 'vitest';
import { GROUPS } from '../../src/sandbox/quarter/groups.js';
import { pullOf } from '../../src/sandbox/quarter/play.js';
import { TALES } from '../../src/sandbox/quarter/script.js';
import { recordIn } from '../../src/sandbox/record.js';
import type { Played } from './quarter-played.js';

/** Everything on a quarter's record, by path. */
function recordOf({ quarter: { sandbox, repo, rules } }: Played): Map<string, string> {
  const { files } = recordIn(sandbox.state, repo, rules.record.branch);
  return new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
}

/** There is a page for each group and each proposal, and each link and picture of a page leads to something. */
export function wholePages(one: Played): void {
  const record = recordOf(one);
  const named = (folder: string): string[] =>
    [...record.keys()].filter((path) => path.startsWith(`dashboard/${folder}/`)).map((path) => posix.basename(path));
  expect(named('groups').sort()).toEqual(GROUPS.map(({ slug }) => `${slug}.md`).sort());
  const pulls = TALES.map(({ slug }) => `${pullOf(one.quarter, slug).number}.md`);
  expect(named('proposals').sort()).toEqual(pulls.sort());
  const folders = new Set([...record.keys()].map((path) => posix.dirname(path)));
  const shown = new Set<string>();
  for (const [path, text] of record) {
    if (!path.startsWith('dashboard/') || !path.endsWith('.md')) continue;
    for (const [, link = '', picture = ''] of text.matchAll(/\]\((?!https?:)([^)]+)\)|(?:src|srcset)="([^"]+)"/g)) {
      const target = posix.join(posix.dirname(path), link || picture);
      expect(record.has(target) || folders.has(target), `${path} leads to ${target}`).toBe(true);
      if (picture !== '') shown.add(target);
    }
  }
  // No picture lies there that no page shows.
  const pictures = named('bars').map((name) => `dashboard/bars/${name}`);
  expect(pictures.sort()).toEqual([...shown].sort());
}
