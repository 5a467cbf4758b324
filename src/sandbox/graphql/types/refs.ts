import type * as Schema from '@octokit/graphql-schema';

import { pullsFrom } from '../../state/find.js';
import { canSee } from '../../state/access.js';
import { readObject } from '../../git/objects.js';
import { refNodeId } from '../../state/nodes.js';
import type { GitHubState, Oid, Repository } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { FieldsOf } from '../context.js';
import { needRepository } from '../../state/find.js';
import {
  on,
  repositorySource,
  type BlobSource,
  type CommitSource,
  type RefSource,
  type TreeSource,
} from '../sources.js';

/** The kind of place that a ref is in: `refs/heads/`, `refs/tags/`, else everything up to the last slash. */
const prefixOf = (ref: string): string => /^refs\/(?:heads|tags)\//.exec(ref)?.[0] ?? ref.replace(/[^/]*$/, '');

export const Ref = {
  id: ({ repository, value }) => refNodeId(repository, value),
  name: ({ value }) => value.slice(prefixOf(value).length),
  prefix: ({ value }) => prefixOf(value),
  repository: ({ repository }) => repositorySource(repository),
  // Branches are guarded by rulesets here; the older protection rules do not exist.
  branchProtectionRule: () => null,
  target: ({ repository, value }, _args, { state }) => {
    const oid = repository.refs.get(value);
    return oid === undefined ? null : gitObject(state, repository, oid, null);
  },
  associatedPullRequests: ({ repository, value }, args: PageArgs & { states?: string[] | null }, context) => {
    const pulls = pullsFrom(context.state, repository.id, value.replace(/^refs\/heads\//, '')).filter(
      (pull) =>
        (!args.states || args.states.includes(pull.mergedAt !== null ? 'MERGED' : pull.state.toUpperCase())) &&
        canSee(context.state, context.caller, needRepository(context.state, pull.repositoryId)),
    );
    return connection(pulls, args, {
      key: ({ pullId }) => pullId,
      node: (pull) => on('PullRequest', needRepository(context.state, pull.repositoryId), pull),
    });
  },
} satisfies FieldsOf<Schema.Ref, RefSource>;

/** The branch or tag of that full name, or null. */
export const refSource = (repository: Repository, ref: string): RefSource | null =>
  repository.refs.has(ref) ? on('Ref', repository, ref) : null;

/** `main`, `heads/main` or `refs/heads/main`, as `qualifiedName` is read. */
export function findRef(repository: Repository, name: string): string | null {
  const candidates = [name, `refs/${name}`, `refs/heads/${name}`, `refs/tags/${name}`];
  return candidates.find((ref) => ref.startsWith('refs/') && repository.refs.has(ref)) ?? null;
}

/** @param path where it was reached in a commit's tree, for the paths of what lies under it. */
export function gitObject(
  state: GitHubState,
  repository: Repository,
  oid: Oid,
  path: string | null,
): CommitSource | TreeSource | BlobSource | null {
  if (readObject(state.objects, 'commit', oid)) return on('Commit', repository, oid);
  if (readObject(state.objects, 'tree', oid)) return on('Tree', repository, { oid, path });
  return readObject(state.objects, 'blob', oid) ? on('Blob', repository, oid) : null;
}
