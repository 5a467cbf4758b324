import type { LineBody, LineOf, Who } from '../ledger/lines.js';
import type { Finding } from '../proposal/index.js';
import type { RuleId } from '../rules/schema.js';
import type { SubjectState } from './state.js';
import type { AwayWord } from './time/absence.js';
import type { Reminder } from './time/reminders.js';

/** `held`: done. `open`: not yet, and nothing is wrong. `failed`: something stands against it. */
export type Held = 'held' | 'open' | 'failed';

/** A node of the verdict: one thing that the rules ask for, whether it holds, on which facts, and what comes next. */
export interface Requirement {
  rule: RuleId | 'document' | 'commands';
  /** Two or three words, for a table. */
  name: string;
  held: Held;
  /** What was looked at, in one sentence. */
  says: string;
  /**
   * What would make it hold, as what its person does ("writes `/sep adopt`."); a whole sentence below a decision; null
   * where nothing is left to do.
   */
  next: string | null;
  /** Who said what it stands on, where, when, and on which commit; left out where nobody's word does. */
  seen?: readonly Seen[];
  /** Whom `next` waits for, where that does not follow from the rule. */
  asks?: 'author' | 'sponsor' | 'lead' | 'maintainer';
  children: Requirement[];
}

/** A fact that a node of the verdict looked at: somebody's word. */
export interface Seen {
  who: Who;
  at: string;
  url: string;
  /** Null where no head was known. */
  commit: string | null;
  /** Whether the head may have moved between the word and the look that found it. */
  certain: boolean;
}

/** A requirement with nothing below it. */
export const leaf = (requirement: Omit<Requirement, 'children'>): Requirement => ({ ...requirement, children: [] });

/** What a group is called, by its slug; the slug itself where nobody knows. */
export type TitleOf = (group: string) => string;

/** What is next, and for whom. */
export interface NextStep {
  /** Whom it waits for, in words: "The author". */
  who: string;
  /** The people, where it waits for particular ones: only they are mentioned. */
  people: Who[];
  /** What they do, so that who and what are a sentence: "renames the file to …". */
  what: string;
}

/** A line of the proposal that should say something else, because the record does. */
export interface Bookkeeping {
  field: 'sponsor' | 'status';
  /** What the line should say. */
  value: string;
  why: string;
}

/** A group that may be the right one for a proposal that has none. */
export interface NearGroup {
  title: string;
  /** Why, in sentences. */
  says: string;
  /** Logins, or names where there is none. */
  leads: string[];
  /** With its `#`; null where the charter names none. */
  channel: string | null;
}

/** What Convenor concludes about a proposal: one value for the gate, the explanation and the audit. */
export interface Verdict {
  state: SubjectState;
  /** Lines that this look adds to the ledger, in order. */
  lines: LineBody[];
  /** Why the ledger cannot be trusted; nothing is decided while anything stands here. */
  doubts: string[];
  /** Acts that wait for a deadline before them to close. */
  waiting: LineOf<'act'>[];
  /** What an editor would say of the document, in its order. */
  findings: Finding[];
  /** Where the proposal stands, in one sentence. */
  headline: string;
  next: NextStep[];
  requirements: Requirement[];
  /** Whether the document is in order. */
  inOrder: boolean;
  /** Whether the process is complete, so that the pull request may be merged. */
  complete: boolean;
  bookkeeping: Bookkeeping[];
  /** Where no group is responsible or claimed: the nearest, best first. */
  near: NearGroup[];
  /** What people said here of being away. */
  away: readonly AwayWord[];
  /** Whom to ask to adopt; null where nobody is to be asked. */
  ask: { group: string; people: Who[] } | null;
  /** The warning of its dormancy to post now: the key of its intent, and when it lapses at the earliest; null for none. */
  warn: { key: string; lapses: string } | null;
  /** The reminder to post now; null for none. */
  remind: Reminder | null;
  /** The next instant at which something happens by itself; null where nothing does. */
  due: string | null;
}
