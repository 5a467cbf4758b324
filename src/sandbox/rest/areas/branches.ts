import { commitJson } from '../../json/git.js';
import { repoApi, repoWeb } from '../../json/base.js';
import { rulesetsOn } from '../../state/derive.js';
import { refNodeId } from '../../state/nodes.js';
import type { GitHubState, Repository } from '../../state/types.js';
import { encodePath } from '../addresses.js';
import { param, repositoryOf } from '../lookup.js';
import { paged } from '../paging.js';
import { ok } from '../replies.js';
import { needBranch, needCommit } from '../revisions.js';
import { reads, type RouteMap } from '../route.js';

/** Branches, with the protection that rulesets give them, and tags. */
export const branches = {
  'repos/list-branches': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const wanted = call.request.query.get('protected');
    const names = branchNames(repository).filter(
      (name) => wanted === null || isProtected(repository, name) === (wanted === 'true'),
    );
    return paged(call, names, (name) => ({
      name,
      commit: commitLink(call.state, repository, needBranch(repository, name)),
      protected: isProtected(repository, name),
    }));
  }),

  'repos/get-branch': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const name = param(call, 'branch');
    const oid = needBranch(repository, name);
    const api = `${repoApi(call.state, repository)}/branches/${encodePath(name)}`;
    const checks = requiredChecks(repository, name);
    return ok({
      name,
      commit: commitJson(call.state, repository, oid),
      _links: { self: api, html: `${repoWeb(call.state, repository)}/tree/${encodePath(name)}` },
      protected: isProtected(repository, name),
      protection: {
        enabled: isProtected(repository, name),
        required_status_checks: {
          enforcement_level: checks.length > 0 ? 'everyone' : 'off',
          contexts: checks.map(({ context }) => context),
          checks: checks.map(({ context, appId }) => ({ context, app_id: appId })),
        },
      },
      protection_url: `${api}/protection`,
    });
  }),

  'repos/list-tags': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const tags = [...repository.refs].filter(([ref]) => ref.startsWith('refs/tags/'));
    return paged(call, tags.reverse(), ([ref, sha]) => {
      const name = ref.slice('refs/tags/'.length);
      const api = repoApi(call.state, repository);
      return {
        name,
        zipball_url: `${api}/zipball/${ref}`,
        tarball_url: `${api}/tarball/${ref}`,
        commit: commitLink(call.state, repository, sha),
        node_id: refNodeId(repository, ref),
      };
    });
  }),

  'repos/list-branches-for-head-commit': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const oid = needCommit(call.state, repository, param(call, 'commit_sha'));
    const names = branchNames(repository).filter((name) => needBranch(repository, name) === oid);
    return ok(
      names.map((name) => ({
        name,
        commit: commitLink(call.state, repository, oid),
        protected: isProtected(repository, name),
      })),
    );
  }),
} satisfies RouteMap;

const branchNames = (repository: Repository): string[] =>
  [...repository.refs.keys()]
    .filter((ref) => ref.startsWith('refs/heads/'))
    .map((ref) => ref.slice('refs/heads/'.length))
    .sort();

const isProtected = (repository: Repository, branch: string): boolean => rulesetsOn(repository, branch).length > 0;

const requiredChecks = (repository: Repository, branch: string) =>
  rulesetsOn(repository, branch).flatMap((ruleset) => ruleset.requiredChecks);

const commitLink = (state: GitHubState, repository: Repository, sha: string): object => ({
  sha,
  url: `${repoApi(state, repository)}/commits/${sha}`,
});
