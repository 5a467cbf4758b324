/** Problems that are told one by one. A file that has more is best mended from its beginning, and may be made to do harm. */
export const MOST_PROBLEMS = 200;

/** What is wrong with a rules file, where, and what to do next. Lines and columns count from 1. */
export interface RulesProblem {
  code: string;
  path: string;
  line: number;
  column: number;
  message: string;
  /** The source line that the place is on; empty where there is none. */
  excerpt: string;
}
