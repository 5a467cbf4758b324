import { tally } from '../judge/count.js';
import type { Elector, Who } from '../ledger/lines.js';
import { speaksFor } from '../judge/standing.js';
import type { Decision, SubjectState } from '../judge/state.js';

/** The place of an account's person in a decision's frozen electorate; null where they have none. */
export const electorOf = (decision: Decision, account: Who): Elector | null =>
  decision.electorate.find((elector) => speaksFor(elector, account)) ?? null;

/** The state with a decision replaced by its newer self. */
export const withDecision = (state: SubjectState, decision: Decision): SubjectState => ({
  ...state,
  decisions: state.decisions.map((old) => (old.id === decision.id ? decision : old)),
});

/** The state after a word that ends what was being decided; nothing follows from it. */
export const ended = (state: SubjectState, open: Decision, at: string, why: string): SubjectState =>
  withDecision(state, { ...open, closed: { at, outcome: 'ended', tally: tally(open), why } });
