import { forbidden, notAccessible, notFound } from '../../errors.js';
import { organizationJson, teamJson, userJson } from '../../json/accounts.js';
import { permissionsJson, repositoryJson } from '../../json/repository.js';
import { canSee, canSeeMembers, teamLevel } from '../../state/access.js';
import { repositoryByName } from '../../state/find.js';
import type { Account, GitHubState, Repository, Team } from '../../state/types.js';
import { accountOf, organizationOf, param, teamOf } from '../lookup.js';
import { paged } from '../paging.js';
import { noContent, ok } from '../replies.js';
import { type Call, open, type RouteMap } from '../route.js';

/** Teams of an organisation. Only members, and apps with `members: read`, see that they exist. */
export const teams = {
  'teams/list': open((call) => {
    const account = insider(call);
    const all = [...call.state.teams.values()].filter((team) => team.organizationId === account.id);
    return paged(call, all, (team) => teamJson(call.state, team));
  }),

  'teams/get-by-name': open((call) => ok(fullTeamJson(call.state, teamOf(call, insider(call).id)))),

  'teams/list-members-in-org': open((call) => {
    const team = teamOf(call, insider(call).id);
    const role = call.request.query.get('role') ?? 'all';
    const members = [...membersOf(call.state, team)].filter(([, own]) => role === 'all' || own === role);
    return paged(call, members, ([id]) => userJson(call.state, id));
  }),

  'teams/get-membership-for-user-in-org': open((call) => {
    const team = teamOf(call, insider(call).id);
    const user = accountOf(call, param(call, 'username'));
    const role = membersOf(call.state, team).get(user.id);
    if (role === undefined) throw notFound();
    const url = `${call.state.urls.api}/organizations/${team.organizationId}/team/${team.id}/memberships/${user.login}`;
    return ok({ url, role, state: 'active' });
  }),

  'teams/list-child-in-org': open((call) => {
    const team = teamOf(call, insider(call).id);
    return paged(call, childrenOf(call.state, team), (child) => teamJson(call.state, child));
  }),

  'teams/list-repos-in-org': open((call) => {
    const team = teamOf(call, insider(call).id);
    return paged(call, repositoriesOf(call, team), (repository) => teamRepositoryJson(call.state, team, repository));
  }),

  'teams/check-permissions-for-repo-in-org': open((call) => {
    const team = teamOf(call, insider(call).id);
    const repository = repositoryByName(call.state, param(call, 'owner'), param(call, 'repo'))?.repository;
    if (repository === undefined || teamLevel(call.state, team, repository) === 'none') throw notFound();
    // Without the media type of a repository the answer is a bare yes.
    return call.format === 'repository' ? ok(teamRepositoryJson(call.state, team, repository)) : noContent();
  }),
} satisfies RouteMap;

/** The organisation, where the caller may look inside. @throws GitHubError 404, 403. */
function insider(call: Call): Account {
  const { account } = organizationOf(call);
  if (canSeeMembers(call.state, call.caller, account.id)) return account;
  if (call.caller.kind === 'installation') throw notAccessible();
  throw call.caller.kind === 'user' ? forbidden('Must be a member of the organization.') : notFound();
}

/** Members of a team and of the teams below it, as GitHub lists them. */
function membersOf(state: GitHubState, team: Team): Map<number, 'maintainer' | 'member'> {
  return new Map([...childrenOf(state, team).flatMap((child) => [...membersOf(state, child)]), ...team.members]);
}

const childrenOf = (state: GitHubState, team: Team): Team[] =>
  [...state.teams.values()].filter(({ parentId }) => parentId === team.id);

const repositoriesOf = (call: Call, team: Team): Repository[] =>
  [...call.state.repositories.values()].filter(
    (one) => teamLevel(call.state, team, one) !== 'none' && canSee(call.state, call.caller, one),
  );

function teamRepositoryJson(state: GitHubState, team: Team, repository: Repository): object {
  const level = teamLevel(state, team, repository);
  return { ...repositoryJson(state, repository), permissions: permissionsJson(level), role_name: level };
}

function fullTeamJson(state: GitHubState, team: Team): object {
  const repositories = [...state.repositories.values()].filter((one) => teamLevel(state, team, one) !== 'none');
  const account = state.accounts.get(team.organizationId);
  return {
    ...teamJson(state, team),
    members_count: membersOf(state, team).size,
    repos_count: repositories.length,
    created_at: team.createdAt,
    updated_at: team.createdAt,
    organization: {
      ...organizationJson(state, team.organizationId),
      name: account?.name ?? account?.login,
      has_organization_projects: true,
      has_repository_projects: true,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      html_url: `${state.urls.web}/${account?.login ?? ''}`,
      created_at: account?.createdAt,
      updated_at: account?.createdAt,
      archived_at: null,
      type: 'Organization',
    },
  };
}
