import type { Elector, Who } from '../ledger/lines.js';
import { same } from '../judge/standing.js';
import type { Decision, SubjectState } from '../judge/state.js';

/** The place of an account's person in a decision's frozen electorate; null where they have none. */
export const electorOf = (decision: Decision, account: Who): Elector | null =>
  decision.electorate.find((elector) => same(elector, account) || elector.also.includes(account.id)) ?? null;

/** The state with a decision replaced by its newer self. */
export const withDecision = (state: SubjectState, decision: Decision): SubjectState => ({
  ...state,
  decisions: state.decisions.map((old) => (old.id === decision.id ? decision : old)),
});
