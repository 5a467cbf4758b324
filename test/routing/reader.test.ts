import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * What a reader who knows the charters names for each real proposal, written down before any ranking was, so that the
 * ranking is measured against a person and not against itself. Numbers are those of the file for a merged proposal and
 * those of the pull request for an open one; slugs are the file names of charters.
 *
 * The reader's rules: only groups with a charter can be named; a group that is still forming is no answer, and where
 * the roadmap gives the matter to one, the reader names a chartered group only if a charter names that very matter. An
 * Interest Group is named where the matter is plainly its own and no Working Group's. What governs the project itself
 * is the core's, whatever track the file declares (1302). Everything between two groups, or in nobody's charter, is
 * in `hesitates`: no ranking is right or wrong there.
 */
interface Reader {
  groups: Record<string, string>;
  core: number[];
  hesitates: number[];
}

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const reader = JSON.parse(readFileSync(new URL('reader.json', import.meta.url), 'utf8')) as Reader;
const named = Object.keys(reader.groups).map(Number);

const inFolder = (folder: string): string[] => readdirSync(new URL(folder, CORPUS));
const ascending = (numbers: number[]): number[] => numbers.toSorted((a, b) => a - b);

describe.skipIf(!existsSync(CORPUS))(
  "the reader's groups (skipped where ../shared/corpus is not beside the repository)",
  () => {
    it('answer for each proposal of the corpus exactly once', () => {
      const merged = inFolder('spec/seps/').flatMap((file) => /^\d+/.exec(file)?.map(Number) ?? []);
      const open = inFolder('pulls/').map(Number);
      expect(ascending([...named, ...reader.core, ...reader.hesitates])).toEqual(ascending([...merged, ...open]));
    });

    it('name only groups that have a charter', () => {
      const charters = ['working-groups', 'interest-groups'].flatMap((kind) =>
        inFolder(`spec/docs/community/${kind}/`).map((file) => file.replace(/\.mdx$/, '')),
      );
      const unknown = Object.entries(reader.groups).filter(([, slug]) => !charters.includes(slug));
      expect(unknown).toEqual([]);
    });
  },
);
