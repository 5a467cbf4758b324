import { unprocessable } from '../errors.js';
import { isCollaborator, teamLevel } from '../state/access.js';
import { fullName, needRepository } from '../state/find.js';
import type { GitHub } from '../state/github.js';
import type { Account, Caller, PullRequest, Team } from '../state/types.js';
import { by, demandWrite, happening, record } from './shared.js';

interface Reviewers {
  users?: Account[];
  teams?: Team[];
}

export function requestReviewers(
  github: GitHub,
  caller: Caller,
  pull: PullRequest,
  { users = [], teams = [] }: Reviewers,
): PullRequest {
  const { state } = github;
  const repository = needRepository(state, pull.repositoryId);
  demandWrite(github, caller, repository, 'triage', 'pull_requests');
  if (users.some(({ id }) => id === pull.authorId)) {
    throw unprocessable('Review cannot be requested from pull request author.');
  }
  const strangers =
    users.some(({ id }) => !isCollaborator(state, id, repository)) ||
    teams.some((team) => teamLevel(state, team, repository) === 'none');
  if (strangers) {
    throw unprocessable(
      `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${fullName(state, repository)} repository.`,
    );
  }
  for (const { id } of users) {
    if (pull.requestedReviewerIds.includes(id)) continue;
    pull.requestedReviewerIds.push(id);
    tell(github, caller, pull, 'review_requested', { reviewerId: id, teamId: null });
  }
  for (const { id } of teams) {
    if (pull.requestedTeamIds.includes(id)) continue;
    pull.requestedTeamIds.push(id);
    tell(github, caller, pull, 'review_requested', { reviewerId: null, teamId: id });
  }
  return pull;
}

export function removeReviewers(
  github: GitHub,
  caller: Caller,
  pull: PullRequest,
  { users = [], teams = [] }: Reviewers,
): PullRequest {
  demandWrite(github, caller, needRepository(github.state, pull.repositoryId), 'triage', 'pull_requests');
  for (const { id } of users) {
    if (!pull.requestedReviewerIds.includes(id)) continue;
    pull.requestedReviewerIds = pull.requestedReviewerIds.filter((one) => one !== id);
    tell(github, caller, pull, 'review_request_removed', { reviewerId: id, teamId: null });
  }
  for (const { id } of teams) {
    if (!pull.requestedTeamIds.includes(id)) continue;
    pull.requestedTeamIds = pull.requestedTeamIds.filter((one) => one !== id);
    tell(github, caller, pull, 'review_request_removed', { reviewerId: null, teamId: id });
  }
  return pull;
}

function tell(
  github: GitHub,
  caller: Caller,
  pull: PullRequest,
  kind: 'review_requested' | 'review_request_removed',
  whom: { reviewerId: number | null; teamId: number | null },
): void {
  record(github, pull, by(caller), { kind, ...whom });
  github.emit({ event: 'pull_request', action: kind, number: pull.number, ...whom, ...happening(caller, pull) });
}
