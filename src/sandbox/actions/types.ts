import type { CheckActions } from './types/checks.js';
import type { GitActions } from './types/git.js';
import type { DiscussionActions, IssueActions, PullActions } from './types/issues.js';
import type { RepositoryActions, WorldActions } from './types/repositories.js';

export * from './types/checks.js';
export * from './types/git.js';
export * from './types/issues.js';
export * from './types/repositories.js';

/**
 * What people and apps do. Each checks what GitHub checks (is it there, may the caller, is it well-formed), changes
 * the state, moves the clock a second on, and makes the event known from which webhooks are built. A refusal is a
 * thrown `GitHubError` and leaves everything as it was. Objects passed in must be of the present state.
 */
export type Actions = WorldActions &
  RepositoryActions &
  GitActions &
  DiscussionActions &
  IssueActions &
  PullActions &
  CheckActions;
