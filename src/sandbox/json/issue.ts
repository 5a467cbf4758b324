import { authorAssociation } from '../state/derive.js';
import { needRepository } from '../state/find.js';
import type { GitHubState, IssueOrPull, Reaction, Repository, TimelineEvent } from '../state/types.js';
import { REACTIONS } from '../state/types.js';
import { appOrNull, teamSimpleJson, userJson, userOrNull } from './accounts.js';
import { repoApi, repoWeb, type Json } from './base.js';
import { commentCount } from './comments.js';
import { labelJson } from './repository.js';

/** The address of an issue or pull request among the issues. */
export const issueApi = (state: GitHubState, issue: IssueOrPull): string =>
  `${repoApi(state, needRepository(state, issue.repositoryId))}/issues/${String(issue.number)}`;

/** The address of its page. */
export const issueWeb = (state: GitHubState, issue: IssueOrPull): string =>
  `${repoWeb(state, needRepository(state, issue.repositoryId))}/${issue.kind === 'pull' ? 'pull' : 'issues'}/${String(issue.number)}`;

/** `issue`: also how the issues endpoints show a pull request. */
export function issueJson(state: GitHubState, issue: IssueOrPull): Json {
  const repository = needRepository(state, issue.repositoryId);
  const api = issueApi(state, issue);
  return {
    url: api,
    repository_url: repoApi(state, repository),
    labels_url: `${api}/labels{/name}`,
    comments_url: `${api}/comments`,
    events_url: `${api}/events`,
    timeline_url: `${api}/timeline`,
    html_url: issueWeb(state, issue),
    id: issue.id,
    node_id: issue.nodeId,
    number: issue.number,
    title: issue.title,
    user: userJson(state, issue.authorId),
    ...sharedJson(state, repository, issue),
    comments: commentCount(issue),
    closed_by: userOrNull(state, issue.closedById),
    type: null,
    sub_issues_summary: { total: 0, completed: 0, percent_completed: 0 },
    reactions: reactionsJson(`${api}/reactions`, issue.reactions),
    performed_via_github_app: appOrNull(state, issue.viaAppId),
    state_reason: issue.kind === 'issue' ? issue.stateReason : null,
    ...(issue.kind === 'pull'
      ? {
          draft: issue.draft,
          pull_request: {
            url: api.replace('/issues/', '/pulls/'),
            html_url: issueWeb(state, issue),
            diff_url: `${issueWeb(state, issue)}.diff`,
            patch_url: `${issueWeb(state, issue)}.patch`,
            merged_at: issue.mergedAt,
          },
        }
      : {}),
  };
}

/** Fields that issues and pull requests have alike. */
export function sharedJson(state: GitHubState, repository: Repository, issue: IssueOrPull): Json {
  const labels = issue.labelIds.flatMap((id) => repository.labels.get(id) ?? []);
  return {
    state: issue.state,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    labels: labels.map((label) => labelJson(state, repository, label)),
    assignee: userOrNull(state, issue.assigneeIds[0] ?? null),
    assignees: issue.assigneeIds.map((id) => userJson(state, id)),
    milestone: null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: authorAssociation(state, repository, issue.authorId, issue.kind === 'pull'),
    body: issue.body === '' ? null : issue.body,
  };
}

/** `reaction-rollup`. */
export function reactionsJson(url: string, reactions: readonly Reaction[]): Json {
  const count = (content: string): number => reactions.filter((reaction) => reaction.content === content).length;
  return {
    url,
    total_count: reactions.length,
    ...Object.fromEntries(REACTIONS.map((content) => [content, count(content)])),
  };
}

/** `reaction`. */
export function reactionJson(state: GitHubState, reaction: Reaction): Json {
  return {
    id: reaction.id,
    node_id: reaction.nodeId,
    user: userJson(state, reaction.userId),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

/** An event of the issue's timeline: `issue-event` and the variants of `timeline-issue-events`. */
export function issueEventJson(state: GitHubState, issue: IssueOrPull, event: TimelineEvent): Json {
  const repository = needRepository(state, issue.repositoryId);
  return {
    id: event.id,
    node_id: event.nodeId,
    url: `${repoApi(state, repository)}/issues/events/${String(event.id)}`,
    actor: userJson(state, event.actorId),
    event: event.kind,
    commit_id: null,
    commit_url: null,
    created_at: event.createdAt,
    performed_via_github_app: appOrNull(state, event.viaAppId),
    ...eventDetails(state, issue, event),
  };
}

function eventDetails(state: GitHubState, issue: IssueOrPull, event: TimelineEvent): Json {
  switch (event.kind) {
    case 'labeled':
    case 'unlabeled':
      return { label: event.label };
    case 'assigned':
    case 'unassigned':
      return { assignee: userJson(state, event.assigneeId), assigner: userJson(state, event.actorId) };
    case 'review_requested':
    case 'review_request_removed': {
      const team = event.teamId === null ? undefined : state.teams.get(event.teamId);
      return {
        review_requester: userJson(state, event.actorId),
        ...(event.reviewerId === null ? {} : { requested_reviewer: userJson(state, event.reviewerId) }),
        ...(team === undefined ? {} : { requested_team: teamSimpleJson(state, team) }),
      };
    }
    case 'review_dismissed':
      return {
        dismissed_review: {
          state: event.previousState.toLowerCase(),
          review_id: event.reviewId,
          dismissal_message: event.message,
        },
      };
    case 'renamed':
      return { rename: { from: event.from, to: event.to } };
    case 'closed':
      return { state_reason: event.stateReason, commit_id: event.commitOid };
    case 'merged':
      return {
        commit_id: event.commitOid,
        commit_url: `${repoApi(state, needRepository(state, issue.repositoryId))}/commits/${event.commitOid}`,
      };
    case 'locked':
      return { lock_reason: event.reason };
    default:
      return {};
  }
}
