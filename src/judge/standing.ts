import type { Elector, LineOf, Who } from '../ledger/lines.js';
import { ladderRole, type LadderRole, type Standing } from '../rules/schema.js';
import type { SubjectState } from './state.js';

/** An act's person with all their accounts, as the files gave them when they spoke. */
export type Person = Pick<LineOf<'act'>, 'by' | 'also'>;

/** An act's person with what they were when they spoke. */
export type Speaker = Person & Pick<LineOf<'act'>, 'roles'>;

/** Whether somebody is an act's person, by any of their accounts: people are counted, and not accounts. */
export const isPerson = ({ by, also }: Person, who: Who | null): boolean =>
  who !== null && (by.id === who.id || also.includes(who.id));

/** Whether an act's person wrote the proposal: who opened it, or is named as an author by any head so far. */
export const isAuthor = (state: SubjectState, act: Person): boolean =>
  isPerson(act, state.author) || isNamed(state, act.by, act.also);

/** Whether heads name a person as an author: by a login, or by any account that such a login had when they were seen. */
const isNamed = ({ authors, authorIds }: SubjectState, { id, login }: Who, also: readonly number[]): boolean =>
  authors.includes(login.toLowerCase()) || [id, ...also].some((one) => authorIds.includes(one));

/** Whether two mentions are the same account: by numeric id, never by login. Of an act's person see {@link isPerson}. */
export const same = (a: Who | null, b: Who | null): boolean => a !== null && a.id === b?.id;

/**
 * Whether an elector has a stake in the proposal, by any of their accounts: who opened it, whom its preamble names or
 * ever named as author, its sponsor. A stake takes power away and never gives any, so here a claim of the preamble is enough.
 */
export const hasStake = (state: SubjectState, person: Elector): boolean =>
  speaksFor(person, state.author) ||
  speaksFor(person, state.sponsor?.by ?? null) ||
  isNamed(state, person, person.also);

/** Whether an account is one of an elector's. */
export const speaksFor = (elector: Elector, account: Who | null): boolean =>
  account !== null && (elector.id === account.id || elector.also.includes(account.id));

/** Whether two are one person, by any account of either. */
export const areOne = (one: Pick<Elector, 'id' | 'also'>, other: Pick<Elector, 'id' | 'also'>): boolean =>
  [one.id, ...one.also].some((id) => id === other.id || other.also.includes(id));

/**
 * Whether a person holds one of the standings that a rule asks for.
 * @param group the group that `lead` and `wg-member` are meant for; null where none is responsible
 */
export function holds(
  state: SubjectState,
  speaker: Speaker,
  asked: readonly Standing[],
  group: string | null,
): boolean {
  return asked.some((standing) => {
    switch (standing) {
      case 'anyone':
        return true;
      case 'author':
        return isPerson(speaker, state.author);
      case 'sponsor':
        return isPerson(speaker, state.sponsor?.by ?? null);
      case 'lead':
      case 'wg-member':
        return group !== null && speaker.roles.includes(`${standing}:${group}`);
      case 'member':
      case 'maintainer':
      case 'core-maintainer':
      case 'lead-maintainer':
        return speaker.roles.includes(standing);
    }
  });
}

/** A place on the ladder and those above it, as standings; anyone is a contributor. */
export function andUp(least: LadderRole): readonly Standing[] {
  if (least === 'contributor') return ['anyone'];
  return ladderRole.exclude(['contributor']).options.filter((place) => isAtLeast(place, least));
}

const isAtLeast = (place: LadderRole, least: LadderRole): boolean =>
  ladderRole.options.indexOf(place) >= ladderRole.options.indexOf(least);

const WORDS: Record<Standing, string> = {
  anyone: 'anyone',
  author: 'the author',
  sponsor: 'the sponsor',
  lead: 'a lead of the group',
  'wg-member': 'a member of the group',
  member: 'a member of the project',
  maintainer: 'a maintainer',
  'core-maintainer': 'a Core Maintainer',
  'lead-maintainer': 'a Lead Maintainer',
};

/** A rule's standings in words: "a maintainer, a Core Maintainer or a Lead Maintainer". */
export function whoMay(asked: readonly Standing[]): string {
  const words = asked.map((standing) => WORDS[standing]);
  const last = words.at(-1) ?? 'nobody';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last;
}
