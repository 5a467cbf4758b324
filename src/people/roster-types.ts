import type { GroupLevel } from './charter-types.js';

/** The ladder, lowest first. */
export const ROLES = ['contributor', 'member', 'maintainer', 'core-maintainer', 'lead-maintainer'] as const;
export type Role = (typeof ROLES)[number];

/** A role on the ladder for a time; days are `YYYY-MM-DD`, both inclusive. */
export interface RosterRole {
  role: Exclude<Role, 'contributor'>;
  since: string | null;
  until: string | null;
  /** What gave the role, as written: a link, an issue's number; null where the roster does not say it. */
  decision: string | null;
  line: number;
}

/** A place in a group for a time. */
export interface RosterMembership {
  /** The group's slug. */
  group: string;
  level: GroupLevel;
  since: string | null;
  until: string | null;
  /** What gave the place, as written; null where the roster does not say it. */
  decision: string | null;
  line: number;
}

/** A person of the roster: one person, whatever number of accounts. */
export interface RosterPerson {
  /** The numeric ids of the accounts; empty where they are not known yet. */
  ids: number[];
  /** At least one; the first is the one to show. */
  logins: string[];
  name: string | null;
  organization: string | null;
  roles: RosterRole[];
  moderator: boolean;
  groups: RosterMembership[];
  emeritus: boolean;
  /** Where the entry begins. */
  line: number;
  /** Where its keys stand; the entry's own line for a key that it does not have. */
  lines: Record<'ids' | 'logins' | 'name' | 'organization' | 'moderator' | 'emeritus', number>;
}

/** The roster file, `.github/convenor/roster.yml`. */
export interface Roster {
  source: string;
  people: RosterPerson[];
  /** Canonical name to its other names. */
  organizations: Record<string, string[]>;
  /** Where each canonical name stands. */
  organizationLines: Record<string, number>;
}
