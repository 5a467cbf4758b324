import type { RawPull } from '../github/queries/snapshot.js';
import type { Conversation } from './conversation.js';
import { accountOf } from './texts.js';

/** What a person has done in the conversation of a pull request: comments and reviews. A bot or a ghost does nothing. */
export interface Activity {
  /** As they were called when they were last heard of. */
  login: string;
  /** The instant of their last comment or review, or at which they opened it. */
  last: string;
  /** The instants at which they submitted reviews, in order, each once. */
  reviews: readonly string[];
}

/**
 * Adds what a look has read of the conversation to what is known of it, by id of account. A process that reads all of it
 * anew comes to the same, but for what was deleted meanwhile.
 */
export function rememberActivity(
  known: Map<number, Activity>,
  raw: Pick<RawPull, 'author' | 'createdAt'>,
  { comments, reviews }: Pick<Conversation, 'comments' | 'reviews'>,
): void {
  const heard = (text: Pick<RawPull, 'author'>, at: string | null, isReview: boolean): void => {
    const account = accountOf(text.author);
    if (!account || account.isBot || at === null) return;
    const before = known.get(account.id) ?? { login: account.login, last: at, reviews: [] };
    const isLatest = Date.parse(at) >= Date.parse(before.last);
    known.set(account.id, {
      login: isLatest ? account.login : before.login,
      last: isLatest ? at : before.last,
      reviews: isReview ? [...new Set([...before.reviews, at])].sort() : before.reviews,
    });
  };
  heard(raw, raw.createdAt, false);
  for (const comment of comments) heard(comment, comment.createdAt, false);
  for (const review of reviews) heard(review, review.submittedAt, true);
}
