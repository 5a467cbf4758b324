import { forbidden, unprocessable } from '../errors.js';
import { actorId, permissionLevel } from '../state/access.js';
import type { GitHub } from '../state/github.js';
import type { Account, Caller, PermissionLevel, Repository, Ruleset, Team } from '../state/types.js';
import { demandWrite } from './shared.js';

/** Settings are for administrators, and for apps that may administrate. */
export const demandAdmin = (github: GitHub, caller: Caller, repository: Repository): void =>
  demandWrite(github, caller, repository, 'admin', 'administration');

export function archiveRepository(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  archived: boolean,
): Repository {
  if (archived) demandAdmin(github, caller, repository);
  else if (permissionLevel(github.state, actorId(caller), repository) !== 'admin')
    throw forbidden('Must have admin rights to Repository.');
  repository.archived = archived;
  repository.archivedAt = archived ? github.now : null;
  const action = archived ? 'archived' : 'unarchived';
  github.emit({ event: 'repository', action, repositoryId: repository.id, senderId: actorId(caller) });
  return repository;
}

export function setDefaultBranch(github: GitHub, caller: Caller, repository: Repository, branch: string): Repository {
  demandAdmin(github, caller, repository);
  if (!repository.refs.has(`refs/heads/${branch}`)) throw unprocessable(`The branch ${branch} was not found.`);
  repository.defaultBranch = branch;
  github.emit({ event: 'repository', action: 'edited', repositoryId: repository.id, senderId: actorId(caller) });
  return repository;
}

export function setCollaborator(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  user: Account,
  level: PermissionLevel,
): void {
  demandAdmin(github, caller, repository);
  const known = repository.collaborators.has(user.id);
  if (level === 'none') repository.collaborators.delete(user.id);
  else repository.collaborators.set(user.id, level);
  if (level === 'none' && !known) return;
  const action = level === 'none' ? 'removed' : known ? 'edited' : 'added';
  const senderId = actorId(caller);
  github.emit({ event: 'member', action, repositoryId: repository.id, senderId, memberId: user.id });
}

export function setTeamAccess(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  team: Team,
  level: PermissionLevel,
): void {
  demandAdmin(github, caller, repository);
  if (level === 'none') repository.teams.delete(team.id);
  else repository.teams.set(team.id, level);
}

export function createRuleset(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  input: Partial<Omit<Ruleset, 'id' | 'nodeId' | 'createdAt' | 'updatedAt'>> & { name: string },
): Ruleset {
  demandAdmin(github, caller, repository);
  const ruleset: Ruleset = {
    ...github.nextIds('ruleset', 'RepositoryRuleset', repository.id),
    enforcement: 'active',
    branches: ['~DEFAULT_BRANCH'],
    requiredChecks: [],
    requiredApprovals: 0,
    requireThreadResolution: false,
    blockForcePushes: false,
    blockDeletion: false,
    bypassAppIds: [],
    bypassLevels: [],
    createdAt: github.now,
    updatedAt: github.now,
    ...input,
  };
  repository.rulesets.set(ruleset.id, ruleset);
  return ruleset;
}
