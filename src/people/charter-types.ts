import type { Source } from './types.js';

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
