import type { SubjectState } from '../../src/judge/state.js';
import type { TakenOver } from '../../src/judge/taken-over.js';
import type { ProposalState, Rules } from '../../src/rules/schema.js';
import { history, RULES } from './history.js';

/** The rules by which so many others of the core confirm what was decided elsewhere. */
export const confirming = (confirm: 0 | 1 | 2): Rules => ({
  ...RULES,
  rules: { ...RULES.rules, 'core-record': { ...RULES.rules['core-record'], confirm } },
});
/** A proposal that was taken over, with nobody's word on it yet. */
export const stateOf = (status: ProposalState, more: Partial<TakenOver> = {}): SubjectState => {
  const { state } = history().takenOver(status).seenAt();
  return { ...state, takenOver: state.takenOver && { ...state.takenOver, ...more } };
};
