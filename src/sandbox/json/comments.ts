import { authorAssociation } from '../state/derive.js';
import { needPull, needIssue, needRepository } from '../state/find.js';
import type { GitHubState, IssueComment, IssueOrPull, Review, ReviewComment } from '../state/types.js';
import { appOrNull, userJson, userOrNull } from './accounts.js';
import { link, repoApi, type Json } from './base.js';
import { issueApi, issueWeb, reactionsJson } from './issue.js';

/** How many comments an issue has in its conversation; those on the diff are counted apart. */
export const commentCount = (issue: IssueOrPull): number => issue.comments.length;

/** `issue-comment`. */
export function issueCommentJson(state: GitHubState, comment: IssueComment): Json {
  const repository = needRepository(state, comment.repositoryId);
  const issue = needIssue(state, comment.repositoryId, comment.number);
  const url = `${repoApi(state, repository)}/issues/comments/${String(comment.id)}`;
  return {
    url,
    html_url: `${issueWeb(state, issue)}#issuecomment-${String(comment.id)}`,
    issue_url: issueApi(state, issue),
    id: comment.id,
    node_id: comment.nodeId,
    user: userJson(state, comment.authorId),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: authorAssociation(state, repository, comment.authorId),
    body: comment.body,
    reactions: reactionsJson(`${url}/reactions`, comment.reactions),
    performed_via_github_app: appOrNull(state, comment.viaAppId),
  };
}

/** `pull-request-review`. A ghost's `user` is null here. The state is in upper case, as REST has it; webhooks want lower. */
export function reviewJson(state: GitHubState, review: Review): Json {
  const repository = needRepository(state, review.repositoryId);
  const pull = needPull(state, review.repositoryId, review.number);
  const html = `${issueWeb(state, pull)}#pullrequestreview-${String(review.id)}`;
  const pullUrl = `${repoApi(state, repository)}/pulls/${String(review.number)}`;
  return {
    id: review.id,
    node_id: review.nodeId,
    user: userOrNull(state, review.authorId),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: authorAssociation(state, repository, review.authorId),
    _links: { html: link(html), pull_request: link(pullUrl) },
    ...(review.submittedAt === null ? {} : { submitted_at: review.submittedAt }),
    commit_id: review.commitOid,
  };
}

/** `pull-request-review-comment`. */
export function reviewCommentJson(state: GitHubState, comment: ReviewComment): Json {
  const repository = needRepository(state, comment.repositoryId);
  const pull = needPull(state, comment.repositoryId, comment.number);
  const url = `${repoApi(state, repository)}/pulls/comments/${String(comment.id)}`;
  const html = `${issueWeb(state, pull)}#discussion_r${String(comment.id)}`;
  const pullUrl = `${repoApi(state, repository)}/pulls/${String(comment.number)}`;
  const position = comment.subjectType === 'file' ? 1 : hunkPosition(comment.diffHunk);
  return {
    url,
    pull_request_review_id: comment.reviewId,
    id: comment.id,
    node_id: comment.nodeId,
    diff_hunk: comment.diffHunk,
    path: comment.path,
    position: comment.line === null && comment.subjectType === 'line' ? null : position,
    original_position: position,
    commit_id: comment.commitOid,
    original_commit_id: comment.originalCommitOid,
    ...(comment.inReplyToId === null ? {} : { in_reply_to_id: comment.inReplyToId }),
    user: userJson(state, comment.authorId),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: authorAssociation(state, repository, comment.authorId),
    _links: { self: link(url), html: link(html), pull_request: link(pullUrl) },
    start_line: comment.startLine,
    original_start_line: comment.originalStartLine,
    start_side: comment.startSide,
    line: comment.line,
    original_line: comment.originalLine,
    side: comment.side,
    subject_type: comment.subjectType,
    reactions: reactionsJson(`${url}/reactions`, comment.reactions),
  };
}

/** Lines below the hunk's header. GitHub counts over all hunks of the file; nobody should use this old field. */
const hunkPosition = (diffHunk: string): number => Math.max(1, diffHunk.split('\n').length - 1);
