import { forbidden, notAccessible, notFound, unauthenticated } from '../errors.js';
import { needAccount, ownerOf } from './find.js';
import type { AppPermissions, Caller, GitHubState, PermissionLevel, Repository, Team } from './types.js';
import { PERMISSION_LEVELS } from './types.js';

const rank = (level: PermissionLevel): number => PERMISSION_LEVELS.indexOf(level);
const highest = (levels: PermissionLevel[]): PermissionLevel =>
  levels.reduce((best, level) => (rank(level) > rank(best) ? level : best), 'none');

export const atLeast = (level: PermissionLevel, wanted: PermissionLevel): boolean => rank(level) >= rank(wanted);

/** What a person may do in a repository: the most of what they have as owner, member, collaborator, by teams, as anybody. */
export function permissionLevel(state: GitHubState, userId: number, repository: Repository): PermissionLevel {
  if (repository.ownerId === userId) return 'admin';
  const role = state.organizations.get(repository.ownerId)?.members.get(userId)?.role;
  if (role === 'admin') return 'admin';
  const levels: PermissionLevel[] = [repository.private ? 'none' : 'read'];
  levels.push(repository.collaborators.get(userId) ?? 'none');
  if (role !== undefined) levels.push(repository.basePermission);
  for (const team of state.teams.values()) {
    if (team.members.has(userId)) levels.push(teamLevel(state, team, repository));
  }
  return highest(levels);
}

/** A team has what it was given and what its parents were. */
export function teamLevel(state: GitHubState, team: Team, repository: Repository): PermissionLevel {
  const parent = team.parentId === null ? undefined : state.teams.get(team.parentId);
  const own = repository.teams.get(team.id) ?? 'none';
  return parent === undefined ? own : highest([own, teamLevel(state, parent, repository)]);
}

/** Access that was given, rather than what anybody has in a public repository: who can be assigned or asked for review. */
export function isCollaborator(state: GitHubState, userId: number, repository: Repository): boolean {
  return permissionLevel(state, userId, { ...repository, private: true }) !== 'none';
}

type InstallationCaller = Extract<Caller, { kind: 'installation' }>;

/** Whether an installation's token reaches this repository as its own (public ones can be read without). */
export function installationReaches(state: GitHubState, caller: InstallationCaller, repository: Repository): boolean {
  const installation = state.installations.get(caller.installationId);
  if (installation?.accountId !== repository.ownerId) return false;
  const within = (ids: Iterable<number> | null): boolean => ids === null || [...ids].includes(repository.id);
  return within(installation.repositoryIds) && within(caller.repositoryIds);
}

/** Whether the repository exists as far as this caller may know. */
export function canSee(state: GitHubState, caller: Caller, repository: Repository): boolean {
  if (!repository.private) return true;
  if (caller.kind === 'user') return permissionLevel(state, caller.userId, repository) !== 'none';
  return caller.kind === 'installation' && installationReaches(state, caller, repository);
}

export function hasAppPermission(permissions: AppPermissions, name: string, access: 'read' | 'write'): boolean {
  const granted = permissions[name];
  return granted === 'write' || granted === 'admin' || (access === 'read' && granted === 'read');
}

/** What is asked of a caller: of a person a level, of an app one of these permissions. */
export interface Demand {
  level: PermissionLevel;
  /** Names of permissions; one is enough. */
  app: readonly string[];
  access: 'read' | 'write';
}

export function isAllowed(state: GitHubState, caller: Caller, repository: Repository, demand: Demand): boolean {
  if (!canSee(state, caller, repository)) return false;
  if (caller.kind === 'user') return atLeast(permissionLevel(state, caller.userId, repository), demand.level);
  if (caller.kind !== 'installation') return demand.access === 'read' && demand.level === 'read';
  const reaches = installationReaches(state, caller, repository);
  if (!reaches) return demand.access === 'read' && !repository.private;
  return demand.app.some((name) => hasAppPermission(caller.permissions, name, demand.access));
}

/**
 * Refuses as GitHub does: 401 without a name, 404 where the caller may not know of the repository, 403 otherwise. A
 * public repository's reading needs of an app the permission only where it is installed.
 */
export function demand(state: GitHubState, caller: Caller, repository: Repository, wanted: Demand): void {
  if (isAllowed(state, caller, repository, wanted)) return;
  if (!canSee(state, caller, repository)) throw notFound();
  if (caller.kind === 'anonymous' || caller.kind === 'app') throw unauthenticated();
  if (caller.kind === 'installation') throw notAccessible();
  throw forbidden(`Must have ${wanted.level} access to ${ownerOf(state, repository).login}/${repository.name}.`);
}

/** The account that acts. @throws GitHubError 401 for nobody and for an app without an installation. */
export function actorId(caller: Caller): number {
  if (caller.kind === 'user') return caller.userId;
  if (caller.kind === 'installation') return caller.botId;
  throw unauthenticated();
}

export const viaAppId = (caller: Caller): number | null => (caller.kind === 'installation' ? caller.appId : null);

/** Whether a caller may see members and teams of an organisation: a member, or an app with `members: read`. */
export function canSeeMembers(state: GitHubState, caller: Caller, organizationId: number): boolean {
  if (caller.kind === 'user') return state.organizations.get(organizationId)?.members.has(caller.userId) ?? false;
  if (caller.kind !== 'installation') return false;
  const installation = state.installations.get(caller.installationId);
  return installation?.accountId === organizationId && hasAppPermission(caller.permissions, 'members', 'read');
}

/** Whether an account is a bot, whose reviews and logins are treated apart. */
export const isBot = (state: GitHubState, id: number): boolean => needAccount(state, id).type === 'Bot';
