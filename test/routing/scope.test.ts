import { describe, expect, it } from 'vitest';
import { covers } from '../../src/routing/index.js';
import type { GrantScope } from '../../src/rules/schema.js';
import { groundOf, matterOf, type Written } from './ground.js';

const [kettles] = groundOf([
  {
    slug: 'kettles',
    scope: ['**Whistles**: how a kettle says that it boils', 'Boiling'],
    items: ['SEP-12: Lids', 'Spouts'],
  },
]).governance.groups;

describe('A scope covers a proposal', () => {
  it.each<[string, GrantScope, Written, string | null]>([
    ['of one of its tracks', { tracks: ['Process', 'Standards Track'] }, {}, null],
    ['not of another track', { tracks: ['Process'] }, {}, 'It covers the Process track, and this is Standards Track.'],
    [
      'not where the track is not known',
      { tracks: ['Standards Track'] },
      { type: 'Whatever' },
      'It covers the Standards Track track, and this is of no track that is known.',
    ],
    [
      'all of whose files it names',
      { paths: ['docs/**', '!docs/secret'] },
      { paths: ['docs/a.md', 'docs/b/c.md'] },
      null,
    ],
    ['by a pattern without a folder, at any depth', { paths: ['*.md'] }, { paths: ['a.md', 'docs/deep/b.md'] }, null],
    [
      'not one file of which lies elsewhere',
      { paths: ['docs/**'] },
      { paths: ['docs/a.md', 'src/a.ts', 'src/b.ts'] },
      'It does not cover src/a.ts and 1 more, which the pull request changes.',
    ],
    [
      'not a file that is left out',
      { paths: ['docs/**', '!docs/secret/**'] },
      { paths: ['docs/secret/a.md'] },
      'It does not cover docs/secret/a.md, which the pull request changes.',
    ],
    [
      'not where nothing is changed that would tell',
      { paths: ['docs/**'] },
      {},
      'It covers certain files, and the pull request changes none yet beside the proposal, so nobody can tell.',
    ],
    [
      'not where they are too many to know',
      { paths: ['**'] },
      { paths: null },
      'It covers certain files, and the pull request changes more than GitHub lists, so nobody can tell.',
    ],
    [
      'and shows a file without what could mention somebody',
      { paths: ['docs/**'] },
      { paths: ['src/`@ada` <b>.ts'] },
      'It does not cover src/-ada-b-.ts, which the pull request changes.',
    ],
    ['that a work item names by number', { items: ['SEP-12'] }, {}, null],
    ['not one that it does not name', { items: ['SEP-12'] }, { number: 13 }, '"SEP-12"'],
    ['not one whose number nobody knows', { items: ['SEP-12'] }, { number: null }, '"SEP-12"'],
    ['that has all words of an item of the scope', { items: ['Boiling'] }, { title: 'Boil slowly' }, null],
    ['in its abstract, too', { items: ['whistles'] }, { abstract: 'Kettles whistle.' }, null],
    ['not one that lacks them', { items: ['Boiling'] }, { title: 'Cold tea' }, '"Boiling"'],
    ['not words that the charter does not have', { items: ['Teapots'] }, { title: 'Teapots' }, '"Teapots"'],
    ['not the words of a work item without its number', { items: ['Spouts'] }, { title: 'Spouts' }, '"Spouts"'],
    ['by any one of its items', { items: ['Teapots', 'SEP-12'] }, {}, null],
    ['only where each part holds', { tracks: ['Standards Track'], items: ['Teapots'] }, {}, '"Teapots"'],
  ])('%s', (_, scope, written, why) => {
    const because = covers(scope, { matter: matterOf(written), group: kettles!, vouched: true });
    if (why === null) expect(because).toEqual([]);
    else expect(because.join(' ')).toContain(why);
  });

  it.each<[string, Written, boolean, string | null]>([
    ['not by words that its author wrote', { number: 13, title: 'Boiling' }, false, 'Only its own words fit "Boiling"'],
    ['by them where a lead has adopted it', { number: 13, title: 'Boiling' }, true, null],
    ['by them where a work item has its number', { number: 12, title: 'Boiling' }, false, null],
    ['not by the number alone', { number: 12, title: 'Cold tea' }, false, '"Boiling"'],
  ])('%s', (_, written, vouched, why) => {
    const because = covers({ items: ['Boiling'] }, { matter: matterOf(written), group: kettles!, vouched });
    if (why === null) expect(because).toEqual([]);
    else expect(because.join(' ')).toContain(why);
  });
});
