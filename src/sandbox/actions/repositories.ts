import { forbidden, notFound, unprocessable } from '../errors.js';
import { EMPTY_TREE } from '../git/objects.js';
import { actorId, isAllowed } from '../state/access.js';
import { fullName, needAccount, repositoryByName } from '../state/find.js';
import { nodeId } from '../state/node-ids.js';
import type { GitHub } from '../state/github.js';
import type { Account, Caller, GitHubState, Repository } from '../state/types.js';
import { commitFiles } from './commit-files.js';
import { addDefaultLabels } from './labels.js';
import { moveRef } from './move-ref.js';
import { closeOrphans } from './orphans.js';
import { demandAdmin } from './repository-settings.js';
import type { FileChanges } from './types.js';

/** Whether an account may make repositories in the name of another. */
function actsFor(state: GitHubState, caller: Caller, owner: Account): boolean {
  const actor = actorId(caller);
  return actor === owner.id || (state.organizations.get(owner.id)?.members.has(actor) ?? false);
}

function addRepository(github: GitHub, owner: Account, name: string, more: Partial<Repository>): Repository {
  if (repositoryByName(github.state, owner.login, name)?.moved === false) {
    throw unprocessable('Repository creation failed.', [
      { resource: 'Repository', field: 'name', code: 'custom', message: 'name already exists on this account' },
    ]);
  }
  const id = more.id ?? github.nextId('repository');
  const repository: Repository = {
    nodeId: nodeId('Repository', id),
    ownerId: owner.id,
    name,
    formerNames: [],
    description: null,
    defaultBranch: 'main',
    private: false,
    archived: false,
    archivedAt: null,
    parentId: null,
    isFork: false,
    refs: new Map(),
    labels: new Map(),
    collaborators: new Map(),
    teams: new Map(),
    basePermission: 'read',
    rulesets: new Map(),
    issues: new Map(),
    discussionCategories: [],
    discussions: new Map(),
    nextNumber: 1,
    checkSuites: new Map(),
    checkRuns: new Map(),
    statuses: [],
    createdAt: github.now,
    updatedAt: github.now,
    pushedAt: github.now,
    ...more,
    id,
  };
  github.state.repositories.set(id, repository);
  return repository;
}

export function createRepository(
  github: GitHub,
  caller: Caller,
  input: {
    owner: Account;
    name: string;
    description?: string;
    private?: boolean;
    defaultBranch?: string;
    files?: FileChanges;
    id?: number;
  },
): Repository {
  if (!actsFor(github.state, caller, input.owner)) throw forbidden('You cannot create repositories for this owner.');
  const repository = addRepository(github, input.owner, input.name, {
    description: input.description ?? null,
    private: input.private ?? false,
    defaultBranch: input.defaultBranch ?? 'main',
    ...(input.id === undefined ? {} : { id: input.id }),
  });
  addDefaultLabels(github, repository);
  if (actorId(caller) !== input.owner.id) repository.collaborators.set(actorId(caller), 'admin');
  const senderId = actorId(caller);
  github.emit({ event: 'repository', action: 'created', repositoryId: repository.id, senderId });
  if (input.files !== undefined) {
    const oid = commitFiles(github, caller, {
      tree: EMPTY_TREE,
      parents: [],
      files: input.files,
      message: 'Initial commit',
    }).oid;
    moveRef(github, senderId, repository, `refs/heads/${repository.defaultBranch}`, oid);
  }
  return repository;
}

export function forkRepository(
  github: GitHub,
  caller: Caller,
  input: { repository: Repository; owner?: Account; name?: string },
): Repository {
  const parent = input.repository;
  if (!isAllowed(github.state, caller, parent, { level: 'read', app: ['contents'], access: 'read' })) throw notFound();
  const owner = input.owner ?? needAccount(github.state, actorId(caller));
  if (!actsFor(github.state, caller, owner)) throw forbidden('You cannot fork into this account.');
  const existing = [...github.state.repositories.values()].find(
    (one) => one.parentId === parent.id && one.ownerId === owner.id,
  );
  if (existing) return existing;
  const fork = addRepository(github, owner, input.name ?? parent.name, {
    description: parent.description,
    private: parent.private,
    defaultBranch: parent.defaultBranch,
    parentId: parent.id,
    isFork: true,
    refs: new Map([...parent.refs].filter(([ref]) => ref.startsWith('refs/heads/'))),
  });
  github.emit({ event: 'fork', repositoryId: parent.id, forkId: fork.id, senderId: actorId(caller) });
  return fork;
}

export function renameRepository(github: GitHub, caller: Caller, repository: Repository, name: string): Repository {
  demandAdmin(github, caller, repository);
  const oldName = repository.name;
  repository.formerNames.push(fullName(github.state, repository).toLowerCase());
  repository.name = name;
  const senderId = actorId(caller);
  github.emit({ event: 'repository', action: 'renamed', repositoryId: repository.id, senderId, oldName });
  return repository;
}

export function transferRepository(github: GitHub, caller: Caller, repository: Repository, owner: Account): Repository {
  demandAdmin(github, caller, repository);
  const oldOwnerId = repository.ownerId;
  repository.formerNames.push(fullName(github.state, repository).toLowerCase());
  repository.ownerId = owner.id;
  repository.teams.clear();
  for (const { repositoryIds } of github.state.installations.values()) repositoryIds?.delete(repository.id);
  const senderId = actorId(caller);
  github.emit({ event: 'repository', action: 'transferred', repositoryId: repository.id, senderId, oldOwnerId });
  return repository;
}

export function deleteRepository(github: GitHub, caller: Caller, repository: Repository): void {
  demandAdmin(github, caller, repository);
  removeRepository(github, repository, actorId(caller));
}

/** Takes a repository away. Open pull requests from it are closed and keep their commits; forks lose their parent. */
export function removeRepository(github: GitHub, repository: Repository, senderId: number | null): void {
  github.emit({ event: 'repository', action: 'deleted', repositoryId: repository.id, senderId });
  github.state.repositories.delete(repository.id);
  closeOrphans(github, repository, senderId);
  for (const other of github.state.repositories.values()) {
    if (other.parentId === repository.id) other.parentId = repository.parentId;
  }
  for (const { repositoryIds } of github.state.installations.values()) repositoryIds?.delete(repository.id);
}
