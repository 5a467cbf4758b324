import { demand, isAllowed, type Demand } from '../state/access.js';
import type { Repository } from '../state/types.js';
import type { Context } from './context.js';

const reading = (...app: string[]): Demand => ({ level: 'read', app, access: 'read' });

/** What reading asks of a caller: of a person that they see the repository, of an app one of these permissions. */
export const READ = {
  metadata: reading('metadata'),
  contents: reading('contents'),
  issues: reading('issues'),
  discussions: reading('discussions'),
  pulls: reading('pull_requests'),
  /** Comments, labels and assignees of a pull request are an issue's, too. */
  conversation: reading('issues', 'pull_requests'),
  checks: reading('checks'),
  statuses: reading('statuses'),
  /** The rollup joins check runs and statuses. */
  rollup: reading('checks', 'statuses'),
} as const satisfies Record<string, Demand>;

/** @throws GitHubError FORBIDDEN "Resource not accessible by integration", or NOT_FOUND where the caller may not know. */
export function needs({ state, caller }: Context, repository: Repository, wanted: Demand): void {
  demand(state, caller, repository, wanted);
}

export const may = ({ state, caller }: Context, repository: Repository, wanted: Demand): boolean =>
  isAllowed(state, caller, repository, wanted);

/** The account that asks. */
export function viewerId({ caller }: Context): number | null {
  if (caller.kind === 'user') return caller.userId;
  return caller.kind === 'installation' ? caller.botId : null;
}
