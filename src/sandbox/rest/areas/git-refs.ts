import { z } from 'zod';

import { notFound, unprocessable } from '../../errors.js';
import type { Oid, Repository } from '../../state/types.js';
import { readBody } from '../body.js';
import { repoApi } from '../../json/base.js';
import { refJson } from '../../json/repository.js';
import { encodePath } from '../addresses.js';
import { param, repositoryOf } from '../lookup.js';
import { paged } from '../paging.js';
import { created, noContent, ok } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';

const oid = z.string().regex(/^[0-9a-f]{40}$/i);

/** Branches and tags under their full names. */
export const gitRefs = {
  'git/get-ref': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const ref = existing(call, repository);
    return ok(refJson(call.state, repository, ref));
  }),

  'git/list-matching-refs': reads('contents', (call) => {
    const repository = repositoryOf(call);
    return paged(call, matching(repository, fullRef(param(call, 'ref'))), ([ref]) =>
      refJson(call.state, repository, ref),
    );
  }),

  'git/create-ref': writes('contents', (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, z.object({ ref: z.string(), sha: oid }));
    if (!/^refs\/[^/]+\/./.test(input.ref))
      throw unprocessable('Reference name must start with "refs/" and contain at least two slashes.');
    call.actions.createRef(call.caller, repository, input.ref, input.sha);
    const url = `${repoApi(call.state, repository)}/git/${encodePath(input.ref)}`;
    return { ...created(refJson(call.state, repository, input.ref)), headers: { location: url } };
  }),

  'git/update-ref': writes('contents', (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, z.object({ sha: oid, force: z.boolean().nullish() }));
    const ref = fullRef(param(call, 'ref'));
    if (!repository.refs.has(ref)) throw unprocessable('Reference does not exist');
    call.actions.updateRef(call.caller, repository, ref, input.sha, input.force ?? false);
    return ok(refJson(call.state, repository, ref));
  }),

  'git/delete-ref': writes('contents', (call) => {
    const repository = repositoryOf(call);
    const ref = fullRef(param(call, 'ref'));
    if (!repository.refs.has(ref)) throw unprocessable('Reference does not exist');
    call.actions.deleteRef(call.caller, repository, ref);
    return noContent();
  }),
} satisfies RouteMap;

/** `GET /git/refs` and `GET /git/refs/{ref}` are documented no more, answer as ever, and are still used by clients. */
export const listRefs = reads('contents', (call) => {
  const repository = repositoryOf(call);
  const prefix = param(call, 'ref');
  if (repository.refs.has(fullRef(prefix))) return ok(refJson(call.state, repository, fullRef(prefix)));
  const refs = matching(repository, fullRef(prefix));
  if (refs.length === 0) throw notFound();
  return paged(call, refs, ([ref]) => refJson(call.state, repository, ref));
});

const fullRef = (name: string): string => (name.startsWith('refs/') ? name : `refs/${name}`);

const matching = (repository: Repository, prefix: string): [string, Oid][] =>
  [...repository.refs].filter(([ref]) => ref.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));

function existing(call: Call, repository: Repository): string {
  const ref = fullRef(param(call, 'ref'));
  if (!repository.refs.has(ref)) throw notFound();
  return ref;
}
