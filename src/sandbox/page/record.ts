import { treeOf } from '../git/compare.js';
import { readObject } from '../git/objects.js';
import { flattenTree } from '../git/trees.js';
import type { GitHubState, Repository } from '../state/types.js';

/** The files of a branch by path, in the order of their paths; empty where there is no such branch. */
export function branchFiles(state: GitHubState, repository: Repository, branch: string): Map<string, string> {
  const head = repository.refs.get(`refs/heads/${branch}`);
  if (head === undefined) return new Map();
  const files = [...flattenTree(state.objects, treeOf(state.objects, head))].flatMap(([path, { oid }]) => {
    const blob = readObject(state.objects, 'blob', oid);
    return blob === null ? [] : [[path, Buffer.from(blob.bytes).toString('utf8')] as const];
  });
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The segments of a subject's ledger, joined in their order. @param files of the record's branch */
export const ledgerText = (files: ReadonlyMap<string, string>, folder: string): string =>
  [...files]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .map(([, text]) => text)
    .join('');
