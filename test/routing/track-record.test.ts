import { describe, expect, it } from 'vitest';
import { recordOf, wordKept, type PastDecision, type PastProposal } from '../../src/routing/index.js';

const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T09:00:00Z`;
const lena = { id: 20, login: 'lena' };
const noor = { id: 21, login: 'noor' };

type Ended = [form: PastDecision['form'], outcome: NonNullable<PastDecision['closed']>['outcome'] | 'open'];

/** A proposal whose decisions take two days each, one after the other from the first of the month. */
const after = (...ended: Ended[]): PastProposal => ({
  decisions: ended.map(([form, outcome], index) => ({
    form,
    group: 'kettles',
    openedAt: day(1 + 2 * index),
    closed: outcome === 'open' ? null : { at: day(3 + 2 * index), outcome },
    members: form === 'consensus' ? [lena] : [],
  })),
});

describe("What became of a group's word", () => {
  it.each<[string, PastProposal, string | null]>([
    ['by its own authority', after(['consensus', 'agreed']), 'decided'],
    ['by a window that passed', after(['consensus', 'agreed'], ['veto-window', 'accepted']), 'decided'],
    ['by the core, to which it was advice', after(['consensus', 'agreed'], ['core', 'accepted']), 'decided'],
    ['against the core', after(['consensus', 'agreed'], ['core', 'rejected']), 'overturned'],
    [
      'by the core after an objection without success',
      after(['consensus', 'agreed'], ['veto-window', 'objected'], ['core', 'accepted']),
      'decided',
    ],
    [
      'against an objection that the core shared',
      after(['consensus', 'agreed'], ['veto-window', 'objected'], ['core', 'rejected']),
      'overturned',
    ],
    [
      'against an objection over which the core came to no decision',
      after(['consensus', 'agreed'], ['veto-window', 'objected'], ['core', 'undecided']),
      'overturned',
    ],
    [
      'while the core still looks at an objection',
      after(['consensus', 'agreed'], ['veto-window', 'objected'], ['core', 'open']),
      'pending',
    ],
    ['while the window is open', after(['consensus', 'agreed'], ['veto-window', 'open']), 'pending'],
    ['where the core came to no decision', after(['consensus', 'agreed'], ['core', 'undecided']), 'pending'],
    ['where the author withdrew', after(['consensus', 'agreed'], ['core', 'ended']), 'pending'],
    [
      'by the core in a second try',
      after(['consensus', 'agreed'], ['core', 'undecided'], ['core', 'accepted']),
      'decided',
    ],
    ['where it never agreed', after(['consensus', 'blocked'], ['core', 'accepted']), null],
    ['where nobody asked it', after(['core', 'accepted']), null],
    ['while it is asked', after(['consensus', 'open']), null],
    [
      'by its last consensus, after one that the core had no answer to',
      after(['consensus', 'agreed'], ['core', 'undecided'], ['consensus', 'agreed'], ['core', 'accepted']),
      'decided',
    ],
    [
      'by the consensus that agreed, where the next one was blocked',
      after(['consensus', 'agreed'], ['core', 'undecided'], ['consensus', 'blocked'], ['core', 'accepted']),
      'pending',
    ],
  ])('%s', (_, proposal, became) => {
    expect(wordKept(proposal, 'kettles')?.became ?? null).toBe(became);
    expect(wordKept(proposal, 'teapots')).toBeNull();
  });
});

describe('The record of a group', () => {
  it('counts each proposal once, and days from the first consensus to the end that counts', () => {
    const proposals = [
      after(['consensus', 'agreed'], ['core', 'undecided'], ['consensus', 'agreed'], ['core', 'accepted']), // eight days
      after(['consensus', 'agreed']), // two days
      after(['consensus', 'agreed'], ['core', 'rejected']), // four days
      after(['consensus', 'agreed'], ['core', 'open']),
    ];
    expect(recordOf(proposals, 'kettles')).toEqual({ decided: 2, overturned: 1, medianDays: 4, members: [lena] });
  });

  it('takes the middle between two, to a tenth of a day', () => {
    const quick = after(['consensus', 'agreed']);
    const [only] = quick.decisions;
    const quicker = { decisions: [{ ...only!, closed: { at: '2026-11-01T15:00:00Z', outcome: 'agreed' as const } }] };
    expect(recordOf([quick, quicker], 'kettles').medianDays).toBe(1.1);
  });

  it('knows a member again who has another login by now, and no member of another group', () => {
    const renamed = after(['consensus', 'agreed']);
    const [first] = renamed.decisions;
    const decisions = [
      { ...first!, members: [{ id: 20, login: 'lena-of-the-kettles' }, noor] },
      { ...first!, group: 'teapots', members: [{ id: 99, login: 'zed' }] },
    ];
    const { members } = recordOf([after(['consensus', 'agreed']), { decisions }], 'kettles');
    expect(members.map(({ id }) => id)).toEqual([20, 21]);
  });

  it('of a group that has decided nothing is nothing', () => {
    expect(recordOf([after(['consensus', 'agreed'])], 'teapots')).toEqual({
      decided: 0,
      overturned: 0,
      medianDays: null,
      members: [],
    });
  });
});
