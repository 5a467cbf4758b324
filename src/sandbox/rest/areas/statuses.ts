import { z } from 'zod';

import { statusJson } from '../../json/checks.js';
import { repoApi } from '../../json/base.js';
import { repositoryJson } from '../../json/repository.js';
import { statusesOf } from '../../state/checks.js';
import type { CommitStatus } from '../../state/types.js';
import { optionalText, readBody, set } from '../body.js';
import { param, repositoryOf } from '../lookup.js';
import { page, paged } from '../paging.js';
import { created, ok } from '../replies.js';
import { needCommit } from '../revisions.js';
import { reads, type RouteMap, writes } from '../route.js';

const newStatus = z.object({
  state: z.enum(['error', 'failure', 'pending', 'success']),
  context: optionalText,
  description: optionalText,
  target_url: optionalText,
});

/** Commit statuses, the older cousins of check runs. */
export const statuses = {
  'repos/create-commit-status': writes('statuses', (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, newStatus);
    const status = call.actions.createStatus(call.caller, repository, {
      oid: param(call, 'sha'),
      context: input.context ?? 'default',
      state: input.state,
      ...set({ description: input.description, targetUrl: input.target_url }),
    });
    return created(statusJson(call.state, repository, status));
  }),

  'repos/list-commit-statuses-for-ref': reads('statuses', (call) => {
    const repository = repositoryOf(call);
    const oid = needCommit(call.state, repository, param(call, 'ref'));
    const all = repository.statuses.filter((status) => status.oid === oid).reverse();
    return paged(call, all, (status) => statusJson(call.state, repository, status));
  }),

  'repos/get-combined-status-for-ref': reads('statuses', (call) => {
    const repository = repositoryOf(call);
    const sha = needCommit(call.state, repository, param(call, 'ref'));
    const latest = statusesOf(repository, sha);
    const { items, headers } = page(call, latest);
    const url = `${repoApi(call.state, repository)}/commits/${sha}`;
    const body = {
      state: combined(latest),
      statuses: items.map((status) => statusJson(call.state, repository, status)),
      sha,
      total_count: latest.length,
      repository: repositoryJson(call.state, repository),
      commit_url: url,
      url: `${url}/status`,
    };
    return { ...ok(body), headers };
  }),
} satisfies RouteMap;

/** One failure fails all, and nothing at all is pending. */
function combined(latest: readonly CommitStatus[]): 'failure' | 'pending' | 'success' {
  if (latest.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  return latest.length === 0 || latest.some(({ state }) => state === 'pending') ? 'pending' : 'success';
}
