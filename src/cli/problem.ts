import type { Diagnostic, Severity } from '../proposal/index.js';
import type { Problem as PeopleProblem } from '../people/index.js';
import type { RulesProblem } from '../rules/index.js';

/** Something to mend in a repository's file, whichever room found it. Lines and columns count from 1. */
export interface Problem {
  /** From the repository's root, with `/`. */
  path: string;
  line: number;
  column: number;
  severity: Severity;
  code: string;
  /** One sentence for people. */
  message: string;
  /** The next step; null where the message says it. */
  help: string | null;
  /** The source line, where the finder gives it: for rules. */
  excerpt: string | null;
}

export const fromProposal = (path: string, finding: Diagnostic): Problem => ({
  path,
  line: finding.line,
  column: finding.column,
  severity: finding.severity,
  code: finding.code,
  message: finding.message,
  help: finding.help ?? null,
  excerpt: null,
});

export const fromPeople = ({ path, line, column, severity, code, message, help, others }: PeopleProblem): Problem => ({
  path,
  line,
  column,
  severity,
  code,
  message,
  help: [help, ...(others ?? []).map((other) => `See ${other.path}:${other.line}.`)].join(' '),
  excerpt: null,
});

/**
 * Rules that cannot be read govern nothing, so each of their problems is an error; what comes to nothing by the charters
 * is a warning.
 */
export const fromRules = (
  { path, line, column, code, message, excerpt }: RulesProblem,
  severity: 'error' | 'warning' = 'error',
): Problem => ({
  path,
  line,
  column,
  severity,
  code,
  message,
  help: null,
  excerpt: excerpt === '' ? null : excerpt,
});

/** A problem of a whole file or folder, or of one that is missing. */
export const ofFile = (path: string, severity: Severity, code: string, message: string, help: string): Problem => ({
  path,
  line: 1,
  column: 1,
  severity,
  code,
  message,
  help,
  excerpt: null,
});

/** By path (code units), line and column; what stands at one place keeps the order in which it was found. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(
    (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.column - b.column,
  );

/** How many there are of each severity. */
export function tally(problems: readonly { severity: Severity }[]): Record<Severity, number> {
  const count = (severity: Severity): number => problems.filter((each) => each.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}
