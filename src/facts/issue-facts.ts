import type { Line, LineOf } from '../ledger/lines.js';
import type { Rules } from '../rules/schema.js';
import type { Account, Facts, Governing, Published, PullFacts, Said } from './facts.js';

/** An issue, as it stands. */
export interface IssueNow {
  number: number;
  nodeId: string;
  title: string;
  url: string;
  author: Account | null;
  createdAt: string;
  updatedAt: string;
  state: 'open' | 'closed';
  closedAt: string | null;
  /** When it was last opened again; null where it never was. */
  reopenedAt: string | null;
  locked: boolean;
  locks: PullFacts['locks'];
  labels: PullFacts['labels'];
}

/** A pull request of Convenor's own that brings a decision into the roster. */
export interface RosterPull {
  number: number;
  nodeId: string;
  url: string;
  state: 'open' | 'closed' | 'merged';
  head: string;
  /** Object id of the roster that it was made from; null where its description does not say so any more, or none was. */
  from: string | null;
  /** Whether the roster at its head is still as Convenor wrote it. */
  isOurs: boolean;
}

/** All that a look found at an issue in which something about the ladder is said. */
export interface IssueFacts {
  /** The instant at which the look began. */
  now: string;
  repository: Facts['repository'];
  issue: IssueNow;
  /** Every command that is not in the ledger yet, in no order. */
  said: Said[];
  /** Every comment of somebody's, as a word by itself: that of who is asked whether they are still there counts. */
  answers: Said[];
  governing: Governing;
  /** Rules that lines of the ledger name by hash, the present ones among them. */
  rulebook: ReadonlyMap<string, Rules>;
  archived: Facts['archived'];
  ledger: readonly Line[];
  /** What GitHub showed of the nominee's work; null where nobody was nominated since the last look. */
  contributions: Omit<LineOf<'contributions'>, 'kind' | 'at'> | null;
  /** Object id of the roster on the default branch; null where there is none. */
  rosterOid: string | null;
  /** Pull requests of Convenor's own that bring the decision into the roster, the newest first. */
  pulls: readonly RosterPull[];
  /** Why GitHub refused another one within the last hour, in sentences; null where it did not. */
  refused: string | null;
  published: Pick<Published, 'posts' | 'duplicates' | 'labels' | 'reactions'>;
}
