import type { GitHub } from '../state/github.js';
import type { Repository } from '../state/types.js';
import { closePull } from './pull-state.js';

/** Pull requests whose head repository was just deleted: they lose it, and the open ones are closed. */
export function closeOrphans(github: GitHub, gone: Repository, actorId: number | null): void {
  for (const repository of github.state.repositories.values()) {
    for (const issue of repository.issues.values()) {
      if (issue.kind !== 'pull' || issue.head.repositoryId !== gone.id) continue;
      issue.head.repositoryId = null;
      issue.head.deleted = true;
      if (issue.state === 'open') closePull(github, issue, { actorId, viaAppId: null });
    }
  }
}
