import type { Person } from '../types.js';
import { isPlaceholder, saysAbsent } from './absent.js';
import { textOf, type Piece } from './inline.js';
import { readPeopleList, type PeopleList } from './people-list.js';
import { isFullName, readsLikeName, readsLikeRemark, resembles } from './person-name.js';
import { personText } from './person-text.js';
import { isOrganisation, isPast, isUnconfirmed } from './person-words.js';
import type { Say } from './say.js';

const CODE = 'preamble/people-form';
const HELP = 'Write each person as "Name (@github-login)" and put commas between them.';

/** Words before anybody is named that say that there is no sponsor. */
const NOBODY =
  /\b(?:seeking|looking for|in search of|no (?:current |confirmed |official )?sponsor|unsponsored|needs? (?:[\w-]+ ){0,3}sponsor|not (?:yet )?(?:assigned|found|known)|n\.a\.|(?:currently|presently) (?:none|no sponsor))/i;
/** Words before a sponsor that say no more than the field's name. */
const SPONSORED_BY = /^\s*(?:yes|sponsored by|approved by|confirmed(?: by)?|found|by)\s*[,:—–-]?\s*(?=[@A-Z])/i;

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
  const read = readPeopleList(personText(value));
  const people = read.people.flatMap(({ person }) => author(withoutRemark(person, read), read));
  if (people.length === 0 && read.group === null) say('error', CODE, `Nobody can be made out in "${text}".`, HELP);
  else report(read, say);
  return { people, group: read.group };
}

/** An author without an account may be called by any words but a remark; what is no person's name is said. */
function author(person: Person, { liberties }: PeopleList): Person[] {
  const { name } = person;
  if (name === undefined || isIdentified(person)) return [person];
  if (readsLikeRemark(name)) {
    liberties.push(`"${name.slice(0, 60)}" reads like a remark and was left out`);
    return [];
  }
  if (!readsLikeName(name)) liberties.push(`"${name}" does not read like a person's name`);
  return [person];
}

/**
 * The sponsors of a `Sponsor` field: people only. A company, a group, a remark, somebody who was merely asked, and
 * words such as "seeking" are no sponsor.
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
  const named = personText(value).replace(SPONSORED_BY, '');
  // "@ada, pending": one person and a remark.
  const read = readPeopleList(doubtful ? named.replace(/,\s*[a-z]{1,20}\s*$/, '') : named);
  const sponsors: Person[] = [];
  for (const { person: whole, remarks } of read.people) {
    const person = doubtful ? whole : withoutRemark(whole, read);
    if (!isPerson(person)) {
      const words = person.group ?? person.name ?? text;
      say(
        'warning',
        'preamble/sponsor',
        readsLikeRemark(words)
          ? `"${words}" reads like a remark, and was not taken for a sponsor.`
          : `"${words}" is not a person that can be recognised; a sponsor is a maintainer.`,
        'Write the sponsor as "Name (@github-login)", or "None" until one has agreed.',
      );
    } else if (doubtful || remarks.some(isUnconfirmed) || isUnconfirmed(whole.name ?? 'named')) {
      say(
        'warning',
        'preamble/sponsor',
        `"${text}" names somebody who has not agreed yet; that is no sponsor.`,
        'Write "None" until a sponsor has agreed.',
      );
    } else if (isPast(whole.name ?? '')) {
      say(
        'warning',
        'preamble/sponsor',
        `"${text}" names somebody who was the sponsor and is none now.`,
        'Name only the present one, or write "None".',
      );
    } else {
      if (!isIdentified(person)) {
        read.liberties.push(`"${person.name ?? ''}" was taken for a person's name, and no GitHub login is given`);
      }
      // "seeking co-sponsor" and "has agreed" are about the sponsoring, not what this person does.
      const { role, ...rest } = person;
      sponsors.push(role === undefined || /sponsor|agreed|confirmed/i.test(role) ? rest : person);
    }
  }
  if (read.people.length === 0 && read.group !== null) {
    say(
      'warning',
      'preamble/sponsor',
      `"${read.group}" is a group; a sponsor is a person.`,
      'Write the sponsor as "Name (@github-login)", or "None".',
    );
  }
  report(read, say);
  return sponsors;
}

function isPerson(person: Person): boolean {
  if (person.group !== undefined) return false;
  // A company's own account is no person either.
  if (person.name !== undefined && isOrganisation(person.name)) return false;
  if (isIdentified(person)) return true;
  const name = person.name ?? '';
  return isFullName(name) && name !== person.affiliation;
}

function isIdentified({ github, email }: Person): boolean {
  return github !== undefined || email !== undefined;
}

/** `Found: @ada`, `waiting for @ada`: the words before an account are nobody's name. */
function withoutRemark(person: Person, { liberties }: PeopleList): Person {
  const { name, ...rest } = person;
  if (name === undefined || !isIdentified(person)) return person;
  if (resembles(person, name)) return person;
  if (isOrganisation(name) && person.affiliation === undefined) {
    liberties.push(`"${name}" was taken for an affiliation`);
    return { ...rest, affiliation: name };
  }
  if (!readsLikeRemark(name)) return person;
  liberties.push(`the remark "${name.slice(0, 60)}" was left out`);
  return rest;
}

function report({ liberties }: PeopleList, say: Say): void {
  for (const liberty of new Set(liberties)) say('warning', CODE, `Read liberally: ${liberty}.`, HELP);
}
