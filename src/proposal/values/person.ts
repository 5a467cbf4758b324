import type { Person } from '../types.js';
import { resembles } from './person-name.js';
import {
  isGroup,
  isLogin,
  isOrganisation,
  isRole,
  isUnconfirmed,
  isWholeRole,
  looksLikeLogin,
} from './person-words.js';
import { AT, setRole } from './person-role.js';
import { splitOutside } from './person-text.js';

/** One person while being read. `words` have not found their meaning yet. */
interface Draft {
  person: Person;
  words: string[];
  afterDash: boolean;
}

const TOKEN =
  /<?(?:mailto:)?([A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,8})>?|<?@([A-Za-z0-9][A-Za-z0-9_-]{0,62}(?:\/[A-Za-z0-9][A-Za-z0-9_-]{0,62})?)>?|[([]([^()[\]]{0,300})[)\]]|(\s[-–—|@]\s|^[-–—]\s|\s[-–—]$|—)|([^\s()[\]<>—]+)|[()[\]<>]/g;

/** What reading a piece of text gave, and which liberties it took. */
export interface PieceOfPeople {
  people: Person[];
  liberties: string[];
  /** Everything in brackets or after a dash that is no part of a person, such as `pending`. */
  remarks: string[];
}

/**
 * The people in one stretch without separators: mostly one, several where only a space divides them
 * (`Ada Example (@ada) Bo Sample (@bo)`).
 */
export function readPiece(text: string): PieceOfPeople {
  const result: PieceOfPeople = { people: [], liberties: [], remarks: [] };
  const role = /^([A-Za-z][A-Za-z -]{2,30}):\s+/.exec(text);
  let draft: Draft = { person: {}, words: [], afterDash: false };
  if (role?.[1] !== undefined && isRole(role[1])) draft.person.role = role[1].trim();
  const body = role?.[1] !== undefined && isRole(role[1]) ? text.slice(role[0].length) : text;

  const finish = (): void => {
    settle(draft, result);
    if (Object.keys(draft.person).some((key) => key !== 'role')) result.people.push(draft.person);
    draft = { person: {}, words: [], afterDash: false };
  };
  /** Words before an identity are its owner's name; if the one being read is complete, they begin the next. */
  const identity = (part: 'github' | 'email', value: string): void => {
    // `[Ada Example](https://github.com/ada) (@ada)` names one account twice.
    if (draft.person[part]?.toLowerCase() === value.toLowerCase()) return;
    const complete = draft.person.github !== undefined || draft.person.email !== undefined;
    if (complete && (draft.person[part] !== undefined || (draft.words.length > 0 && !draft.afterDash))) {
      const next = draft.afterDash ? [] : draft.words;
      if (!draft.afterDash) draft.words = [];
      finish();
      draft.words = next;
      result.liberties.push('people were told apart by spaces only');
    }
    if (!draft.afterDash && draft.words.length > 0) nameFrom(draft);
    draft.person[part] = value;
  };

  for (const token of body.matchAll(TOKEN)) {
    const [, email, login, bracket, dash, word] = token;
    if (email !== undefined) identity('email', email.replace(/[.-]+$/, ''));
    else if (login?.includes('/')) {
      // A team: a group, and no account.
      finish();
      result.people.push({ group: login });
    } else if (login !== undefined) identity('github', login.replace(/[-_]+$/, ''));
    else if (bracket !== undefined) readBracket(bracket.trim(), draft, result, identity);
    else if (dash !== undefined) {
      if (!draft.afterDash && !hasIdentity(draft)) nameFrom(draft);
      else if (draft.afterDash && draft.words.length > 0) settle(draft, result);
      draft.afterDash = draft.person.name !== undefined || hasIdentity(draft);
    } else if (word !== undefined) draft.words.push(word);
  }
  finish();
  return result;
}

function hasIdentity(draft: Draft): boolean {
  return draft.person.github !== undefined || draft.person.email !== undefined;
}

