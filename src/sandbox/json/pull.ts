import { unmetChecks } from '../state/checks.js';
import { mergesCleanly, pullCommits, pullFiles, reviewDecision } from '../state/derive.js';
import { needAccount, needRepository } from '../state/find.js';
import type { GitHubState, PullRequest, Repository } from '../state/types.js';
import { GHOST_ID } from '../state/types.js';
import { teamJson, userJson, userOrNull } from './accounts.js';
import { link, repoApi, type Json } from './base.js';
import { commentCount } from './comments.js';
import { issueWeb, sharedJson } from './issue.js';
import { repositoryJson } from './repository.js';

/** `pull-request-simple`: as lists and webhooks of reviews show it. */
export function pullSimpleJson(state: GitHubState, pull: PullRequest): Json {
  const repository = needRepository(state, pull.repositoryId);
  const api = `${repoApi(state, repository)}/pulls/${String(pull.number)}`;
  const issue = `${repoApi(state, repository)}/issues/${String(pull.number)}`;
  const web = issueWeb(state, pull);
  const statuses = `${repoApi(state, repository)}/statuses/${pull.head.oid}`;
  const reviewComment = `${repoApi(state, repository)}/pulls/comments{/number}`;
  return {
    url: api,
    id: pull.pullId,
    node_id: pull.nodeId,
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: issue,
    number: pull.number,
    title: pull.title,
    user: userJson(state, pull.authorId),
    ...sharedJson(state, repository, pull),
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitOid,
    requested_reviewers: pull.requestedReviewerIds.map((id) => userJson(state, id)),
    requested_teams: pull.requestedTeamIds.flatMap((id) => {
      const team = state.teams.get(id);
      return team ? [teamJson(state, team)] : [];
    }),
    draft: pull.draft,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: reviewComment,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    head: headJson(state, pull),
    base: baseJson(state, repository, pull),
    _links: {
      self: link(api),
      html: link(web),
      issue: link(issue),
      comments: link(`${issue}/comments`),
      review_comments: link(`${api}/comments`),
      review_comment: link(reviewComment),
      commits: link(`${api}/commits`),
      statuses: link(statuses),
    },
    auto_merge: pull.autoMerge,
  };
}

/** `pull-request`: with counts and whether it can be merged. */
export function pullJson(state: GitHubState, pull: PullRequest): Json {
  const files = pullFiles(state, pull);
  return {
    ...pullSimpleJson(state, pull),
    merged: pull.mergedAt !== null,
    mergeable: mergesCleanly(state, pull),
    rebaseable: mergesCleanly(state, pull),
    mergeable_state: mergeableState(state, pull),
    merged_by: userOrNull(state, pull.mergedById),
    comments: commentCount(pull),
    review_comments: pull.reviewComments.length,
    maintainer_can_modify: pull.maintainerCanModify,
    commits: pullCommits(state, pull).length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

/** Why the merge button is as it is: REST's word, GraphQL's `mergeStateStatus` in lower case. */
export function mergeableState(
  state: GitHubState,
  pull: PullRequest,
): 'unknown' | 'dirty' | 'draft' | 'blocked' | 'clean' {
  const clean = mergesCleanly(state, pull);
  if (clean === null) return 'unknown';
  if (!clean) return 'dirty';
  if (pull.draft) return 'draft';
  const repository = needRepository(state, pull.repositoryId);
  if (reviewDecision(state, pull) === 'REVIEW_REQUIRED') return 'blocked';
  return unmetChecks(repository, pull.base.ref, pull.head.oid).length > 0 ? 'blocked' : 'clean';
}

function headJson(state: GitHubState, { head }: PullRequest): Json {
  const repository = head.repositoryId === null ? undefined : state.repositories.get(head.repositoryId);
  return {
    label: `${needAccount(state, head.ownerId ?? GHOST_ID).login}:${head.ref}`,
    ref: head.ref,
    sha: head.oid,
    user: userJson(state, head.ownerId),
    repo: repository ? repositoryJson(state, repository) : null,
  };
}

function baseJson(state: GitHubState, repository: Repository, { base }: PullRequest): Json {
  return {
    label: `${needAccount(state, repository.ownerId).login}:${base.ref}`,
    ref: base.ref,
    sha: base.oid,
    user: userJson(state, repository.ownerId),
    repo: repositoryJson(state, repository),
  };
}

/** `pull-request-minimal`, in check runs and suites. */
export function pullMinimalJson(state: GitHubState, pull: PullRequest): Json {
  const base = needRepository(state, pull.repositoryId);
  const head = (pull.head.repositoryId === null ? undefined : state.repositories.get(pull.head.repositoryId)) ?? base;
  const minimal = (repository: Repository): Json => ({
    id: repository.id,
    url: repoApi(state, repository),
    name: repository.name,
  });
  return {
    url: `${repoApi(state, base)}/pulls/${String(pull.number)}`,
    id: pull.pullId,
    number: pull.number,
    head: { ref: pull.head.ref, sha: pull.head.oid, repo: minimal(head) },
    base: { ref: pull.base.ref, sha: pull.base.oid, repo: minimal(base) },
  };
}
