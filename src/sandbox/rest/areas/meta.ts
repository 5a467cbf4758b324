import { ok, text } from '../replies.js';
import { open, type RouteMap } from '../route.js';
import { rateLimitsJson } from '../rate-limits.js';

/** What `X-GitHub-Api-Version` may name. https://docs.github.com/rest/about-the-rest-api/api-versions */
export const API_VERSIONS = ['2022-11-28', '2026-03-10'];

/** What the sandbox calls itself towards clients that come by `/api/v3`. */
export const ENTERPRISE_VERSION = '3.19.0';

/** About the interface itself. */
export const meta = {
  'meta/root': open(({ state: { urls } }) => ok(rootJson(urls.api, urls.web))),
  'meta/get': open(({ request }) =>
    ok({
      ...(request.prefix ? { installed_version: ENTERPRISE_VERSION } : {}),
      verifiable_password_authentication: false,
      hooks: ['127.0.0.0/8'],
      web: ['127.0.0.0/8'],
      api: ['127.0.0.0/8'],
      git: ['127.0.0.0/8'],
      packages: [],
      pages: [],
      importer: [],
      actions: [],
      dependabot: [],
    }),
  ),
  'meta/get-all-versions': open(() => ok(API_VERSIONS)),
  'meta/get-zen': open(() => text('Half measures are as bad as nothing at all.')),
  'rate-limit/get': open((call) => ({ ...ok(rateLimitsJson(call)), cost: 0 })),
} satisfies RouteMap;

/** Addresses below the API's own, by field without `_url`. */
const ADDRESSES = {
  current_user: '/user',
  authorizations: '/authorizations',
  code_search: '/search/code?q={query}{&page,per_page,sort,order}',
  commit_search: '/search/commits?q={query}{&page,per_page,sort,order}',
  emails: '/user/emails',
  emojis: '/emojis',
  events: '/events',
  feeds: '/feeds',
  followers: '/user/followers',
  following: '/user/following{/target}',
  gists: '/gists{/gist_id}',
  issue_search: '/search/issues?q={query}{&page,per_page,sort,order}',
  issues: '/issues',
  keys: '/user/keys',
  label_search: '/search/labels?q={query}&repository_id={repository_id}{&page,per_page}',
  notifications: '/notifications',
  organization: '/orgs/{org}',
  organization_repositories: '/orgs/{org}/repos{?type,page,per_page,sort}',
  organization_teams: '/orgs/{org}/teams',
  public_gists: '/gists/public',
  rate_limit: '/rate_limit',
  repository: '/repos/{owner}/{repo}',
  repository_search: '/search/repositories?q={query}{&page,per_page,sort,order}',
  current_user_repositories: '/user/repos{?type,page,per_page,sort}',
  starred: '/user/starred{/owner}{/repo}',
  starred_gists: '/gists/starred',
  topic_search: '/search/topics?q={query}{&page,per_page}',
  user: '/users/{user}',
  user_organizations: '/user/orgs',
  user_repositories: '/users/{user}/repos{?type,page,per_page,sort}',
  user_search: '/search/users?q={query}{&page,per_page,sort,order}',
};

const rootJson = (api: string, web: string): object => ({
  ...Object.fromEntries(Object.entries(ADDRESSES).map(([name, path]) => [`${name}_url`, api + path])),
  current_user_authorizations_html_url: `${web}/settings/connections/applications{/client_id}`,
});
