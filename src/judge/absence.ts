import type { Who } from '../ledger/lines.js';

/** Somebody who said here that they are away: they are not reminded, and are counted as ever. */
export interface Absence {
  who: Who;
  at: string;
  /** The last day, `YYYY-MM-DD` in UTC. */
  until: string;
}
