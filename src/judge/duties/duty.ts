import type { RuleId } from '../../rules/schema.js';

/** One thing within a duty that is not as it should be, or is to come. */
export interface Case {
  /** `YYYY-MM-DD` that it is about. */
  day: string;
  /** What is with it, without a full stop. */
  says: string;
  /** Address of where it was seen; null where nothing was. */
  url: string | null;
}

/** A duty with dates of those who lead a group, as far as it can be seen. */
export interface Duty {
  rule: Extract<RuleId, 'group-meetings' | 'group-updates' | 'terms'>;
  /** Two to five words. */
  name: string;
  /** `open`: due soon; `unchecked`: nothing that could be looked at tells. */
  state: 'held' | 'open' | 'failed' | 'unchecked';
  /** A sentence. */
  says: string;
  cases: readonly Case[];
}
