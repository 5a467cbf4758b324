import { loginKey } from './logins.js';
import { findPerson, placesOf, type GroupPlace } from './queries.js';
import type { Governance, PersonRecord, Role, RosterPerson, RosterRole } from './types.js';

/** A place in a group, with what gave it; `decision` is null where the roster does not say. */
export interface StandingPlace extends GroupPlace {
  decision: string | null;
}

/** Where somebody stands on the ladder and beside it, as the files of the default branch say it on a day. */
export interface LadderStanding {
  /** The login to show. */
  login: string;
  /** Null where no file names them: a contributor then, like anybody. */
  person: PersonRecord | null;
  role: Role;
  /** `YYYY-MM-DD`, the first day in that role; null where the roster does not say it. */
  since: string | null;
  /** What gave the role, as the roster has it; null where it does not say it. */
  decision: string | null;
  moderator: boolean;
  emeritus: boolean;
  organization: string | null;
  /** Roles of the roster that are over, the latest first. */
  earlier: RosterRole[];
  /** Places in groups, by slug. */
  places: StandingPlace[];
}

/** The roster's entry of a person; null where it has none. */
export const entryOf = ({ roster }: Pick<Governance, 'roster'>, logins: readonly string[]): RosterPerson | null => {
  const keys = new Set(logins.map(loginKey));
  return roster?.people.find((entry) => entry.logins.some((own) => keys.has(loginKey(own)))) ?? null;
};

/**
 * Where somebody stands.
 * @param login any of theirs, without regard to case
 * @param asOf `YYYY-MM-DD`, the day for which `governance` was made
 */
export function standingOf(governance: Governance, login: string, asOf: string): LadderStanding {
  const person = findPerson(governance, login);
  const none = { role: 'contributor' as const, since: null, moderator: false, emeritus: false, organization: null };
  const entry = person && entryOf(governance, person.logins);
  const holds = ({ since, until }: { since: string | null; until: string | null }): boolean =>
    (since ?? '') <= asOf && asOf <= (until ?? '9999-12-31');
  const { role, since, moderator, emeritus, organization } = person ?? none;
  const roles = entry?.roles ?? [];
  return {
    ...{ login: person?.login ?? login, person, role, since, moderator, emeritus, organization },
    decision: roles.find((one) => one.role === role && holds(one))?.decision ?? null,
    earlier: roles
      .filter(({ until }) => until !== null && until < asOf)
      .toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1)),
    places: person
      ? placesOf(governance, person).map((place) => ({
          ...place,
          decision: entry?.groups.find((one) => one.group === place.group.slug && holds(one))?.decision ?? null,
        }))
      : [],
  };
}
