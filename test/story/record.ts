import { treeOf } from '../../src/sandbox/git/compare.js';
import { flattenTree } from '../../src/sandbox/git/trees.js';
import { readObject } from '../../src/sandbox/git/objects.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';

/** Every file of the record branch, by path; empty where there is no branch. */
export const recordFiles = (stage: Stage): Map<string, string> =>
  filesIn(stage, stage.repo.refs.get(`refs/heads/${stage.rules.record.branch}`));

/** Every file at a commit, by path; empty where there is no commit. */
export function filesIn({ sandbox }: Stage, head: string | undefined): Map<string, string> {
  const { objects } = sandbox.state;
  const files = new Map<string, string>();
  if (head === undefined) return files;
  for (const [path, { oid }] of flattenTree(objects, treeOf(objects, head))) {
    const blob = readObject(objects, 'blob', oid);
    if (blob) files.set(path, Buffer.from(blob.bytes).toString('utf8'));
  }
  return files;
}

/** The texts of the record's files below a folder, by path. */
export const filesAt = (stage: Stage, folder: string): string[] =>
  [...recordFiles(stage)]
    .filter(([path]) => path.startsWith(folder))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text);

/** A file of the record; null where there is none. */
export const fileAt = (stage: Stage, path: string): string | null => recordFiles(stage).get(path) ?? null;
