import { loginKey } from './logins.js';
import type { Roster, RosterMembership, RosterPerson, RosterRole } from './types.js';

/** Whom a change of the roster is about: an account, with the other accounts and the logins that the files know of them. */
export interface RosterSubject {
  id: number;
  also: readonly number[];
  /** As GitHub calls them now. */
  login: string;
  /** Logins of the files that mean them, in lower case. */
  logins: readonly string[];
}

/** One decided change of the roster. Days are `YYYY-MM-DD`. */
export interface RosterChange {
  of: RosterSubject;
  /** What they get. */
  gives:
    | { kind: 'role'; role: RosterRole['role'] }
    | { kind: 'group'; group: string; level: 'lead' | 'member' }
    | { kind: 'moderator' }
    | null;
  /** What they lay down. */
  takes:
    | { kind: 'role'; role: RosterRole['role'] }
    | { kind: 'group'; group: string; level: 'lead' | 'member' }
    | { kind: 'moderator' }
    | { kind: 'everything' }
    | null;
  /** Whether they are emeritus from then on; null where that stays as it is. */
  emeritus: boolean | null;
  /** The first day of what they get. What they lay down lasts to the day before. */
  day: string;
  /** What decided it: `#20`. */
  decision: string;
}

/** An entry of the roster without where it stands. */
export interface Entry {
  ids: number[];
  logins: string[];
  name: string | null;
  organization: string | null;
  roles: Omit<RosterRole, 'line'>[];
  moderator: boolean;
  groups: Omit<RosterMembership, 'line'>[];
  emeritus: boolean;
}

/** The entries of a roster, as they compare. */
export const entriesOf = (roster: Pick<Roster, 'people'> | null): Entry[] => (roster?.people ?? []).map(entry);

const span = <Of extends RosterRole | RosterMembership>({ line: _, ...one }: Of): Omit<Of, 'line'> => one;

const entry = ({ ids, logins, name, organization, roles, moderator, groups, emeritus }: RosterPerson): Entry => ({
  ...{ ids, logins, name, organization, moderator, emeritus },
  roles: roles.map(span),
  groups: groups.map(span),
});

/** The position of somebody's entry: by the id of an account before any login; -1 where there is none. */
export function placeIn(
  entries: readonly Pick<Entry, 'ids' | 'logins'>[],
  { id, also, login, logins }: RosterSubject,
): number {
  const byId = entries.findIndex(({ ids }) => ids.includes(id) || also.some((one) => ids.includes(one)));
  if (byId !== -1) return byId;
  const known = new Set([...logins, loginKey(login)]);
  return entries.findIndex((one) => one.ids.length === 0 && one.logins.some((own) => known.has(loginKey(own))));
}

/** The day before one. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The last day of what ends before a day; what began on it ends with it, since nothing ends before it began. */
export const lastDay = (since: string | null, day: string): string =>
  since !== null && since > dayBefore(day) ? since : dayBefore(day);

/** Whether a role or place still goes on, so that a change ends it. */
export const goesOn = ({ until }: { until: string | null }, day: string): boolean => until === null || until >= day;

/** The entries as they have to be once a change is made. */
export function changed(entries: readonly Entry[], change: RosterChange): Entry[] {
  const { of } = change;
  const at = placeIn(entries, of);
  const before = entries[at] ?? fresh(of);
  const after = { ...before, ...rolesAfter(before, change), groups: groupsAfter(before, change) };
  const next: Entry = {
    ...after,
    moderator: change.gives?.kind === 'moderator' || (before.moderator && !takesModerator(change)),
    emeritus: change.emeritus ?? before.emeritus,
  };
  return at === -1 ? [...entries, next] : entries.with(at, next);
}

/** Somebody whom the roster does not have yet. */
const fresh = ({ id, also, login }: RosterSubject): Entry => ({
  ...{
    ids: also.length === 0 ? [id] : [],
    logins: [login],
    name: null,
    organization: null,
    roles: [],
    moderator: false,
  },
  ...{ groups: [], emeritus: false },
});

/** Whether a change ends that somebody is a moderator. */
const takesModerator = ({ takes }: RosterChange): boolean =>
  takes?.kind === 'moderator' || takes?.kind === 'everything';

function rolesAfter({ roles }: Entry, { gives, takes, day, decision }: RosterChange): Pick<Entry, 'roles'> {
  const ends = (one: Entry['roles'][number]): boolean =>
    gives?.kind === 'role' || takes?.kind === 'everything' || (takes?.kind === 'role' && takes.role === one.role);
  const ended = roles.map((one) => (goesOn(one, day) && ends(one) ? { ...one, until: lastDay(one.since, day) } : one));
  if (gives?.kind === 'role') {
    return { roles: [...ended, { role: gives.role, since: day, until: null, decision }] };
  }
  // A role that only another file gives is laid down by saying when it ended: with any, the others do not count.
  const isNamed = takes?.kind === 'role' && roles.some(({ role }) => role === takes.role);
  return takes?.kind === 'role' && !isNamed
    ? { roles: [...ended, { role: takes.role, since: null, until: dayBefore(day), decision }] }
    : { roles: ended };
}

function groupsAfter({ groups }: Entry, { gives, takes, day, decision }: RosterChange): Entry['groups'] {
  const ends = (one: Entry['groups'][number]): boolean =>
    takes?.kind === 'everything' ||
    (gives?.kind === 'group' && gives.group === one.group) ||
    (takes?.kind === 'group' && takes.group === one.group);
  const ended = groups.map((one) => (goesOn(one, day) && ends(one) ? { ...one, until: lastDay(one.since, day) } : one));
  if (gives?.kind === 'group') {
    const { group, level } = gives;
    return [...ended, { group, level, since: day, until: null, decision }];
  }
  const isNamed = takes?.kind === 'group' && groups.some(({ group }) => group === takes.group);
  return takes?.kind === 'group' && !isNamed
    ? [...ended, { group: takes.group, level: takes.level, since: null, until: dayBefore(day), decision }]
    : ended;
}

/** Whether a roster says already what a change would make it say, whoever wrote it and whatever day they gave. */
export function isMade(entries: readonly Entry[], { of, gives, takes, emeritus, day }: RosterChange): boolean {
  const one = entries[placeIn(entries, of)];
  if (!one) return false;
  if (emeritus !== null && one.emeritus !== emeritus) return false;
  if (gives?.kind === 'moderator' && !one.moderator) return false;
  if (gives?.kind === 'role' && !one.roles.some((held) => held.role === gives.role && goesOn(held, day))) return false;
  if (
    gives?.kind === 'group' &&
    !one.groups.some((held) => held.group === gives.group && held.level === gives.level && goesOn(held, day))
  ) {
    return false;
  }
  if (gives) return true;
  const open = {
    roles: one.roles.filter((held) => goesOn(held, day)),
    groups: one.groups.filter((held) => goesOn(held, day)),
  };
  switch (takes?.kind) {
    case 'everything':
      return open.roles.length === 0 && open.groups.length === 0 && !one.moderator && one.emeritus;
    case 'role':
      return open.roles.every(({ role }) => role !== takes.role) && one.roles.length > 0;
    case 'group':
      return (
        open.groups.every(({ group }) => group !== takes.group) && one.groups.some(({ group }) => group === takes.group)
      );
    case 'moderator':
      return !one.moderator;
    case undefined:
      return true;
  }
}
