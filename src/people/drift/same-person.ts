import { loginKey } from '../logins.js';
import { findPerson } from '../queries.js';
import type { Governance } from '../types.js';

/** Whether two logins are one person's: the same login, or two that the roster gives to one person. */
export function samePerson(governance: Governance, a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  if (loginKey(a) === loginKey(b)) return true;
  const person = findPerson(governance, a);
  return person !== null && person === findPerson(governance, b);
}
