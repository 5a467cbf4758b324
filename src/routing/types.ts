import type { Governance } from '../people/index.js';
import type { Proposal } from '../proposal/types.js';
import type { Authority, Rules } from '../rules/schema.js';

/** A proposal as routing sees it. */
export interface Matter {
  proposal: Proposal;
  source: string;
  /** The pull request's number, or that of the file's name on the default branch; null where neither is known. */
  number: number | null;
  /** Paths that its pull request changes beside the proposal itself: empty where none is known, null where too many to know. */
  paths: readonly string[] | null;
}

/** What the default branch says about groups, people and rules. */
export interface Ground {
  governance: Governance;
  rules: Rules;
  /** `YYYY-MM-DD`, the day on which grants have to hold. */
  today: string;
}

/** What people with the power to say so said of a proposal's group; slugs, null where nobody has. */
export interface Words {
  adopted: string | null;
  routed: string | null;
}

/** Why a group is responsible, whatever the proposal says of itself. */
export interface Binding {
  group: string;
  by: 'routed' | 'adopted' | 'work-item' | 'delegation';
  /** One sentence. */
  says: string;
}

/** A group that may be the right one. */
export interface Candidate {
  group: string;
  /** From 0 to 1: 1 binds, and what suggests stays below. Comparable within one proposal only. */
  score: number;
  /** Sentences, the weightiest first. They may hold words of the proposal and of charters. */
  reasons: string[];
}

/** Why a proposal is the core's to decide, whatever its group's authority. */
export interface Reserved {
  by: 'track' | 'cross-group' | 'breaking' | 'undeclared';
  says: string;
}

/** Which group is responsible for a proposal, how surely, and why. */
export interface Route {
  /** Slug: what binds, else what the proposal claims for itself; null where neither names one group that can have it. */
  group: string | null;
  binding: boolean;
  /** All that binds; several make a cross-group matter. */
  bindings: Binding[];
  /** Slugs that the field "Working Group" names; several where its words fit more than one. */
  claims: string[];
  /** Key of the roadmap's area. */
  priorityArea: string | null;
  reserved: Reserved[];
  /** Best first. */
  candidates: Candidate[];
  /** What led to `group`, `priorityArea` and `reserved`, in sentences. */
  reasons: string[];
}

/** What a group's word on a proposal is worth, and why not more. */
export interface Weight {
  authority: Authority;
  /** What its grant says; null without one. */
  granted: Authority | null;
  /** Why the grant does not hold whole, in sentences; empty where it does, or where there is none. */
  because: string[];
}