function nameFrom(draft: Draft): void {
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

/** Gives the words that are left at the end their meaning. */
function settle(draft: Draft, result: PieceOfPeople): void {
  const text = clean(draft.words.join(' '));
  draft.words = [];
  const { person } = draft;
  // A year or a footnote's number is no name.
  if (text === '' || (/^\d+$/.test(text) && hasIdentity(draft))) return;
  const placed = /^(?:at|of|from|with)\s+(?=[A-Z])/.exec(text);
  if (!hasIdentity(draft) && person.name === undefined) {
    const at = AT.exec(text);
    if (at) {
      person.name = text.slice(0, at.index);
      person.affiliation = text.slice(at.index + at[0].length);
    } else nameOrLogin(text, person, result);
  } else if (placed) person.affiliation ??= text.slice(placed[0].length);
  else if (person.name === undefined && !isRole(text) && !isOrganisation(text)) person.name = text;
  else if (isRole(text)) {
    result.remarks.push(text);
    setRole(person, text);
  } else if (draft.afterDash || isOrganisation(text)) person.affiliation ??= text;
  else {
    result.people.push({ ...person });
    draft.person = {};
    nameOrLogin(text, draft.person, result);
    result.liberties.push('people were told apart by spaces only');
  }
}

function nameOrLogin(text: string, person: Person, result: PieceOfPeople): void {
  if (isGroup(text)) person.group = text.replace(/^the\s+/i, '');
  else if (looksLikeLogin(text)) {
    person.github = text;
    result.liberties.push(`"${text}" was taken for a GitHub login`);
  } else person.name = text;
}

/** What stands in brackets: logins, addresses, an affiliation, a role; several of them by comma. */
function readBracket(
  text: string,
  draft: Draft,
  result: PieceOfPeople,
  identity: (part: 'github' | 'email', value: string) => void,
): void {
  if (!draft.afterDash && !hasIdentity(draft)) nameFrom(draft);
  for (const part of splitOutside(text, /[,;|]|\s\/\s/)) {
    const inner = part.text.replace(/^(?:github(?: id| handle| username)?|gh|e-?mail|mail)(?:\s*:\s*|\s+(?=@))/i, '');
    const labelled = inner !== part.text;
    const email = /^<?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>?$/.exec(inner)?.[1];
    const login = /^@\s?([A-Za-z0-9][A-Za-z0-9_-]*)$/.exec(inner)?.[1];
    if (email !== undefined) identity('email', email);
    else if (login !== undefined) identity('github', login);
    else if (labelled && isLogin(inner)) identity('github', inner);
    else if (/^\^?\d{1,4}$/.test(inner) || CONFIRMED.test(inner)) continue;
    else if (NAMED.test(inner)) namedInside(inner, draft, identity);
    else if (/^(?:he|she|they|ze|xe|any)\b.*\//i.test(inner)) continue;
    else if (/^[A-Za-z ]{2,20}:/.test(inner)) result.remarks.push(inner);
    else if (isRole(inner) && !looksLikeLogin(inner)) {
      result.remarks.push(inner);
      draft.person.role ??= inner;
    } else if (
      /^(?:editor|author|lead|maintainer|contributor|shepherd|champion|reviewer|sponsor|facilitator)s?$/i.test(inner)
    ) {
      draft.person.role ??= inner;
    } else if (looksLikeLogin(inner) && draft.person.github === undefined && !isOrganisation(inner)) {
      result.remarks.push(inner);
      identity('github', inner);
      result.liberties.push(`"${inner}" was taken for a GitHub login`);
    } else {
      result.remarks.push(inner);
      insideBracket(inner, draft, result);
    }
  }
}

/** `@ada (Ada Example)` gives the name, `Ada Example (Initech)` and `@ada (Initech)` the affiliation. */
function insideBracket(text: string, draft: Draft, result: PieceOfPeople): void {
  const { person } = draft;
  if (isUnconfirmed(text)) return;
  if (person.name !== undefined || !hasIdentity(draft) || isOrganisation(text)) {
    person.affiliation ??= text;
  } else if (/\s/.test(text) || resembles(person, text)) person.name = text;
  else {
    person.affiliation ??= text;
    result.liberties.push(`"${text}" was taken for an affiliation`);
  }
}

/** `Ada Example @ada`, as it may stand in brackets behind a company. */
const NAMED = /^([^@]{2,80}?)\s+@([A-Za-z0-9][A-Za-z0-9_-]{0,62})$/;
/** A sponsor's or author's agreement, which is what naming them says already. */
const CONFIRMED = /^(?:confirmed|agreed|accepted|approved|ok|yes)$/i;

/** Of a name outside and one inside of the brackets, the one of several words is the person's. */
function namedInside(inner: string, draft: Draft, identity: (part: 'github', value: string) => void): void {
  const [, words = '', login = ''] = NAMED.exec(inner) ?? [];
  const outside = draft.person.name;
  if (outside === undefined || (/\s/.test(words) && (!/\s/.test(outside) || isOrganisation(outside)))) {
    draft.person.name = words;
    if (outside !== undefined) draft.person.affiliation ??= outside;
  } else draft.person.affiliation ??= words;
  identity('github', login);
}

function clean(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return '';
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:*_"'“”、，?·•/+-]+|[\s,:*_"'“”、，?·•/+-]+$/g, '')
    .replace(/^(?:by|and|or)(?:\s+|$)/i, '')
    .trim();
}
