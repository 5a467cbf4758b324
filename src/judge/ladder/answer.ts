import { refused, takenHere, type IssueEffect } from '../../commands/command.js';
import { isByNominee, withNomination } from '../../commands/nomination-here.js';
import type { Said } from '../../facts/facts.js';
import { compareMoments, momentOf } from '../../ledger/fold/timeline.js';
import { TEXT_ITSELF, type LineBody, type LineOf } from '../../ledger/lines.js';
import { isBefore } from '../instants.js';
import type { IssueState, Nomination } from './state.js';

/** The name of an act that nobody wrote as a command: whatever somebody writes who is asked whether they are still there. */
export const ANSWERED = 'answered';

/** What a comment says by itself: of who is asked whether they are still there, that they are. It ends the matter. */
export function answered(state: IssueState, act: LineOf<'act'>): IssueEffect {
  const { nomination } = state;
  if (
    act.command === ANSWERED &&
    nomination?.matter === 'inactive' &&
    !nomination.closed &&
    isByNominee(nomination, act)
  )
    return stays(state, nomination, act);
  return refused('nomination', 'Nobody was asked anything here by then.', 'Nothing is left to do here.');
}

/** Who is asked says that they stay. */
export function stays(state: IssueState, nomination: Nomination, { at, by }: LineOf<'act'>): IssueEffect {
  const why = `@${by.login} answered, and stays.`;
  return takenHere(
    why,
    withNomination(state, { ...nomination, closed: { at, outcome: 'rejected', why, sponsors: [] } }),
  );
}

/**
 * The first comment of who is asked since the question, where it is not in the ledger yet and nothing was decided before
 * it; null where there is none.
 * @param answers every comment that a look found, as a word by itself
 */
export function answerIn(
  answers: readonly LineOf<'act'>[],
  ledger: readonly LineBody[],
  { nomination, acts }: IssueState,
): LineOf<'act'> | null {
  const opening = acts.find(({ act, outcome }) => act.command === 'inactive' && outcome.taken)?.act;
  const isWritten = ledger.some(
    (line) => line.kind === 'settled' || (line.kind === 'act' && line.command === ANSWERED),
  );
  if (nomination?.matter !== 'inactive' || !opening || isWritten) return null;
  const { closed } = nomination;
  const [first = null] = answers
    .filter(
      (one) =>
        isByNominee(nomination, one) &&
        compareMoments(momentOf(one), momentOf(opening)) > 0 &&
        (closed === null || isBefore(one.at, closed.at)),
    )
    .sort((one, other) => compareMoments(momentOf(one), momentOf(other)));
  return first;
}

/** A comment as a word by itself, behind every command that it could hold. */
export const asAnswer = (comment: Pick<Said, 'at' | 'by'> & { source: Omit<Said['source'], 'index'> }): Said => ({
  ...{ command: ANSWERED, args: [], text: '', problem: null, commit: null, at: comment.at, by: comment.by },
  source: { ...comment.source, index: TEXT_ITSELF },
});
