import type { Person } from '../types.js';
import { resembles, resemblesBoth, worksAt } from './person-name.js';
import { isOrganisation, isPronouns, isTitle, isWholeRole } from './person-words.js';
import { setRole } from './person-role.js';

/** Two pieces that turned out to name one person, and which liberties that took. */
export interface Joined {
  readonly person: Person;
  readonly liberties: readonly string[];
}

/**
 * Whether `next`, behind a comma or a slash, is no other person but says more of `last`, who has no identity yet:
 * `Ada Example, @ada`; `Ada Example, Initech (@ada)`; `Example, Ada (@ada)`. `separated`: semicolons divide the
 * people here, so that a comma does not. Null where they are two.
 */
export function joins(last: Person, next: Person, separated: boolean): Joined | null {
  const { name: words, ...rest } = next;
  if (last.name === undefined || last.group !== undefined || next.group !== undefined) return null;
  if (words === undefined) return completes(last, next);
  if (hasIdentity(last) || !hasIdentity(next)) return null;
  const person: Person = { ...last, ...rest };
  if (isPronouns(words)) return { person, liberties: [] };
  if (isTitle(words)) return { person: { ...person, name: `${last.name} ${words}` }, liberties: [] };
  if (isWholeRole(words)) {
    setRole(person, words);
    return { person, liberties: [] };
  }
  const sure = isOrganisation(words) || worksAt(next, words);
  if (!sure && isReversed(last.name, words, next, separated)) {
    const name = `${words} ${last.name}`;
    return { person: { ...person, name }, liberties: [`"${last.name}, ${words}" was taken for one name, ${name}`] };
  }
  const hers = resembles(next, last.name) && !resembles(next, words);
  const asRule = separated && !resembles(next, words);
  if (sure || hers || asRule) {
    if (person.affiliation === undefined) person.affiliation = words;
    return { person, liberties: sure ? [] : [`"${words}" was taken for an affiliation`] };
  }
  return null;
}

/**
 * `Ada Example, Initech, ada@initech.example`: what was taken for a second name is where the first one works. Null where
 * both may be names.
 */
export function placeOf(person: Person | undefined, place: Person, identity: Person): Joined | null {
  if (person?.name === undefined || hasIdentity(person) || person.affiliation !== undefined) return null;
  if (place.name === undefined || Object.keys(place).length > 1) return null;
  const sure = worksAt(identity, place.name);
  if (!sure && (!resembles(identity, person.name) || resembles(identity, place.name))) return null;
  const liberties = sure ? [] : [`"${place.name}" was taken for an affiliation`];
  return { person: { ...person, affiliation: place.name, ...identity }, liberties };
}

/** `Ada Example, @ada`: an identity alone. */
function completes(last: Person, next: Person): Joined | null {
  if (next.email !== undefined && next.github === undefined) {
    return last.email === undefined ? { person: next, liberties: [] } : null;
  }
  if (next.github === undefined || hasIdentity(last)) return null;
  // "Ada, @bo" are two; "Ada, CTO (@ada)" is one.
  if (next.role === undefined && !/\s/.test(last.name ?? '')) return null;
  return { person: next, liberties: [`"@${next.github}" was taken for the login of ${last.name ?? ''}`] };
}

/** `Doe, Alice (@adoe)`: the family name first. */
function isReversed(before: string, words: string, next: Person, separated: boolean): boolean {
  if (/\s/.test(before)) return false;
  return resemblesBoth(next, words, before) || (separated && (resembles(next, words) || !resembles(next, before)));
}

function hasIdentity(person: Person): boolean {
  return person.github !== undefined || person.email !== undefined;
}
