import type { CommitObject, ObjectStore, Oid } from '../state/types.js';
import { needObject } from './objects.js';

/** The commits that can be reached from `oid`, itself included. */
export function ancestors(objects: ObjectStore, oid: Oid): Set<Oid> {
  const seen = new Set<Oid>();
  const queue = [oid];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...needObject(objects, 'commit', next).parents);
  }
  return seen;
}

export function isAncestor(objects: ObjectStore, ancestor: Oid, descendant: Oid): boolean {
  return ancestors(objects, descendant).has(ancestor);
}

/** The best common ancestor (the newest one that no other common ancestor descends from), or null without any. */
export function mergeBase(objects: ObjectStore, one: Oid, other: Oid): Oid | null {
  const ofOne = ancestors(objects, one);
  const common = [...ancestors(objects, other)].filter((oid) => ofOne.has(oid));
  const covered = new Set<Oid>();
  for (const oid of common) {
    for (const parent of needObject(objects, 'commit', oid).parents) {
      for (const older of covered.has(parent) ? [] : ancestors(objects, parent)) covered.add(older);
    }
  }
  const best = common.filter((oid) => !covered.has(oid));
  return best.sort((a, b) => dateOf(objects, b).localeCompare(dateOf(objects, a)))[0] ?? null;
}

const dateOf = (objects: ObjectStore, oid: Oid): string => needObject(objects, 'commit', oid).committer.date;

/** What `head` has and `base` has not, parents before children: the commits of a pull request. */
export function commitsBetween(
  objects: ObjectStore,
  base: Oid | null,
  head: Oid,
): { oid: Oid; commit: CommitObject }[] {
  const known = base === null ? new Set<Oid>() : ancestors(objects, base);
  const ordered: { oid: Oid; commit: CommitObject }[] = [];
  const visit = (oid: Oid): void => {
    if (known.has(oid)) return;
    known.add(oid);
    const commit = needObject(objects, 'commit', oid);
    commit.parents.forEach(visit);
    ordered.push({ oid, commit });
  };
  visit(head);
  return ordered;
}

/** Newest first along all parents, as `git log` and GitHub's lists of commits. */
export function log(objects: ObjectStore, head: Oid): { oid: Oid; commit: CommitObject }[] {
  return commitsBetween(objects, null, head).reverse();
}
