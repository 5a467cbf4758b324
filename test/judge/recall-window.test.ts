import { describe, expect, it } from 'vitest';
import { recallRow, recallUntil } from '../../src/judge/recall-window.js';
import { nothing } from '../../src/judge/state.js';
import { history } from './history.js';

describe('Until when what a group decided can be recalled', () => {
  const decided = history({ authority: 'decide' }).isADraft().startsConsensus('lena').after({ days: 6 }).look();
  const accepted = decided.seenAt().state;
  const until = accepted.decisions[0]!.recallUntil!;

  it('is told while it is open and once it is over, also of what is final since', () => {
    for (const state of [accepted, { ...accepted, status: 'final' as const }]) {
      expect(recallUntil(state)).toBe(until);
      const [open] = recallRow(state, until);
      expect(open).toMatchObject({
        rule: 'recall',
        name: 'Recall',
        held: 'open',
        says: 'The core may recall it until Sat 14 Nov 2026 09:02 UTC.',
      });
      expect(open!.next).toBe('A Core Maintainer who objects writes `/recall <reason>`.');
      const [over] = recallRow(state, '2026-11-14T09:02:01Z');
      expect(over).toMatchObject({ held: 'held', says: 'Not recalled until Sat 14 Nov 2026 09:02 UTC.', next: null });
    }
  });
  it('is nothing of what no group decided, and of what the core rejected', () => {
    const core = history().isADraft().goesToTheCore().accept('rosa', 'sven', 'tomoko').seenAt().state;
    for (const state of [core, nothing, { ...core, status: 'final' as const }])
      expect(recallRow(state, until)).toEqual([]);
    expect(recallRow({ ...accepted, status: 'rejected' }, until)).toEqual([]);
    const recalled = decided.says('rosa', '/recall It boils over.').seenAt().state;
    expect(recalled.status).not.toBe('accepted');
    expect(recallRow(recalled, until)).toEqual([]);
  });
});
