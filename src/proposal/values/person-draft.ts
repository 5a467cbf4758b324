import type { Person } from '../types.js';
import { AT, setRole } from './person-role.js';
import { isWholeRole } from './person-words.js';

/** One person while being read. `words` have not found their meaning yet. */
export interface Draft {
  person: Person;
  words: string[];
  afterDash: boolean;
}

/** What reading a piece of text gave, and which liberties it took. */
export interface PieceOfPeople {
  people: Person[];
  liberties: string[];
  /** Everything in brackets or after a dash that is no part of a person, such as `pending`. */
  remarks: string[];
}

/** Whether a login or an address says who it is. */
export function hasIdentity(draft: Draft): boolean {
  return draft.person.github !== undefined || draft.person.email !== undefined;
}

/** Makes the words so far the person's name, or what they do, and where. */
export function nameFrom(draft: Draft): void {
  const words = clean(draft.words.join(' '));
  draft.words = [];
  if (isWholeRole(words) && draft.person.name === undefined) {
    setRole(draft.person, words);
    return;
  }
  const at = AT.exec(words);
  if (at) draft.person.affiliation ??= words.slice(at.index + at[0].length);
  const name = at ? words.slice(0, at.index) : words;
  if (name !== '') draft.person.name = draft.person.name === undefined ? name : `${draft.person.name} ${name}`;
}

/** Words without the punctuation around them; empty where no letter or digit is left. */
export function clean(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return '';
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:*_"'“”、，?·•/+-]+|[\s,:*_"'“”、，?·•/+-]+$/g, '')
    .replace(/^(?:by|and|or)(?:\s+|$)/i, '')
    .trim();
}
