import type { Opening } from '../../commands/command.js';
import type { Fraction, ProposalState, RuleId, Rules } from '../../rules/schema.js';
import type { Facts } from '../../facts/facts.js';
import { tally } from '../count.js';
import type { Closing, Decision, SubjectState } from '../state.js';
import type { NextStep, Requirement } from '../verdict.js';

/** How a decision ends, and what follows from it. */
export interface Ending {
  closing: Closing;
  status: ProposalState;
  opens: Opening | null;
}

/** What a decision is counted by, as the rules say it when it opens. */
export interface Terms {
  /** Whole days of 24 hours from its opening to its deadline. */
  days: number;
  /** Null where no ballots are counted. */
  quorum: Fraction | null;
  threshold: Fraction | null;
}

/** A form of decision: how it opens, ends, and reads. All of it is pure. */
export interface Form {
  /** Two words for a table. */
  name: string;
  /** The rule that it follows. */
  rule: RuleId;
  terms(rules: Rules, opening: Opening): Terms;
  /**
   * The end of a decision whose deadline has passed, dated at the deadline.
   * @param drift what changed under the group meanwhile, so that its word is advice; null where nothing did
   */
  atDeadline(state: SubjectState, decision: Decision, drift: string | null): Ending;
  /** The end of a decision that nothing still to come could change, dated at `at`; null where something could. */
  whenCertain?(state: SubjectState, decision: Decision, at: string): Ending | null;
  /** Where an open one stands, in one sentence without a full stop. */
  headline(facts: Facts, decision: Decision): string;
  /** Whom an open one waits for. */
  next(facts: Facts, decision: Decision): NextStep[];
  /** An open one as a node of the verdict. */
  whileOpen(facts: Facts, decision: Decision): Pick<Requirement, 'held' | 'says' | 'next'>;
  /** What was said in it, one node each. */
  children(decision: Decision): Requirement[];
}

/** An ending with the ballots as they stand. */
export const end = (
  decision: Decision,
  outcome: Closing['outcome'],
  at: string,
  why: string,
  status: ProposalState,
  opens: Opening | null = null,
): Ending => ({ closing: { at, outcome, tally: tally(decision), why }, status, opens });

/** The core takes over. */
export const toCore = (group: string | null): Opening => ({ form: 'core', weight: null, group, breaking: null });
