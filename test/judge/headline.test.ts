import { describe, expect, it } from 'vitest';
import type { Around } from '../../src/judge/around.js';
import { aroundLedger } from '../../src/judge/around.js';
import { headlineOf } from '../../src/judge/headline.js';
import { nothing, type SubjectState } from '../../src/judge/state.js';
import { timeline } from '../../src/ledger/fold/timeline.js';
import { history, RULES, who } from './history.js';

const around = (pull: Partial<Around['pull']> = {}, isGone = false): Around => ({
  ...{ isGone, rules: RULES, titleOf: (slug) => slug, leadsOf: () => [] },
  pull: { number: 7, state: 'open', hasBranch: true, locked: false, ...pull },
});
const sponsor = { by: who('kofi'), at: '2026-11-02T09:00:00Z' };
const open = history().isADraft().startsConsensus('lena').seenAt().state;
const blocked = history().isADraft().startsConsensus('lena').blocks('noor', 'steam').after({ days: 6 });

describe('Where a proposal stands, in a sentence', () => {
  it.each<[string, Around, Partial<SubjectState>]>([
    ['A draft, sponsored by kofi', around(), { status: 'draft', sponsor }],
    ['A draft, sponsored by nobody', around(), { status: 'draft' }],
    [
      'Its document is gone from this pull request; it rests as a draft',
      around({}, true),
      { status: 'draft', sponsor },
    ],
    ['Closed as a draft', around({ state: 'closed' }, true), { status: 'draft', sponsor }],
    ['Superseded by #9', around(), { status: 'superseded', supersededBy: 9 }],
    ['Superseded', around(), { status: 'superseded' }],
    ['Closed as a draft; its open decision rests until it is opened again', around({ state: 'closed' }), open],
    [
      'Closed as a draft; its open decision rests for good, since its branch is gone',
      around({ state: 'closed', hasBranch: false }),
      open,
    ],
  ])('%s', (words, here, state) => {
    expect(headlineOf(here, { ...nothing, ...state })).toBe(words);
  });

  it('says that the last consensus was blocked, and of no earlier one', () => {
    const { decisions } = blocked.seenAt().state;
    const [consensus, vote] = decisions.map((one) => ({ ...one, closed: one.closed ?? null }));
    if (!consensus || !vote) throw new Error('It was not blocked.');
    const closed = { ...vote, closed: { ...consensus.closed!, outcome: 'no-quorum' as const } };
    const state = { ...nothing, status: 'draft' as const, sponsor };
    expect(headlineOf(around(), { ...state, decisions: [consensus] })).toBe(
      'A draft, sponsored by kofi; its last consensus was blocked',
    );
    expect(headlineOf(around(), { ...state, decisions: [consensus, closed] })).toBe('A draft, sponsored by kofi');
  });
});

describe('What the record alone tells', () => {
  it('is the number, whether it is open, and whether people can speak', () => {
    const told = history().isNow('closed');
    told.lines.push({ kind: 'muted', at: told.clock, muted: true, by: 'lock' });
    told.lines.push({ kind: 'muted', at: told.clock, muted: false, by: 'archive' });
    const { pull, titleOf, leadsOf, isGone } = aroundLedger(timeline(told.lines), RULES);
    expect(pull).toEqual({ number: 7, state: 'closed', hasBranch: true, locked: true });
    expect([titleOf('kettles'), leadsOf('kettles'), isGone]).toEqual(['kettles', [], false]);
    expect(aroundLedger(timeline([]), RULES).pull).toEqual({
      number: 0,
      state: 'open',
      hasBranch: true,
      locked: false,
    });
  });
});
