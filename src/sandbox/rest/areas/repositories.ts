import { z } from 'zod';

import { notFound } from '../../errors.js';
import { teamJson, userJson } from '../../json/accounts.js';
import { fullRepositoryJson, permissionsJson, repositoryJson } from '../../json/repository.js';
import { atLeast, isBot, isCollaborator, permissionLevel, teamLevel } from '../../state/access.js';
import { installationFor } from '../../state/find.js';
import type { GitHubState, PermissionLevel, Repository } from '../../state/types.js';
import { given, optionalText, readBody } from '../body.js';
import { accountOf, param, repositoryOf } from '../lookup.js';
import { paged } from '../paging.js';
import { noContent, ok } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';

/** Repositories, and who has which access to them. */
export const repositories = {
  'repos/get': reads('metadata', (call) => ok(fullRepositoryJson(call.state, repositoryOf(call), call.caller))),

  'repos/list-forks': reads('metadata', (call) => {
    const repository = repositoryOf(call);
    const forks = [...call.state.repositories.values()].filter((fork) => fork.parentId === repository.id);
    return paged(call, forks.reverse(), (fork) => repositoryJson(call.state, fork, call.caller));
  }),

  'repos/create-fork': writes('administration', (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, z.object({ organization: optionalText, name: optionalText }));
    const owner = input.organization == null ? null : accountOf(call, input.organization);
    const fork = call.actions.forkRepository(call.caller, { repository, ...given({ owner, name: input.name }) });
    return { status: 202, body: fullRepositoryJson(call.state, fork, call.caller) };
  }),

  'repos/list-teams': reads(
    'administration',
    (call) => {
      const repository = repositoryOf(call);
      const teams = [...call.state.teams.values()].filter((team) => teamLevel(call.state, team, repository) !== 'none');
      return paged(call, teams, (team) => teamJson(call.state, team, repository));
    },
    'admin',
  ),

  'repos/list-collaborators': reads(
    'metadata',
    (call) => {
      const repository = repositoryOf(call);
      const wanted = levelFrom(call.request.query.get('permission'));
      const affiliation = call.request.query.get('affiliation') ?? 'all';
      const people = [...call.state.accounts.values()].filter(({ id, type }) => {
        if (type !== 'User' || !isCollaborator(call.state, id, repository)) return false;
        if (affiliation === 'direct' && !repository.collaborators.has(id) && repository.ownerId !== id) return false;
        if (affiliation === 'outside' && isMember(call.state, id, repository)) return false;
        return atLeast(permissionLevel(call.state, id, repository), wanted);
      });
      return paged(call, people, ({ id }) => {
        const level = permissionLevel(call.state, id, repository);
        return { ...userJson(call.state, id), permissions: permissionsJson(level), role_name: level };
      });
    },
    'write',
  ),

  'repos/check-collaborator': reads(
    'metadata',
    (call) => {
      const repository = repositoryOf(call);
      if (!isCollaborator(call.state, accountOf(call, param(call, 'username')).id, repository)) throw notFound();
      return noContent();
    },
    'write',
  ),

  'repos/get-collaborator-permission-level': reads('metadata', (call) => {
    const repository = repositoryOf(call);
    const user = accountOf(call, param(call, 'username'));
    const level = levelOf(call, user.id, repository);
    return ok({
      permission: OLD_LEVELS[level],
      role_name: level,
      user: { ...userJson(call.state, user.id), permissions: permissionsJson(level), role_name: level },
    });
  }),
} satisfies RouteMap;

/** GitHub folds the newer levels into the four old ones. https://docs.github.com/rest/collaborators/collaborators */
const OLD_LEVELS: Readonly<Record<PermissionLevel, string>> = {
  none: 'none',
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
};

/** A bot has what its installation has; anybody else what they were given. */
function levelOf(call: Call, accountId: number, repository: Repository): PermissionLevel {
  if (!isBot(call.state, accountId)) return permissionLevel(call.state, accountId, repository);
  const app = [...call.state.apps.values()].find(({ botId }) => botId === accountId);
  const installation = app === undefined ? null : installationFor(call.state, app.id, repository);
  if (installation === null) return repository.private ? 'none' : 'read';
  return installation.permissions['contents'] === 'write' ? 'write' : 'read';
}

const isMember = (state: GitHubState, userId: number, repository: Repository): boolean =>
  repository.ownerId === userId || (state.organizations.get(repository.ownerId)?.members.has(userId) ?? false);

/** The query's words are those of Git. */
function levelFrom(word: string | null): PermissionLevel {
  if (word === 'push') return 'write';
  return word === 'triage' || word === 'maintain' || word === 'admin' ? word : 'read';
}
