/**
 * Who is who, as the texts of a repository say it. Types only. Everything is a claim of the default branch's files;
 * numeric account ids are not known there (but for the roster), they are pinned elsewhere. Lines and columns count
 * from 1. Logins stand as written, without `@`; they compare without case (see `loginKey` in `logins.ts`).
 */
import type { Group, GroupKind } from './charter-types.js';
import type { Role, Roster } from './roster-types.js';

export * from './charter-types.js';
export * from './roster-types.js';

/** Something to say about a file, on an exact place. */
export interface Problem {
  /** Stable name, such as `people/no-membership-list`. */
  code: string;
  /** An `error` could not be read or is wrong, a `warning` was read liberally or is missing, an `info` is worth saying. */
  severity: 'error' | 'warning' | 'info';
  path: string;
  line: number;
  column: number;
  /** One sentence for people. */
  message: string;
  /** The next step. */
  help: string;
  /** The other places that it is about, where two sources differ; left out where there is one place only. */
  others?: Source[];
}

/** Where something was read: a file's path in the repository, and the line. */
export interface Source {
  path: string;
  line: number;
}

/** Somebody on a list of MAINTAINERS.md. */
export interface Listed {
  name: string;
  /** Null where the entry links no account. */
  login: string | null;
  line: number;
}

/** What somebody maintains; `name` as the heading says it: `Java SDK`, `Registry`, `Agents Working Group`. */
export interface Area {
  kind: 'sdk' | 'project' | 'group';
  name: string;
}

/** Who MAINTAINERS.md lists, section by section. */
export interface Maintainers {
  source: string;
  lead: Listed[];
  core: Listed[];
  /** SDK and project maintainers, and maintainers of groups (area kind `group`). One entry for each listing. */
  maintainers: (Listed & { area: Area })[];
  moderators: Listed[];
  /** Under a heading with "Emeritus", at any depth. `area` where that heading stands below one of an area. */
  emeritus: (Listed & { note: string | null; area: string | null })[];
  /** The groups that have a heading of their own there, in order, even those without a charter. */
  groups: { name: string; kind: GroupKind | null; line: number; people: Listed[] }[];
}

/** The members of the organisation that owns the repository, as far as they can be seen from here. */
export interface OrganizationMembers {
  /** Where that stands, for people: the address of the organisation's list. */
  source: string;
  logins: string[];
}

/** A person as all the sources together describe them. */
export interface PersonRecord {
  /** The login to show, as written in the first source that has it. */
  login: string;
  /** Every login, `login` first. */
  logins: string[];
  /** From the roster; empty where it does not give any. */
  ids: number[];
  name: string | null;
  role: Role;
  /** `YYYY-MM-DD`, the first day in that role; null where the roster does not say it. */
  since: string | null;
  moderator: boolean;
  /** The roster says so; or another source lists them as emeritus, and none has them in a role or a group now. */
  emeritus: boolean;
  /** Canonical; null where nobody says, or the sources contradict each other. */
  organization: string | null;
  /** What MAINTAINERS.md says they maintain. */
  areas: Area[];
  /** Every place that names the person, roster first. */
  sources: Source[];
}

/** All that the files say about people and groups. */
export interface Governance {
  /** By lower-cased login, ascending. */
  people: PersonRecord[];
  /** By slug, ascending; the roster's memberships laid over the charters'. */
  groups: Group[];
  /** The roster as read; null where there is none. */
  roster: Roster | null;
  /** Canonical name to its other names: the roster's and those that Convenor ships. */
  organizations: Record<string, string[]>;
  /** Where the sources contradict each other. */
  problems: Problem[];
}

/** One person of a quorum body. */
export interface Elector {
  /** The login to show. */
  login: string;
  /** All of the person's logins, `login` first: any of them speaks for the person, once. */
  logins: string[];
  name: string | null;
  level: 'lead' | 'member';
  /** Canonical; null is unknown, and is never equal to nor different from another. */
  organization: string | null;
}

/** Why a group has no quorum body. */
export type NoElectorate =
  'interest-group' | 'forming' | 'retired' | 'no-membership-list' | 'unreadable-member' | 'no-members';

/** Who is counted for a group's decision, or why nobody is, with the ways out. */
export type Electorate =
  { ok: true; electors: Elector[] } | { ok: false; reason: NoElectorate; message: string; help: string };

/** What a text says about a group. */
export type GroupMatch = { kind: 'one'; group: Group } | { kind: 'several'; candidates: Group[] } | { kind: 'none' };
