import { describe, expect, it } from 'vitest';
import { replay } from '../../src/judge/replay.js';
import { history, RULEBOOK, RULES, type History } from './history.js';

const OTHER = { commit: 'd'.repeat(40), normative: 'f'.repeat(64) };

/** A draft that was blocked, voted on, accepted by the core and vetoed, with a push and a lock on the way. */
function long(): History {
  const told = history({ authority: 'veto-window' }).isADraft().look().startsConsensus('lena').look();
  told.blocks('noor', 'steam').unblocks('noor', 'steam').look();
  told.pushes(OTHER.commit, { normative: OTHER.normative }).after({ minutes: 1 });
  told.says('pia', '/sep confirm', { head: { commit: OTHER.commit, certain: true } }).look();
  told.after({ days: 12 }).look().after({ days: 30 }).look();
  told.says('uri', '/veto alone It must not be.', { head: { commit: OTHER.commit, certain: true } }).look();
  return told.isNow('closed').look();
}

describe('A record played as of an instant', () => {
  it('is what it was then: nothing later had happened', () => {
    const { lines } = long();
    const instants = [...new Set(lines.map(({ at }) => at))];
    expect(instants.length).toBeGreaterThan(9);
    for (const at of instants) {
      const then = replay(lines, RULEBOOK, at);
      const held = replay(
        lines.filter((line) => line.at <= at),
        RULEBOOK,
      );
      expect({ at, state: then.state, emitted: then.emitted }).toEqual({
        at,
        state: held.state,
        emitted: held.emitted,
      });
      expect(then.line.lines).toEqual(held.line.lines);
      expect(then.line.opened).toEqual(held.line.opened);
    }
    expect(replay(lines, RULEBOOK, '2026-11-02T08:59:59Z').line.opened).toBeNull();
  });

  it('has a closing with the heads that whoever wrote it knew, also one that was seen after the deadline', () => {
    const told = history().isADraft().startsConsensus('lena').look().after({ days: 6 });
    told.pushes(OTHER.commit, { normative: OTHER.normative });
    const [closes] = told.seenAt().emitted.filter((line) => line.kind === 'closes');
    told.look();
    const then = replay(told.lines, RULEBOOK, closes?.at ?? null);
    expect(then.line.heads.map(({ commit }) => commit)).toEqual(['a'.repeat(40), OTHER.commit]);
    expect((then.line.heads.at(-1)?.at ?? '') > (closes?.at ?? '')).toBe(true);
    const before = replay(told.lines, RULEBOOK, '2026-11-05T00:00:00Z');
    expect(before.line.heads).toHaveLength(1);
  });

  it('calls a group as the record does, and opens what nobody wrote with nobody who is counted', () => {
    const told = history().isADraft().startsConsensus('lena');
    const { emitted, rules, state } = replay(told.lines, RULEBOOK);
    expect(emitted.filter((line) => line.kind === 'opens')).toMatchObject([
      { form: 'consensus', group: 'kettles', electorate: [], authority: 'advise', because: [] },
    ]);
    expect(state.steps.some(({ says }) => says.includes('kettles'))).toBe(true);
    expect(rules).toBe(RULES);
    expect(replay(told.lines, new Map()).rules).toBeNull();
  });
});
