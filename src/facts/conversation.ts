import type { RawReview, RawText } from '../github/queries/fragments.js';
import { PAGES, type RawPages } from '../github/queries/pages.js';
import type { RawPull } from '../github/queries/snapshot.js';
import { present, query } from '../github/read.js';
import type { LookRequest } from './gather.js';

/** What was written since the last look, and where the next look begins to read. */
export interface Conversation {
  comments: RawText[];
  reviews: RawReview[];
  commentsAfter: string | null;
  reviewsAfter: string | null;
}

/** All comments and reviews since the last look; a discussion of more than a hundred takes more requests. */
export async function wholeConversation(request: LookRequest, raw: RawPull): Promise<Conversation> {
  let { comments, reviews } = raw;
  const all = { comments: present(comments.nodes), reviews: present(reviews?.nodes) };
  const subject = request.memory.subject(request.number);
  let commentsAfter = comments.pageInfo.endCursor ?? subject.commentsAfter;
  let reviewsAfter = reviews?.pageInfo.endCursor ?? subject.reviewsAfter;
  while (comments.pageInfo.hasNextPage || reviews?.pageInfo.hasNextPage) {
    const page = await query<RawPages>(request.client, PAGES, {
      ...request.repository,
      number: request.number,
      moreComments: comments.pageInfo.hasNextPage,
      commentsAfter,
      moreReviews: reviews?.pageInfo.hasNextPage ?? false,
      reviewsAfter,
    });
    const none = { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };
    comments = page.repository?.pullRequest?.comments ?? none;
    reviews = page.repository?.pullRequest?.reviews ?? none;
    all.comments.push(...present(comments.nodes));
    all.reviews.push(...present(reviews.nodes));
    commentsAfter = comments.pageInfo.endCursor ?? commentsAfter;
    reviewsAfter = reviews.pageInfo.endCursor ?? reviewsAfter;
  }
  return { ...all, commentsAfter, reviewsAfter };
}
