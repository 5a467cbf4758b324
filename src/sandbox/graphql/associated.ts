import { needObject } from '../git/objects.js';
import { pullCommits } from '../state/derive.js';
import type { GitHubState, Oid, PullRequest, Repository } from '../state/types.js';

/** The pull requests that a commit belongs to: as one of their own, as what merged them, or as what a rebase made of one. */
export const pullsOf = (state: GitHubState, repository: Repository, oid: Oid): PullRequest[] =>
  [...repository.issues.values()].filter(
    (issue): issue is PullRequest => issue.kind === 'pull' && commitsOf(state, issue).has(oid),
  );

function commitsOf(state: GitHubState, pull: PullRequest): Set<Oid> {
  const own = pullCommits(state, pull);
  const oids = new Set(own.map(({ oid }) => oid));
  // A rebase wrote each commit again, the last of them being the one that merged: their messages tell which those are.
  const messages = own.filter(({ commit }) => commit.parents.length < 2).map(({ commit }) => commit.message);
  for (let next: Oid | undefined = pull.mergeCommitOid ?? undefined; next !== undefined;) {
    oids.add(next);
    const commit = needObject(state.objects, 'commit', next);
    if (commit.parents.length !== 1 || commit.message !== messages.pop() || messages.length === 0) break;
    [next] = commit.parents;
  }
  return oids;
}
