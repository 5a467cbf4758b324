import type { Facts } from '../facts/facts.js';
import type { SubjectState } from './state.js';
import { isUnconfirmed } from './taken-over.js';
import type { Bookkeeping } from './verdict.js';

/** How a status stands in a file: `in-review` as `In-Review`. */
export const statusWord = (status: string): string =>
  status.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());

/**
 * Lines of the file that say otherwise than the record. `Draft` before a sponsor is no mistake of the author's, and a
 * status that is missing or cannot be read has a finding of its own.
 */
export function bookkeeping(facts: Facts, state: SubjectState): Bookkeeping[] {
  const { proposal } = facts.document;
  // What was taken over is no word by which a file could be wrong.
  if (isUnconfirmed(state)) return [];
  const wanted: Bookkeeping[] = [];
  const sponsor = state.sponsor?.by.login;
  const named = proposal.sponsors.some((person) => person.github?.toLowerCase() === sponsor?.toLowerCase());
  if (sponsor !== undefined && !named) {
    wanted.push({ field: 'sponsor', value: `@${sponsor}`, why: `${sponsor} sponsors this proposal.` });
  }
  if (state.status === 'proposal') {
    if (proposal.status !== null && proposal.status !== 'draft' && proposal.status !== 'proposal') {
      const why = 'The record says proposal: it awaits a sponsor, and until then the file says Draft.';
      wanted.push({ field: 'status', value: 'Draft', why });
    }
  } else if (proposal.status !== state.status) {
    wanted.push({ field: 'status', value: statusWord(state.status), why: `The record says ${state.status}.` });
  }
  return wanted;
}
