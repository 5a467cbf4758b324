import type { Person } from '../types.js';
import { BETWEEN, groupWithPeople, pairs, withLegalForms, withoutNumbers } from './people-shapes.js';
import { resembles } from './person-name.js';
import { joins, placeOf } from './person-joined.js';
import { splitOutside } from './person-text.js';
import { isGroup, isOrganisation, isPronouns, isRole, isTitle, looksLikeLogin, namesRole } from './person-words.js';
import { setRole } from './person-role.js';
import { readPiece } from './person.js';

/** `@ada et al.`, without a comma before it. */
const OTHERS = /(?<![,;\s])\s+et al\.?(?=$|[;\n])/gi;
const BEHALF = /[,;—–-]?\s*\(?\s*\bon behalf of\s+(?:the\s+)?([^();]+?)\s*\)?\s*(?=;|\n|$)/i;
/** Thanks after the authors: those named here helped and are no authors. */
const CREDIT =
  /[,;]?\s+\(?(?:with (?:contributions?|help|input|thanks|support|feedback|assistance|review) (?:from|of|by|to)|thanks to)\s[^;\n]*/i;

/** A list of people as read. */
export interface PeopleList {
  /** `remarks`: what stands in brackets or behind a dash and says more of the person, such as `pending`. */
  people: { person: Person; remarks: string[] }[];
  /** The group on whose behalf they write; null where none is named. */
  group: string | null;
  /** What was read with a guess, each as words that end a sentence. */
  liberties: string[];
}

/** Reads people divided by commas, semicolons, "and", line breaks or only by space. `text` comes from `personText`. */
export function readPeopleList(text: string): PeopleList {
  const read: PeopleList = { people: [], group: null, liberties: [] };
  const behalf = BEHALF.exec(text);
  if (behalf?.[1] !== undefined) read.group = behalf[1].trim();
  const own = behalf ? text.slice(0, behalf.index) + text.slice(behalf.index + behalf[0].length) : text;
  const rest = withoutNumbers(own.replace(OTHERS, ', et al.'));
  const credit = CREDIT.exec(rest);
  if (credit?.[0]) leaveOut(credit[0].trim(), read);
  const chunks = splitOutside(credit ? rest.replace(CREDIT, '') : rest, /[;；\n]+/);
  const separated = chunks.some((chunk) => /[;；]/.test(chunk.before));
  for (const chunk of chunks) {
    const paired = pairs(chunk.text);
    if (paired) read.liberties.push('the logins at the end were given to the names in their order');
    for (const stretch of paired ?? [chunk.text]) readStretch(stretch, separated, read);
  }
  return read;
}

/** What stands between two semicolons or line breaks: one person with more about them, or several. */
function readStretch(text: string, separated: boolean, read: PeopleList): void {
  const before = read.people.length;
  for (const piece of withLegalForms(splitOutside(text, BETWEEN))) {
    for (const [index, part] of severalIn(piece.text.replace(/^(?:and|or)\s+/i, '')).entries()) {
      const at: Place = {
        separated,
        first: read.people.length === before,
        before: index > 0 ? '|' : piece.before,
      };
      const named = groupWithPeople(part);
      if (named === null) addPiece(part, at, read);
      else {
        read.group ??= named.group;
        read.liberties.push(`"${named.group}" was taken for the group of the people named with it`);
        readStretch(named.people, separated, read);
      }
    }
  }
}

/** `Ada (@ada) | Bo (@bo)`, `Ada (@ada) · Bo (@bo)`: people, where each is identified; else one and what they do. */
function severalIn(text: string): string[] {
  const parts = splitOutside(text, /\s[|·•]\s/).map((part) => part.text);
  return parts.length > 1 && parts.every((part) => /[@<]/.test(part)) ? parts : [text];
}

/** Where a piece stands. */
interface Place {
  /** Semicolons divide the people, so that a comma introduces more about one. */
  readonly separated: boolean;
  /** No person stands before it in its stretch. */
  readonly first: boolean;
  /** The separator before it, in small letters; a line break is `\n`. */
  readonly before: string;
}

/** One piece between separators: people, or something more about the person before it. */
function addPiece(text: string, at: Place, read: PeopleList): void {
  const last = at.first ? undefined : read.people.at(-1)?.person;
  const identified = /[@<]/.test(text);
  if (/^(?:et al\.?|et alii|(?:the |(?:\d{1,3}|many|several) )?(?:others?|more|community|contributors))$/i.test(text)) {
    read.liberties.push(`"${text}" names nobody and was left out`);
    return;
  }
  if (!identified && last && saysMore(text, last, at, read)) return;
  if (at.first && isNote(text)) {
    leaveOut(text, read);
    return;
  }
  const piece = readPiece(text);
  read.liberties.push(...piece.liberties);
  const [only] = piece.people;
  if (last && only && piece.people.length === 1 && (isComma(at.before) || at.before === '/')) {
    const placed = only.name === undefined ? placeOf(read.people.at(-2)?.person, last, only) : null;
    if (placed) read.people.splice(-2, 2, { person: placed.person, remarks: piece.remarks });
    if (placed) read.liberties.push(...placed.liberties);
    if (placed) return;
    const joined = joins(last, only, at.separated);
    if (joined !== null) {
      Object.assign(last, joined.person);
      read.liberties.push(...joined.liberties);
      read.people.at(-1)?.remarks.push(...piece.remarks);
      return;
    }
  }
  if (last && only && isTheLoginOf(last, only)) {
    read.liberties.push(`"@${only.github ?? ''}" was taken for the login of ${only.name ?? ''}`);
  }
  for (const person of piece.people) read.people.push({ person, remarks: piece.remarks });
}

/** `Ada & Bo (@ada)`: the account behind the second name looks like the first one's, who has none. */
function isTheLoginOf(last: Person, { name, ...account }: Person): boolean {
  if (last.name === undefined || last.github !== undefined || last.email !== undefined || name === undefined)
    return false;
  return resembles(account, last.name) && !resembles(account, name);
}

function leaveOut(remark: string, read: PeopleList): void {
  read.liberties.push(`the remark "${remark.slice(0, 60)}" was left out`);
}

/** Whether a piece without an identity belongs to the person before it: a title, a role, an affiliation. */
function saysMore(text: string, last: Person, at: Place, read: PeopleList): boolean {
  if (last.role !== undefined && /^[a-z][\w-]*\s/.test(text)) {
    last.role += `${isComma(at.before) ? ',' : ` ${at.before}`} ${text}`;
    return true;
  }
  if (!isComma(at.before)) return false;
  if (isPronouns(text)) return true;
  if (isTitle(text)) {
    last.name = `${last.name ?? ''} ${text}`.trim();
    return true;
  }
  if (last.role === undefined && namesRole(text)) {
    setRole(last, text);
    return true;
  }
  const place = /^(?:at|from)\s+(?=[A-Z])/.exec(text)?.[0].length ?? 0;
  if (last.affiliation !== undefined || (place === 0 && !isAffiliation(text, last, at.separated))) return false;
  last.affiliation = text.slice(place);
  if (place === 0 && !at.separated && !isOrganisation(text)) {
    read.liberties.push(`"${text}" was taken for an affiliation`);
  }
  return true;
}

function isComma(separator: string): boolean {
  return /^[,，、]$/.test(separator);
}

function isAffiliation(text: string, last: Person, separated: boolean): boolean {
  if (isGroup(text)) return false;
  if (separated || isOrganisation(text)) return true;
  if (isRole(text) || looksLikeLogin(text)) return false;
  const identified = last.github !== undefined || last.email !== undefined;
  return !/\s/.test(text) && identified && (last.name === undefined || /\s/.test(last.name));
}

/** `original proposal by @somebody in #12`: a sentence about the proposal, no person. */
function isNote(text: string): boolean {
  return (
    /^[a-z]+\s/.test(text) && !looksLikeNameParticle(text) && /\s(?:by|from|in|with|see|based|and|to|of)\s/.test(text)
  );
}

function looksLikeNameParticle(text: string): boolean {
  return /^(?:van|von|de|da|del|della|di|du|dos|el|al|bin|ibn|la|le|ter|ten)\s+\S*[A-Z]/.test(text);
}
