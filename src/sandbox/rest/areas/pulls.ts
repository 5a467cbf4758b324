import { z } from 'zod';

import { notFound, unprocessable } from '../../errors.js';
import { commitJson, fileJson } from '../../json/git.js';
import { pullJson, pullSimpleJson } from '../../json/pull.js';
import { canSee } from '../../state/access.js';
import { accountByLogin, needAccount } from '../../state/find.js';
import { pullCommits, pullFiles } from '../../state/derive.js';
import type { PullRequest, Repository } from '../../state/types.js';
import { given, optionalText, readBody, set } from '../body.js';
import { diffText, patchText } from '../diffs.js';
import { allPulls, pullOf, repositoryOf } from '../lookup.js';
import { paged } from '../paging.js';
import { created, noContent, ok, refuse, text } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';
import { compareBy, sortable, type Sorted } from '../sorting.js';

/** https://docs.github.com/rest/pulls/pulls#list-pull-requests-files and #list-commits-on-a-pull-request */
const MOST_FILES = 3000;
const MOST_COMMITS = 250;
const MOST_DIFF_LINES = 20_000;

const newPull = z.object({
  title: optionalText,
  body: optionalText,
  head: z.string(),
  head_repo: optionalText,
  base: z.string(),
  draft: z.boolean().nullish(),
  maintainer_can_modify: z.boolean().nullish(),
  issue: z.number().nullish(),
});
const changes = z.object({
  title: optionalText,
  body: optionalText,
  state: z.enum(['open', 'closed']).nullish(),
  base: optionalText,
  maintainer_can_modify: z.boolean().nullish(),
});
const merging = z.object({
  commit_title: optionalText,
  commit_message: optionalText,
  sha: optionalText,
  merge_method: z.enum(['merge', 'squash', 'rebase']).nullish(),
});

/** Pull requests themselves: what they are, what they change, merging. */
export const pulls = {
  'pulls/list': reads('pull_requests', (call) => {
    const repository = repositoryOf(call);
    const { query } = call.request;
    const wanted = allPulls(repository).filter((pull) => isAskedFor(call, pull, query));
    const ascending = query.has('sort') && query.get('sort') !== 'created';
    const sorted = wanted.sort(compareBy(query, SORTS, ascending ? 'asc' : 'desc'));
    return paged(call, sorted, (pull) => pullSimpleJson(call.state, pull));
  }),

  'pulls/get': reads('pull_requests', (call) => {
    const pull = pullOf(call, repositoryOf(call));
    const { base, head } = pull;
    if (call.format === 'patch') {
      return text(patchText(call.state, base.oid, head.oid), 'application/vnd.github.patch; charset=utf-8');
    }
    if (call.format !== 'diff') return ok(pullJson(call.state, pull));
    const diff = diffText(call.state, base.oid, head.oid);
    if (diff.split('\n').length > MOST_DIFF_LINES) {
      throw refuse(406, `Sorry, the diff exceeded the maximum number of lines (${MOST_DIFF_LINES})`);
    }
    return text(diff, 'application/vnd.github.diff; charset=utf-8');
  }),

  'pulls/create': writes('pull_requests', (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, newPull);
    const { head, headRepository } = headOf(call, repository, input.head, input.head_repo ?? null);
    if (input.title == null) throw unprocessable('Invalid request.\n\n"title" wasn\'t supplied.');
    const pull = call.actions.openPull(call.caller, repository, {
      title: input.title,
      head,
      headRepository,
      base: input.base.replace(/^[^:]*:/, ''),
      ...given({ body: input.body, draft: input.draft, maintainerCanModify: input.maintainer_can_modify }),
    });
    const json = pullJson(call.state, pull);
    return { ...created(json), headers: { location: String(json['url']) } };
  }),

  'pulls/update': writes('pull_requests', (call) => {
    const pull = pullOf(call, repositoryOf(call));
    const input = readBody(call, changes);
    const { title, state, base, maintainer_can_modify: maintainerCanModify } = input;
    const changed = call.actions.editPull(call.caller, pull, {
      ...given({ title, state, base, maintainerCanModify }),
      ...set({ body: input.body === null ? '' : input.body }),
    });
    return ok(pullJson(call.state, changed));
  }),

  'pulls/list-commits': reads('pull_requests', (call) => {
    const repository = repositoryOf(call);
    const commits = pullCommits(call.state, pullOf(call, repository)).slice(0, MOST_COMMITS);
    return paged(call, commits, ({ oid }) => commitJson(call.state, repository, oid));
  }),

  'pulls/list-files': reads('pull_requests', (call) => {
    const repository = repositoryOf(call);
    const pull = pullOf(call, repository);
    const files = pullFiles(call.state, pull).slice(0, MOST_FILES);
    return paged(call, files, (file) => fileJson(call.state, repository, pull.head.oid, file));
  }),

  'pulls/check-if-merged': reads('contents', (call) => {
    if (pullOf(call, repositoryOf(call)).mergedAt === null) throw notFound();
    return noContent();
  }),

  'pulls/merge': writes('contents', (call) => {
    const pull = pullOf(call, repositoryOf(call));
    const input = readBody(call, merging);
    const merged = call.actions.mergePull(
      call.caller,
      pull,
      given({
        method: input.merge_method,
        title: input.commit_title,
        message: input.commit_message,
        sha: input.sha,
      }),
    );
    return ok({ sha: merged.mergeCommitOid ?? '', merged: true, message: 'Pull Request successfully merged' });
  }),
} satisfies RouteMap;

