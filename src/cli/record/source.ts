import { resolve } from 'node:path';
import { packRules } from '../../facts/governing.js';
import type { Verifiable } from '../../ledger/verify/index.js';
import { blobName } from '../../ledger/verify/blobs.js';
import { Tree } from '../disk.js';
import type { Io } from '../io.js';
import { filesIn } from './folder.js';
import { Git } from './git.js';
import { filesAt, historyIn } from './git-history.js';
import { fromGitHub } from './github.js';

/**
 * A record, with the files that stand otherwise in the folder than in its last commit, or in a sentence why it cannot be
 * read. Its history is read as it is asked for, until `close`.
 */
export type SourceResult =
  { ok: true; record: Verifiable; uncommitted: readonly string[]; close(): void } | { ok: false; problem: string };

/** Where the record is, beyond its folder or address. */
export interface Where {
  /** The record's branch, where it is looked for in a repository; null for the one that the default pack names. */
  branch: string | null;
  /** Fingerprints of further keys that count as GitHub's. */
  keys: readonly string[];
}

/** Reads a record from a folder, a clone or an address on GitHub, with its history where there is one. */
export async function readSource(place: string, where: Where, io: Io): Promise<SourceResult> {
  const branch = where.branch ?? packRules().record.branch;
  if (/^[a-z]+:\/\//i.test(place)) return fromGitHub(place, branch, io);
  const directory = resolve(io.cwd, place);
  const tree = await Tree.at(directory);
  if (!(tree instanceof Tree)) return { ok: false, problem: `"${place}" ${tree.message}. ${tree.help}` };
  const git = Git.at(directory);
  const close = (): void => {
    if (typeof git !== 'string') git.close();
  };
  const source = await fromDisk({ tree, git, branch, where, place }).catch((error: unknown) => {
    close();
    throw error;
  });
  if (source.ok) return { ...source, close };
  close();
  return source;
}

interface Disk {
  tree: Tree;
  git: Git | string;
  branch: string;
  where: Where;
  /** The folder as the person wrote it. */
  place: string;
}

type Read = { ok: true; record: Verifiable; uncommitted: readonly string[] } | { ok: false; problem: string };

async function fromDisk({ tree, git, branch, where, place }: Disk): Promise<Read> {
  // A clone of the specification, in which the record is another branch than the one that lies there.
  if (!tree.has('ledgers')) return await fromBranch(git, branch, where, place);
  const found = await filesIn(tree, place);
  if (!found.ok) return found;
  const head = typeof git === 'string' ? null : git.commitOf('HEAD');
  if (typeof git === 'string' || head === null) {
    const why =
      typeof git === 'string' ? git : 'Nothing is committed in the folder, so there is no history to look at.';
    return { ok: true, record: { files: found.files, history: why }, uncommitted: [] };
  }
  const history = await historyIn(git, head, where.keys);
  const committed = await filesAt(git, head);
  return { ok: true, record: { files: found.files, history }, uncommitted: differing(found.files, committed, head) };
}

async function fromBranch(git: Git | string, branch: string, { keys }: Where, place: string): Promise<Read> {
  const names = [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`];
  const head = typeof git === 'string' ? null : names.map((name) => git.commitOf(name)).find((oid) => oid !== null);
  if (typeof git === 'string' || head == null) {
    const way = `git fetch origin ${branch} && git worktree add ../record FETCH_HEAD`;
    return {
      ok: false,
      problem: `"${place}" holds no record, and no branch ${branch} of one. One way to get it: ${way}`,
    };
  }
  const history = await historyIn(git, head, keys);
  return { ok: true, record: { files: await filesAt(git, head), history }, uncommitted: [] };
}

/** The files that stand otherwise in the folder than in its last commit. */
function differing(
  files: ReadonlyMap<string, Uint8Array>,
  committed: ReadonlyMap<string, Uint8Array>,
  like: string,
): string[] {
  const name = (bytes: Uint8Array | undefined): string | null => (bytes && blobName(bytes, like)) || null;
  return [...new Set([...files.keys(), ...committed.keys()])]
    .filter((path) => name(files.get(path)) !== name(committed.get(path)))
    .filter((path) => !path.startsWith('.'))
    .sort();
}
