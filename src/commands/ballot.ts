import type { Elector, LineOf } from '../ledger/lines.js';
import { same, speaksFor } from '../judge/standing.js';
import type { Ballot, Decision, SubjectState } from '../judge/state.js';
import type { RuleId } from '../rules/schema.js';
import { refused, type Effect } from './command.js';
import { asOne, withDecision } from './decision.js';
import { placeOf, textOf } from './said.js';

/** What a ballot says beside whose it is and where it was cast. */
export type Cast = Pick<Ballot, 'choice' | 'reason' | 'demands'>;

/** The state with a ballot put in the place of the person's earlier one, and what it took the place of, in words. */
export function withBallot(
  state: SubjectState,
  decision: Decision,
  { elector, act, cast }: { elector: Elector; act: LineOf<'act'>; cast: Cast },
): { state: SubjectState; instead: string } {
  const by = asOne(elector);
  const earlier = decision.ballots.find((ballot) => same(ballot.by, by));
  const ballot: Ballot = { by, at: act.at, ...cast, ...placeOf(act), text: textOf(state, act) };
  const ballots = [...decision.ballots.filter((other) => other !== earlier), ballot];
  return {
    state: withDecision(state, { ...decision, ballots }),
    instead: earlier && earlier.choice !== cast.choice ? `, in place of ${earlier.choice}` : '',
  };
}

/** The refusal of somebody who has left a decision. */
export const recusedFrom = ({ id }: Decision, { by }: LineOf<'act'>, rule: RuleId): Effect =>
  refused(rule, `@${by.login} recused themselves from ${id}.`, 'The next decision counts them again.');

/** Whether a person has recused themselves from a decision. */
export const isRecused = ({ recused }: Decision, elector: Elector): boolean =>
  recused.some(({ by }) => speaksFor(elector, by));
