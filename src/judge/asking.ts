import { Temporal } from 'temporal-polyfill';
import type { Facts } from '../facts/facts.js';
import type { Who } from '../ledger/lines.js';
import { findPerson } from '../people/index.js';
import type { ProposalState } from '../rules/schema.js';
import { same } from './standing.js';
import type { SubjectState } from './state.js';

/** Somebody who was asked for a review by `/review`, or who said that they will not give one. */
export interface Asked {
  who: Who;
  /** Who asked; null where somebody asked on GitHub alone, and all that is known is that it was declined. */
  by: Who | null;
  at: string;
  /** When they submitted a review after that; null while they have not. */
  answeredAt: string | null;
  /** When they declined; null where they have not. */
  declinedAt: string | null;
}

/** Whether an answer is still owed. */
export const isWaiting = ({ answeredAt, declinedAt }: Asked): boolean => answeredAt === null && declinedAt === null;

const OVER: readonly ProposalState[] = ['rejected', 'withdrawn', 'superseded', 'dormant', 'final'];

/** Whether something is left to review. */
export const isReviewed = ({ status }: Pick<SubjectState, 'status'>): boolean => !OVER.includes(status);

/** Logins of those who owe a review, in the order in which they were asked; nobody where nothing is left to review. */
export const reviewersOf = (state: SubjectState): string[] =>
  isReviewed(state) ? state.asked.filter(isWaiting).map(({ who }) => who.login) : [];

/** Whether somebody may be called by name here: the files know them, or they take part in the pull request. */
export const isCalled = ({ governing, activity, ledger }: Facts, { id, login }: Who): boolean =>
  findPerson(governing.governance, login) !== null ||
  activity.has(id) ||
  ledger.some((line) => line.kind === 'act' && line.by.id === id);

/** Those who owe a review and were asked less than so many days before an instant. */
export const askedWithin = (state: SubjectState, days: number, at: string): readonly Asked[] =>
  state.asked.filter((asked) => {
    const over = Temporal.Instant.from(asked.at).add({ hours: 24 * days });
    return isWaiting(asked) && Temporal.Instant.compare(Temporal.Instant.from(at), over) < 0;
  });

/** The state after somebody submitted a review: who was asked has answered by it. */
export function answered(state: SubjectState, who: Who, at: string): SubjectState {
  const answers = (asked: Asked): boolean => isWaiting(asked) && same(asked.who, who);
  if (!state.asked.some(answers)) return state;
  return { ...state, asked: state.asked.map((asked) => (answers(asked) ? { ...asked, answeredAt: at } : asked)) };
}
