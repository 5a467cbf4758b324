import { describe, expect, it } from 'vitest';
import { route, type Candidate } from '../../src/routing/index.js';
import { groundOf, matterOf, type Charter, type Written } from './ground.js';

const KETTLES: Charter = {
  slug: 'kettles',
  mission: 'Kettles that boil and whistle.',
  scope: ['Boiling water'],
  leads: ['kim'],
};
const TEAPOTS: Charter = {
  slug: 'teapots',
  mission: 'Teapots with lids and spouts.',
  scope: ['Lids', 'Spouts'],
  leads: ['tom'],
};

const candidates = (written: Written, ...charters: Charter[]): Candidate[] =>
  route(matterOf(written), groundOf(charters)).candidates;

const first = (written: Written, ...charters: Charter[]): Candidate | undefined => candidates(written, ...charters)[0];

describe('Groups suggest themselves', () => {
  it.each<[string, Written, string | null]>([
    ['by the words of a title', { title: 'Lids for spouts' }, 'teapots'],
    ['by other forms of them', { title: 'When the boiled whistles' }, 'kettles'],
    ['by the words of an abstract', { abstract: 'A kettle should boil.' }, 'kettles'],
    ['by the title rather than by the abstract', { title: 'Spouts', abstract: 'Boiling water.' }, 'teapots'],
    ['not by words that every charter has', { title: 'A new version of the protocol for clients and servers' }, null],
    ['by an author who leads one group', { author: 'tom' }, 'teapots'],
    ['by their name in the motivation', { motivation: 'The Teapots WG asked for it.' }, 'teapots'],
    ['by their channel', { motivation: 'Talked about in #kettles-wg.' }, 'kettles'],
    ['by their page', { motivation: 'See /community/working-groups/teapots.' }, 'teapots'],
  ])('%s', (_, written, group) => {
    expect(first(written, KETTLES, TEAPOTS)?.group ?? null).toBe(group);
  });

  it('each with its reason, the weightiest first', () => {
    const topic = { ...TEAPOTS, kind: 'Interest Group' as const, items: ['SEP-12: Lids'] };
    expect(first({ title: 'Lids', author: 'tom' }, topic, KETTLES)).toEqual({
      group: 'teapots',
      score: 0.9,
      reasons: [
        'Its charter speaks of lids.',
        expect.stringContaining('The charter of the Teapots Interest Group names it') as string,
        'An author leads the Teapots Interest Group.',
        'An Interest Group can recommend, and is not responsible for a proposal.',
      ],
    });
  });

  it('below what the preamble claims, which is below what binds', () => {
    const bound = { ...KETTLES, items: ['SEP-12: Something'] };
    const all = candidates({ title: 'Lids and spouts', group: 'Teapots' }, bound, TEAPOTS);
    expect(all.map(({ group, score }) => [group, score])).toEqual([
      ['kettles', 1],
      ['teapots', 0.95],
    ]);
  });

  it('and says of a group that is still forming that it is', () => {
    const forming = { ...TEAPOTS, forming: true, items: ['SEP-12: Lids'] };
    const one = first({ title: 'Lids' }, forming);
    expect(one?.score).toBeLessThan(1);
    expect(one?.reasons.at(-1)).toBe('The group is still forming, and is not responsible for a proposal yet.');
  });

  it('eight at most, however many fit', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ slug: `lids-${index}`, scope: ['Lids'] }));
    expect(candidates({ title: 'Lids' }, ...many)).toHaveLength(8);
  });
});
