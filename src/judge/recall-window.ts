import { decisionInForce } from './forms/index.js';
import { inShort, isBefore } from './instants.js';
import type { Decision, SubjectState } from './state.js';
import { leaf, type Requirement } from './verdict.js';

/** The decision that could be recalled: the one in force, also of what is final since. Whoever calls it final ends no window. */
export const recallable = (state: SubjectState): Decision | null =>
  decisionInForce(state.status === 'final' ? { ...state, status: 'accepted' } : state);

/**
 * The instant until which what a group decided by its own authority can be recalled; null where it cannot be. Also for what
 * is final since: nothing is merged that may still be taken back.
 */
export const recallUntil = (state: SubjectState): string | null => recallable(state)?.recallUntil ?? null;

/** The window as a row, while it is open and once it is over. */
export function recallRow(state: SubjectState, now: string): Requirement[] {
  const until = recallUntil(state);
  if (until === null) return [];
  const isOver = isBefore(until, now);
  return [
    leaf({
      rule: 'recall',
      name: 'Recall',
      held: isOver ? 'held' : 'open',
      says: isOver ? `Not recalled until ${inShort(until)}.` : `The core may recall it until ${inShort(until)}.`,
      next: isOver ? null : 'A Core Maintainer who objects writes `/recall <reason>`.',
    }),
  ];
}
