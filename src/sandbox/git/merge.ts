import type { ObjectStore, Oid } from '../state/types.js';
import { treeOf } from './compare.js';
import { mergeBase } from './history.js';
import { readObject, storeBlob } from './objects.js';
import { mergeLines } from './merge-lines.js';
import { isBinary } from './patch.js';
import { buildTree, flattenTree, type TreeFile } from './trees.js';

/** The tree of both sides' changes since their merge base, or the paths on which they collide. */
export type MergedTree = { tree: Oid; conflicts: null } | { tree: null; conflicts: string[] };

/** Merges `head` into `base`, file by file, and line by line where both changed a text. Renames are not followed. */
export function mergeTrees(objects: ObjectStore, base: Oid, head: Oid): MergedTree {
  const from = mergeBase(objects, base, head);
  const origin = from === null ? new Map<string, TreeFile>() : flattenTree(objects, treeOf(objects, from));
  const ours = flattenTree(objects, treeOf(objects, base));
  const theirs = flattenTree(objects, treeOf(objects, head));
  const merged = new Map(ours);
  const conflicts: string[] = [];
  for (const path of new Set([...origin.keys(), ...theirs.keys()])) {
    const [was, our, their] = [origin.get(path), ours.get(path), theirs.get(path)];
    if (same(was, their) || same(our, their)) continue;
    if (same(was, our)) {
      if (their === undefined) merged.delete(path);
      else merged.set(path, their);
      continue;
    }
    const both = was && our && their ? mergeTexts(objects, was, our, their) : null;
    if (both === null) conflicts.push(path);
    else merged.set(path, both);
  }
  return conflicts.length > 0 ? { tree: null, conflicts } : { tree: buildTree(objects, merged), conflicts: null };
}

const same = (one: TreeFile | undefined, other: TreeFile | undefined): boolean =>
  one?.oid === other?.oid && one?.mode === other?.mode;

function mergeTexts(objects: ObjectStore, was: TreeFile, our: TreeFile, their: TreeFile): TreeFile | null {
  const [old, mine, yours] = [was, our, their].map(({ oid }) => readObject(objects, 'blob', oid)?.bytes);
  if (!old || !mine || !yours || [old, mine, yours].some(isBinary)) return null;
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
  const merged = mergeLines(text(old), text(mine), text(yours));
  return merged === null ? null : { mode: their.mode, oid: storeBlob(objects, merged) };
}
