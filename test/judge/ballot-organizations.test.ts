import { describe, expect, it } from 'vitest';
import type { Elector } from '../../src/ledger/lines.js';
import { organizationsAllow } from '../../src/judge/ballot-organizations.js';
import type { Decision } from '../../src/judge/state.js';
import { elector, history, RULES, type Name } from './history.js';

const NAMES = ['lena', 'noor', 'omar', 'pia'] as const satisfies readonly Name[];
type Limits = Pick<Decision['organizations'], 'most' | 'least'>;

/** A vote of four, of these organisations (null is unknown), in which the first few have voted so. */
function vote(organizations: (string | null)[], words: ('yes' | 'no' | 'abstain')[], limits: Limits, later = 5) {
  const members: Elector[] = NAMES.map((name, index) => elector(name, [], organizations[index] ?? null));
  const rules = {
    ...RULES,
    rules: { ...RULES.rules, 'ballot-organizations': { ...RULES.rules['ballot-organizations'], ...limits } },
  };
  const told = history({ members, rules }).isADraft().says('lena', '/vote start routine');
  for (const [index, word] of words.entries()) told.says(NAMES[index]!, `/vote ${word}`);
  return told.after({ days: later }).seenAt().state.decisions[0]!;
}

const third = { num: 1, den: 3, strict: false, of: 'cast' } as const;
const half = { num: 1, den: 2, strict: false, of: 'cast' } as const;
const none = { most: null, least: 0 };

