import { loginKey } from '../logins.js';
import type { Governance } from '../types.js';

/** Whether two logins are one person's: the same login, or two that the roster gives to one person. */
export type SamePerson = (a: string | null, b: string | null) => boolean;

/** Looks people up once: a charter of a stranger may have a thousand rows, and each is compared with each. */
export function samePersonIn(governance: Governance): SamePerson {
  const people = new Map(governance.people.flatMap((person) => person.logins.map((own) => [loginKey(own), person])));
  return (a, b) => {
    if (a === null || b === null) return false;
    const person = people.get(loginKey(a));
    return person === undefined ? loginKey(a) === loginKey(b) : person === people.get(loginKey(b));
  };
}
