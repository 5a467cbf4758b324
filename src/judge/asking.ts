import { Temporal } from 'temporal-polyfill';
import type { Who } from '../ledger/lines.js';
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
