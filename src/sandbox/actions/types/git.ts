import type { Caller, FileMode, Oid, Repository } from '../../state/types.js';

/** A new content, a content with its mode, or null for a deletion. */
export type FileChange = string | Uint8Array | { content: string | Uint8Array; mode: FileMode } | null;
/** By path. */
export type FileChanges = Readonly<Record<string, FileChange>>;

export interface Person {
  name: string;
  email: string;
  /** Any ISO instant; the present where missing. */
  date?: string;
}

/** A commit as it was made. */
export interface Committed {
  oid: Oid;
  branch: string;
  /** Blobs of the paths that were written. */
  blobs: ReadonlyMap<string, Oid>;
}

/**
 * Git data and branches. All need push access (`contents: write` for an app), and `workflows: write` to change
 * `.github/workflows/`.
 */
export interface GitActions {
  createBlob(caller: Caller, repository: Repository, content: Uint8Array): Oid;
  /** As REST's: entries over an optional base tree; `oid: null` removes. @throws GitHubError 404, 422. */
  createTree(
    caller: Caller,
    repository: Repository,
    input: {
      baseTree: Oid | null;
      entries: { path: string; mode: FileMode; oid?: Oid | null; content?: string }[];
    },
  ): Oid;
  /** Signed by GitHub where an app makes it without naming an author or committer. */
  createCommit(
    caller: Caller,
    repository: Repository,
    input: { message: string; tree: Oid; parents: Oid[]; author?: Person; committer?: Person },
  ): Oid;
  /** @param ref full, such as `refs/heads/x`. @throws GitHubError 422 where it exists or the object does not. */
  createRef(caller: Caller, repository: Repository, ref: string, oid: Oid): void;
  /** @throws GitHubError 422 where it does not exist, does not fast-forward without `force`, or a ruleset refuses. */
  updateRef(caller: Caller, repository: Repository, ref: string, oid: Oid, force?: boolean): void;
  deleteRef(caller: Caller, repository: Repository, ref: string): void;
  /** Brings a deleted head branch back, as the button on a pull request does. */
  restoreHeadBranch(caller: Caller, repository: Repository, number: number): void;
  /**
   * A push with a commit of its own on a branch; makes the branch from `from` (a branch or commit; the default branch
   * where missing) where it does not exist. `force` with `from` rewrites the branch from there.
   */
  push(
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
  ): Committed;
  /** REST's contents endpoint: one file, with the blob that it replaces. @throws GitHubError 409 where `sha` is old. */
  putContents(
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
  ): Committed;
  /**
   * GraphQL's mutation: one signed commit whose author is the caller. Cannot create a branch.
   * @throws GitHubError STALE_DATA where the head is not `expectedHeadOid`; NOT_FOUND without the branch.
   */
  createCommitOnBranch(
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
  ): Committed;
}
