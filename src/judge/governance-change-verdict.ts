import type { Source } from '../people/index.js';
import type { Ask } from './governance-change-approval.js';
import type { Finding } from '../proposal/index.js';

/** One thing that a change of the governance would do. */
export interface Change {
  /** Whether somebody could do more by it, or less; `changes` is neither, or cannot be said. */
  effect: 'gains' | 'loses' | 'changes';
  /** Whom it is about, as the beginning of its sentence; null where `says` is a whole one. */
  who: string | null;
  /** The sentence, or its end behind `who`. Plain text, in which backticks mark names of the files; it may repeat their words. */
  says: string;
  /** Where the files say it; null where that is not known. */
  at: Place | null;
  /** `YYYY-MM-DD`, the day from which it holds; null for at once. */
  from: string | null;
  /** Logins, in lower case, of the person whom it is about; empty where it is about nobody in particular. */
  logins: readonly string[];
  /** Whether something else in the list says it for the whole group. */
  isImplied: boolean;
}

/** A line of a file, as the pull request leaves it, or where `isOld`, as it stands now. */
export interface Place extends Source {
  isOld: boolean;
}

/** What a change is, but for what most of them are not. */
export const change = (
  effect: Change['effect'],
  says: string,
  more: Partial<Omit<Change, 'effect' | 'says'>> = {},
): Change => ({ effect, who: null, says, at: null, from: null, logins: [], isImplied: false, ...more });

/** What is to be said of a pull request that changes how the repository is governed. */
export interface GovernanceVerdict {
  /** What its own author would gain, each the end of a sentence that begins with the author. */
  author: Change[];
  gains: Change[];
  loses: Change[];
  /** Groups, terms, organisations: what is neither more nor less power by itself. */
  others: Change[];
  /** What the rules would say otherwise. */
  rules: Change[];
  /** Open proposals that would be with another group, or whose group's word would be worth more or less. */
  proposals: Change[];
  /** What was taken over, and would be confirmed or corrected. */
  takenOver: Change[];
  /** Decisions that are open and keep what they opened with, in sentences. */
  pinned: string[];
  /** What cannot be said, and why, in sentences. */
  unsaid: string[];
  /** What the rules in force ask of such a change, and whether it is given. */
  asks: Ask[];
  /** What would be wrong with the files that govern, by path; only what the change brings. */
  files: { path: string; findings: Finding[] }[];
  /** Whether nothing that it brings is an error. */
  inOrder: boolean;
  /** Whether it changes nothing in effect, and nothing is left unsaid. */
  isUnchanged: boolean;
}
