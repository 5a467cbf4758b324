import type { Instant, Oid } from './accounts.js';

/** Git's file modes: regular, executable, symbolic link, submodule, directory. */
export type FileMode = '100644' | '100755' | '120000' | '160000' | '040000';

export interface BlobObject {
  type: 'blob';
  bytes: Uint8Array;
}

export interface TreeEntry {
  name: string;
  mode: FileMode;
  oid: Oid;
}

/** Entries stand in Git's order (directories sort as if their name ended in a slash). */
export interface TreeObject {
  type: 'tree';
  entries: readonly TreeEntry[];
}

/** Who wrote or committed, and when. `date` is in UTC; the zone of the object is always +0000. */
export interface Signature {
  name: string;
  email: string;
  date: Instant;
}

export interface CommitObject {
  type: 'commit';
  tree: Oid;
  parents: readonly Oid[];
  author: Signature;
  committer: Signature;
  message: string;
  /** The text of the `gpgsig` header; null where unsigned. GitHub signs what it commits itself: then it is verified. */
  signature: string | null;
}

export type GitObject = BlobObject | TreeObject | CommitObject;

/**
 * All objects by name. One store for the whole of GitHub, as GitHub shares one in a network of forks: a commit of a
 * fork can be read through the parent. Objects never change.
 */
export type ObjectStore = Map<Oid, GitObject>;

/** A file in a comparison, with GitHub's words and counts. */
export interface ChangedFile {
  path: string;
  /** null unless renamed. */
  previousPath: string | null;
  status: 'added' | 'modified' | 'removed' | 'renamed';
  /** Mode after the change (before it, where removed). */
  mode: FileMode;
  /** Blob after the change (before it, where removed). */
  oid: Oid;
  additions: number;
  deletions: number;
  /** Hunks only, without `---` and `+++`; null for binary files, pure renames and what is too large. */
  patch: string | null;
}
