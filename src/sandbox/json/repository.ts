import { atLeast, permissionLevel } from '../state/access.js';
import { fullName, ownerOf } from '../state/find.js';
import { nodeId } from '../state/node-ids.js';
import type { Caller, GitHubState, Label, PermissionLevel, Repository, Ruleset } from '../state/types.js';
import { userJson } from './accounts.js';
import { repoApi, repoWeb, type Json } from './base.js';

/** Fields of addresses and what follows the repository's own in each. */
const ADDRESSES: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** `repository`, which is also enough for `minimal-repository` and webhooks. */
export function repositoryJson(state: GitHubState, repository: Repository, caller?: Caller): Json {
  const api = repoApi(state, repository);
  const web = repoWeb(state, repository);
  const forks = [...state.repositories.values()].filter((other) => other.parentId === repository.id).length;
  const open = [...repository.issues.values()].filter((issue) => issue.state === 'open').length;
  const name = fullName(state, repository);
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: name,
    private: repository.private,
    owner: userJson(state, repository.ownerId),
    html_url: web,
    description: repository.description,
    fork: repository.isFork,
    url: api,
    ...Object.fromEntries(Object.entries(ADDRESSES).map(([field, rest]) => [field, api + rest])),
    git_url: `${web.replace(/^https?/, 'git')}.git`,
    ssh_url: `git@${new URL(state.urls.web).hostname}:${name}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    mirror_url: null,
    homepage: null,
    language: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    forks_count: forks,
    open_issues_count: open,
    forks,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
    is_template: false,
    topics: [],
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_downloads: true,
    has_discussions: repository.discussionCategories.length > 0,
    archived: repository.archived,
    disabled: false,
    visibility: repository.private ? 'private' : 'public',
    license: null,
    allow_forking: true,
    web_commit_signoff_required: false,
    pushed_at: repository.pushedAt,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    ...(caller?.kind === 'user'
      ? { permissions: permissionsJson(permissionLevel(state, caller.userId, repository)) }
      : {}),
  };
}

/** `full-repository`: with organisation, parent and source, as `GET /repos/{owner}/{repo}` gives it. */
export function fullRepositoryJson(state: GitHubState, repository: Repository, caller?: Caller): Json {
  const owner = ownerOf(state, repository);
  const parent = repository.parentId === null ? undefined : state.repositories.get(repository.parentId);
  const related = parent ? repositoryJson(state, parent) : null;
  return {
    ...repositoryJson(state, repository, caller),
    allow_rebase_merge: true,
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    allow_update_branch: false,
    temp_clone_token: null,
    network_count: 0,
    subscribers_count: 0,
    ...(owner.type === 'Organization' ? { organization: userJson(state, owner.id) } : {}),
    ...(related === null ? {} : { parent: related, source: related }),
  };
}

/** The five flags of REST. */
export const permissionsJson = (level: PermissionLevel): Json => ({
  admin: atLeast(level, 'admin'),
  maintain: atLeast(level, 'maintain'),
  push: atLeast(level, 'write'),
  triage: atLeast(level, 'triage'),
  pull: atLeast(level, 'read'),
});

/** `label`. */
export function labelJson(state: GitHubState, repository: Repository, label: Label): Json {
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${repoApi(state, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: label.isDefault,
    description: label.description,
  };
}

/** `git-ref`. */
export function refJson(state: GitHubState, repository: Repository, ref: string): Json {
  const oid = repository.refs.get(ref) ?? '';
  const api = repoApi(state, repository);
  return {
    ref,
    node_id: nodeId('Ref', repository.id, ref),
    url: `${api}/git/${ref}`,
    object: { sha: oid, type: 'commit', url: `${api}/git/commits/${oid}` },
  };
}

/** `repository-ruleset`. */
export function rulesetJson(state: GitHubState, repository: Repository, ruleset: Ruleset): Json {
  const rules: Json[] = [];
  if (ruleset.blockDeletion) rules.push({ type: 'deletion' });
  if (ruleset.blockForcePushes) rules.push({ type: 'non_fast_forward' });
  if (ruleset.requiredApprovals > 0 || ruleset.requireThreadResolution) {
    rules.push({
      type: 'pull_request',
      parameters: {
        dismiss_stale_reviews_on_push: false,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_approving_review_count: ruleset.requiredApprovals,
        required_review_thread_resolution: ruleset.requireThreadResolution,
      },
    });
  }
  if (ruleset.requiredChecks.length > 0) {
    rules.push({
      type: 'required_status_checks',
      parameters: {
        strict_required_status_checks_policy: false,
        do_not_enforce_on_create: false,
        required_status_checks: ruleset.requiredChecks.map(({ context, appId }) => ({
          context,
          ...(appId === null ? {} : { integration_id: appId }),
        })),
      },
    });
  }
  return {
    id: ruleset.id,
    node_id: ruleset.nodeId,
    name: ruleset.name,
    target: 'branch',
    source_type: 'Repository',
    source: fullName(state, repository),
    enforcement: ruleset.enforcement,
    conditions: {
      ref_name: {
        include: ruleset.branches.map((branch) => (branch.startsWith('~') ? branch : `refs/heads/${branch}`)),
        exclude: [],
      },
    },
    rules,
    created_at: ruleset.createdAt,
    updated_at: ruleset.updatedAt,
  };
}
