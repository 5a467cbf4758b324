import { notFound, unprocessable } from '../errors.js';
import { actorId } from '../state/access.js';
import type { GitHub } from '../state/github.js';
import type { Caller, Repository } from '../state/types.js';
import { demandAdmin } from './repository-settings.js';

/**
 * Renames a branch. Open pull requests into it go into the new name and those from it come from there, as GitHub moves
 * them, and nobody is told but by the change of the repository's settings, where it was the default branch.
 */
export function renameBranch(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  { from, to }: { from: string; to: string },
): void {
  demandAdmin(github, caller, repository);
  const oid = repository.refs.get(`refs/heads/${from}`);
  if (oid === undefined) throw notFound();
  if (repository.refs.has(`refs/heads/${to}`)) throw unprocessable(`The branch ${to} is there already.`);
  repository.refs.delete(`refs/heads/${from}`);
  repository.refs.set(`refs/heads/${to}`, oid);
  for (const { issues } of github.state.repositories.values()) {
    for (const pull of issues.values()) {
      if (pull.kind !== 'pull' || pull.state !== 'open') continue;
      if (pull.repositoryId === repository.id && pull.base.ref === from) pull.base = { ...pull.base, ref: to };
      if (pull.head.repositoryId === repository.id && pull.head.ref === from) pull.head.ref = to;
    }
  }
  if (repository.defaultBranch !== from) return;
  repository.defaultBranch = to;
  github.emit({ event: 'repository', action: 'edited', repositoryId: repository.id, senderId: actorId(caller) });
}
