import type { Rules } from '../schema.js';
import type { Path } from '../source.js';

/** One thing that two sets of rules do differently. */
export interface Difference {
  /** The rule's id, or the part of the file that is none: `delegation`, `paths`, `record`, `labels`, `checks`, `commands`, `tell`. */
  rule: string;
  path: Path;
  /**
   * `power`: somebody may do more or less. `count`: a quorum or majority, which says how many it takes. `strictness`: a
   * rule is held otherwise. `value`: all else.
   */
  kind: 'power' | 'count' | 'strictness' | 'value';
  /** One sentence for people, from the first rules to the second. */
  says: string;
  /** For a power: who it is about, in the words of the rules; what they may; and whether they gain it or lose it. */
  power?: { who: readonly string[]; may: string; gains: boolean };
}

/** Two sets of rules of which the second would take the place of the first. */
export interface Pair {
  before: Rules;
  after: Rules;
}

/** The entries of a second list that are not in the first. */
export const added = <T>(before: readonly T[], after: readonly T[]): T[] => {
  const old = new Set(before);
  return after.filter((each) => !old.has(each));
};

/** The rule that a path is about, as {@link Difference} names it. */
export const ruleAt = (path: Path): string => String(path[0] === 'rules' ? path[1] : path[0]);
