import type { ReadSources } from '../sources.js';
import type { Governance, PersonRecord, Problem } from '../types.js';
import type { Statement } from '../statements.js';
import type { SamePerson } from './same-person.js';

/** All that a check may look at. */
export interface DriftContext {
  sources: ReadSources;
  /** Of the same sources, on the same day. */
  governance: Governance;
  samePerson: SamePerson;
  statements: ReadonlyMap<PersonRecord, readonly Statement[]>;
  /** `YYYY-MM-DD` */
  today: string;
  /** Days before and after the end of a term in which it is said. */
  notice: number;
}

/** Looks for one kind of difference between the sources. */
export type DriftCheck = (context: DriftContext) => Problem[];
