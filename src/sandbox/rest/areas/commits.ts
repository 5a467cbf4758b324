import { compareCommits, compareWithParent } from '../../git/compare.js';
import { commitsBetween, isAncestor, log, mergeBase } from '../../git/history.js';
import { notFound } from '../../errors.js';
import { repoApi, repoWeb } from '../../json/base.js';
import { commitJson, fileJson } from '../../json/git.js';
import { pullSimpleJson } from '../../json/pull.js';
import { accountOfSignature, pullCommits } from '../../state/derive.js';
import { needAccount, repositoryByName } from '../../state/find.js';
import type { CommitObject, GitHubState, Oid, Repository } from '../../state/types.js';
import { commitDiffText, commitPatchText, diffText, patchText } from '../diffs.js';
import { allPulls, param, repositoryOf } from '../lookup.js';
import { page, paged } from '../paging.js';
import { ok, text } from '../replies.js';
import { findCommit, needCommit } from '../revisions.js';
import { type Call, reads, type RouteMap } from '../route.js';

/** https://docs.github.com/rest/commits/commits#compare-two-commits */
const MOST_COMPARED_FILES = 300;
const DIFF_TYPE = 'application/vnd.github.diff; charset=utf-8';
const PATCH_TYPE = 'application/vnd.github.patch; charset=utf-8';

/** History: lists of commits, one commit, and comparisons. */
export const commits = {
  'repos/list-commits': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const head = findCommit(call.state, repository, call.request.query.get('sha') ?? '');
    if (head === null) throw notFound();
    const wanted = log(call.state.objects, head).filter(({ oid, commit }) => isAskedFor(call, oid, commit));
    return paged(call, wanted, ({ oid }) => commitJson(call.state, repository, oid));
  }),

  'repos/get-commit': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const oid = needCommit(call.state, repository, param(call, 'ref'));
    if (call.format === 'sha') return text(oid, 'application/vnd.github.sha; charset=utf-8');
    if (call.format === 'diff') return text(commitDiffText(call.state, oid), DIFF_TYPE);
    if (call.format === 'patch') return text(commitPatchText(call.state, oid), PATCH_TYPE);
    return ok(commitJson(call.state, repository, oid, true));
  }),

  'repos/compare-commits-with-basehead': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const [baseName, headName] = param(call, 'basehead').split('...');
    const base = side(call, repository, baseName);
    const head = side(call, repository, headName);
    if (call.format === 'diff') return text(diffText(call.state, base, head), DIFF_TYPE);
    if (call.format === 'patch') return text(patchText(call.state, base, head), PATCH_TYPE);
    const common = mergeBase(call.state.objects, base, head);
    if (common === null) throw notFound(`No common ancestor between ${baseName ?? ''} and ${headName ?? ''}.`);
    return comparison(call, repository, base, head, common);
  }),

  'repos/list-pull-requests-associated-with-commit': reads('pull_requests', (call) => {
    const repository = repositoryOf(call);
    const oid = needCommit(call.state, repository, param(call, 'commit_sha'));
    const pulls = allPulls(repository).filter(
      (pull) => pull.mergeCommitOid === oid || pullCommits(call.state, pull).some((commit) => commit.oid === oid),
    );
    return paged(call, pulls, (pull) => pullSimpleJson(call.state, pull));
  }),
} satisfies RouteMap;

/** Whether the query's path, author and dates let a commit through. */
function isAskedFor({ state, request: { query } }: Call, oid: Oid, commit: CommitObject): boolean {
  const { date } = commit.committer;
  const [path, author, since, until] = ['path', 'author', 'since', 'until'].map((name) => query.get(name));
  if (since != null && Date.parse(date) < Date.parse(since)) return false;
  if (until != null && Date.parse(date) > Date.parse(until)) return false;
  if (author != null) {
    const login = accountOfSignature(state, commit.author)?.login.toLowerCase();
    if (commit.author.email !== author && login !== author.toLowerCase()) return false;
  }
  if (path == null || path === '') return true;
  const within = (name: string | null): boolean => name === path || (name?.startsWith(`${path}/`) ?? false);
  return compareWithParent(state.objects, oid).some((file) => within(file.path) || within(file.previousPath));
}

/** A side of a comparison: a revision here, or `owner:branch` and `owner:repository:branch` of a fork. */
function side(call: Call, repository: Repository, name: string | undefined): Oid {
  const [branch = '', second, owner] = (name ?? '').split(':').reverse();
  if (second === undefined) return revision(call.state, repository, branch);
  const [login, repositoryName] = owner === undefined ? [second, null] : [owner, second];
  const other = [...call.state.repositories.values()].find((candidate) => {
    if (needAccount(call.state, candidate.ownerId).login.toLowerCase() !== login.toLowerCase()) return false;
    if (repositoryName !== null) return repositoryByName(call.state, login, repositoryName)?.repository === candidate;
    return (
      candidate.id === repository.id || candidate.parentId === repository.id || candidate.id === repository.parentId
    );
  });
  if (other === undefined) throw notFound();
  return revision(call.state, other, branch);
}

function revision(state: GitHubState, repository: Repository, name: string): Oid {
  const oid = name === '' ? null : findCommit(state, repository, name);
  if (oid === null) throw notFound();
  return oid;
}

function comparison(call: Call, repository: Repository, base: Oid, head: Oid, common: Oid) {
  const { state } = call;
  const ahead = commitsBetween(state.objects, base, head);
  const behind = commitsBetween(state.objects, head, base);
  const { items, headers } = page(call, ahead);
  const isFirstPage = Number(call.request.query.get('page') ?? 1) <= 1;
  const files = isFirstPage ? compareCommits(state.objects, base, head).slice(0, MOST_COMPARED_FILES) : [];
  const api = `${repoApi(state, repository)}/compare/${param(call, 'basehead')}`;
  const web = `${repoWeb(state, repository)}/compare/${param(call, 'basehead')}`;
  const short = (oid: Oid): string => oid.slice(0, 7);
  return {
    ...ok({
      url: api,
      html_url: web,
      permalink_url: `${repoWeb(state, repository)}/compare/${short(base)}...${short(head)}`,
      diff_url: `${web}.diff`,
      patch_url: `${web}.patch`,
      base_commit: commitJson(state, repository, base),
      merge_base_commit: commitJson(state, repository, common),
      status: relation(state, base, head),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: items.map(({ oid }) => commitJson(state, repository, oid)),
      files: files.map((file) => fileJson(state, repository, head, file)),
    }),
    headers,
  };
}

/** How `head` stands to `base`. */
function relation({ objects }: GitHubState, base: Oid, head: Oid): 'identical' | 'ahead' | 'behind' | 'diverged' {
  if (base === head) return 'identical';
  if (isAncestor(objects, base, head)) return 'ahead';
  return isAncestor(objects, head, base) ? 'behind' : 'diverged';
}
