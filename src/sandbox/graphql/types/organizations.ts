import type * as Schema from '@octokit/graphql-schema';

import { canSeeMembers } from '../../state/access.js';
import { needAccount, teamBySlug } from '../../state/find.js';
import { notAccessible } from '../../errors.js';
import type { Account, GitHubState, Team as TeamState } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { Context, FieldsOf } from '../context.js';
import { sorted, type Order } from '../order.js';
import { viewerId } from '../permissions.js';
import {
  accountSource,
  databaseId,
  repositorySource,
  teamSource,
  type AccountSource,
  type TeamSource,
} from '../sources.js';
import { Bot as ACTOR, OWNER } from './accounts.js';

/** Teams are shown to members of the organisation and to apps with `members: read`. */
export function needsMembers({ state, caller }: Context, organizationId: number): void {
  if (!canSeeMembers(state, caller, organizationId)) throw notAccessible();
}

const teamsOf = (state: GitHubState, organizationId: number): TeamState[] =>
  [...state.teams.values()].filter((team) => team.organizationId === organizationId);

export const Organization = {
  ...ACTOR,
  ...OWNER,
  description: ({ account }, _args, { state }) => state.organizations.get(account.id)?.description ?? null,
  email: ({ account }) => account.email,
  isVerified: () => false,
  viewerIsAMember: ({ account }, _args, context) =>
    context.state.organizations.get(account.id)?.members.has(viewerId(context) ?? NaN) ?? false,
  viewerCanAdminister: ({ account }, _args, context) =>
    context.state.organizations.get(account.id)?.members.get(viewerId(context) ?? NaN)?.role === 'admin',
  membersWithRole: ({ account }, args: PageArgs, context) => {
    const members = [...(context.state.organizations.get(account.id)?.members ?? [])];
    // Who has no insight sees those who made their membership public.
    const all = canSeeMembers(context.state, context.caller, account.id);
    return connection(
      members.filter(([, { publicMember }]) => all || publicMember),
      args,
      {
        key: ([id]) => id,
        node: ([id]) => accountSource(needAccount(context.state, id)),
        edge: ([, { role }]) => ({ role: role.toUpperCase(), hasTwoFactorEnabled: null }),
      },
    );
  },
  team: ({ account }, { slug }: Schema.OrganizationTeamArgs, context) => {
    needsMembers(context, account.id);
    const found = teamBySlug(context.state, account.id, slug);
    return found && teamSource(found);
  },
  teams: (
    { account },
    args: Pick<Schema.OrganizationTeamsArgs, 'query' | 'userLogins' | 'rootTeamsOnly'> &
      PageArgs & { orderBy?: Order | null },
    context,
  ) => {
    needsMembers(context, account.id);
    const { query, userLogins, rootTeamsOnly } = args;
    const found = teamsOf(context.state, account.id)
      .filter((team) => !query || team.name.toLowerCase().includes(query.toLowerCase()) || team.slug.includes(query))
      .filter((team) => !rootTeamsOnly || team.parentId === null)
      .filter((team) => !userLogins || [...team.members.keys()].some((id) => loginIn(context.state, id, userLogins)));
    const ordered = sorted(found, args.orderBy, { NAME: ({ name }) => name });
    return connection(ordered, args, { key: ({ id }) => id, node: teamSource });
  },
} satisfies FieldsOf<Schema.Organization, AccountSource>;

const loginIn = (state: GitHubState, id: number, logins: readonly string[]): boolean =>
  logins.some((login) => login.toLowerCase() === needAccount(state, id).login.toLowerCase());

export const Team = {
  id: ({ team }) => team.nodeId,
  databaseId: ({ team }) => databaseId(team.id),
  name: ({ team }) => team.name,
  slug: ({ team }) => team.slug,
  combinedSlug: ({ team }, _args, { state }) => `${organizationOf(state, team).login}/${team.slug}`,
  description: ({ team }) => team.description,
  privacy: ({ team }) => (team.privacy === 'secret' ? 'SECRET' : 'VISIBLE'),
  organization: ({ team }, _args, { state }) => accountSource(organizationOf(state, team)),
  createdAt: ({ team }) => team.createdAt,
  updatedAt: ({ team }) => team.createdAt,
  parentTeam: ({ team }, _args, { state }) => {
    const parent = team.parentId === null ? undefined : state.teams.get(team.parentId);
    return parent ? teamSource(parent) : null;
  },
  childTeams: ({ team }, args: PageArgs, { state }) => {
    const children = teamsOf(state, team.organizationId).filter(({ parentId }) => parentId === team.id);
    return connection(children, args, { key: ({ id }) => id, node: teamSource });
  },
  members: ({ team }, args: Pick<Schema.TeamMembersArgs, 'membership' | 'role'> & PageArgs, { state }) => {
    const { membership, role } = args;
    const found = membersOf(state, team, membership ?? 'ALL').filter((one) => !role || one.role === role);
    return connection(found, args, {
      key: ({ id }) => id,
      node: ({ id }) => accountSource(needAccount(state, id)),
      edge: (one) => ({ role: one.role }),
    });
  },
  repositories: ({ team }, args: PageArgs, { state }) => {
    const found = [...state.repositories.values()].filter(({ teams }) => teams.has(team.id));
    return connection(found, args, {
      key: ({ id }) => id,
      node: repositorySource,
      edge: ({ teams }) => ({ permission: (teams.get(team.id) ?? 'none').toUpperCase() }),
    });
  },
  url: ({ team }, _args, { state }) => state.urls.web + teamPath(state, team),
  resourcePath: ({ team }, _args, { state }) => teamPath(state, team),
} satisfies FieldsOf<Schema.Team, TeamSource>;

const organizationOf = (state: GitHubState, team: TeamState): Account => needAccount(state, team.organizationId);

const teamPath = (state: GitHubState, team: TeamState): string =>
  `/orgs/${organizationOf(state, team).login}/teams/${team.slug}`;

/** A member of a child team is one of the parent's, too: `ALL` has both. */
function membersOf(
  state: GitHubState,
  team: TeamState,
  membership: Schema.TeamMembershipType,
): { id: number; role: 'MAINTAINER' | 'MEMBER' }[] {
  const own = [...team.members].map(
    ([id, role]) => ({ id, role: role === 'maintainer' ? 'MAINTAINER' : 'MEMBER' }) as const,
  );
  const children = teamsOf(state, team.organizationId).filter(({ parentId }) => parentId === team.id);
  const below = children.flatMap((child) => membersOf(state, child, 'ALL'));
  const shown = membership === 'IMMEDIATE' ? own : membership === 'CHILD_TEAM' ? below : [...own, ...below];
  return [...new Map([...shown].reverse().map((one) => [one.id, one])).values()].sort((a, b) => a.id - b.id);
}
