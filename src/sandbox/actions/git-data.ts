import { notFound, unprocessable } from '../errors.js';
import { isAncestor } from '../git/history.js';
import { readObject, storeBlob } from '../git/objects.js';
import { writeFiles, type TreeFile } from '../git/trees.js';
import { actorId } from '../state/access.js';
import { pullOf, needRepository } from '../state/find.js';
import type { GitHub } from '../state/github.js';
import type { Caller, FileMode, Oid, Repository } from '../state/types.js';
import { demandMove, demandPush } from './branch-rules.js';
import { checkPath, storeCommit } from './commit-files.js';
import { moveRef, needCommit } from './move-ref.js';
import type { Person } from './types.js';

export function createBlob(github: GitHub, caller: Caller, repository: Repository, content: Uint8Array): Oid {
  demandPush(github, caller, repository, null);
  return storeBlob(github.state.objects, content);
}

export function createTree(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  input: { baseTree: Oid | null; entries: { path: string; mode: FileMode; oid?: Oid | null; content?: string }[] },
): Oid {
  demandPush(github, caller, repository, null);
  const { objects } = github.state;
  const base = input.baseTree === null ? null : treeOrCommitTree(github, input.baseTree);
  const changes = new Map<string, TreeFile | null>();
  for (const { path, mode, oid, content } of input.entries) {
    checkPath(path);
    if (content !== undefined) changes.set(path, { mode, oid: storeBlob(objects, content) });
    else if (oid === null || oid === undefined) changes.set(path, null);
    else if (mode === '160000' || objects.has(oid)) changes.set(path, { mode, oid });
    else throw unprocessable(`tree.sha ${oid} is not a valid object`);
  }
  return writeFiles(objects, base, changes);
}

function treeOrCommitTree(github: GitHub, oid: Oid): Oid {
  const object = github.state.objects.get(oid);
  if (object?.type === 'tree') return oid;
  if (object?.type === 'commit') return object.tree;
  throw notFound();
}

export function createCommit(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  input: { message: string; tree: Oid; parents: Oid[]; author?: Person; committer?: Person },
): Oid {
  demandPush(github, caller, repository, null);
  if (readObject(github.state.objects, 'tree', input.tree) === null) throw unprocessable('Tree SHA does not exist');
  for (const parent of input.parents) {
    if (readObject(github.state.objects, 'commit', parent) === null) {
      throw unprocessable('Parent SHA does not exist or is not a commit object');
    }
  }
  const named = input.author !== undefined || input.committer !== undefined;
  return storeCommit(github, caller, { ...input, byGitHub: caller.kind === 'installation' && !named });
}

const branchOf = (ref: string): string | null => /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? null;

export function createRef(github: GitHub, caller: Caller, repository: Repository, ref: string, oid: Oid): void {
  demandPush(github, caller, repository, branchOf(ref));
  if (!/^refs\/(heads|tags|[\w-]+)\/.+$/.test(ref) || ref.startsWith('refs/pull/') || /\.\.|\s|[~^:?*[\\]/.test(ref)) {
    throw unprocessable(`Reference name '${ref}' is not valid`);
  }
  if (repository.refs.has(ref)) throw unprocessable('Reference already exists');
  needCommit(github, oid);
  const branch = branchOf(ref);
  if (branch !== null) demandMove(github, caller, repository, branch, oid);
  moveRef(github, actorId(caller), repository, ref, oid);
}

export function updateRef(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  ref: string,
  oid: Oid,
  force = false,
): void {
  const branch = branchOf(ref);
  demandPush(github, caller, repository, branch);
  const before = repository.refs.get(ref);
  if (before === undefined) throw unprocessable('Reference does not exist');
  needCommit(github, oid);
  if (!force && !isAncestor(github.state.objects, before, oid)) throw unprocessable('Update is not a fast forward');
  if (branch !== null) demandMove(github, caller, repository, branch, oid);
  moveRef(github, actorId(caller), repository, ref, oid);
}

export function deleteRef(github: GitHub, caller: Caller, repository: Repository, ref: string): void {
  const branch = branchOf(ref);
  demandPush(github, caller, repository, branch);
  if (!repository.refs.has(ref)) throw unprocessable('Reference does not exist');
  if (branch !== null && branch === repository.defaultBranch) throw unprocessable('Cannot delete the default branch');
  if (branch !== null) demandMove(github, caller, repository, branch, null);
  moveRef(github, actorId(caller), repository, ref, null);
}

export function restoreHeadBranch(github: GitHub, caller: Caller, repository: Repository, number: number): void {
  const pull = pullOf(repository, number);
  if (pull?.head.repositoryId === null || pull === null) throw notFound();
  const head = needRepository(github.state, pull.head.repositoryId);
  createRef(github, caller, head, `refs/heads/${pull.head.ref}`, pull.head.oid);
}
