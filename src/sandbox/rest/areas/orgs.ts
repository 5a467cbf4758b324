import { forbidden, notFound } from '../../errors.js';
import { fullUserJson, organizationJson, userJson } from '../../json/accounts.js';
import { canSeeMembers } from '../../state/access.js';
import type { Account, Organization } from '../../state/types.js';
import { accountOf, callerId, organizationOf, param, personOf } from '../lookup.js';
import { paged } from '../paging.js';
import { noContent, ok, ReplyInstead } from '../replies.js';
import { type Call, open, type RouteMap } from '../route.js';

/** Organisations and their members. Hidden members are seen by members, and by apps with `members: read`. */
export const orgs = {
  'orgs/get': open((call) => {
    const { account } = organizationOf(call);
    const { name, email, company, created_at, public_repos } = fullUserJson(call.state, account.id);
    return ok({
      ...organizationJson(call.state, account.id),
      ...(name === null ? {} : { name }),
      ...(email === null ? {} : { email }),
      ...(company === null ? {} : { company }),
      is_verified: false,
      has_organization_projects: true,
      has_repository_projects: true,
      public_repos,
      public_gists: 0,
      followers: 0,
      following: 0,
      html_url: `${call.state.urls.web}/${account.login}`,
      type: 'Organization',
      created_at,
      updated_at: created_at,
      archived_at: null,
    });
  }),

  'orgs/list-members': open((call) => {
    const { account, organization } = organizationOf(call);
    const role = call.request.query.get('role') ?? 'all';
    const inside = canSeeMembers(call.state, call.caller, account.id);
    const members = [...organization.members]
      .filter(([, member]) => (inside || member.publicMember) && (role === 'all' || member.role === role))
      .map(([id]) => id);
    return paged(call, members, (id) => userJson(call.state, id));
  }),

  'orgs/check-membership-for-user': open((call) => {
    const { account, organization } = organizationOf(call);
    const username = param(call, 'username');
    if (!canSeeMembers(call.state, call.caller, account.id)) {
      const url = `${call.state.urls.api}/orgs/${account.login}/public_members/${username}`;
      throw new ReplyInstead({ status: 302, headers: { location: url } });
    }
    return isMember(call, organization, username);
  }),

  'orgs/list-public-members': open((call) => {
    const { organization } = organizationOf(call);
    const members = [...organization.members].filter(([, member]) => member.publicMember);
    return paged(call, members, ([id]) => userJson(call.state, id));
  }),

  'orgs/check-public-membership-for-user': open((call) => {
    const { organization } = organizationOf(call);
    const member = organization.members.get(accountOf(call, param(call, 'username')).id);
    if (member?.publicMember !== true) throw notFound();
    return noContent();
  }),

  'orgs/get-membership-for-user': open((call) => {
    const { account, organization } = organizationOf(call);
    if (!canSeeMembers(call.state, call.caller, account.id)) {
      throw forbidden('You must be a member of this organization to see its members.');
    }
    const user = accountOf(call, param(call, 'username'));
    const member = organization.members.get(user.id);
    if (member === undefined) throw notFound();
    return ok(membershipJson(call, account, user, member.role));
  }),

  'orgs/list-for-authenticated-user': open((call) => {
    const id = personOf(call);
    const own = [...call.state.organizations.values()].filter(({ members }) => members.has(id));
    return paged(call, own, ({ accountId }) => organizationJson(call.state, accountId));
  }),
} satisfies RouteMap;

function isMember(call: Call, organization: Organization, username: string) {
  if (!organization.members.has(accountOf(call, username).id)) throw notFound();
  return noContent();
}

function membershipJson(call: Call, organization: Account, user: Account, role: string): object {
  const url = `${call.state.urls.api}/orgs/${organization.login}`;
  return {
    url: `${url}/memberships/${user.login}`,
    state: 'active',
    role,
    direct_membership: true,
    organization_url: url,
    organization: organizationJson(call.state, organization.id),
    user: userJson(call.state, user.id),
    ...(callerId(call) === user.id ? { permissions: { can_create_repository: role === 'admin' } } : {}),
  };
}
