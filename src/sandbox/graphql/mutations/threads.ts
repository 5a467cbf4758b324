import type * as Schema from '@octokit/graphql-schema';

import { GitHubError, unprocessable } from '../../errors.js';
import type { NewReviewComment } from '../../actions/types.js';
import type { PullRequest, Repository, Review, ReviewComment } from '../../state/types.js';
import type { Context } from '../context.js';
import { unresolved } from '../errors.js';
import { on } from '../sources.js';
import { edge, mutation, target } from './input.js';
import { pendingReview, positioned } from './reviews.js';

interface Place {
  repository: Repository;
  pull: PullRequest;
  /** The caller's pending review, or null where a comment would start one. */
  review: Review | null;
}

/** Where a comment is to go: into the pending review that is named, or the caller's own on a pull request. */
function placeOf(context: Context, reviewId: string | null | undefined, pullId: string | null | undefined): Place {
  if (reviewId != null) {
    const { repository, issue, value } = target(context, reviewId, 'PullRequestReview');
    return { repository, pull: issue, review: value };
  }
  if (pullId == null) throw unprocessable('Either `pullRequestReviewId` or `pullRequestId` is needed.');
  const { repository, value } = target(context, pullId, 'PullRequest');
  return { repository, pull: value, review: pendingReview(context, value) };
}

/** Adds to the pending review, starting one where there is none. @throws GitHubError where the line is off the diff. */
function comment({ actions, caller }: Context, { pull, review }: Place, input: NewReviewComment): ReviewComment {
  if (review) return actions.createReviewComment(caller, pull, { ...input, review });
  const started = actions.createReview(caller, pull, { event: null, comments: [input], offDiff: 'refuse' });
  const made = pull.reviewComments.find(({ reviewId }) => reviewId === started.id);
  if (!made) throw new Error('The sandbox has lost the first comment of a review');
  return made;
}

/** GitHub answers a thread off the diff with nothing at all. */
function swallowOffDiff(make: () => ReviewComment): ReviewComment | null {
  try {
    return make();
  } catch (error) {
    const offDiff =
      error instanceof GitHubError &&
      (/part of the diff/.test(error.message) || error.errors?.some(({ field }) => field === 'line'));
    if (offDiff === true) return null;
    throw error;
  }
}

function threadSource({ repository, pull }: Place, made: ReviewComment | null): object | null {
  const thread = pull.reviewThreads.find(({ id }) => id === made?.threadId);
  return thread ? on('PullRequestReviewThread', repository, thread) : null;
}

const resolution = (resolved: boolean) =>
  mutation(({ threadId }: { threadId: string }, context) => {
    const { repository, issue, value } = target(context, threadId, 'PullRequestReviewThread');
    context.actions.setThreadResolved(context.caller, issue, value.id, resolved);
    return { thread: on('PullRequestReviewThread', repository, value) };
  });

export const THREAD_MUTATIONS = {
  addPullRequestReviewThread: mutation((input: Schema.AddPullRequestReviewThreadInput, context) => {
    const { body, path, line, side, startLine, startSide, subjectType } = input;
    const place = placeOf(context, input.pullRequestReviewId, input.pullRequestId);
    const made = swallowOffDiff(() =>
      comment(context, place, {
        body,
        path,
        line: line ?? null,
        subjectType: subjectType === 'FILE' ? 'file' : 'line',
        ...(side != null && { side }),
        ...(startLine != null && { startLine, startSide: startSide ?? null }),
      }),
    );
    return { thread: threadSource(place, made) };
  }),
  addPullRequestReviewThreadReply: mutation((input: Schema.AddPullRequestReviewThreadReplyInput, context) => {
    const {
      repository,
      issue: pull,
      value,
    } = target(context, input.pullRequestReviewThreadId, 'PullRequestReviewThread');
    const review =
      input.pullRequestReviewId == null
        ? pendingReview(context, pull)
        : target(context, input.pullRequestReviewId, 'PullRequestReview').value;
    const first = pull.reviewComments.find(({ threadId }) => threadId === value.id);
    if (!first) throw unresolved(input.pullRequestReviewThreadId);
    const made = context.actions.replyToReviewComment(context.caller, pull, first.id, input.body, review ?? undefined);
    return { comment: on('PullRequestReviewComment', repository, made) };
  }),
  addPullRequestReviewComment: mutation((input: Schema.AddPullRequestReviewCommentInput, context) => {
    const place = placeOf(context, input.pullRequestReviewId, input.pullRequestId);
    const made = input.inReplyTo == null ? firstComment(context, place, input) : reply(context, place, input);
    const source = on('PullRequestReviewComment', place.repository, made);
    return { comment: source, commentEdge: edge(made.id, source) };
  }),
  updatePullRequestReviewComment: mutation(
    ({ pullRequestReviewCommentId, body }: Schema.UpdatePullRequestReviewCommentInput, context) => {
      const { repository, value } = target(context, pullRequestReviewCommentId, 'PullRequestReviewComment');
      const edited = context.actions.editReviewComment(context.caller, value, body);
      return { pullRequestReviewComment: on('PullRequestReviewComment', repository, edited) };
    },
  ),
  deletePullRequestReviewComment: mutation(({ id }: Schema.DeletePullRequestReviewCommentInput, context) => {
    const { repository, issue, value } = target(context, id, 'PullRequestReviewComment');
    const review = issue.reviews.find((one) => one.id === value.reviewId);
    context.actions.deleteReviewComment(context.caller, value);
    return {
      pullRequestReview: review ? on('PullRequestReview', repository, review) : null,
      pullRequestReviewComment: on('PullRequestReviewComment', repository, value),
    };
  }),
  resolveReviewThread: resolution(true),
  unresolveReviewThread: resolution(false),
};

function firstComment(context: Context, place: Place, input: Schema.AddPullRequestReviewCommentInput): ReviewComment {
  const { path, position, body } = input;
  if (path == null || position == null) throw unprocessable('A comment needs `path` and `position`, or `inReplyTo`.');
  return comment(context, place, positioned(context, place.pull, { path, position, body: body ?? '' }));
}

function reply(
  context: Context,
  { pull, review }: Place,
  input: Schema.AddPullRequestReviewCommentInput,
): ReviewComment {
  const { value } = target(context, String(input.inReplyTo), 'PullRequestReviewComment');
  return context.actions.replyToReviewComment(context.caller, pull, value.id, input.body ?? '', review ?? undefined);
}
