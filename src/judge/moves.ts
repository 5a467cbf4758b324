import type { SubjectState } from './state.js';

/** A step of a proposal after which its pull request is to be closed, or opened again. */
export interface Move {
  to: 'closed' | 'open';
  at: string;
}

/**
 * Whether a proposal rests, so that Convenor closes its pull request: it was withdrawn, is dormant, another one takes its
 * place, or a lead closed it.
 */
export const rests = ({ status, closure }: SubjectState): boolean =>
  ['withdrawn', 'dormant', 'superseded'].includes(status) || closure !== null;

/** The state after a step, with the move of the pull request that follows from it, if one does. */
export function moving(before: SubjectState, after: SubjectState, at: string): SubjectState {
  if (rests(before) === rests(after)) return after;
  return { ...after, moves: [...after.moves, { to: rests(after) ? 'closed' : 'open', at }] };
}

/** The key of the intent to carry out the last of a proposal's moves; null where there is none. */
export function moveKey({ moves }: SubjectState): string | null {
  const last = moves.at(-1);
  return last ? `${last.to === 'closed' ? 'close' : 'reopen'}:${moves.length}` : null;
}
