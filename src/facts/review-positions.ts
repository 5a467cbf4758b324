import type { RawReview } from '../github/queries/fragments.js';
import type { RawPull } from '../github/queries/snapshot.js';
import { present } from '../github/read.js';
import type { Account } from './facts.js';
import { accountOf } from './texts.js';

/** What somebody's last review of a pull request came to: what they commented besides takes nothing back. */
export interface ReviewPosition {
  by: Account;
  /** `dismissed`: somebody took it out of force. */
  is: 'approval' | 'request' | 'dismissed';
  at: string;
  /** The commit that was reviewed; null where GitHub has it no more. */
  commit: string | null;
  /** Node id of the review. */
  review: string;
}

const POSITIONS: Readonly<Record<string, ReviewPosition['is']>> = {
  APPROVED: 'approval',
  CHANGES_REQUESTED: 'request',
  DISMISSED: 'dismissed',
};

/** Keeps the last position of each account, by its id, among what was known and what a look has read. */
export function rememberPositions(
  known: Map<number, ReviewPosition>,
  raw: Pick<RawPull, 'dismissals'>,
  reviews: readonly RawReview[],
): void {
  for (const { author, state, submittedAt: at, commit, id } of reviews) {
    const by = accountOf(author);
    const is = POSITIONS[state];
    if (!by || by.isBot || at === null || is === undefined) continue;
    const before = known.get(by.id);
    if (before && before.at > at) continue;
    known.set(by.id, { by, is, at, commit: commit?.oid ?? null, review: id });
  }
  const dismissed = new Set(present(raw.dismissals.nodes).flatMap(({ review }) => review?.id ?? []));
  for (const [id, position] of known) {
    if (dismissed.has(position.review)) known.set(id, { ...position, is: 'dismissed' });
  }
}
