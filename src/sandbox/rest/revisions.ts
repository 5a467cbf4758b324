import { notFound, unprocessable } from '../errors.js';
import { readObject } from '../git/objects.js';
import type { GitHubState, Oid, Repository } from '../state/types.js';

/** The commit that a name stands for: an object name (7 digits at least), a branch, a tag, a full or half ref, HEAD. */
export function findCommit(state: GitHubState, repository: Repository, name: string): Oid | null {
  const wanted = name === 'HEAD' || name === '' ? repository.defaultBranch : name;
  for (const ref of [`refs/heads/${wanted}`, `refs/tags/${wanted}`, `refs/${wanted}`, wanted]) {
    const oid = repository.refs.get(ref);
    if (oid !== undefined) return oid;
  }
  const digits = wanted.toLowerCase();
  if (!/^[0-9a-f]{7,40}$/.test(digits)) return null;
  if (digits.length === 40) return readObject(state.objects, 'commit', digits) === null ? null : digits;
  const matches = [...state.objects].filter(([oid, object]) => object.type === 'commit' && oid.startsWith(digits));
  return matches.length === 1 ? (matches[0]?.[0] ?? null) : null;
}

/** @throws GitHubError 422 with the words of GitHub's commit endpoints. */
export function needCommit(state: GitHubState, repository: Repository, name: string): Oid {
  const oid = findCommit(state, repository, name);
  if (oid === null) throw unprocessable(`No commit found for SHA: ${name}`);
  return oid;
}

/** A branch's head. @throws GitHubError 404. */
export function needBranch(repository: Repository, branch: string): Oid {
  const oid = repository.refs.get(`refs/heads/${branch}`);
  if (oid === undefined) throw notFound('Branch not found');
  return oid;
}
