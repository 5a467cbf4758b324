import { hasAppPermission } from '../state/access.js';
import { installationSees } from '../state/find.js';
import type { DomainEvent, GitHubState, Installation } from '../state/types.js';

/** What an app must be allowed to read to be told of an event; one is enough. */
const PERMISSIONS: Readonly<Record<DomainEvent['event'], readonly string[]>> = {
  check_run: ['checks'],
  check_suite: ['checks'],
  create: ['contents'],
  delete: ['contents'],
  fork: ['contents'],
  installation: [],
  installation_repositories: [],
  issue_comment: ['issues', 'pull_requests'],
  issues: ['issues'],
  label: ['issues', 'pull_requests', 'metadata'],
  member: ['members'],
  membership: ['members'],
  merge_group: ['merge_queues'],
  organization: ['members'],
  pull_request: ['pull_requests'],
  pull_request_review: ['pull_requests'],
  pull_request_review_comment: ['pull_requests'],
  pull_request_review_thread: ['pull_requests'],
  push: ['contents'],
  repository: ['metadata'],
};

/** The installations whose apps are told: that see it, subscribe to it and may read it. */
export function recipientsOf(state: GitHubState, event: DomainEvent): Installation[] {
  return [...state.installations.values()].filter((installation) => {
    const own = ownApp(state, event);
    if (own !== null) return installation.appId === own && sees(state, installation, event);
    if (event.event === 'installation' || event.event === 'installation_repositories') {
      return event.installationId === installation.id;
    }
    const permitted = PERMISSIONS[event.event].some((name) => hasAppPermission(installation.permissions, name, 'read'));
    return permitted && installation.events.includes(event.event) && sees(state, installation, event);
  });
}

function sees(state: GitHubState, installation: Installation, event: DomainEvent): boolean {
  if ('repositoryId' in event) {
    const repository = state.repositories.get(event.repositoryId);
    return repository !== undefined && installationSees(installation, repository);
  }
  if (event.event === 'membership') {
    return state.teams.get(event.teamId)?.organizationId === installation.accountId;
  }
  return event.event === 'organization' && event.organizationId === installation.accountId;
}

/**
 * Requests to run a check go to the app that owns it, without a subscription, and to no other.
 * @returns that app's id, or null for any other event
 */
function ownApp(state: GitHubState, event: DomainEvent): number | null {
  if (event.event === 'check_run' && (event.action === 'rerequested' || event.action === 'requested_action')) {
    return state.repositories.get(event.repositoryId)?.checkRuns.get(event.checkRunId)?.appId ?? null;
  }
  if (event.event === 'check_suite' && event.action !== 'completed') {
    return state.repositories.get(event.repositoryId)?.checkSuites.get(event.checkSuiteId)?.appId ?? null;
  }
  return null;
}
