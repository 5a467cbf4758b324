import type * as Schema from '@octokit/graphql-schema';

import { isCollaborator } from '../../state/access.js';
import type { PullRequest, Repository, Review, ReviewComment } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { Context, FieldsOf } from '../context.js';
import { viewerId } from '../permissions.js';
import { on, type CommitSource, type ReviewCommentSource, type ReviewSource, type ThreadSource } from '../sources.js';
import { actor } from '../sources.js';
import { MINIMIZABLE } from './comments.js';
import { REACTABLE } from './reactions.js';
import { repositorySource } from '../sources.js';
import { WRITTEN } from './written.js';

function pullOf(repository: Repository, number: number): PullRequest {
  const pull = repository.issues.get(number);
  if (pull?.kind !== 'pull') throw new Error(`The sandbox has lost pull request #${number}`);
  return pull;
}

/** A review's commit can be gone from the object store's point of view: then it is null. */
const commitOrNull = (repository: Repository, oid: string | null, { state }: Context): CommitSource | null =>
  oid !== null && state.objects.has(oid) ? on('Commit', repository, oid) : null;

/** A pending review and its comments are seen by their author alone. */
export function visibleReviews(context: Context, pull: PullRequest): Review[] {
  return pull.reviews.filter((review) => review.state !== 'PENDING' || review.authorId === viewerId(context));
}

export function visibleReviewComments(context: Context, pull: PullRequest): ReviewComment[] {
  const shown = new Set(visibleReviews(context, pull).map(({ id }) => id));
  return pull.reviewComments.filter(({ reviewId }) => shown.has(reviewId));
}

const commentConnection = (repository: Repository, comments: readonly ReviewComment[], args: PageArgs): object =>
  connection(comments, args, {
    key: ({ id }) => id,
    node: (comment) => on('PullRequestReviewComment', repository, comment),
  });

export const PullRequestReview = {
  ...WRITTEN,
  ...REACTABLE,
  ...MINIMIZABLE,
  state: ({ value }) => value.state,
  submittedAt: ({ value }) => value.submittedAt,
  publishedAt: ({ value }) => value.submittedAt,
  commit: ({ repository, value }, _args, context) => commitOrNull(repository, value.commitOid, context),
  pullRequest: ({ repository, value }) => on('PullRequest', repository, pullOf(repository, value.number)),
  authorCanPushToRepository: ({ repository, value }, _args, { state }) =>
    value.authorId !== null && isCollaborator(state, value.authorId, repository),
  comments: ({ repository, value }, args: PageArgs, context) => {
    const comments = visibleReviewComments(context, pullOf(repository, value.number));
    return commentConnection(
      repository,
      comments.filter(({ reviewId }) => reviewId === value.id),
      args,
    );
  },
} satisfies FieldsOf<Schema.PullRequestReview, ReviewSource>;

export const PullRequestReviewComment = {
  ...WRITTEN,
  ...REACTABLE,
  ...MINIMIZABLE,
  path: ({ value }) => value.path,
  diffHunk: ({ value }) => value.diffHunk,
  line: ({ value }) => value.line,
  startLine: ({ value }) => value.startLine,
  originalLine: ({ value }) => value.originalLine,
  originalStartLine: ({ value }) => value.originalStartLine,
  outdated: ({ value }) => value.subjectType === 'line' && value.line === null,
  subjectType: ({ value }) => value.subjectType.toUpperCase(),
  draftedAt: ({ value }) => value.createdAt,
  state: ({ repository, value }) => (reviewOf(repository, value)?.state === 'PENDING' ? 'PENDING' : 'SUBMITTED'),
  commit: ({ repository, value }, _args, context) => commitOrNull(repository, value.commitOid, context),
  originalCommit: ({ repository, value }, _args, context) => commitOrNull(repository, value.originalCommitOid, context),
  pullRequest: ({ repository, value }) => on('PullRequest', repository, pullOf(repository, value.number)),
  pullRequestReview: ({ repository, value }) => {
    const review = reviewOf(repository, value);
    return review ? on('PullRequestReview', repository, review) : null;
  },
  replyTo: ({ repository, value }) => {
    const comment = pullOf(repository, value.number).reviewComments.find(({ id }) => id === value.inReplyToId);
    return comment ? on('PullRequestReviewComment', repository, comment) : null;
  },
} satisfies FieldsOf<Schema.PullRequestReviewComment, ReviewCommentSource>;

const reviewOf = (repository: Repository, { number, reviewId }: ReviewComment): Review | undefined =>
  pullOf(repository, number).reviews.find(({ id }) => id === reviewId);

export const PullRequestReviewThread = {
  id: ({ value }) => value.nodeId,
  path: ({ value }) => value.path,
  line: ({ value }) => value.line,
  startLine: ({ value }) => value.startLine,
  originalLine: ({ value }) => value.originalLine,
  originalStartLine: ({ value }) => value.originalStartLine,
  diffSide: ({ value }) => value.side,
  startDiffSide: ({ value }) => value.startSide,
  subjectType: ({ value }) => value.subjectType.toUpperCase(),
  isOutdated: ({ value }) => value.outdated,
  isResolved: ({ value }) => value.resolvedAt !== null,
  isCollapsed: ({ value }) => value.resolvedAt !== null || value.outdated,
  resolvedBy: ({ value }, _args, { state }) => actor(state, value.resolvedById),
  pullRequest: ({ repository, value }) => on('PullRequest', repository, pullOf(repository, value.number)),
  repository: ({ repository }) => repositorySource(repository),
  comments: ({ repository, value }, args: PageArgs, context) => {
    const comments = visibleReviewComments(context, pullOf(repository, value.number));
    return commentConnection(
      repository,
      comments.filter(({ threadId }) => threadId === value.id),
      args,
    );
  },
} satisfies FieldsOf<Schema.PullRequestReviewThread, ThreadSource>;
