import type { Opening } from '../../commands/command.js';
import type { Fraction, ProposalState, RuleId, Rules } from '../../rules/schema.js';
import { tally } from '../count.js';
import type { Closing, Decision, SubjectState } from '../state.js';
import type { NextStep, Requirement, TitleOf } from '../verdict.js';

/** How a decision ends, and what follows from it. */
export interface Ending {
  closing: Closing;
  status: ProposalState;
  opens: Opening | null;
  /** What else it changes. */
  changes?: Partial<Pick<SubjectState, 'conditions' | 'vetoes'>>;
}

/** What a decision is counted by, as the rules say it when it opens. */
export interface Terms {
  /** The instant at which it ends, or, where it does not end by time, at which an answer is due. */
  deadline: string;
  /** Null where no ballots are counted. */
  quorum: Fraction | null;
  threshold: Fraction | null;
}

/** The moment at which a decision is looked at between its opening and its deadline. */
export interface Instant {
  at: string;
  /** The rules that it was opened by. */
  rules: Rules;
  /** As in {@link Form.atDeadline}, up to that moment. */
  drift: string | null;
}

/** A form of decision: how it opens, ends, and reads. All of it is pure. */
export interface Form {
  /** Two words for a table. */
  name: string;
  /** The rule that it follows. */
  rule: RuleId;
  /** The outcomes after which what was asked for is had. */
  good: readonly Closing['outcome'][];
  terms(rules: Rules, opening: Opening, at: string): Terms;
  /**
   * The end of a decision whose deadline has passed, dated at the deadline; missing where it does not end by time.
   * @param drift what changed under the group meanwhile, so that its word is advice; null where nothing did
   */
  atDeadline?(state: SubjectState, decision: Decision, drift: string | null): Ending;
  /** The end of a decision that nothing still to come could change, dated at `at`; null where something could. */
  whenCertain?(state: SubjectState, decision: Decision, now: Instant): Ending | null;
  /** Where an open one stands, in one sentence without a full stop. */
  headline(titleOf: TitleOf, decision: Decision): string;
  /** Whom an open one waits for. */
  next(titleOf: TitleOf, decision: Decision): NextStep[];
  /** An open one as a node of the verdict. */
  whileOpen(decision: Decision): Pick<Requirement, 'held' | 'says' | 'next'>;
  /** What leads on from one that ended without what was asked for, as its person does it; null where nothing does. */
  afterwards?(state: SubjectState, decision: Decision): string | null;
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
export const toCore = (group: string | null): Opening => ({ form: 'core', group });

/** The ballots in a sentence: "3 yes, 1 no, 0 abstained, 1 silent of 5". */
export function votesInWords(decision: Decision): string {
  const { yes, no, abstain, spoken, electorate } = tally(decision);
  return `${yes} yes, ${no} no, ${abstain} abstained, ${electorate - spoken} silent of ${electorate}`;
}
