import type { Elector, Who } from '../ledger/lines.js';
import { speaksFor } from './standing.js';
import type { Ballot, Decision } from './state.js';

/** A ballot that is not counted as things stand, and why: people are told of every one. */
export interface Uncounted {
  ballot: Ballot;
  why: string;
}

/** The ballots of a decision, sorted by whether they are counted as things stand. */
export interface Sorted {
  counted: readonly Ballot[];
  uncounted: readonly Uncounted[];
}

/** Those of the quorum body who have not recused themselves. */
export const bodyOf = ({ electorate, recused }: Decision): readonly Elector[] =>
  electorate.filter((elector) => recused.every(({ by }) => !speaksFor(elector, by)));

/** Those who may still cast a ballot: the voters who have not recused themselves. */
export const votersOf = ({ voters, recused }: Decision): readonly Elector[] =>
  voters.filter((voter) => recused.every(({ by }) => !speaksFor(voter, by)));

/**
 * Whom an open decision asks for a ballot: those of the quorum body who have an account, and no ballot that counts or may
 * count again once a changed text is confirmed.
 */
export function stillAsked(decision: Decision): Who[] {
  const mayCountAgain = decision.pushes === 'confirm' && !isTextSettled(decision);
  const cast = mayCountAgain ? decision.ballots : sorted(decision).counted;
  return bodyOf(decision)
    .filter((elector) => elector.id > 0 && cast.every(({ by }) => by.id !== elector.id))
    .map(({ id, login }) => ({ id, login }));
}

/**
 * Sorts the ballots. What a change of the normative text does to ballots cast before it is the rule `pushes`: they stay
 * (`keep`), fall (`invalidate`), or stand once somebody other than an author has confirmed the new text (`confirm`). A
 * ballot of which nobody can tell on which of two texts it was cast is bound to the earlier one, and one on a commit that
 * was never seen as a head to none.
 */
export function sorted(decision: Decision): Sorted {
  const { ballots, pushes, text } = decision;
  const recused = ballots.filter(({ by }) => decision.recused.some((one) => one.by.id === by.id));
  const cast = ballots.filter((ballot) => !recused.includes(ballot));
  const fallen = cast.filter((ballot) => pushes !== 'keep' && ballot.text !== text && !isConfirmed(decision, text));
  const earlier =
    pushes === 'invalidate'
      ? 'It was cast on an earlier text, and the rules let it fall.'
      : 'It was cast on an earlier text, and nobody has confirmed the new one yet.';
  const unknown = 'It was cast on a commit that was never seen as a head here: on which text nobody can tell.';
  return {
    counted: cast.filter((ballot) => !fallen.includes(ballot)),
    uncounted: fallen.map((ballot) => ({ ballot, why: ballot.text === null ? unknown : earlier })),
  };
}

/** Whether a change of the text since the decision opened is settled: there is none, or the rules or somebody say so. */
export const isTextSettled = (decision: Decision): boolean =>
  decision.pushes === 'keep' ||
  decision.text === decision.openedOn ||
  (decision.pushes === 'confirm' && isConfirmed(decision, decision.text));

/** Whether one of those who are counted has confirmed a text, where the rules ask for that. */
export const isConfirmed = ({ pushes, confirmed }: Decision, text: string | null): boolean =>
  pushes === 'confirm' && confirmed.some((one) => one.text === text);
