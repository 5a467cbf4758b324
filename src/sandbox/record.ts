import type { Change, Commit, Verifiable } from '../ledger/verify/index.js';
import { treeOf } from './git/compare.js';
import { log } from './git/history.js';
import { needObject, readObject } from './git/objects.js';
import { flattenTree, type TreeFile } from './git/trees.js';
import { isVerified } from './state/derive.js';
import type { GitHubState, ObjectStore, Oid, Repository } from './state/types.js';

/** A record of the sandbox as `verify` takes it: with all of its history, and GitHub's own word for each signature. */
export function recordIn(state: GitHubState, repository: Repository, branch: string): Verifiable {
  const { objects } = state;
  const head = repository.refs.get(`refs/heads/${branch}`);
  const commits = (head === undefined ? [] : log(objects, head)).reverse().map(({ oid, commit }): Commit => {
    const { author, parents, signature } = commit;
    const signed = signature === null ? 'none' : isVerified(state, oid) ? 'github' : 'other';
    return { oid, parents, author, signature: signed, changes: changesOf(objects, parents[0] ?? null, oid) };
  });
  const read = (blob: Oid): Promise<Uint8Array> => Promise.resolve(needObject(objects, 'blob', blob).bytes);
  return {
    files: head === undefined ? new Map<string, Uint8Array>() : filesAt(objects, head),
    history: { commits, read },
  };
}

const entriesOf = (objects: ObjectStore, commit: Oid | null): Map<string, TreeFile> =>
  commit === null ? new Map<string, TreeFile>() : flattenTree(objects, treeOf(objects, commit));

function filesAt(objects: ObjectStore, commit: Oid): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [path, { oid }] of entriesOf(objects, commit)) {
    const blob = readObject(objects, 'blob', oid);
    if (blob) files.set(path, blob.bytes);
  }
  return files;
}

function changesOf(objects: ObjectStore, before: Oid | null, after: Oid): Change[] {
  const [old, now] = [entriesOf(objects, before), entriesOf(objects, after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was?.oid === is?.oid && was?.mode === is?.mode) return [];
    return [{ path, blob: is?.oid ?? null, mode: is?.mode ?? null }];
  });
}
