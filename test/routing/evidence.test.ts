import { describe, expect, it } from 'vitest';
import { evidenceFor } from '../../src/routing/evidence.js';
import { groundOf, matterOf, type Charter, type Written } from './ground.js';

const said = (written: Written, ...charters: Charter[]): string[] =>
  evidenceFor(matterOf(written), groundOf(charters)).map(({ group, says }) => `${group}: ${says}`);

const KETTLES: Charter = { slug: 'kettles', leads: ['kim'], members: ['ada-two', 'mo'] };
const TEA_POTS: Charter = { slug: 'tea-pots', leads: ['tom'], members: ['mo'] };

describe('What speaks for a group beside the words of its charter', () => {
  it.each<[string, Written, Charter[], string[]]>([
    [
      'a work item with the number',
      {},
      [{ ...KETTLES, items: ['SEP-12: Lids'] }],
      [
        'kettles: The charter of the Kettles Working Group names it (docs/community/working-groups/kettles.mdx, line 43).',
      ],
    ],
    ['not a number that only begins like it', {}, [{ ...KETTLES, items: ['SEP-123: Lids'] }], []],
    [
      'a mission with the number',
      {},
      [{ ...KETTLES, mission: 'Brings SEP-0012 to its end.' }],
      [
        'kettles: The charter of the Kettles Working Group names it (docs/community/working-groups/kettles.mdx, mission).',
      ],
    ],
    ['not a longer number in a mission', {}, [{ ...KETTLES, mission: 'Brings SEP-125 to its end.' }], []],
    ['not what nobody numbered', { number: null }, [{ ...KETTLES, items: ['SEP-12: Lids'] }], []],
    ['its name', { abstract: 'From the tea-pots IG.' }, [TEA_POTS], ['tea-pots: It names the Tea Pots Working Group.']],
    ['not a word of its name alone', { abstract: 'About tea pots.' }, [TEA_POTS], []],
    [
      'an author who leads it',
      { author: 'kim' },
      [KETTLES, TEA_POTS],
      ['kettles: An author leads the Kettles Working Group.'],
    ],
    ['in whatever case', { author: 'KIM' }, [KETTLES], ['kettles: An author leads the Kettles Working Group.']],
    [
      'an author who belongs to it',
      { author: 'ada-two' },
      [KETTLES],
      ['kettles: An author belongs to the Kettles Working Group.'],
    ],
    ['not an author who belongs to two', { author: 'mo' }, [KETTLES, TEA_POTS], []],
    ['not somebody else', { author: 'zed' }, [KETTLES, TEA_POTS], []],
    [
      'an author who champions an item',
      { author: 'zed' },
      [{ ...KETTLES, items: ['Lids'], champion: '@zed' }],
      ['kettles: An author champions a work item of the Kettles Working Group.'],
    ],
  ])('%s', (_, written, charters, expected) => {
    expect(said(written, ...charters)).toEqual(expected);
  });
});
