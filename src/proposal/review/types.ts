import type { Diagnostic, Proposal, Severity } from '../types.js';

/** What a review may know beside the document. */
export interface ReviewContext {
  /** The path in the repository, such as `seps/0000-title.md`. */
  readonly path: string;
  /** The document's text, as it was read. */
  readonly source: string;
  /** The number of the pull request that adds the file; null outside of one. */
  readonly pullRequest: number | null;
}

/** Whole lines that mend a finding when they replace the old ones; usable as a GitHub suggestion. */
export interface Fix {
  /** From 1, both included. */
  readonly startLine: number;
  readonly endLine: number;
  /** The new lines, without the last line break. */
  readonly replacement: string;
}

/** Something to mend in a document. */
export interface Finding extends Diagnostic {
  readonly fix?: Fix;
}

/** A check's own level, or one that depends on the document: a draft is judged more gently than one in review. */
export type Level = Severity | ((proposal: Proposal) => Severity);

/** What a check reports; code and severity come from the check itself. */
export type Report = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };

/**
 * One thing that a good proposal has. The texts are for people: they become the catalogue's page in the documentation.
 */
export interface Check {
  /** Stable, such as `heading/number`; also the file's name under `checks/`. */
  readonly code: string;
  readonly level: Level;
  /** What the check wants, as one sentence. */
  readonly wants: string;
  /** Why that matters to readers of the proposal. */
  readonly why: string;
  /** A short example that passes. */
  readonly good: string;
  /** A short example that does not. */
  readonly bad: string;
  readonly check: (proposal: Proposal, context: ReviewContext) => readonly Report[];
}