const SORTS: Sorted<PullRequest> = {
  created: ({ createdAt, number }) => `${createdAt} ${sortable(number)}`,
  updated: ({ updatedAt, number }) => `${updatedAt} ${sortable(number)}`,
  popularity: ({ comments, number }) => `${sortable(comments.length)} ${sortable(number)}`,
  'long-running': ({ createdAt, number }) => `${createdAt} ${sortable(number)}`,
};

function isAskedFor(call: Call, pull: PullRequest, query: URLSearchParams): boolean {
  const state = query.get('state') ?? 'open';
  const [base, head] = [query.get('base'), query.get('head')];
  if (state !== 'all' && pull.state !== state) return false;
  if (base !== null && pull.base.ref !== base) return false;
  // GitHub ignores a head without an owner.
  if (!head?.includes(':')) return true;
  const owner = pull.head.ownerId === null ? 'ghost' : needAccount(call.state, pull.head.ownerId).login;
  return `${owner}:${pull.head.ref}`.toLowerCase() === head.toLowerCase();
}

/** `branch` here, `owner:branch` of a fork of that owner, or with `head_repo` of that one among several. */
function headOf(call: Call, repository: Repository, name: string, repositoryName: string | null) {
  const cut = name.indexOf(':');
  const head = name.slice(cut + 1);
  if (cut < 0 && repositoryName === null) return { head, headRepository: repository };
  const login = cut < 0 ? needAccount(call.state, repository.ownerId).login : name.slice(0, cut);
  const owner = accountByLogin(call.state, login);
  const network = repository.parentId ?? repository.id;
  const candidates = [...call.state.repositories.values()].filter(
    (one) =>
      one.ownerId === owner?.id &&
      (one.id === network || one.parentId === network || one.parentId === repository.id) &&
      canSee(call.state, call.caller, one) &&
      (repositoryName === null || repositoryName.endsWith(one.name)),
  );
  const headRepository = candidates.find((one) => one.refs.has(`refs/heads/${head}`)) ?? candidates[0];
  if (headRepository === undefined) {
    throw unprocessable('Validation Failed', [{ resource: 'PullRequest', field: 'head', code: 'invalid' }]);
  }
  return { head, headRepository };
}
