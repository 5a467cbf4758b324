import { electorateOf, findPerson, groupBySlug, leadsOf, placesOf } from '../../people/index.js';
import type { Role } from '../../people/types.js';
import { accountByLogin } from '../state/find.js';
import type { Account } from '../state/types.js';
import { pullIn, type Show } from './show.js';

/** People who have one part in what is played. */
export interface Part {
  /** What they are, as a heading: `Author`, `Leads of Wire Format`. */
  title: string;
  people: Account[];
}

/** Slug of the group that is responsible, or that the proposal names, or that the story is about; null where there is none. */
function groupOf({ look, group }: Show): string | null {
  if (look?.concluded.kind !== 'proposal') return group;
  const { state } = look.concluded.verdict;
  return state.group?.slug ?? state.head?.claims.group ?? group;
}

/**
 * Everybody who can act here, by the part that they have in this pull request, each once: who has two is listed by the
 * first. A part without people is left out.
 */
export function partsOf(show: Show): Part[] {
  const group = groupOf(show);
  const { governance, state } = show;
  const taken = new Set<number>();
  const part = (title: string, ids: readonly (number | null)[]): Part => {
    const people = [...new Set(ids)].flatMap((id) => {
      const account = id === null || taken.has(id) ? undefined : state.accounts.get(id);
      return account?.type === 'User' ? [account] : [];
    });
    for (const { id } of people) taken.add(id);
    return { title, people };
  };
  const ids = (logins: readonly (string | null)[]): (number | null)[] =>
    logins.map((login) => (login === null ? null : (accountByLogin(state, login)?.id ?? null)));
  const inRole = (...roles: readonly Role[]): (number | null)[] =>
    ids(governance.people.filter(({ role }) => roles.includes(role)).map(({ login }) => login));
  const found = group === null ? null : groupBySlug(governance, group);
  const body = found && electorateOf(governance, found);
  const sponsor = show.look?.concluded.kind === 'proposal' ? show.look.concluded.verdict.state.sponsor : null;
  const name = found?.title ?? '';
  const parts = [
    part('Author', [pullIn(show).authorId]),
    part('Sponsor', [sponsor?.by.id ?? null]),
    part(`Leads of ${name}`, found ? ids(leadsOf(found).map(({ login }) => login)) : []),
    part(`Members of ${name}`, body?.ok === true ? ids(body.electors.map(({ login }) => login)) : []),
    part('Maintainers', inRole('maintainer')),
    part('Core Maintainers', inRole('core-maintainer', 'lead-maintainer')),
    part('Others in the governance', ids(governance.people.map(({ login }) => login))),
    part('Outsiders', outsiders(show)),
  ];
  return parts.filter(({ people }) => people.length > 0);
}

const outsiders = ({ state }: Show): number[] =>
  [...state.accounts.values()].flatMap(({ id, type, login }) => (type === 'User' && login !== 'ghost' ? [id] : []));

const ROLES: Readonly<Record<Role, string>> = {
  contributor: '',
  member: 'Member',
  maintainer: 'Maintainer',
  'core-maintainer': 'Core Maintainer',
  'lead-maintainer': 'Lead Maintainer',
};

const LEVELS: Readonly<Record<string, string>> = {
  lead: 'lead of',
  member: 'member of',
  participant: 'participant of',
  observer: 'observer of',
};

/** Who somebody is by the files of the default branch: their role, their groups and their organisation. */
export function standingInWords({ governance }: Show, login: string): string[] {
  const person = findPerson(governance, login);
  if (!person) return ['no part in the governance'];
  const places = placesOf(governance, person).map(
    ({ group, level }) => `${LEVELS[level ?? ''] ?? 'in'} ${group.title}`,
  );
  const words = [ROLES[person.role], ...places, person.organization ?? ''].filter((word) => word !== '');
  return (words.length > 0 ? words : ['contributor']).map(capital);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
