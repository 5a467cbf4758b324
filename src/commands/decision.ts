import type { Elector, LineOf, Who } from '../ledger/lines.js';
import { tally } from '../judge/count.js';
import { isPerson, speaksFor } from '../judge/standing.js';
import { openDecision, type Closing, type Decision, type SubjectState } from '../judge/state.js';
import { refused, type Effect } from './command.js';
import { quoted } from './quoted.js';

/** The place of an account's person among those who may vote in a decision; null where they have none. */
export const voterOf = (decision: Decision, account: Who): Elector | null =>
  decision.voters.find((elector) => speaksFor(elector, account)) ?? null;

/** The place of an account's person in a decision's frozen electorate; null where they have none. */
export const electorOf = (decision: Decision, account: Who): Elector | null =>
  decision.electorate.find((elector) => speaksFor(elector, account)) ?? null;

/** An elector as one person: under the account that the electorate knows them by. */
export const asOne = ({ id, login }: Elector): Who => ({ id, login });

/** The state with a decision replaced by its newer self. */
export const withDecision = (state: SubjectState, decision: Decision): SubjectState => ({
  ...state,
  decisions: state.decisions.map((old) => (old.id === decision.id ? decision : old)),
});

/** The state after a word that ends what was being decided; nothing follows from it. */
export const ended = (state: SubjectState, open: Decision, at: string, why: string): SubjectState =>
  closedBy(state, open, { at, outcome: 'ended', why });

/** The state with a decision closed by an act. */
export const closedBy = (
  state: SubjectState,
  decision: Decision,
  { at, outcome, why }: Omit<Closing, 'tally'>,
): SubjectState => withDecision(state, { ...decision, closed: { at, outcome, why, tally: tally(decision) } });

/** A decision is cancelled by who opened it, with a reason; that is one more line, and never a pass. */
export function cancelledBy(
  state: SubjectState,
  act: LineOf<'act'>,
  { forms, name, rule }: { forms: readonly Decision['form'][]; name: string; rule: 'consensus' | 'vote' },
): Effect {
  const open = openDecision(state);
  if (!open || !forms.includes(open.form)) {
    return refused(rule, `No ${name} is open here.`, 'The status comment above says what is open.');
  }
  if (!isPerson(act, open.opener)) {
    return refused(
      rule,
      open.opener
        ? `Only who opened it cancels it, and that is @${open.opener.login}.`
        : 'It opened by itself when a consensus was blocked, and nobody cancels it.',
      'Where the matter is settled otherwise, the sponsor or the author may withdraw or move the proposal.',
    );
  }
  const reason = act.args[0] ?? '';
  const why = `@${act.by.login} cancelled it, with a reason.`;
  return {
    outcome: { taken: true, says: `@${act.by.login} cancelled the ${name} ${open.id}: ${quoted(reason)}.` },
    state: closedBy(state, open, { at: act.at, outcome: 'cancelled', why }),
  };
}
