import type { Person } from '../types.js';
import { readBracket } from './person-bracket.js';
import { clean, hasIdentity, nameFrom, type Draft, type PieceOfPeople } from './person-draft.js';
import { isFullName, readsLikeRemark } from './person-name.js';
import { AT, setRole } from './person-role.js';
import { isGroup, isOrganisation, isRole, isWholeRole, looksLikeLogin } from './person-words.js';

const TOKEN =
  /<?(?:mailto:)?([A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,8})>?|<?@([A-Za-z0-9][A-Za-z0-9_-]{0,62}(?:\/[A-Za-z0-9][A-Za-z0-9_-]{0,62})?)>?|[([]([^()[\]]{0,300})[)\]]|(\s[-–—|@]\s|^[-–—]\s|\s[-–—]$|—)|([^\s()[\]<>—]+)|[()[\]<>]/g;

/**
 * The people in one stretch without separators: mostly one, several where only a space divides them
 * (`Ada Example (@ada) Bo Sample (@bo)`).
 */
export function readPiece(text: string): PieceOfPeople {
  const result: PieceOfPeople = { people: [], liberties: [], remarks: [] };
  const label = labelOf(text);
  let draft: Draft = { person: {}, words: [], afterDash: false };
  if (label) draft.person[label.part] = label.words;
  if (label && !label.sure) result.liberties.push(`"${label.words}" was taken for an affiliation`);
  const body = label ? text.slice(label.length) : text;

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

/** `Editor: Ada Example (@ada)`, `Core Maintainer Ada Example`, `Initech: Ada Example`: what stands before the person. */
function labelOf(text: string): { part: 'role' | 'affiliation'; words: string; length: number; sure: boolean } | null {
  const [title = '', maintainer] = /^((?:core |lead )?maintainer)\s+(?=\p{Lu}\S*\s)/iu.exec(text) ?? [];
  if (maintainer !== undefined) return { part: 'role', words: maintainer, length: title.length, sure: true };
  const [whole = '', words = ''] = /^([A-Za-z][A-Za-z -]{2,30}):\s+/.exec(text) ?? [];
  const length = whole.length;
  if (words === '') return null;
  if (isRole(words) || isWholeRole(words)) return { part: 'role', words, length, sure: true };
  const sure = isOrganisation(words);
  const company =
    sure || (!readsLikeRemark(words) && isFullName(/^[^(@<]*/.exec(text.slice(length))?.[0].trim() ?? ''));
  return company ? { part: 'affiliation', words, length, sure } : null;
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
  else if (looksLikeLogin(text) && !readsLikeRemark(text)) {
    person.github = text;
    result.liberties.push(`"${text}" was taken for a GitHub login`);
  } else person.name = text;
}
