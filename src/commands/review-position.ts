import { isPerson } from '../judge/standing.js';
import { openDecision, type Decision, type SubjectState } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import { isRecused, withBallot } from './ballot.js';
import type { Acting, Effect } from './command.js';
import { voterOf, withDecision } from './decision.js';

/** A review of what is closed says nothing that anybody has to be refused. */
const ALSO: Acting['also'] = ['closed', 'merged'];

const quiet = (says: string, state: SubjectState): Effect => ({ outcome: { taken: true, says, quiet: true }, state });

/** The decision in which a review can be a ballot: one that counts some. */
function countingOf(state: SubjectState): Decision | null {
  const open = openDecision(state);
  return open?.form === 'vote' || open?.form === 'core' ? open : null;
}

/** Whether a ballot was cast by a review and not by a command. */
const isByReview = ({ acts }: SubjectState, source: string): boolean =>
  acts.some(({ act }) => act.source.id === source && act.command === APPROVED.name);

/** The state without a ballot that a person has cast by a review: their latest position stands. */
function withoutReview(state: SubjectState, open: Decision, act: LineOf<'act'>): SubjectState {
  const ballots = open.ballots.filter(({ by, source }) => !(isPerson(act, by) && isByReview(state, source)));
  return withDecision(state, { ...open, ballots });
}

/** An approval by somebody who may vote is a yes, on the commit that the review names. */
export const APPROVED: Acting = {
  name: 'review: approved',
  also: ALSO,
  effect(state, act) {
    const open = countingOf(state);
    const elector = open && voterOf(open, act.by);
    if (!open || !elector || isRecused(open, elector)) return quiet(`@${act.by.login} approved the text.`, state);
    const cast = { choice: 'yes' as const, reason: '', demands: [] };
    const { state: next, instead } = withBallot(state, open, { elector, act, cast });
    const says = `@${act.by.login} votes yes${instead}, by an approving review.`;
    return { outcome: { taken: true, says }, state: next };
  },
};

/** A request for changes is no ballot: its person is asked once what they mean by it. */
export const CHANGES_REQUESTED: Acting = {
  name: 'review: changes requested',
  also: ALSO,
  effect(state, act) {
    const open = openDecision(state);
    const elector = open && ['consensus', 'vote', 'core'].includes(open.form) ? voterOf(open, act.by) : null;
    if (!open || !elector || isRecused(open, elector)) return quiet(`@${act.by.login} asked for changes.`, state);
    const next = withoutReview(state, open, act);
    const asked = { by: act.by, at: act.at, url: act.source.url, source: act.source.id };
    const decision = next.decisions.find(({ id }) => id === open.id) ?? open;
    const questions = decision.questions.some(({ by }) => isPerson(act, by))
      ? decision.questions
      : [...decision.questions, asked];
    return {
      outcome: { taken: true, says: `@${act.by.login} asked for changes, which is no ballot by itself.` },
      state: withDecision(next, { ...decision, questions }),
    };
  },
};

/** A dismissed review is no position. */
export const DISMISSED: Acting = {
  name: 'review: dismissed',
  also: ALSO,
  effect(state, act) {
    const open = countingOf(state);
    const [review = ''] = act.args;
    if (!open?.ballots.some(({ source }) => source === review)) return quiet('A review was dismissed.', state);
    const ballots = open.ballots.filter(({ source }) => source !== review);
    const says = `@${act.by.login} dismissed a review, and the ballot that it was falls.`;
    return { outcome: { taken: true, says }, state: withDecision(state, { ...open, ballots }) };
  },
};
