import type { Person } from '../types.js';
import { isPlaceholder, saysAbsent } from './absent.js';
import { textOf, type Piece } from './inline.js';
import { personText, splitOutside } from './person-text.js';
import { isGroup, isOrganisation, isRole, isUnconfirmed, looksLikeLogin, namesRole } from './person-words.js';
import { readPiece } from './person.js';
import type { Say } from './say.js';

const CODE = 'preamble/people-form';
const HELP = 'Write each person as "Name (@github-login)" and put commas between them.';
/** `@ada et al.`, without a comma before it. */
const OTHERS = /(?<![,;\s])\s+et al\.?(?=$|[;\n])/gi;
const BEHALF = /[,;—–-]?\s*\(?\s*\bon behalf of\s+(?:the\s+)?([^();]+?)\s*\)?\s*(?=;|\n|$)/i;

/** Words before anybody is named that say that there is no sponsor. */
const NOBODY =
  /\b(?:seeking|looking for|in search of|no sponsor|unsponsored|needs? (?:[\w-]+ ){0,3}sponsor|not (?:yet )?(?:assigned|found|known)|n\.a\.)/i;
/** Thanks after the authors: those named here helped and are no authors. */
const CREDIT =
  /[,;]?\s+\(?(?:with (?:contributions?|help|input|thanks|support|feedback|assistance|review) (?:from|of|by|to)|thanks to)\s[^;\n]*/i;

export interface People {
  people: Person[];
  /** The group on whose behalf they write; null where none is named. */
  group: string | null;
}

/** The people of an `Author(s)` field. */
export function readAuthors(value: readonly Piece[], say: Say): People {
  const text = textOf(value);
  if (saysAbsent(text)) return { people: [], group: null };
  if (isPlaceholder(text)) {
    say('error', CODE, `"${text}" is still the template's placeholder.`, HELP);
    return { people: [], group: null };
  }
  const read = readList(personText(value));
  if (read.people.length === 0 && read.group === null) say('error', CODE, `Nobody can be made out in "${text}".`, HELP);
  report(read, say);
  return { people: read.people.map((one) => one.person), group: read.group };
}

/**
 * The sponsors of a `Sponsor` field: people only. A company, a group, somebody who was merely asked, and words such as
 * "seeking" are no sponsor.
 */
export function readSponsors(value: readonly Piece[], say: Say): Person[] {
  const text = textOf(value);
  // "[seeking sponsor]" and "[TBD]" stand in brackets, and are no placeholder.
  const inBrackets = /^\[([^[\]]*)\]$/.exec(text)?.[1] ?? '';
  if (isPlaceholder(text) && !NOBODY.test(inBrackets) && !saysAbsent(inBrackets || text)) {
    say(
      'error',
      CODE,
      `"${text}" is still the template's placeholder.`,
      'Write the sponsor as @github-login, or "None" while you are looking for one.',
    );
    return [];
  }
  if (saysAbsent(text) || NOBODY.test(text.split('@')[0] ?? '')) return [];
  const doubtful = isUnconfirmed(text) || /\?\s*$/.test(text);
  const named = personText(value).replace(/^\s*(?:yes|sponsored by|by)\s*[,:—–-]?\s*(?=[@A-Z])/i, '');
  // "@ada, pending": one person and a remark.
  const read = readList(doubtful ? named.replace(/,\s*[a-z]{1,20}\s*$/, '') : named);
  const sponsors: Person[] = [];
  for (const { person, remarks } of read.people) {
    if (doubtful || remarks.some(isUnconfirmed)) {
      say(
        'warning',
        'preamble/sponsor',
        `"${text}" names somebody who has not agreed yet; that is no sponsor.`,
        'Write "None" until a sponsor has agreed.',
      );
    } else if (isPerson(person)) {
      // "seeking co-sponsor" is a remark about the search, not what this person does.
      const { role, ...rest } = person;
      sponsors.push(role === undefined || /sponsor/i.test(role) ? rest : person);
    } else {
      const what = person.group ?? person.name ?? text;
      say(
        'warning',
        'preamble/sponsor',
        `"${what}" is not a person that can be recognised; a sponsor is a maintainer.`,
        'Write the sponsor as "Name (@github-login)", or "None".',
      );
    }
  }
  report(read, say);
  return sponsors;
}

function isPerson(person: Person): boolean {
  if (person.group !== undefined) return false;
  if (person.github !== undefined || person.email !== undefined) return true;
  const name = person.name ?? '';
  return /\S\s+\S/.test(name) && !isOrganisation(name) && name !== person.affiliation;
}

interface Read {
  people: { person: Person; remarks: string[] }[];
  group: string | null;
  liberties: string[];
}

function report(read: Read, say: Say): void {
  for (const liberty of new Set(read.liberties)) say('warning', CODE, `Read liberally: ${liberty}.`, HELP);
}

function readList(text: string): Read {
  const read: Read = { people: [], group: null, liberties: [] };
  const behalf = BEHALF.exec(text);
  if (behalf?.[1] !== undefined) read.group = behalf[1].trim();
  const own = behalf ? text.slice(0, behalf.index) + text.slice(behalf.index + behalf[0].length) : text;
  const rest = own.replace(OTHERS, ', et al.');
  const credit = CREDIT.exec(rest);
  if (credit) read.liberties.push(`the remark "${credit[0].trim().slice(0, 60)}" was left out`);
  const chunks = splitOutside(credit ? rest.replace(CREDIT, '') : rest, /[;；\n]+/);
  const separated = chunks.some((chunk) => /[;；]/.test(chunk.before));
  for (const chunk of chunks) {
    const before = read.people.length;
    for (const piece of splitOutside(chunk.text, /[,，、]|\s(?:and|or|&|\+|\/)\s/)) {
      for (const [index, text] of severalIn(piece.text.replace(/^(?:and|or)\s+/i, '')).entries()) {
        const at = { separated, first: read.people.length === before };
        addPiece(text, index > 0 ? '|' : piece.before, at, read);
      }
    }
  }
  return read;
}

/** `Ada (@ada) | Bo (@bo)`, `Ada (@ada) · Bo (@bo)`: people, where each is identified; else one and what they do. */
function severalIn(text: string): string[] {
  const parts = splitOutside(text, /\s[|·•]\s/).map((part) => part.text);
  return parts.length > 1 && parts.every((part) => /[@<]/.test(part)) ? parts : [text];
}

/** One piece between separators: people, or something more about the person before it. */
function addPiece(text: string, before: string, at: { separated: boolean; first: boolean }, read: Read): void {
  const last = at.first ? undefined : read.people.at(-1)?.person;
  const identified = /[@<]/.test(text);
  if (/^(?:et al\.?|et alii|(?:the |(?:\d{1,3}|many|several) )?(?:others?|more|community|contributors))$/i.test(text)) {
    read.liberties.push(`"${text}" names nobody and was left out`);
    return;
  }
  if (!identified && last?.role !== undefined && /^[a-z][\w-]*\s/.test(text)) {
    last.role += `${isComma(before) ? ',' : ` ${before}`} ${text}`;
    return;
  }
  if (!identified && last && isComma(before)) {
    if (/^(?:jr|sr|ii|iii|iv|ph\.?d|md|m\.?sc)\.?$/i.test(text)) {
      last.name = `${last.name ?? ''} ${text}`.trim();
      return;
    }
    if (last.role === undefined && namesRole(text)) {
      last.role = text;
      return;
    }
    if (last.affiliation === undefined && isAffiliation(text, last, at.separated)) {
      last.affiliation = text;
      if (!at.separated && !isOrganisation(text)) read.liberties.push(`"${text}" was taken for an affiliation`);
      return;
    }
  }
  if (at.first && isNote(text)) {
    read.liberties.push(`the remark "${text.slice(0, 60)}" was left out`);
    return;
  }
  const piece = readPiece(text);
  read.liberties.push(...piece.liberties);
  const [only] = piece.people;
  if (last && isComma(before) && piece.people.length === 1 && only && completes(last, only)) {
    Object.assign(last, only);
    if (only.github !== undefined)
      read.liberties.push(`"@${only.github}" was taken for the login of ${last.name ?? ''}`);
    return;
  }
  for (const person of piece.people) read.people.push({ person, remarks: piece.remarks });
}

function isComma(separator: string): boolean {
  return /^[,，、]$/.test(separator);
}

/** `Ada Example, @ada`: an identity alone, after somebody who has none. */
function completes(last: Person, next: Person): boolean {
  if (next.name !== undefined || next.group !== undefined || last.name === undefined) return false;
  if (next.email !== undefined && next.github === undefined) return last.email === undefined;
  return next.github !== undefined && last.github === undefined && last.email === undefined && /\s/.test(last.name);
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
