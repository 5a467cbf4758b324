import { compareCommits } from '../git/compare.js';
import { commitsBetween, isAncestor, mergeBase } from '../git/history.js';
import { mergeTrees } from '../git/merge.js';
import { needObject, storeObject } from '../git/objects.js';
import { isBot } from './access.js';
import { needRepository } from './find.js';
import type {
  Account,
  ChangedFile,
  CommitObject,
  GitHubState,
  ObjectStore,
  Oid,
  PullRequest,
  Repository,
  Review,
  Ruleset,
  Signature,
} from './types.js';

/** Comparisons by `base...head`. Objects never change, so neither does a comparison of two commits. */
const comparisons = new WeakMap<ObjectStore, Map<string, ChangedFile[]>>();

/** What a pull request changes: from the merge base to its head. */
export function pullFiles(state: GitHubState, pull: PullRequest): readonly ChangedFile[] {
  const known = comparisons.get(state.objects) ?? new Map<string, ChangedFile[]>();
  comparisons.set(state.objects, known);
  const key = `${pull.base.oid}...${pull.head.oid}`;
  const files = known.get(key) ?? compareCommits(state.objects, pull.base.oid, pull.head.oid);
  known.set(key, files);
  return files;
}

/** The commits that its head has and its base had not, oldest first. */
export function pullCommits(state: GitHubState, pull: PullRequest): { oid: Oid; commit: CommitObject }[] {
  return commitsBetween(state.objects, pull.base.oid, pull.head.oid);
}

/** The commit from which a pull request's changes count. */
export const pullMergeBase = (state: GitHubState, pull: PullRequest): Oid =>
  mergeBase(state.objects, pull.base.oid, pull.head.oid) ?? pull.base.oid;

export type AuthorAssociation = 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'FIRST_TIME_CONTRIBUTOR' | 'NONE';

/** What somebody is to a repository. A contributor has a merged pull request there. */
export function authorAssociation(
  state: GitHubState,
  repository: Repository,
  accountId: number | null,
  onPull = false,
): AuthorAssociation {
  if (accountId === null) return 'NONE';
  if (repository.ownerId === accountId) return 'OWNER';
  if (state.organizations.get(repository.ownerId)?.members.has(accountId)) return 'MEMBER';
  if (repository.collaborators.has(accountId)) return 'COLLABORATOR';
  const merged = [...repository.issues.values()].some(
    (issue) => issue.kind === 'pull' && issue.authorId === accountId && issue.mergedAt !== null,
  );
  if (merged) return 'CONTRIBUTOR';
  return onPull && !isBot(state, accountId) ? 'FIRST_TIME_CONTRIBUTOR' : 'NONE';
}

/** The last review of each person that approves, asks for changes, or was dismissed; comments change nothing. */
export function opinions(pull: PullRequest): Review[] {
  const latest = new Map<number | null, Review>();
  for (const review of pull.reviews) {
    if (review.state !== 'PENDING' && review.state !== 'COMMENTED') latest.set(review.authorId, review);
  }
  return [...latest.values()];
}

export function reviewDecision(
  state: GitHubState,
  pull: PullRequest,
): 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' | null {
  const states = opinions(pull).map((review) => review.state);
  if (states.includes('CHANGES_REQUESTED')) return 'CHANGES_REQUESTED';
  const approvals = states.filter((one) => one === 'APPROVED').length;
  const rulesets = rulesetsOn(needRepository(state, pull.repositoryId), pull.base.ref);
  const needed = Math.max(0, ...rulesets.map((ruleset) => ruleset.requiredApprovals));
  if (approvals < needed) return 'REVIEW_REQUIRED';
  return approvals > 0 ? 'APPROVED' : null;
}

/** The rulesets that bind a branch. */
export function rulesetsOn(repository: Repository, branch: string): Ruleset[] {
  const binds = (pattern: string): boolean =>
    pattern === '~ALL' || pattern === branch || (pattern === '~DEFAULT_BRANCH' && branch === repository.defaultBranch);
  return [...repository.rulesets.values()].filter(
    (ruleset) => ruleset.enforcement === 'active' && ruleset.branches.some(binds),
  );
}

/** Whether a pull request merges without conflict; null once it is merged or closed. */
export function mergesCleanly(state: GitHubState, pull: PullRequest): boolean | null {
  if (pull.state === 'closed') return null;
  const base = needRepository(state, pull.repositoryId).refs.get(`refs/heads/${pull.base.ref}`);
  if (base === undefined) return null;
  return (
    isAncestor(state.objects, base, pull.head.oid) || mergeTrees(state.objects, base, pull.head.oid).conflicts === null
  );
}

/**
 * The commit that GitHub makes to see whether a pull request merges: the head merged into the base as it stands now.
 * Null where they collide, and once it is merged or closed.
 */
export function trialMerge(state: GitHubState, pull: PullRequest): Oid | null {
  if (pull.state === 'closed') return null;
  const base = needRepository(state, pull.repositoryId).refs.get(`refs/heads/${pull.base.ref}`);
  const merged = base === undefined ? null : mergeTrees(state.objects, base, pull.head.oid);
  if (base === undefined || merged?.tree == null) return null;
  // Its name follows from what it merges: whoever asks gets the same commit.
  const { author } = needObject(state.objects, 'commit', pull.head.oid);
  return storeObject(state.objects, {
    type: 'commit',
    tree: merged.tree,
    parents: [base, pull.head.oid],
    author,
    committer: author,
    message: `Merge ${pull.head.oid} into ${base}`,
    signature: null,
  });
}

/** The account whose commits these are, by its address (also the private one that GitHub gives), or null. */
export function accountOfSignature(state: GitHubState, { email }: Signature): Account | null {
  for (const account of state.accounts.values()) {
    if (account.email === email || privateEmail(account) === email) return account;
  }
  return null;
}

/** The address that GitHub gives to those who hide theirs. */
export const privateEmail = (account: Account): string =>
  `${String(account.id)}+${account.login}@users.noreply.github.com`;

/** A signature of GitHub's own is the only one in the sandbox. */
export const isVerified = (state: GitHubState, oid: Oid): boolean =>
  needObject(state.objects, 'commit', oid).signature !== null;
