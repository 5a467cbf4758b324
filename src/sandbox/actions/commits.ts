import { GitHubError, notFound, staleData, unprocessable } from '../errors.js';
import { isAncestor } from '../git/history.js';
import { EMPTY_TREE, readObject, needObject } from '../git/objects.js';
import { entryAt } from '../git/trees.js';
import { actorId } from '../state/access.js';
import type { GitHub } from '../state/github.js';
import type { Caller, Oid, Repository } from '../state/types.js';
import { demandMove, demandPush } from './branch-rules.js';
import { commitFiles, type NewCommit } from './commit-files.js';
import { moveRef } from './move-ref.js';
import type { Committed, FileChanges, Person } from './types.js';

export function push(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  input: {
    branch: string;
    files: FileChanges;
    message?: string;
    from?: string;
    force?: boolean;
    author?: Person;
    rename?: readonly { from: string; to: string }[];
  },
): Committed {
  demandPush(github, caller, repository, input.branch);
  const present = repository.refs.get(`refs/heads/${input.branch}`);
  const parent = input.force || present === undefined ? startOf(github, repository, input.from) : present;
  const message = input.message ?? messageFor(input.files, input.rename);
  const { files, rename = [], author } = input;
  const commit = { files, rename, message, ...(author === undefined ? {} : { author }) };
  return commitOn(github, caller, repository, input.branch, parent, commit, input.force);
}

/** The commit of a branch or object name; the default branch where none is given; null in an empty repository. */
function startOf(github: GitHub, repository: Repository, from?: string): Oid | null {
  const name = from ?? repository.defaultBranch;
  const oid = repository.refs.get(`refs/heads/${name}`) ?? name;
  if (readObject(github.state.objects, 'commit', oid) !== null) return oid;
  if (from !== undefined || repository.refs.size > 0) throw unprocessable(`No commit found for ${name}`);
  return null;
}

function messageFor(files: FileChanges, rename: readonly { from: string; to: string }[] = []): string {
  const moved = rename.map(({ from, to }) => `Rename ${from} to ${to}`);
  const written = Object.entries(files).map(([path, change]) => `${change === null ? 'Delete' : 'Update'} ${path}`);
  return [...moved, ...written].join(', ');
}

/** Commits on a branch and moves it. `parent` null makes the first commit. */
function commitOn(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  branch: string,
  parent: Oid | null,
  commit: Omit<NewCommit, 'tree' | 'parents'>,
  force = false,
): Committed {
  const tree = parent === null ? EMPTY_TREE : needObject(github.state.objects, 'commit', parent).tree;
  const parents = parent === null ? [] : [parent];
  const { oid, blobs } = commitFiles(github, caller, { ...commit, tree, parents });
  const before = repository.refs.get(`refs/heads/${branch}`);
  if (before !== undefined && !force && !isAncestor(github.state.objects, before, oid)) {
    throw unprocessable('Update is not a fast forward');
  }
  demandMove(github, caller, repository, branch, oid);
  moveRef(github, actorId(caller), repository, `refs/heads/${branch}`, oid);
  return { oid, branch, blobs };
}

export function putContents(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  input: {
    path: string;
    message: string;
    content: Uint8Array | null;
    sha?: Oid;
    branch?: string;
    author?: Person;
    committer?: Person;
  },
): Committed {
  const branch = input.branch ?? repository.defaultBranch;
  demandPush(github, caller, repository, branch);
  const parent = repository.refs.get(`refs/heads/${branch}`) ?? null;
  if (parent === null && repository.refs.size > 0) throw notFound(`Branch ${branch} not found`);
  const known = parent === null ? null : blobAt(github, parent, input.path);
  if (known === null && input.content === null) throw notFound();
  if (known !== null && input.sha === undefined) {
    throw unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.');
  }
  if (input.sha !== undefined && known !== input.sha) {
    throw new GitHubError(409, 'UNPROCESSABLE', `${input.path} does not match ${input.sha}`);
  }
  const { author, committer } = input;
  return commitOn(github, caller, repository, branch, parent, {
    files: { [input.path]: input.content },
    message: input.message,
    ...(author === undefined ? {} : { author }),
    ...(committer === undefined ? {} : { committer }),
    byGitHub: caller.kind === 'installation' && author === undefined && committer === undefined,
  });
}

function blobAt(github: GitHub, commit: Oid, path: string): Oid | null {
  const { tree } = needObject(github.state.objects, 'commit', commit);
  return entryAt(github.state.objects, tree, path)?.oid ?? null;
}

export function createCommitOnBranch(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  input: {
    branch: string;
    expectedHeadOid: Oid;
    headline: string;
    body?: string;
    additions: readonly { path: string; content: Uint8Array }[];
    deletions: readonly string[];
  },
): Committed {
  demandPush(github, caller, repository, input.branch);
  const head = repository.refs.get(`refs/heads/${input.branch}`);
  if (head === undefined) throw notFound(`No ref found with name 'refs/heads/${input.branch}'`);
  if (head !== input.expectedHeadOid) {
    throw staleData(`Expected branch to point to "${head}" but it did not. Pull and try again.`);
  }
  for (const path of input.deletions) {
    if (blobAt(github, head, path) !== null) continue;
    throw unprocessable(`A path was requested for deletion which does not exist as of commit oid \`${head}\``);
  }
  const files = Object.fromEntries<Uint8Array | null>([
    ...input.deletions.map((path) => [path, null] as const),
    ...input.additions.map(({ path, content }) => [path, content] as const),
  ]);
  const message = input.body ? `${input.headline}\n\n${input.body}` : input.headline;
  return commitOn(github, caller, repository, input.branch, head, { files, message, byGitHub: true });
}
