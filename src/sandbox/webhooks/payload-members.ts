import { organizationJson, teamJson, userJson } from '../json/accounts.js';
import type { Json } from '../json/base.js';
import { needAccount } from '../state/find.js';
import type { DomainEvent, GitHubState } from '../state/types.js';

/** What is particular to events of organisations and teams. */
export function membersPart(
  state: GitHubState,
  event: Extract<DomainEvent, { event: 'membership' | 'organization' }>,
): Json {
  if (event.event === 'membership') {
    const team = state.teams.get(event.teamId);
    if (team === undefined) throw new Error('The event names a team that the state does not have');
    return {
      scope: 'team',
      member: userJson(state, event.memberId),
      team: teamJson(state, team),
      organization: organizationJson(state, team.organizationId),
    };
  }
  const organization = needAccount(state, event.organizationId);
  const member = state.organizations.get(event.organizationId)?.members.get(event.memberId);
  const api = `${state.urls.api}/orgs/${organization.login}`;
  return {
    membership: {
      url: `${api}/memberships/${needAccount(state, event.memberId).login}`,
      state: 'active',
      role: member?.role ?? 'member',
      organization_url: api,
      user: userJson(state, event.memberId),
    },
    organization: organizationJson(state, event.organizationId),
  };
}
