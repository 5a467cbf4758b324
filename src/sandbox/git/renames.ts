import type { ObjectStore } from '../state/types.js';
import { readObject } from './objects.js';
import type { TreeFile } from './trees.js';

/** Git's default: half of the larger file must have been kept. */
const SIMILAR_ENOUGH = 0.5;

/** Which added paths are renames of which removed ones: `new path → old path`. Same content first, then the most alike. */
export function findRenames(
  objects: ObjectStore,
  removed: ReadonlyMap<string, TreeFile>,
  added: ReadonlyMap<string, TreeFile>,
): Map<string, string> {
  const pairs = [...added].flatMap(([to, file]) =>
    [...removed]
      .filter(([, old]) => (old.mode === '120000') === (file.mode === '120000'))
      .map(([from, old]) => ({ to, from, score: old.oid === file.oid ? 2 : similarity(objects, old, file) })),
  );
  const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const sameName = ({ from, to }: { from: string; to: string }): number => (baseName(from) === baseName(to) ? 1 : 0);
  pairs.sort((a, b) => b.score - a.score || sameName(b) - sameName(a));
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  for (const { to, from, score } of pairs) {
    if (score < SIMILAR_ENOUGH || renames.has(to) || taken.has(from)) continue;
    renames.set(to, from);
    taken.add(from);
  }
  return renames;
}

/** The share of the larger file's bytes that stand, line for line, in the other; empty files resemble nothing. */
function similarity(objects: ObjectStore, before: TreeFile, after: TreeFile): number {
  const [old, now] = [contentOf(objects, before), contentOf(objects, after)];
  const largest = Math.max(old.length, now.length);
  if (Math.min(old.length, now.length) === 0) return 0;
  const lines = new Map<string, number>();
  for (const line of linesOf(old)) lines.set(line, (lines.get(line) ?? 0) + 1);
  let kept = 0;
  for (const line of linesOf(now)) {
    const left = lines.get(line) ?? 0;
    if (left === 0) continue;
    lines.set(line, left - 1);
    kept += line.length;
  }
  return kept / largest;
}

/** One character for each byte. */
const contentOf = (objects: ObjectStore, file: TreeFile): string =>
  Buffer.from(readObject(objects, 'blob', file.oid)?.bytes ?? []).toString('latin1');

const linesOf = (content: string): string[] => content.split(/(?<=\n)/);
