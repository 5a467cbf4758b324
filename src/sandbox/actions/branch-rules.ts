import { forbidden, notFound, unprocessable } from '../errors.js';
import { isAncestor } from '../git/history.js';
import { compareTrees } from '../git/compare.js';
import { readObject } from '../git/objects.js';
import { actorId, canSee, hasAppPermission, isAllowed, permissionLevel } from '../state/access.js';
import { unmetChecks } from '../state/checks.js';
import { rulesetsOn } from '../state/derive.js';
import { needRepository, pullsFrom } from '../state/find.js';
import type { GitHub } from '../state/github.js';
import type { Caller, Oid, Repository, Ruleset } from '../state/types.js';

/** Refuses who may not push to a branch: without write access, save where the author of a pull request allows it. */
export function demandPush(github: GitHub, caller: Caller, repository: Repository, branch: string | null): void {
  const { state } = github;
  const allowed = (on: Repository): boolean =>
    isAllowed(state, caller, on, { level: 'write', app: ['contents'], access: 'write' });
  const asMaintainer = (): boolean =>
    branch !== null &&
    pullsFrom(state, repository.id, branch).some(
      (pull) => pull.state === 'open' && pull.maintainerCanModify && allowed(needRepository(state, pull.repositoryId)),
    );
  if (!canSee(state, caller, repository)) throw notFound();
  actorId(caller);
  if (!allowed(repository) && !asMaintainer()) {
    throw caller.kind === 'installation'
      ? forbidden('Resource not accessible by integration')
      : forbidden('Must have push access to view or change this repository.');
  }
  if (repository.archived) throw forbidden('Repository was archived so is read-only.');
}

/** Refuses a move of a branch that its rulesets forbid, and an app's touching of workflows without the permission. */
export function demandMove(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  branch: string,
  oid: Oid | null,
  viaPull = false,
): void {
  const before = repository.refs.get(`refs/heads/${branch}`) ?? null;
  const broken = rulesetsOn(repository, branch)
    .filter((ruleset) => !bypasses(github, caller, repository, ruleset))
    .flatMap((ruleset) => brokenRules(github, repository, ruleset, { branch, before, oid, viaPull }));
  if (broken.length > 0) throw unprocessable(`Repository rule violations found\n\n${broken.join('\n')}`);
  if (oid !== null) demandWorkflows(github, caller, before, oid);
}

interface Move {
  branch: string;
  before: Oid | null;
  oid: Oid | null;
  viaPull: boolean;
}

function brokenRules(github: GitHub, repository: Repository, ruleset: Ruleset, move: Move): string[] {
  const { before, oid, branch } = move;
  if (oid === null) return ruleset.blockDeletion ? ['Cannot delete this branch'] : [];
  if (before === null) return [];
  const broken: string[] = [];
  if (ruleset.blockForcePushes && !isAncestor(github.state.objects, before, oid)) {
    broken.push('Cannot force-push to this branch');
  }
  if (move.viaPull) return broken;
  if (ruleset.requiredApprovals > 0) broken.push('Changes must be made through a pull request.');
  const unmet = ruleset.requiredChecks.length > 0 ? unmetChecks(repository, branch, oid) : [];
  return [...broken, ...unmet.map((context) => `Required status check "${context}" is expected.`)];
}

/** Whether a ruleset leaves this caller alone. */
export function bypasses(github: GitHub, caller: Caller, repository: Repository, ruleset: Ruleset): boolean {
  if (caller.kind === 'installation') return ruleset.bypassAppIds.includes(caller.appId);
  return (
    caller.kind === 'user' && ruleset.bypassLevels.includes(permissionLevel(github.state, caller.userId, repository))
  );
}

function demandWorkflows(github: GitHub, caller: Caller, before: Oid | null, oid: Oid): void {
  if (caller.kind !== 'installation' || hasAppPermission(caller.permissions, 'workflows', 'write')) return;
  const tree = (commit: Oid | null): Oid | null =>
    commit === null ? null : (readObject(github.state.objects, 'commit', commit)?.tree ?? null);
  const changed = compareTrees(github.state.objects, tree(before), tree(oid));
  const workflow = changed.find(({ path }) => path.startsWith('.github/workflows/'));
  if (workflow === undefined) return;
  throw forbidden(
    `refusing to allow a GitHub App to create or update workflow \`${workflow.path}\` without \`workflows\` permission`,
  );
}
