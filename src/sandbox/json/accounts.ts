import { graphqlLogin, needAccount } from '../state/find.js';
import { teamLevel } from '../state/access.js';
import type { App, GitHubState, Installation, PermissionLevel, Repository, Team } from '../state/types.js';
import { GHOST_ID } from '../state/types.js';
import type { Json } from './base.js';

/** `simple-user`. A ghost (null) is shown as the account `ghost`. */
export function userJson(state: GitHubState, id: number | null): Json {
  const account = needAccount(state, id ?? GHOST_ID);
  const api = `${state.urls.api}/users/${encodeURIComponent(account.login)}`;
  const page = account.type === 'Bot' ? `apps/${graphqlLogin(account)}` : account.login;
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: `${state.urls.web}/avatars/u/${String(account.id)}?v=4`,
    gravatar_id: '',
    url: api,
    html_url: `${state.urls.web}/${page}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: account.siteAdmin,
  };
}

/** `nullable-simple-user`: null stays null. */
export const userOrNull = (state: GitHubState, id: number | null): Json | null =>
  id === null ? null : userJson(state, id);

/** `public-user` or `private-user` of `GET /users/{username}`. */
export function fullUserJson(state: GitHubState, id: number): Json {
  const account = needAccount(state, id);
  const repositories = [...state.repositories.values()].filter((one) => one.ownerId === id && !one.private);
  return {
    ...userJson(state, id),
    name: account.name,
    company: account.company,
    blog: '',
    location: null,
    email: account.email,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: repositories.length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.createdAt,
  };
}

/** `organization-simple`. */
export function organizationJson(state: GitHubState, id: number): Json {
  const account = needAccount(state, id);
  const api = `${state.urls.api}/orgs/${account.login}`;
  return {
    login: account.login,
    id,
    node_id: account.nodeId,
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: `${state.urls.web}/avatars/u/${String(id)}?v=4`,
    description: state.organizations.get(id)?.description ?? '',
  };
}

/** REST's words for levels of access. */
const OLD_WORDS: Readonly<Record<PermissionLevel, string>> = {
  none: 'none',
  read: 'pull',
  triage: 'triage',
  write: 'push',
  maintain: 'maintain',
  admin: 'admin',
};

/** `team`, with its access to a repository where one is meant. */
export function teamJson(state: GitHubState, team: Team, repository?: Repository): Json {
  const parent = team.parentId === null ? undefined : state.teams.get(team.parentId);
  const level = repository ? teamLevel(state, team, repository) : 'read';
  return { ...teamSimpleJson(state, team, level), parent: parent ? teamSimpleJson(state, parent) : null };
}

/** `team-simple`. */
export function teamSimpleJson(state: GitHubState, team: Team, level: PermissionLevel = 'read'): Json {
  const api = `${state.urls.api}/organizations/${String(team.organizationId)}/team/${String(team.id)}`;
  const organization = needAccount(state, team.organizationId).login;
  return {
    id: team.id,
    node_id: team.nodeId,
    name: team.name,
    slug: team.slug,
    description: team.description,
    privacy: team.privacy,
    notification_setting: 'notifications_enabled',
    permission: OLD_WORDS[level],
    url: api,
    html_url: `${state.urls.web}/orgs/${organization}/teams/${team.slug}`,
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    type: 'organization',
    organization_id: team.organizationId,
  };
}

/** `integration`. */
export function appJson(state: GitHubState, app: App): Json {
  return {
    id: app.id,
    client_id: app.clientId,
    slug: app.slug,
    node_id: app.nodeId,
    owner: userJson(state, app.ownerId),
    name: app.name,
    description: app.description ?? '',
    external_url: app.externalUrl,
    html_url: `${state.urls.web}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
  };
}

export function appOrNull(state: GitHubState, id: number | null): Json | null {
  const app = id === null ? undefined : state.apps.get(id);
  return app ? appJson(state, app) : null;
}

/** `installation`. */
export function installationJson(state: GitHubState, installation: Installation): Json {
  const account = needAccount(state, installation.accountId);
  const app = state.apps.get(installation.appId);
  const id = String(installation.id);
  const settings = account.type === 'Organization' ? `organizations/${account.login}/settings` : 'settings';
  return {
    id: installation.id,
    client_id: app?.clientId ?? '',
    account: userJson(state, account.id),
    repository_selection: installation.repositoryIds === null ? 'all' : 'selected',
    access_tokens_url: `${state.urls.api}/app/installations/${id}/access_tokens`,
    repositories_url: `${state.urls.api}/installation/repositories`,
    html_url: `${state.urls.web}/${settings}/installations/${id}`,
    app_id: installation.appId,
    app_slug: app?.slug ?? '',
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: installation.events,
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: installation.suspendedAt,
  };
}