describe('What organisations allow of an approval', () => {
  it.each<[string, (string | null)[], ('yes' | 'no' | 'abstain')[], Limits, number]>([
    ['nothing is asked', ['A', 'A', 'A', 'A'], ['yes', 'yes', 'yes', 'yes'], none, 0],
    [
      'half of the ballots from one, and half are allowed',
      ['A', 'A', 'B', 'C'],
      ['yes', 'yes', 'yes', 'no'],
      { most: half, least: 0 },
      0,
    ],
    [
      'half of the ballots from one, and a third is allowed',
      ['A', 'A', 'B', 'C'],
      ['yes', 'yes', 'yes', 'no'],
      { most: third, least: 0 },
      1,
    ],
    [
      'who abstains has a ballot of their organisation, too',
      ['A', 'A', 'A', 'B'],
      ['yes', 'abstain', 'no', 'yes'],
      { most: half, least: 0 },
      1,
    ],
    [
      'an unknown one may be any of those that have much',
      ['A', 'B', null, 'C'],
      ['yes', 'yes', 'yes', 'yes'],
      { most: third, least: 0 },
      3,
    ],
    ['of nobody anything is known', [null, null, null, null], ['yes', 'yes'], { most: half, least: 0 }, 1],
    [
      'two known among the yes, and two are needed',
      ['A', 'B', 'A', 'A'],
      ['yes', 'yes', 'yes'],
      { most: null, least: 2 },
      0,
    ],
    ['the second stands with the no', ['A', 'B', 'A', 'A'], ['yes', 'no', 'yes'], { most: null, least: 2 }, 1],
    [
      'the second is unknown, which makes no difference',
      ['A', null, 'A', 'A'],
      ['yes', 'yes', 'yes'],
      { most: null, least: 2 },
      1,
    ],
    [
      'two are one under another spelling',
      ['Amber', 'amber', 'Amber Inc.', 'B'],
      ['yes', 'yes', 'yes'],
      { most: null, least: 2 },
      1,
    ],
    [
      'who is of two shares one of them with the other',
      ['Amber', 'Amber, Basalt', 'A', 'A'],
      ['yes', 'yes'],
      { most: null, least: 2 },
      1,
    ],
    [
      'who is of both stands in the way of neither',
      ['Amber / Basalt', 'Amber', 'Basalt', 'A'],
      ['yes', 'yes', 'yes'],
      { most: null, least: 2 },
      0,
    ],
    [
      'two who belong to nobody share no organisation',
      ['Independent', 'Independent', 'A', 'A'],
      ['yes', 'yes'],
      { most: null, least: 2 },
      0,
    ],
    ['a word for unknown is no organisation', ['A', 'TBD', 'A', 'A'], ['yes', 'yes'], { most: null, least: 2 }, 1],
    [
      'who belong to nobody have no organisation that could have too much',
      ['Independent', 'Independent', 'independent', 'A'],
      ['yes', 'yes', 'yes'],
      { most: third, least: 0 },
      0,
    ],
    [
      'beside who belongs to nobody, too few are unknown to have too much',
      ['Independent', 'Independent', null, 'A'],
      ['yes', 'yes', 'yes'],
      { most: third, least: 0 },
      0,
    ],
  ])('%s', (_, organizations, words, limits, obstacles) => {
    expect(organizationsAllow(vote(organizations, words, limits))).toHaveLength(obstacles);
  });

  it.each<[string, (string | null)[], ('yes' | 'no' | 'abstain')[], Limits, string[]]>([
    [
      'by whom there are too many, in their order by name',
      ['B', 'A', null, 'C'],
      ['yes', 'yes', 'yes', 'yes'],
      { most: third, least: 0 },
      ['A', 'B', 'C'].map(
        (name) =>
          `\`${name}\` has 2 of 4 ballots, with 1 of whom nobody knows where they belong; no organisation may have more than 1/3.`,
      ),
    ],
    ['nothing, where nobody has voted', [null, null, null, null], [], { most: half, least: 0 }, []],
    [
      'that nobody knows',
      [null, null, null, null],
      ['yes'],
      { most: half, least: 0 },
      ['Nobody knows to which organisations the ballots belong.'],
    ],
    [
      'one where two are needed',
      ['A', 'B', 'A', 'A'],
      ['yes', 'no', 'yes'],
      { most: null, least: 2 },
      ['1 known organisation is among the yes; 2 are needed.'],
    ],
    [
      'none, or two of three',
      ['A', 'B', null, 'A'],
      ['yes', 'yes', 'yes', 'yes'],
      { most: null, least: 3 },
      ['2 known organisations are among the yes; 3 are needed.'],
    ],
    [
      'that one has all of them, however it is spelled and beside which others it is named',
      ['Amber', 'amber', 'Amber Inc.', 'Basalt / Amber'],
      ['yes', 'yes', 'yes', 'yes'],
      { most: half, least: 0 },
      ['`Amber` has 4 of 4 ballots; no organisation may have more than 1/2.'],
    ],
    [
      'that each of two has too many by people who are of both',
      ['Amber / Basalt', 'Basalt, Amber', 'Coral', 'tbd'],
      ['yes', 'yes', 'yes', 'no'],
      { most: half, least: 0 },
      ['Amber', 'Basalt'].map(
        (name) =>
          `\`${name}\` has 3 of 4 ballots, with 1 of whom nobody knows where they belong; no organisation may have more than 1/2.`,
      ),
    ],
    [
      'that nobody knows of too many, where who is known belongs to nobody',
      ['Independent', null, null, null],
      ['yes', 'yes', 'yes', 'yes'],
      { most: half, least: 0 },
      ['Nobody knows to which organisations 3 of 4 ballots belong; no organisation may have more than 1/2.'],
    ],
    [
      'how many of people with several share none',
      ['Amber / Basalt', 'Basalt / Coral', 'Coral / Dolomite', 'A'],
      ['yes', 'yes', 'yes'],
      { most: null, least: 3 },
      ['2 known organisations are among the yes; 3 are needed.'],
    ],
  ])('is said in a sentence: %s', (_, organizations, words, limits, says) => {
    expect(organizationsAllow(vote(organizations, words, limits))).toEqual(says);
  });

  it('keep a vote with a majority from passing, and say why', () => {
    const closed = vote(['A', 'A', 'A', 'B'], ['yes', 'yes', 'yes', 'no'], { most: half, least: 0 }, 11).closed!;
    expect(closed.outcome).toBe('not-passed');
    expect(closed.why).toContain('`A` has 3 of 4 ballots; no organisation may have more than 1/2.');
  });

  it('end no vote early while a ballot to come could give one too much', () => {
    const three = vote(['A', 'B', 'C', 'D'], ['yes', 'yes', 'yes'], { most: half, least: 0 });
    expect(three.closed).toBeNull();
    expect(vote(['A', 'B', 'C', 'D'], ['yes', 'yes', 'yes'], none).closed?.outcome).toBe('passed');
  });
});
