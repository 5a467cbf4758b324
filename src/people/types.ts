/**
 * Who is who, as the texts of a repository say it. Types only. Everything is a claim of the default branch's files;
 * numeric account ids are not known there (but for the roster), they are pinned elsewhere. Lines and columns count
 * from 1. Logins stand as written, without `@`; they compare without case (see `loginKey` in `logins.ts`).
 */

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

export type GroupKind = 'working-group' | 'interest-group';

/** Participation in a group. A facilitator of an Interest Group is its `lead`. */
export const GROUP_LEVELS = ['lead', 'member', 'participant', 'observer'] as const;
export type GroupLevel = (typeof GROUP_LEVELS)[number];

/** How a group stands: `forming` is not approved yet, `retired` is over. Only an `active` one can decide anything. */
export type GroupStatus = 'active' | 'forming' | 'retired';

/** A row of a charter's table of people, or an entry of the roster; a part that it does not give is null. */
export interface GroupPerson extends Source {
  login: string | null;
  name: string | null;
  /** As written: `Amazon Web Services`, `Nordstrom / MCP Maintainer`. */
  organization: string | null;
  /** As written: `Initial`, `6 months (ends Aug 14, 2026)`. */
  term: string | null;
  /** `YYYY-MM-DD`, the last day that the term names; null where it names none. */
  termEnds: string | null;
  /** `YYYY-MM-DD`, the first day in the group; null where the roster does not say it. Charters never do. */
  since: string | null;
}

/** Somebody on a group's membership list. */
export interface GroupMember extends GroupPerson {
  /** Null where the charter's word is no known level: such a person is neither counted nor silently left out. */
  level: GroupLevel | null;
  /** As written; null where the row has none. */
  rawLevel: string | null;
}

/** One thing that a group's scope names, in plain words. */
export interface ScopeEntry {
  text: string;
  line: number;
}

/** Another group, or something else, with which a group's work touches. */
export interface RelatedGroup {
  /** As written, without what is said about it: `Transports WG`. */
  name: string;
  /** The groups whose pages the entry links; empty where it links none. There may be no such charter. */
  slugs: string[];
  line: number;
}

/** A row of the table of meetings, as written; a part that it does not give is null. */
export interface Meeting {
  name: string;
  frequency: string | null;
  duration: string | null;
  purpose: string | null;
  line: number;
}

/** A row of the table of decision rights, as written. */
export interface AuthorityRow {
  decision: string;
  level: string;
  line: number;
}

/** Something that a group works on or talks about. */
export interface WorkItem {
  /** `work-item` from "Active Work Items", `topic` from "Discussion Topics". Topics say interest, never responsibility. */
  kind: 'work-item' | 'topic';
  /** Plain text. */
  title: string;
  /** The first of `numbers`; null where the item names no SEP. */
  number: number | null;
  /** Every SEP that the item names, in order. */
  numbers: number[];
  /** As written; null where the cell is empty or a dash. */
  status: string | null;
  target: string | null;
  /** Logins. Names are resolved by the charter's own tables, "WG Leads" to the leads. */
  champions: string[];
  /** The champion as written; null where the cell is empty, a dash or TBD. */
  championRaw: string | null;
  line: number;
}

/** Where a charter says each single thing; null where it does not say it. Entries of lists know their own lines. */
export interface GroupLines {
  title: number | null;
  kind: number | null;
  /** Null for an active group: a charter need not say that it is in force. */
  status: number | null;
  mission: number | null;
  channel: number | null;
  sponsors: number | null;
  /** The heading of the membership section. */
  membership: number | null;
}

/** A group as its charter describes it; lines are the charter's, but for people, who may come from the roster. */
export interface Group {
  /** The charter's file name without its ending: `file-uploads`. */
  slug: string;
  kind: GroupKind;
  /** The name alone: `File Uploads`. */
  title: string;
  status: GroupStatus;
  /** The slug of the group that a retired one points to; null where it points to none. */
  successor: string | null;
  /** Plain text. */
  mission: string | null;
  scope: { in: ScopeEntry[]; out: ScopeEntry[] };
  related: RelatedGroup[];
  /** From the leadership table alone, in order. */
  leads: GroupPerson[];
  /** From the membership table, in order; may name leads again, or leave them out. */
  members: GroupMember[];
  /** False where there is no (whole) membership list: such a group has no quorum body. */
  membersKnown: boolean;
  authority: AuthorityRow[];
  workItems: WorkItem[];
  emeritus: GroupPerson[];
  meetings: Meeting[];
  /** The Discord channel with its `#`: `#file-uploads-wg`; null where none is named or several are. */
  channel: string | null;
  /** Logins of who sponsored the group's forming. */
  sponsoredBy: string[];
  /** The charter's path in the repository. */
  source: string;
  lines: GroupLines;
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
