import { parseCommands } from '../commands/parse.js';
import type { Verbs } from '../commands/verbs.js';
import { APPROVED, CHANGES_REQUESTED, DISMISSED } from '../commands/review-position.js';
import type { RawReview } from '../github/queries/fragments.js';
import type { RawPull } from '../github/queries/snapshot.js';
import { present } from '../github/read.js';
import { sha256 } from '../ledger/chain.js';
import { TEXT_ITSELF } from '../ledger/lines.js';
import type { Said } from './facts.js';
import { accountOf, firstRevision } from './texts.js';

const POSITIONS: Readonly<Record<string, string>> = {
  APPROVED: APPROVED.name,
  CHANGES_REQUESTED: CHANGES_REQUESTED.name,
};

/**
 * What people say by reviews alone: an approval, a request for changes, and that one was dismissed. A review whose text
 * holds a command says that and no more. Whether any of it is a ballot is for the fold to say.
 */
export function saidByReviewing(raw: Pick<RawPull, 'dismissals'>, reviews: readonly RawReview[], verbs: Verbs): Said[] {
  const positions = reviews.flatMap((review): Said[] => {
    const by = accountOf(review.author);
    const command = POSITIONS[review.state];
    if (!by || by.isBot || review.submittedAt === null || command === undefined) return [];
    // Edits run nothing: a command that has been edited away is what the review said, and its state no second word.
    if (parseCommands(firstRevision(review) ?? review.body, verbs).length > 0) return [];
    const { id, url, body, submittedAt: at, commit } = review;
    const source: Said['source'] = { kind: 'review', id, index: TEXT_ITSELF, url, sha256: sha256(body) };
    return [{ command, args: [], text: '', problem: null, at, by, commit: commit?.oid ?? null, source }];
  });
  const dismissals = present(raw.dismissals.nodes).flatMap(({ id, createdAt: at, actor, review }): Said[] => {
    const by = accountOf(actor);
    if (!by || !review) return [];
    const source: Said['source'] = { kind: 'review', id, index: TEXT_ITSELF, url: review.url, sha256: sha256('') };
    return [{ command: DISMISSED.name, args: [review.id], text: '', problem: null, at, by, commit: null, source }];
  });
  return [...positions, ...dismissals];
}
