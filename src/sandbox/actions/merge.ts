import { GitHubError } from '../errors.js';
import { commitsBetween } from '../git/history.js';
import { mergeTrees } from '../git/merge.js';
import { unmetChecks } from '../state/checks.js';
import { reviewDecision, rulesetsOn } from '../state/derive.js';
import { needAccount, needRepository } from '../state/find.js';
import { actorId } from '../state/access.js';
import type { GitHub } from '../state/github.js';
import type { Caller, Oid, PullRequest, Repository } from '../state/types.js';
import { bypasses, demandMove } from './branch-rules.js';
import { storeCommit } from './commit-files.js';
import { moveRef } from './move-ref.js';
import { markMerged } from './pull-state.js';
import { by, demandWrite } from './shared.js';

export interface MergeInput {
  method?: 'merge' | 'squash' | 'rebase';
  title?: string;
  message?: string;
  sha?: Oid;
}

const notMergeable = (message: string): GitHubError => new GitHubError(405, 'UNPROCESSABLE', message);

export function mergePull(github: GitHub, caller: Caller, pull: PullRequest, input: MergeInput = {}): PullRequest {
  const repository = needRepository(github.state, pull.repositoryId);
  demandWrite(github, caller, repository, 'write', 'contents');
  if (pull.state === 'closed') throw notMergeable('Pull Request is not mergeable');
  if (input.sha !== undefined && input.sha !== pull.head.oid) {
    throw new GitHubError(409, 'UNPROCESSABLE', 'Head branch was modified. Review and try the merge again.');
  }
  if (pull.draft) throw notMergeable('Pull Request is still a draft');
  demandRules(github, caller, repository, pull);
  const base = repository.refs.get(`refs/heads/${pull.base.ref}`);
  const merged = base === undefined ? null : mergeTrees(github.state.objects, base, pull.head.oid);
  if (base === undefined || merged?.tree == null) throw notMergeable('Pull Request has merge conflicts');
  const oid = mergeCommit(github, caller, repository, pull, { ...input, base, tree: merged.tree });
  demandMove(github, caller, repository, pull.base.ref, oid, true);
  pull.base.oid = base;
  markMerged(github, pull, by(caller), oid);
  moveRef(github, actorId(caller), repository, `refs/heads/${pull.base.ref}`, oid);
  return pull;
}

/** What the rulesets of the base ask of a pull request before it merges. */
function demandRules(github: GitHub, caller: Caller, repository: Repository, pull: PullRequest): void {
  const rulesets = rulesetsOn(repository, pull.base.ref).filter(
    (ruleset) => !bypasses(github, caller, repository, ruleset),
  );
  const asked = (wanted: (ruleset: (typeof rulesets)[number]) => boolean): boolean => rulesets.some(wanted);
  const violations: string[] = [];
  if (asked(({ requiredChecks }) => requiredChecks.length > 0)) {
    const unmet = unmetChecks(repository, pull.base.ref, pull.head.oid);
    violations.push(...unmet.map((context) => `Required status check "${context}" is expected.`));
  }
  if (asked(({ requiredApprovals }) => requiredApprovals > 0) && reviewDecision(github.state, pull) !== 'APPROVED') {
    violations.push('At least one approving review is required by reviewers with write access.');
  }
  const unresolved = pull.reviewThreads.some(({ resolvedAt }) => resolvedAt === null);
  if (asked(({ requireThreadResolution }) => requireThreadResolution) && unresolved) {
    violations.push('A conversation must be resolved before this pull request can be merged.');
  }
  if (violations.length > 0) throw notMergeable(`Repository rule violations found\n\n${violations.join('\n')}`);
}

function mergeCommit(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  pull: PullRequest,
  input: MergeInput & { base: Oid; tree: Oid },
): Oid {
  const { objects } = github.state;
  if (input.method === 'rebase') return rebase(github, caller, pull, input.base);
  if (input.method === 'squash') {
    const titles = commitsBetween(objects, pull.base.oid, pull.head.oid).map(({ commit }) => `* ${commit.message}`);
    const message = `${input.title ?? `${pull.title} (#${String(pull.number)})`}\n\n${input.message ?? titles.join('\n\n')}`;
    return storeCommit(github, caller, { tree: input.tree, parents: [input.base], message, byGitHub: true });
  }
  const owner = needAccount(github.state, pull.head.ownerId ?? repository.ownerId).login;
  const title = input.title ?? `Merge pull request #${String(pull.number)} from ${owner}/${pull.head.ref}`;
  const message = `${title}\n\n${input.message ?? pull.title}`;
  return storeCommit(github, caller, {
    tree: input.tree,
    parents: [input.base, pull.head.oid],
    message,
    byGitHub: true,
  });
}

/** Each commit again on top of the base. */
function rebase(github: GitHub, caller: Caller, pull: PullRequest, base: Oid): Oid {
  const { objects } = github.state;
  let tip = base;
  for (const { oid, commit } of commitsBetween(objects, base, pull.head.oid)) {
    if (commit.parents.length > 1) continue;
    const merged = mergeTrees(objects, tip, oid);
    if (merged.tree === null) throw notMergeable('This branch cannot be rebased due to conflicts');
    const { message, author } = commit;
    tip = storeCommit(github, caller, { tree: merged.tree, parents: [tip], message, author });
  }
  return tip;
}

/** The branch on which GitHub builds what a merge queue would merge. @returns the commit and its full ref */
export function mergeGroup(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  pull: PullRequest,
): { headOid: Oid; headRef: string; baseOid: Oid } {
  const base = repository.refs.get(`refs/heads/${pull.base.ref}`);
  const merged = base === undefined ? null : mergeTrees(github.state.objects, base, pull.head.oid);
  if (base === undefined || merged?.tree == null) throw notMergeable('Pull Request has merge conflicts');
  const headOid = mergeCommit(github, caller, repository, pull, { base, tree: merged.tree });
  const headRef = `refs/heads/gh-readonly-queue/${pull.base.ref}/pr-${String(pull.number)}-${base}`;
  moveRef(github, null, repository, headRef, headOid);
  return { headOid, headRef, baseOid: base };
}
