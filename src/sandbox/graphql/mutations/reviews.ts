import type * as Schema from '@octokit/graphql-schema';

import type { NewReviewComment, ReviewEvent } from '../../actions/types.js';
import { unprocessable } from '../../errors.js';
import { actorId } from '../../state/access.js';
import { pullFiles } from '../../state/derive.js';
import type { PullRequest, Repository, Review } from '../../state/types.js';
import type { Context } from '../context.js';
import { lineAt } from '../positions.js';
import { on } from '../sources.js';
import { edge, mutation, target } from './input.js';

const payload = (repository: Repository, review: Review): { pullRequestReview: object } => ({
  pullRequestReview: on('PullRequestReview', repository, review),
});

/** A review can be dismissed by its own mutation alone. */
function eventOf(event: Schema.PullRequestReviewEvent): ReviewEvent {
  if (event === 'DISMISS') throw unprocessable('Can not dismiss a review by submitting one.');
  return event;
}

/** The place that `position` names; one that is not in the diff keeps no line, and is refused or swallowed as that. */
export function positioned(
  { state }: Context,
  pull: PullRequest,
  { path, position, body }: { path: string; position: number; body: string },
): NewReviewComment {
  const patch = pullFiles(state, pull).find((file) => file.path === path)?.patch ?? null;
  const place = patch === null ? null : lineAt(patch, position);
  return { path, body, ...(place ?? { line: null }) };
}

export const threadInput = (given: Schema.DraftPullRequestReviewThread): NewReviewComment => ({
  path: given.path,
  body: given.body,
  line: given.line,
  ...(given.side != null && { side: given.side }),
  ...(given.startLine != null && { startLine: given.startLine, startSide: given.startSide ?? null }),
});

/** The caller's pending review on a pull request, which nobody else sees, or null. */
export function pendingReview({ caller }: Context, pull: PullRequest): Review | null {
  return pull.reviews.find(({ state, authorId }) => state === 'PENDING' && authorId === actorId(caller)) ?? null;
}

export const REVIEW_MUTATIONS = {
  addPullRequestReview: mutation(
    ({ pullRequestId, event, body, commitOID, comments, threads }: Schema.AddPullRequestReviewInput, context) => {
      const { repository, value: pull } = target(context, pullRequestId, 'PullRequest');
      const review = context.actions.createReview(context.caller, pull, {
        event: event == null ? null : eventOf(event),
        ...(body != null && { body }),
        ...(commitOID != null && { commitOid: String(commitOID) }),
        comments: [
          ...(comments ?? []).flatMap((one) => (one ? [positioned(context, pull, one)] : [])),
          ...(threads ?? []).flatMap((one) => (one ? [threadInput(one)] : [])),
        ],
        offDiff: 'swallow',
      });
      const source = on('PullRequestReview', repository, review);
      return { pullRequestReview: source, reviewEdge: edge(review.id, source) };
    },
  ),
  submitPullRequestReview: mutation(
    ({ pullRequestReviewId, pullRequestId, event, body }: Schema.SubmitPullRequestReviewInput, context) => {
      const { repository, review } = pendingByEither(context, pullRequestReviewId, pullRequestId);
      const submitted = context.actions.submitReview(context.caller, review, {
        event: eventOf(event),
        ...(body != null && { body }),
      });
      return payload(repository, submitted);
    },
  ),
  updatePullRequestReview: mutation(({ pullRequestReviewId, body }: Schema.UpdatePullRequestReviewInput, context) => {
    const { repository, value } = target(context, pullRequestReviewId, 'PullRequestReview');
    return payload(repository, context.actions.editReview(context.caller, value, body));
  }),
  deletePullRequestReview: mutation(({ pullRequestReviewId }: Schema.DeletePullRequestReviewInput, context) => {
    const { repository, value } = target(context, pullRequestReviewId, 'PullRequestReview');
    context.actions.deleteReview(context.caller, value);
    return payload(repository, value);
  }),
  dismissPullRequestReview: mutation(
    ({ pullRequestReviewId, message }: Schema.DismissPullRequestReviewInput, context) => {
      const { repository, value } = target(context, pullRequestReviewId, 'PullRequestReview');
      return payload(repository, context.actions.dismissReview(context.caller, value, message));
    },
  ),
};

/** The pending review by its own id, or the caller's on a pull request. */
function pendingByEither(
  context: Context,
  reviewId: string | null | undefined,
  pullId: string | null | undefined,
): { repository: Repository; review: Review } {
  if (reviewId != null) {
    const { repository, value } = target(context, reviewId, 'PullRequestReview');
    return { repository, review: value };
  }
  if (pullId == null) throw unprocessable('Either `pullRequestReviewId` or `pullRequestId` is needed.');
  const { repository, value: pull } = target(context, pullId, 'PullRequest');
  const review = pendingReview(context, pull);
  if (review === null) throw unprocessable('There is no pending review of yours on this pull request.');
  return { repository, review };
}
