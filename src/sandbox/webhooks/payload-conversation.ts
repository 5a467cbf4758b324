import { teamJson, userJson } from '../json/accounts.js';
import type { Json } from '../json/base.js';
import { issueCommentJson, reviewCommentJson, reviewJson } from '../json/comments.js';
import { issueJson } from '../json/issue.js';
import { pullJson, pullSimpleJson } from '../json/pull.js';
import { labelJson } from '../json/repository.js';
import { needIssue, needPull, needRepository } from '../state/find.js';
import type { DomainEvent, GitHubState, PullRequest, TextChanges } from '../state/types.js';

type Conversation = Extract<DomainEvent, { number: number }>;
type On<E extends Conversation['event']> = Extract<Conversation, { event: E }>;

/** What is particular to events of issues, pull requests and their comments and reviews. */
export function conversationPart(state: GitHubState, event: Conversation): Json {
  switch (event.event) {
    case 'pull_request': {
      const pull = needPull(state, event.repositoryId, event.number);
      return { number: event.number, pull_request: pullJson(state, pull), ...changePart(state, event) };
    }
    case 'issues':
      return {
        issue: issueJson(state, needIssue(state, event.repositoryId, event.number)),
        ...changePart(state, event),
      };
    case 'issue_comment':
      return commentPart(state, event);
    default:
      return reviewPart(state, event);
  }
}

function changePart(state: GitHubState, event: On<'pull_request'> | On<'issues'>): Json {
  switch (event.action) {
    case 'synchronize':
      return { before: event.before, after: event.after };
    case 'edited':
      return { changes: changesJson(event.changes) };
    case 'labeled':
    case 'unlabeled':
      return { label: labelJson(state, needRepository(state, event.repositoryId), event.label) };
    case 'assigned':
    case 'unassigned':
      return { assignee: userJson(state, event.assigneeId) };
    case 'review_requested':
    case 'review_request_removed': {
      const team = event.teamId === null ? undefined : state.teams.get(event.teamId);
      return team === undefined
        ? { requested_reviewer: userJson(state, event.reviewerId) }
        : { requested_team: teamJson(state, team, needRepository(state, event.repositoryId)) };
    }
    default:
      return {};
  }
}

const from = (text: string): Json => ({ from: text });

function changesJson({ title, body, base }: TextChanges): Json {
  return {
    ...(title === undefined ? {} : { title: from(title) }),
    ...(body === undefined ? {} : { body: from(body) }),
    ...(base === undefined ? {} : { base: { ref: from(base.ref), sha: from(base.oid) } }),
  };
}

function commentPart(state: GitHubState, event: On<'issue_comment'>): Json {
  const issue = needIssue(state, event.repositoryId, event.number);
  const comment = found(issue.comments, event.commentId);
  return {
    issue: issueJson(state, issue),
    comment: issueCommentJson(state, comment),
    ...(event.action === 'edited' ? { changes: { body: from(event.oldBody) } } : {}),
  };
}

type ReviewEvent = Exclude<Conversation, { event: 'pull_request' | 'issues' | 'issue_comment' }>;

function reviewPart(state: GitHubState, event: ReviewEvent): Json {
  const pull = needPull(state, event.repositoryId, event.number);
  const changes = event.action === 'edited' ? { changes: { body: from(event.oldBody) } } : {};
  return { pull_request: pullSimpleJson(state, pull), ...subjectPart(state, pull, event), ...changes };
}

function subjectPart(state: GitHubState, pull: PullRequest, event: ReviewEvent): Json {
  if (event.event === 'pull_request_review') {
    const review = found(pull.reviews, event.reviewId);
    const json = reviewJson(state, review);
    return {
      review: { ...json, body: review.body === '' ? null : review.body, state: review.state.toLowerCase() },
    };
  }
  if (event.event === 'pull_request_review_comment') {
    return { comment: reviewCommentJson(state, found(pull.reviewComments, event.commentId)) };
  }
  const thread = found(pull.reviewThreads, event.threadId);
  const comments = pull.reviewComments.filter(({ threadId }) => threadId === thread.id);
  return {
    thread: { node_id: thread.nodeId, comments: comments.map((comment) => reviewCommentJson(state, comment)) },
  };
}

function found<T extends { id: number }>(all: readonly T[], id: number): T {
  const one = all.find((candidate) => candidate.id === id);
  if (one === undefined) throw new Error(`The event names ${String(id)}, which the state does not have`);
  return one;
}
