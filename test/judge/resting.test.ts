import { describe, expect, it } from 'vitest';
import { restsSince } from '../../src/judge/pauses.js';
import { history, playAt, type History } from './history.js';
import { muted } from './told/ledger.js';

const NEVER = '1970-01-01T00:00:00Z';
/** What a look sees while no deadline runs. */
const seen = (told: History) => playAt(NEVER, told.lines, told.world);

describe('While deadlines rest, whatever is said is answered', () => {
  it('also after the deadline as it stood, in a conversation that is locked', () => {
    const told = history().isADraft().goesToTheCore().after({ days: 1 });
    told.lines.push(muted(told.clock, true));
    told.after({ days: 60 }).accept('rosa', 'sven', 'tomoko');
    expect(seen(told)).toMatchObject({ waiting: [], doubts: [], state: { status: 'accepted' } });
    // It comes to the same once it is unlocked, and its deadline has been put off.
    told.lines.push(muted(told.clock, false));
    expect(told.seenAt()).toMatchObject({ waiting: [], doubts: [], state: { status: 'accepted' } });
  });

  it('also by the author of a proposal that is closed', () => {
    const told = history().isADraft().startsConsensus('lena').isNow('closed').after({ days: 60 });
    told.says('ada', '/sep withdraw');
    expect(seen(told)).toMatchObject({ waiting: [], state: { status: 'withdrawn' } });
  });

  it('also of one that was merged with an open decision', () => {
    const told = history()
      .isADraft()
      .startsConsensus('lena')
      .isNow('merged')
      .after({ days: 60 })
      .says('kofi', '/sep explain');
    expect(seen(told).waiting).toEqual([]);
    expect(seen(told).state.acts.at(-1)?.outcome).toMatchObject({ taken: true });
  });

  it('and waits where it was locked only after the deadline, which falls first', () => {
    const told = history().isADraft().startsConsensus('lena').after({ days: 6 });
    told.lines.push(muted(told.clock, true));
    told.after({ days: 1 }).blocks('noor', 'late');
    expect(seen(told).waiting).toHaveLength(1);
  });
});

describe('What ended while deadlines rest', () => {
  it('is played again as it ended, while it is locked and after that', () => {
    const told = history().isADraft().goesToTheCore().look().after({ days: 1 });
    told.lines.push(muted(told.clock, true));
    told.after({ days: 60 }).accept('rosa', 'sven', 'tomoko');
    told.lines.push(...seen(told).emitted);
    expect(seen(told)).toMatchObject({ emitted: [], waiting: [], doubts: [], state: { status: 'accepted' } });
    told.lines.push(muted(told.clock, false));
    expect(told.seenAt()).toMatchObject({ emitted: [], doubts: [], state: { status: 'accepted' } });
  });

  it('is not put off by a rest that begins at the deadline itself', () => {
    const told = history().isADraft().startsConsensus('lena');
    const deadline = told.seenAt().state.decisions[0]?.deadline ?? '';
    told.lines.push(muted(deadline, true));
    told.at(deadline).after({ days: 1 }).blocks('noor', 'late');
    expect(seen(told).waiting).toHaveLength(1);
  });
});

describe('Since when deadlines rest', () => {
  const at = (day: number): string => `2026-11-0${day}T09:00:00Z`;
  const pull = (day: number, state: 'open' | 'closed' | 'merged') => ({ kind: 'pull' as const, at: at(day), state });
  it('is since the first of what has not ended, or since it was merged', () => {
    expect(restsSince([], [])).toBeNull();
    expect(restsSince([pull(2, 'closed'), pull(3, 'open')], [])).toBeNull();
    expect(restsSince([pull(3, 'closed')], [muted(at(2), true)])).toBe(at(2));
    expect(restsSince([pull(2, 'closed'), pull(4, 'open')], [muted(at(3), true)])).toBe(at(2));
    expect(restsSince([pull(5, 'merged')], [])).toBe(at(5));
    expect(restsSince([pull(5, 'merged')], [muted(at(4), true)])).toBe(at(4));
  });
});
