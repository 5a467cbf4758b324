import type * as Schema from '@octokit/graphql-schema';

import { pullCommitNodeId } from '../../state/nodes.js';
import type { ChangedFile, GitHubState, Oid, PullRequest } from '../../state/types.js';
import type { FieldsOf } from '../context.js';
import { actor, on, teamSource, type On } from '../sources.js';
import { textPath } from '../urls.js';

/** A commit as part of a pull request. */
export type PullCommitSource = On<'PullRequestCommit', { pull: PullRequest; oid: Oid }>;

const commitPath = (state: GitHubState, { repository, value }: PullCommitSource): string =>
  `${textPath(state, on('PullRequest', repository, value.pull))}/commits/${value.oid}`;

export const PullRequestCommit = {
  id: ({ value }) => pullCommitNodeId(value.pull, value.oid),
  commit: ({ repository, value }) => on('Commit', repository, value.oid),
  pullRequest: ({ repository, value }) => on('PullRequest', repository, value.pull),
  url: (source, _args, { state }) => state.urls.web + commitPath(state, source),
  resourcePath: (source, _args, { state }) => commitPath(state, source),
} satisfies FieldsOf<Schema.PullRequestCommit, PullCommitSource>;

export interface FileSource {
  readonly file: ChangedFile;
}

const CHANGES = { added: 'ADDED', modified: 'MODIFIED', removed: 'DELETED', renamed: 'RENAMED' } as const;

export const PullRequestChangedFile = {
  path: ({ file }) => file.path,
  changeType: ({ file }) => CHANGES[file.status],
  additions: ({ file }) => file.additions,
  deletions: ({ file }) => file.deletions,
  viewerViewedState: () => 'UNVIEWED',
} satisfies FieldsOf<Schema.PullRequestChangedFile, FileSource>;

/** Somebody who was asked for a review and has not given one since. */
export type RequestSource = On<'ReviewRequest', { pull: PullRequest; userId: number | null; teamId: number | null }>;

/** Those asked, people before teams. */
export function reviewRequests(source: On<'PullRequest', PullRequest>): RequestSource[] {
  const { repository, value: pull } = source;
  return [
    ...pull.requestedReviewerIds.map((userId) => on('ReviewRequest', repository, { pull, userId, teamId: null })),
    ...pull.requestedTeamIds.map((teamId) => on('ReviewRequest', repository, { pull, userId: null, teamId })),
  ];
}

/** Tells requests apart within a pull request. */
export const requestKey = ({ value: { userId, teamId } }: RequestSource): string =>
  userId === null ? `team/${String(teamId)}` : `user/${userId}`;

export const ReviewRequest = {
  id: (request) => `RR_${Buffer.from(`${request.value.pull.pullId}/${requestKey(request)}`).toString('base64url')}`,
  databaseId: () => null,
  asCodeOwner: () => false,
  pullRequest: ({ repository, value }) => on('PullRequest', repository, value.pull),
  requestedReviewer: ({ value }, _args, { state }) => {
    const team = value.teamId === null ? undefined : state.teams.get(value.teamId);
    return team ? teamSource(team) : actor(state, value.userId);
  },
} satisfies FieldsOf<Schema.ReviewRequest, RequestSource>;
