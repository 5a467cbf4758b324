import type { ChangedFile, ObjectStore, Oid } from '../state/types.js';
import { mergeBase } from './history.js';
import { EMPTY_TREE, needObject, readObject } from './objects.js';
import { patchOf } from './patch.js';
import { findRenames } from './renames.js';
import { flattenTree, type TreeFile } from './trees.js';

const NOTHING = new Uint8Array();

/** The files that differ between two trees, by path, renames found, each with its patch. */
export function compareTrees(objects: ObjectStore, before: Oid | null, after: Oid | null): ChangedFile[] {
  const [old, now] = [filesOf(objects, before), filesOf(objects, after)];
  const removed = new Map([...old].filter(([path]) => !now.has(path)));
  const added = new Map([...now].filter(([path]) => !old.has(path)));
  const renames = findRenames(objects, removed, added);
  const changed: ChangedFile[] = [];
  for (const [path, file] of now) {
    const previousPath = renames.get(path) ?? null;
    const origin = old.get(previousPath ?? path) ?? null;
    if (origin !== null && previousPath === null && origin.oid === file.oid && origin.mode === file.mode) continue;
    const status = origin === null ? 'added' : previousPath === null ? 'modified' : 'renamed';
    changed.push(describe(objects, { path, previousPath, status, mode: file.mode, oid: file.oid }, origin, file));
  }
  const renamedAway = new Set(renames.values());
  for (const [path, file] of removed) {
    if (renamedAway.has(path)) continue;
    const facts = { path, previousPath: null, status: 'removed', mode: file.mode, oid: file.oid } as const;
    changed.push(describe(objects, facts, file, null));
  }
  return changed.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

/** The three-dot comparison that pull requests show: from the merge base of the two commits to `head`. */
export function compareCommits(objects: ObjectStore, base: Oid, head: Oid): ChangedFile[] {
  const from = mergeBase(objects, base, head);
  return compareTrees(objects, from === null ? null : treeOf(objects, from), treeOf(objects, head));
}

/** What a commit changed against its first parent. */
export function compareWithParent(objects: ObjectStore, oid: Oid): ChangedFile[] {
  const parent = needObject(objects, 'commit', oid).parents[0];
  return compareTrees(objects, parent === undefined ? null : treeOf(objects, parent), treeOf(objects, oid));
}

export const treeOf = (objects: ObjectStore, commit: Oid): Oid => needObject(objects, 'commit', commit).tree;

const filesOf = (objects: ObjectStore, tree: Oid | null): Map<string, TreeFile> =>
  tree === null || tree === EMPTY_TREE ? new Map<string, TreeFile>() : flattenTree(objects, tree);

function describe(
  objects: ObjectStore,
  facts: Pick<ChangedFile, 'path' | 'previousPath' | 'status' | 'mode' | 'oid'>,
  before: TreeFile | null,
  after: TreeFile | null,
): ChangedFile {
  const { additions, deletions, text } = patchOf(bytesOf(objects, before), bytesOf(objects, after));
  return { ...facts, additions, deletions, patch: text };
}

/** A submodule's commit is elsewhere: its content counts as empty. */
const bytesOf = (objects: ObjectStore, file: TreeFile | null): Uint8Array =>
  file === null ? NOTHING : (readObject(objects, 'blob', file.oid)?.bytes ?? NOTHING);
