import { describe, expect, it } from 'vitest';
import { headlineOf } from '../../src/judge/headline.js';
import { recallRow, recallUntil } from '../../src/judge/recall-window.js';
import { nothing, type SubjectState } from '../../src/judge/state.js';
import type { Around } from '../../src/judge/around.js';
import type { ProposalState } from '../../src/rules/schema.js';
import { history } from './history.js';
import { around, being } from './next-rows.js';

const told = (state: SubjectState, pull: Partial<Around['pull']> = {}, isGone = false): string =>
  headlineOf(around(pull, isGone), state);
const consensus = history().isADraft().startsConsensus('lena');
const OPEN = 'In lazy consensus of the Kettles Working Group until Saturday 7 November 2026 09:02 UTC';

describe('Where a proposal stands', () => {
  it.each<[ProposalState, string]>([
    ['proposal', 'A new proposal that awaits a sponsor'],
    ['draft', 'A draft, sponsored by kofi'],
    ['in-review', 'In review, and the core has come to no decision yet'],
    ['accepted', 'Accepted; it becomes final once the specification and the reference implementation are complete'],
    ['rejected', 'Rejected by the Core Maintainers'],
    ['final', 'Final'],
    ['withdrawn', 'Withdrawn by its author'],
    ['superseded', 'Superseded'],
    ['dormant', 'Dormant: nobody has sponsored it in time, which is no rejection'],
  ])('%s', (status, says) => {
    expect(told(being(status))).toBe(says);
    const rests = ['withdrawn', 'superseded', 'dormant'].includes(status);
    expect(told(being(status), { state: 'closed' }).startsWith('Closed as ')).toBe(!rests);
  });

  it('says by which one it is superseded', () => {
    expect(told(being('superseded', { supersededBy: 12 }))).toBe('Superseded by #12');
  });
  it('says that nobody sponsors a draft any more', () => {
    expect(told(being('draft', { sponsor: null }))).toBe('A draft, sponsored by nobody');
  });
  it('says of a draft that its last consensus was blocked, and not that an earlier one was', () => {
    const voted = history().isADraft().startsConsensus('lena').blocks('noor', 'one').after({ days: 6 }).look();
    const { decisions } = voted.seenAt().state;
    expect(decisions.map(({ form }) => form)).toEqual(['consensus', 'vote']);
    const [blocked, vote] = decisions.map((one) => ({ ...one, closed: one.closed ?? decisions[0]!.closed }));
    const passed = { ...vote!, closed: { ...vote!.closed!, outcome: 'not-passed' as const } };
    const BLOCKED = 'A draft, sponsored by kofi; its last consensus was blocked';
    expect(told(being('draft', { decisions: [blocked!] }))).toBe(BLOCKED);
    expect(told(being('draft', { decisions: [blocked!, passed] }))).toBe('A draft, sponsored by kofi');
    expect(told(being('draft', { decisions: [passed, blocked!] }))).toBe(BLOCKED);
  });

  it('is its open decision, and that the conversation is locked', () => {
    const { state } = consensus.seenAt();
    expect(told(state)).toBe(OPEN);
    const locked = '; its conversation is locked, and no deadline falls until it is unlocked';
    expect(told(state, { locked: true })).toBe(`${OPEN}${locked}`);
  });

  it('is what rests where the pull request is closed', () => {
    const { state } = consensus.seenAt();
    expect(told(being('draft'), { state: 'closed' })).toBe('Closed as a draft');
    expect(told(state, { state: 'closed' })).toBe(
      'Closed as a draft; its open decision rests until it is opened again',
    );
    const gone = { state: 'closed', hasBranch: false } as const;
    expect(told(state, gone)).toBe('Closed as a draft; its open decision rests for good, since its branch is gone');
  });

  it('is what rests where the document is gone, and only of an open pull request', () => {
    expect(told(being('in-review'), {}, true)).toBe(
      'Its document is gone from this pull request; it rests as a proposal in review',
    );
    expect(told(being('final'), { state: 'merged' }, true)).toBe('Final');
    expect(told(being('draft'), { state: 'closed' }, true)).toBe('Closed as a draft');
  });

  it('is what was merged without a decision', () => {
    expect(told(being('draft'), { state: 'merged' })).toBe('Merged as a draft, without a decision that accepts it');
    expect(told(being('accepted'), { state: 'merged' })).toBe(
      'Accepted, and merged before its sponsor called it final',
    );
  });

  it('is what it was taken over as, until somebody confirms it', () => {
    const { state } = history().takenOver('accepted').seenAt();
    expect(told(state)).toBe('Taken over as an accepted proposal, which nobody has confirmed yet');
    expect(told(state, { state: 'merged' })).toBe('Taken over as an accepted proposal, which nobody has confirmed yet');
    expect(told(history().takenOver('proposal').seenAt().state)).toBe('A new proposal that awaits a sponsor');
  });

  it('is who closed it, and what was said to that', () => {
    const shut = history().says('lena', '/sep close It does not fit.');
    const closed = (): string => told(shut.seenAt().state, { state: 'closed' });
    expect(closed()).toBe('Closed by lena as one that does not fit');
    shut.says('ada', '/sep appeal It does.');
    expect(closed()).toBe('Closed by lena as one that does not fit; its author has appealed to the core');
    expect(told(shut.seenAt().state)).toBe('A new proposal that awaits a sponsor');
    shut.says('rosa', '/sep close It does not.');
    expect(closed()).toBe('Closed by lena as one that does not fit, which the core has confirmed');
  });
});

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
