import type { GitHubClient } from '../github/clients.js';
import { proposalFile } from '../proposal/index.js';
import type { RepositoryRef } from './facts.js';

/** A file that a pull request changes. */
export interface ChangedFile {
  path: string;
  previousPath: string | null;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  /** Hunks as GitHub gives them; null for a binary or too large file. */
  patch: string | null;
}

/** GitHub lists at most this many files of a pull request: of so many nobody knows whether they are all. */
export const MOST_FILES = 3000;

/** The changed files of a pull request, with their patches: one request for each hundred. */
export async function changedFiles(
  client: GitHubClient,
  repository: RepositoryRef,
  number: number,
): Promise<ChangedFile[]> {
  const files = await client.paginate(client.rest.pulls.listFiles, {
    owner: repository.owner,
    repo: repository.name,
    pull_number: number,
    per_page: 100,
  });
  return files.slice(0, MOST_FILES).map((file) => ({
    path: file.filename,
    previousPath: file.previous_filename ?? null,
    status: file.status,
    patch: file.patch ?? null,
  }));
}

/** The files that a pull request adds and that can be proposals by their place and name. */
export const addedFiles = (files: readonly ChangedFile[], folder: string): ChangedFile[] =>
  files.filter((file) => file.status === 'added' && proposalFile(file.path, { folder }) !== null);

/** The lines of a file's new side that a patch shows: a comment can stand on these and on no other. */
export function linesOfPatch(patch: string | null): Set<number> {
  const lines = new Set<number>();
  let next = 0;
  for (const line of (patch ?? '').split('\n')) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (hunk) next = Number(hunk[1]);
    else if (line.startsWith('+') || line.startsWith(' ')) lines.add(next++);
  }
  return lines;
}

/**
 * The paths that a pull request changes beside its document, sorted, each once: a file that moves changes two places.
 * Null where they are more than GitHub lists.
 */
export function changesBeside(files: readonly ChangedFile[], document: string | null): string[] | null {
  if (files.length >= MOST_FILES) return null;
  const paths = files.flatMap(({ path, previousPath, status }) =>
    path === document ? [] : status === 'renamed' && previousPath !== null ? [previousPath, path] : [path],
  );
  return [...new Set(paths)].sort();
}

/** The paths that a pull request takes away, by removing a file or by moving it. */
export function takenAwayBy(files: readonly ChangedFile[]): Set<string> {
  const gone = files.flatMap(({ path, previousPath, status }) =>
    status === 'removed' ? [path] : status === 'renamed' && previousPath !== null ? [previousPath] : [],
  );
  const there = new Set(files.flatMap(({ path, status }) => (status === 'removed' ? [] : [path])));
  return new Set(gone.filter((path) => !there.has(path)));
}
