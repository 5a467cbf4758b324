import type * as Schema from '@octokit/graphql-schema';

import { mergeableState } from '../../json/pull.js';
import { canSee } from '../../state/access.js';
import { mergesCleanly, opinions, pullCommits, pullFiles, reviewDecision, trialMerge } from '../../state/derive.js';
import type { GitHubState, PullRequest as Pull, Repository, Review } from '../../state/types.js';
import { closingIssues } from '../closing.js';
import { connection, type PageArgs } from '../connection.js';
import type { Context, FieldsOf } from '../context.js';
import { needs, READ } from '../permissions.js';
import { actor, databaseId, on, repositorySource, type PullSource } from '../sources.js';
import { hasWrite, NUMBERED } from './numbered.js';
import { requestKey, reviewRequests, type FileSource } from './pull-parts.js';
import { refSource } from './refs.js';
import { visibleReviewComments, visibleReviews } from './reviews.js';
import { rollupSource } from './rollup.js';
import { timelineItems } from './timeline.js';

/** The repository that the head is in; null once it is deleted or where the caller may not know of it. */
function headRepository({ state, caller }: Context, pull: Pull): Repository | null {
  const found = pull.head.repositoryId === null ? undefined : state.repositories.get(pull.head.repositoryId);
  return found && canSee(state, caller, found) ? found : null;
}

const total = (state: GitHubState, pull: Pull, of: 'additions' | 'deletions'): number =>
  pullFiles(state, pull).reduce((sum, file) => sum + file[of], 0);

const reviewConnection = (repository: Repository, reviews: readonly Review[], args: PageArgs): object =>
  connection(reviews, args, { key: ({ id }) => id, node: (review) => on('PullRequestReview', repository, review) });

export const PullRequest = {
  ...NUMBERED,
  databaseId: ({ value }) => databaseId(value.pullId),
  fullDatabaseId: ({ value }) => String(value.pullId),
  state: ({ value }) => (value.mergedAt === null ? value.state.toUpperCase() : 'MERGED'),
  isDraft: ({ value }) => value.draft,
  permalink: NUMBERED.url,
  merged: ({ value }) => value.mergedAt !== null,
  mergedAt: ({ value }) => value.mergedAt,
  mergedBy: ({ value }, _args, { state }) => actor(state, value.mergedById),
  mergeCommit: ({ repository, value }) =>
    value.mergeCommitOid === null ? null : on('Commit', repository, value.mergeCommitOid),
  mergeable: ({ value }, _args, { state }) => {
    const clean = mergesCleanly(state, value);
    return clean === null ? 'UNKNOWN' : clean ? 'MERGEABLE' : 'CONFLICTING';
  },
  potentialMergeCommit: ({ repository, value }, _args, { state }) => {
    const oid = trialMerge(state, value);
    return oid === null ? null : on('Commit', repository, oid);
  },
  mergeStateStatus: ({ value }, _args, { state }) => mergeableState(state, value).toUpperCase(),
  autoMergeRequest: () => null,
  isInMergeQueue: () => false,
  isMergeQueueEnabled: () => false,
  maintainerCanModify: ({ value }) => value.maintainerCanModify,

  headRefName: ({ value }) => value.head.ref,
  headRefOid: ({ value }) => value.head.oid,
  headRef: ({ value }, _args, context) => {
    const repository = headRepository(context, value);
    return repository && !value.head.deleted ? refSource(repository, `refs/heads/${value.head.ref}`) : null;
  },
  headRepository: ({ value }, _args, context) => {
    const repository = headRepository(context, value);
    return repository && repositorySource(repository);
  },
  headRepositoryOwner: ({ value }, _args, { state }) => actor(state, value.head.ownerId),
  isCrossRepository: ({ value }) => value.head.repositoryId !== value.repositoryId,
  baseRefName: ({ value }) => value.base.ref,
  baseRefOid: ({ value }) => value.base.oid,
  baseRef: ({ repository, value }) => refSource(repository, `refs/heads/${value.base.ref}`),
  baseRepository: ({ repository }) => repositorySource(repository),

  additions: ({ value }, _args, { state }) => total(state, value, 'additions'),
  deletions: ({ value }, _args, { state }) => total(state, value, 'deletions'),
  changedFiles: ({ value }, _args, { state }) => pullFiles(state, value).length,
  files: ({ repository, value }, args: PageArgs, context) => {
    needs(context, repository, READ.pulls);
    return connection(pullFiles(context.state, value), args, {
      key: ({ path }) => path,
      node: (file): FileSource => ({ file }),
    });
  },
  commits: ({ repository, value }, args: PageArgs, context) => {
    needs(context, repository, READ.pulls);
    return connection(pullCommits(context.state, value), args, {
      key: ({ oid }) => oid,
      node: ({ oid }) => on('PullRequestCommit', repository, { pull: value, oid }),
    });
  },

  reviewDecision: ({ value }, _args, { state }) => reviewDecision(state, value),
  reviews: (
    { repository, value },
    args: PageArgs & Pick<Schema.PullRequestReviewsArgs, 'author' | 'states'>,
    context,
  ) => {
    const { author, states } = args;
    const login = (id: number | null): string => (id === null ? '' : (context.state.accounts.get(id)?.login ?? ''));
    const found = visibleReviews(context, value)
      .filter(({ state }) => !states || states.includes(state))
      .filter(({ authorId }) => author == null || login(authorId).toLowerCase() === author.toLowerCase());
    return reviewConnection(repository, found, args);
  },
  latestOpinionatedReviews: (
    pull,
    args: PageArgs & Pick<Schema.PullRequestLatestOpinionatedReviewsArgs, 'writersOnly'>,
    context,
  ) => {
    const { writersOnly } = args;
    const found = opinions(pull.value).filter(
      ({ authorId }) => writersOnly !== true || hasWrite(context, pull, authorId),
    );
    return reviewConnection(pull.repository, found, args);
  },
  latestReviews: ({ repository, value }, args: PageArgs, context) => {
    const submitted = visibleReviews(context, value).filter(({ state }) => state !== 'PENDING');
    const latest = new Map(submitted.map((review) => [review.authorId, review]));
    return reviewConnection(repository, [...latest.values()], args);
  },
  reviewThreads: ({ repository, value }, args: PageArgs, context) => {
    const shown = new Set(visibleReviewComments(context, value).map(({ threadId }) => threadId));
    const threads = value.reviewThreads.filter(({ id }) => shown.has(id));
    return connection(threads, args, {
      key: ({ id }) => id,
      node: (thread) => on('PullRequestReviewThread', repository, thread),
    });
  },
  reviewRequests: (pull, args: PageArgs) =>
    connection(reviewRequests(pull), args, { key: requestKey, node: (request) => request }),
  totalCommentsCount: ({ value }) => value.comments.length + value.reviewComments.length,
  closingIssuesReferences: (
    { repository, value },
    args: PageArgs & Pick<Schema.PullRequestClosingIssuesReferencesArgs, 'userLinkedOnly'>,
    { state },
  ) => {
    // Links that somebody made by hand do not exist in the sandbox.
    const issues = args.userLinkedOnly === true ? [] : closingIssues(state, repository, value);
    return connection(issues, args, { key: ({ id }) => id, node: (issue) => on('Issue', repository, issue) });
  },
  statusCheckRollup: ({ repository, value }, _args, context) => rollupSource(context, repository, value.head.oid),
  timelineItems,
} satisfies FieldsOf<Schema.PullRequest, PullSource>;
