import { createHash } from 'node:crypto';

import type { CommitObject, GitObject, ObjectStore, Oid, Signature, TreeEntry } from '../state/types.js';

/** The name of an object that does not exist: the other side of a push that makes or deletes a branch. */
export const NO_OID: Oid = '0'.repeat(40);

/** The name of the empty tree. */
export const EMPTY_TREE: Oid = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** An object's content as Git stores it, without the header. */
export function encodeObject(object: GitObject): Buffer {
  switch (object.type) {
    case 'blob':
      return Buffer.from(object.bytes);
    case 'tree':
      return Buffer.concat(
        object.entries.flatMap(({ mode, name, oid }) => [
          Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
          Buffer.from(oid, 'hex'),
        ]),
      );
    case 'commit':
      return Buffer.from(encodeCommit(object));
  }
}

function encodeCommit(commit: CommitObject): string {
  const lines = [`tree ${commit.tree}`, ...commit.parents.map((parent) => `parent ${parent}`)];
  lines.push(`author ${encodeSignature(commit.author)}`, `committer ${encodeSignature(commit.committer)}`);
  if (commit.signature !== null) lines.push(`gpgsig ${commit.signature.replaceAll('\n', '\n ')}`);
  return `${lines.join('\n')}\n\n${commit.message}`;
}

const encodeSignature = ({ name, email, date }: Signature): string =>
  `${name} <${email}> ${String(Math.floor(Date.parse(date) / 1000))} +0000`;

/** The object's name, as Git computes it. */
export function oidOf(object: GitObject): Oid {
  const content = encodeObject(object);
  return createHash('sha1')
    .update(`${object.type} ${String(content.length)}\0`)
    .update(content)
    .digest('hex');
}

/** Puts an object into the store and returns its name. The same content twice is one object. */
export function storeObject(objects: ObjectStore, object: GitObject): Oid {
  const oid = oidOf(object);
  if (!objects.has(oid)) objects.set(oid, object);
  return oid;
}

export function storeBlob(objects: ObjectStore, content: string | Uint8Array): Oid {
  return storeObject(objects, { type: 'blob', bytes: typeof content === 'string' ? Buffer.from(content) : content });
}

/** Git's order of a tree: by bytes, a directory as if a slash ended its name. */
export function sortEntries(entries: readonly TreeEntry[]): TreeEntry[] {
  const key = ({ name, mode }: TreeEntry): Buffer => Buffer.from(mode === '040000' ? `${name}/` : name);
  return [...entries].sort((a, b) => Buffer.compare(key(a), key(b)));
}

type ObjectOf<T extends GitObject['type']> = Extract<GitObject, { type: T }>;

/** The object of that name and type, or null. */
export function readObject<T extends GitObject['type']>(objects: ObjectStore, type: T, oid: Oid): ObjectOf<T> | null {
  const found = objects.get(oid);
  return found?.type === type ? (found as ObjectOf<T>) : null;
}

/** The object, where the state itself names it: its absence is a fault of the sandbox. */
export function needObject<T extends GitObject['type']>(objects: ObjectStore, type: T, oid: Oid): ObjectOf<T> {
  const found = readObject(objects, type, oid);
  if (found === null) throw new Error(`The sandbox has lost the ${type} ${oid}`);
  return found;
}
