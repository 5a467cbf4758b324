import type { Elector, LineOf, Who } from '../ledger/lines.js';
import type { Absence } from './absence.js';
import type { Asked } from './asking.js';
import type { Appeal, Closure } from './closure.js';
import type { Hold } from './holding.js';
import type { Move } from './moves.js';
import type { Responsible } from './responsible.js';
import type { Superseded } from './superseding.js';
import type { Authority, Fraction, ProposalState, RuleId } from '../rules/schema.js';

/** What somebody asked to be told. It is answered in the reply to their comment, from the verdict of that look. */
export type Question =
  { about: 'help'; command: string | null } | { about: 'document' | 'standing' } | { about: 'group'; slug: string };

/**
 * What became of something a person said. `asks` where it only asked to be told something; `repeated` where the same
 * person was told the same before, so that it is not said again.
 */
export type ActOutcome =
  | { taken: true; says: string; asks?: Question }
  | { taken: false; rule: RuleId | 'commands' | 'time'; why: string; next: string; repeated?: true };

/** An act together with what became of it. */
export interface JudgedAct {
  act: LineOf<'act'>;
  outcome: ActOutcome;
}

/** A member's objection to a consensus. It belongs to who raised it. */
export interface Block {
  slug: string;
  by: Who;
  at: string;
  text: string;
  source: string;
  /** Instant at which its owner cleared it; null while it stands. */
  clearedAt: string | null;
}

/** A person's latest word in a decision that counts ballots. */
export interface Ballot {
  by: Who;
  choice: 'yes' | 'no' | 'abstain';
  at: string;
  reason: string;
  source: string;
}

/** How a decision ended. */
export interface Closing {
  at: string;
  outcome: LineOf<'closes'>['outcome'];
  tally: Tally;
  why: string;
}

/** Ballots counted: an elector who said nothing is in `electorate` only. */
export interface Tally {
  yes: number;
  no: number;
  abstain: number;
  electorate: number;
}

/** A decision with everything that was pinned when it opened. */
export interface Decision {
  id: string;
  form: LineOf<'opens'>['form'];
  weight: 'minor' | 'significant' | null;
  group: string | null;
  authority: Authority;
  /** Why not more, in sentences; empty where it is what the group's delegation says. */
  because: readonly string[];
  electorate: readonly Elector[];
  quorum: Fraction | null;
  threshold: Fraction | null;
  /** The rules that it was opened by. */
  rules: LineOf<'opens'>['rules'];
  openedAt: string;
  deadline: string;
  blocks: readonly Block[];
  ballots: readonly Ballot[];
  closed: Closing | null;
}

/** One line of the story as people read it. */
export interface Step {
  at: string;
  by: Who | null;
  says: string;
  source: string | null;
}

/** Where a subject stands: the fold of its ledger, and nothing else. */
export interface SubjectState {
  number: number;
  author: Who | null;
  status: ProposalState;
  /** Every status that it has had, in order, the present one last. */
  passed: readonly ProposalState[];
  /** The instant since which it has its present status; null before the ledger's first line. */
  since: string | null;
  head: LineOf<'head-seen'> | null;
  /** Logins, in lower case, that any head so far has named as authors: who is taken off again keeps the stake. */
  authors: readonly string[];
  sponsor: { by: Who; at: string } | null;
  /** A lead's word that the proposal is their group's. */
  adopted: { slug: string; by: Who; at: string } | null;
  /**
   * The word of somebody who may say where it belongs. `over` are the groups that they lead, whose claim they can give
   * up; null for the core, which settles all claims.
   */
  routed: { slug: string; by: Who; at: string; over: readonly string[] | null } | null;
  /** What charters and delegations bind it to, as the last look before found it. */
  bound: LineOf<'bound'> | null;
  /** The group responsible: follows from the three above. A claim in the preamble is `head.claims.group`. */
  group: Responsible | null;
  /** Slugs of all groups that are; several make a cross-group matter. */
  groups: readonly string[];
  /** Who says that it shall not be merged yet; each person once. */
  holds: readonly Hold[];
  /** A lead's word that it does not fit; null where none stands. */
  closure: Closure | null;
  /** The author's appeal against that; null where there is none. */
  appeal: Appeal | null;
  /** Who was asked for a review, in the order in which they were; each person once. */
  asked: readonly Asked[];
  /** Who said here that they are away; each person once, also after the day that they named. */
  away: readonly Absence[];
  /** The merged proposals whose place this one takes. */
  supersedes: readonly Superseded[];
  /** The number of the pull request whose proposal takes the place of this one; null where none does. */
  supersededBy: number | null;
  decisions: readonly Decision[];
  /** What its steps have asked of the pull request itself, in order; the last one counts. */
  moves: readonly Move[];
  acts: readonly JudgedAct[];
  steps: readonly Step[];
}

/** The decision that is open now, if one is: there is never more than one. */
export const openDecision = (state: SubjectState): Decision | null =>
  state.decisions.find((decision) => decision.closed === null) ?? null;

/** The blocks of a consensus that nobody has cleared. */
export const standingBlocks = (decision: Decision): readonly Block[] =>
  decision.blocks.filter((block) => block.clearedAt === null);

/** A ledger before its first line. */
export const nothing: SubjectState = {
  number: 0,
  author: null,
  status: 'proposal',
  passed: ['proposal'],
  since: null,
  head: null,
  authors: [],
  sponsor: null,
  adopted: null,
  routed: null,
  bound: null,
  group: null,
  groups: [],
  holds: [],
  closure: null,
  appeal: null,
  asked: [],
  away: [],
  supersedes: [],
  supersededBy: null,
  decisions: [],
  moves: [],
  acts: [],
  steps: [],
};
