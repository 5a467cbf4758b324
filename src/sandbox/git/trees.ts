import type { FileMode, ObjectStore, Oid, TreeEntry } from '../state/types.js';
import { needObject, readObject, sortEntries, storeObject } from './objects.js';

/** A file somewhere in a tree. */
export interface TreeFile {
  mode: FileMode;
  oid: Oid;
}

/** All files under a tree by full path, in Git's order. Submodules count as files. */
export function flattenTree(objects: ObjectStore, tree: Oid, prefix = ''): Map<string, TreeFile> {
  const files = new Map<string, TreeFile>();
  for (const { name, mode, oid } of needObject(objects, 'tree', tree).entries) {
    if (mode === '040000') {
      for (const [path, file] of flattenTree(objects, oid, `${prefix}${name}/`)) files.set(path, file);
    } else files.set(prefix + name, { mode, oid });
  }
  return files;
}

/** What stands at a path of a tree (the tree itself for an empty path), or null. */
export function entryAt(objects: ObjectStore, tree: Oid, path: string): TreeEntry | null {
  let entry: TreeEntry = { name: '', mode: '040000', oid: tree };
  for (const name of path.split('/').filter((part) => part !== '')) {
    const found = readObject(objects, 'tree', entry.oid)?.entries.find((candidate) => candidate.name === name);
    if (found === undefined) return null;
    entry = found;
  }
  return entry;
}

/** A tree of these files by full path. A later file replaces a directory of its name, as in Git's index. */
export function buildTree(objects: ObjectStore, files: ReadonlyMap<string, TreeFile>): Oid {
  const entries = new Map<string, TreeEntry>();
  const directories = new Map<string, Map<string, TreeFile>>();
  for (const [path, { mode, oid }] of files) {
    const slash = path.indexOf('/');
    if (slash < 0) entries.set(path, { name: path, mode, oid });
    else {
      const name = path.slice(0, slash);
      const inside = directories.get(name) ?? new Map<string, TreeFile>();
      inside.set(path.slice(slash + 1), { mode, oid });
      directories.set(name, inside);
    }
  }
  for (const [name, inside] of directories) {
    entries.set(name, { name, mode: '040000', oid: buildTree(objects, inside) });
  }
  return storeObject(objects, { type: 'tree', entries: sortEntries([...entries.values()]) });
}

/** The tree with these files written over it; null removes a file or a whole directory. */
export function writeFiles(objects: ObjectStore, tree: Oid | null, changes: ReadonlyMap<string, TreeFile | null>): Oid {
  const files = tree === null ? new Map<string, TreeFile>() : flattenTree(objects, tree);
  for (const [path, change] of changes) {
    for (const known of files.keys()) {
      if (known.startsWith(`${path}/`) || path.startsWith(`${known}/`)) files.delete(known);
    }
    if (change === null) files.delete(path);
    else files.set(path, change);
  }
  return buildTree(objects, files);
}
