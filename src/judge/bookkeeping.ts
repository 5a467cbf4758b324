import type { Facts } from '../facts/facts.js';
import type { SubjectState } from './state.js';
import type { Bookkeeping } from './verdict.js';

/** How a status stands in a file: `in-review` as `In-Review`. */
export const statusWord = (status: string): string =>
  status.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());

/**
 * Lines of the file that the record has overtaken. `Draft` before a sponsor is no mistake of the author's, so a status
 * is only held against the record once there is one to hold it against.
 */
export function bookkeeping(facts: Facts, state: SubjectState): Bookkeeping[] {
  const { proposal } = facts.document;
  const wanted: Bookkeeping[] = [];
  const sponsor = state.sponsor?.by.login;
  const named = proposal.sponsors.some((person) => person.github?.toLowerCase() === sponsor?.toLowerCase());
  if (sponsor !== undefined && !named) {
    wanted.push({ field: 'sponsor', value: `@${sponsor}`, why: `${sponsor} sponsors this proposal.` });
  }
  if (state.status !== 'proposal' && proposal.status !== state.status) {
    wanted.push({ field: 'status', value: statusWord(state.status), why: `The record says ${state.status}.` });
  }
  return wanted;
}
