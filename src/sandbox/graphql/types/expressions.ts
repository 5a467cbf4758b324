import { entryAt } from '../../git/trees.js';
import { needObject, readObject } from '../../git/objects.js';
import type { GitHubState, Oid, Repository } from '../../state/types.js';
import { findRef, gitObject } from './refs.js';

/**
 * What an expression of Git names: `main`, `refs/pull/7/head`, a name of 4 to 40 digits, `main~2`, `main^2`,
 * `main^{tree}`, and `<any of these>:path`. null where nothing is there.
 */
export function findObject(state: GitHubState, repository: Repository, expression: string): object | null {
  const colon = expression.indexOf(':');
  if (colon < 0) {
    const oid = findRevision(state, repository, expression);
    return oid === null ? null : gitObject(state, repository, oid, oid === expression ? null : '');
  }
  const from = findRevision(state, repository, expression.slice(0, colon));
  const tree = from === null ? null : treeOf(state, from);
  const path = expression.slice(colon + 1).replace(/^\.?\/+|\/+$/g, '');
  const entry = tree === null ? null : entryAt(state.objects, tree, path);
  return entry === null ? null : gitObject(state, repository, entry.oid, path);
}

function treeOf(state: GitHubState, oid: Oid): Oid | null {
  const commit = readObject(state.objects, 'commit', oid);
  return commit ? commit.tree : readObject(state.objects, 'tree', oid) && oid;
}

/** The object that a revision names, without a path. */
function findRevision(state: GitHubState, repository: Repository, revision: string): Oid | null {
  const [, name = '', steps = ''] = /^(.+?)((?:\^\{tree\}|\^\d*|~\d*)*)$/.exec(revision) ?? [];
  let oid = findName(state, repository, name);
  for (const [step, mark, count] of steps.matchAll(/\^\{tree\}|([\^~])(\d*)/g)) {
    if (oid === null) return null;
    if (step === '^{tree}') oid = treeOf(state, oid);
    else if (mark === '~') oid = ancestor(state, oid, count === '' ? 1 : Number(count));
    else oid = parent(state, oid, count === '' ? 1 : Number(count));
  }
  return oid;
}

function findName(state: GitHubState, repository: Repository, name: string): Oid | null {
  const ref = findRef(repository, name === 'HEAD' ? repository.defaultBranch : name);
  if (ref !== null) return repository.refs.get(ref) ?? null;
  if (!/^[0-9a-f]{4,40}$/.test(name)) return null;
  if (state.objects.has(name)) return name;
  const matching = [...state.objects.keys()].filter((oid) => oid.startsWith(name));
  return matching.length === 1 ? (matching[0] ?? null) : null;
}

/** @param number counts from 1; 0 is the commit itself. */
function parent(state: GitHubState, oid: Oid, number: number): Oid | null {
  if (number === 0) return oid;
  return readObject(state.objects, 'commit', oid)?.parents[number - 1] ?? null;
}

function ancestor(state: GitHubState, oid: Oid, generations: number): Oid | null {
  let at: Oid | null = oid;
  for (let left = generations; left > 0 && at !== null; left--) {
    at = needObject(state.objects, 'commit', at).parents[0] ?? null;
  }
  return at;
}
