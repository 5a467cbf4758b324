import { describe, expect, it } from 'vitest';
import { replay } from '../../src/judge/replay.js';
import { nothing } from '../../src/judge/state.js';
import { HEAD, history, RULEBOOK, RULES, START } from './history.js';

describe('A ledger that is played as it stands', () => {
  const SECOND = 'd'.repeat(40);
  const { lines } = history().adopts('lena').after({ hours: 1 }).pushes(SECOND).sponsors('kofi').goesToTheCore();

  it('is counted by nobody where an opening is not written', () => {
    const { emitted, rules } = replay(lines, RULEBOOK);
    expect(rules).toBe(RULES);
    expect(emitted).toMatchObject([{ kind: 'opens', form: 'core', authority: 'advise' }]);
    expect(emitted[0]).toMatchObject({ electorate: [], beside: [], parties: [], because: [] });
  });
  it('is as it was at an instant: what came later had not happened', () => {
    const { state } = replay(lines, RULEBOOK, '2026-11-02T09:30:00Z');
    expect(state).toMatchObject({ number: 7, status: 'proposal', sponsor: null, head: { commit: HEAD } });
    expect(state.acts).toHaveLength(1);
    const later = replay(lines, RULEBOOK, '2026-11-02T10:01:00Z').state;
    expect(later).toMatchObject({ status: 'draft', head: { commit: SECOND } });
    expect(replay(lines, RULEBOOK, '2026-11-02T08:59:59Z').state).toEqual({ ...nothing });
    expect(replay(lines, RULEBOOK, START).state).toMatchObject({ number: 7, acts: [expect.anything()] });
  });
  it('names no rules where the record holds none of them', () => {
    expect(replay(lines, new Map())).toMatchObject({ rules: null, emitted: [] });
  });
});
