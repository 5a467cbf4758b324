import { createHash } from 'node:crypto';

import { unprocessable } from '../errors.js';
import { encodeObject, storeBlob, storeObject } from '../git/objects.js';
import { entryAt, writeFiles, type TreeFile } from '../git/trees.js';
import { actorId } from '../state/access.js';
import { privateEmail } from '../state/derive.js';
import { needAccount } from '../state/find.js';
import type { GitHub } from '../state/github.js';
import type { Account, Caller, CommitObject, FileMode, Instant, ObjectStore, Oid, Signature } from '../state/types.js';
import type { FileChange, FileChanges, Person } from './types.js';

/** Who commits where GitHub itself does: with the web page, by merging, for an app. */
const GITHUB = { name: 'GitHub', email: 'noreply@github.com' };

export interface NewCommit {
  tree: Oid;
  parents: readonly Oid[];
  files: FileChanges;
  /** Moves first, contents then. */
  rename?: readonly { from: string; to: string }[];
  message: string;
  author?: Person;
  committer?: Person;
  /** Committed and signed by GitHub. */
  byGitHub?: boolean;
}

/** Makes the blobs, the tree and the commit. Moves no branch. @throws GitHubError 422 for a path that Git refuses. */
export function commitFiles(
  github: GitHub,
  caller: Caller,
  input: NewCommit,
): { oid: Oid; blobs: ReadonlyMap<string, Oid> } {
  const { objects } = github.state;
  const changes = new Map<string, TreeFile | null>();
  for (const { from, to } of input.rename ?? []) {
    const entry = entryAt(objects, input.tree, from);
    if (entry === null) throw unprocessable(`There is no file ${from} to rename.`);
    changes.set(from, null);
    changes.set(to, { mode: entry.mode, oid: entry.oid });
  }
  const blobs = new Map<string, Oid>();
  for (const [path, change] of Object.entries(input.files)) {
    checkPath(path);
    const file = fileOf(objects, change, entryAt(objects, input.tree, path)?.mode ?? '100644');
    changes.set(path, file);
    if (file !== null) blobs.set(path, file.oid);
  }
  const tree = writeFiles(objects, input.tree, changes);
  return { oid: storeCommit(github, caller, { ...input, tree }), blobs };
}

/** Git takes no empty, absolute or climbing path, and none into its own directory. */
export function checkPath(path: string): void {
  const bad = path
    .split('/')
    .some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git');
  if (bad) throw unprocessable(`tree.path contains a malformed path component: ${path}`);
}

function fileOf(objects: ObjectStore, change: FileChange, known: FileMode): TreeFile | null {
  if (change === null) return null;
  if (typeof change === 'string' || change instanceof Uint8Array) {
    return { mode: known === '040000' ? '100644' : known, oid: storeBlob(objects, change) };
  }
  return { mode: change.mode, oid: storeBlob(objects, change.content) };
}

/** Stores a commit of a tree that exists. Author and committer are the caller where none are given. */
export function storeCommit(github: GitHub, caller: Caller, input: Omit<NewCommit, 'files' | 'rename'>): Oid {
  const account = needAccount(github.state, actorId(caller));
  const author = signatureOf(input.author ?? personOf(account), github.now);
  const byGitHub = input.byGitHub ?? false;
  const committer = byGitHub ? signatureOf(GITHUB, github.now) : signatureOf(input.committer ?? author, github.now);
  const commit: CommitObject = {
    type: 'commit',
    tree: input.tree,
    parents: input.parents,
    author,
    committer,
    message: input.message,
    signature: null,
  };
  return storeObject(github.state.objects, byGitHub ? { ...commit, signature: signatureText(commit) } : commit);
}

/** A person as their commits name them. */
export function personOf(account: Account): Person {
  return { name: account.name ?? account.login, email: account.email ?? privateEmail(account) };
}

const signatureOf = ({ name, email, date }: Person, now: Instant): Signature => ({
  name,
  email,
  date: date === undefined ? now : `${new Date(date).toISOString().slice(0, 19)}Z`,
});

/** Looks like a signature and is none: nobody can check it, and the sandbox takes every one for GitHub's. */
function signatureText(commit: CommitObject): string {
  const digest = createHash('sha512').update(encodeObject(commit)).digest('base64');
  return `-----BEGIN PGP SIGNATURE-----\n\n${digest}\n-----END PGP SIGNATURE-----\n`;
}
