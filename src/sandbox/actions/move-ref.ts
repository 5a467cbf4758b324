import { unprocessable } from '../errors.js';
import { isAncestor } from '../git/history.js';
import { NO_OID } from '../git/objects.js';
import { pullsFrom } from '../state/find.js';
import { nodeId } from '../state/node-ids.js';
import { hasAppPermission } from '../state/access.js';
import { installationSees } from '../state/find.js';
import type { GitHub } from '../state/github.js';
import type { Oid, PullRequest, Repository } from '../state/types.js';
import { outdateThreads } from './outdate.js';
import { closePull, markMerged } from './pull-state.js';
import { record } from './shared.js';

/**
 * Sets a ref, or deletes it with null, and carries out what follows: pushes are told, pull requests from the branch
 * move their heads or are closed, those into it that it now contains are merged.
 */
export function moveRef(
  github: GitHub,
  actorId: number | null,
  repository: Repository,
  ref: string,
  oid: Oid | null,
): void {
  const before = repository.refs.get(ref) ?? null;
  if (before === oid) return;
  const forced = before !== null && oid !== null && !isAncestor(github.state.objects, before, oid);
  if (oid === null) repository.refs.delete(ref);
  else repository.refs.set(ref, oid);
  repository.pushedAt = github.now;
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? null;
  const where = { repositoryId: repository.id, senderId: actorId, ref };
  if (before === null) github.emit({ ...where, event: 'create', refType: branch === null ? 'tag' : 'branch' });
  if (oid === null) github.emit({ ...where, event: 'delete', refType: branch === null ? 'tag' : 'branch' });
  github.emit({ ...where, event: 'push', before: before ?? NO_OID, after: oid ?? NO_OID, forced });
  if (branch === null) return;
  for (const pull of pullsFrom(github.state, repository.id, branch)) moveHead(github, actorId, pull, oid, forced);
  if (oid === null) closePullsInto(github, actorId, repository, branch);
  else mergeContained(github, actorId, repository, branch, oid);
  if (oid !== null) openSuites(github, repository, oid, branch);
}

/** A pull request's head follows its branch while it is open; while it is closed only the loss of the branch is noted. */
function moveHead(github: GitHub, actorId: number | null, pull: PullRequest, oid: Oid | null, forced: boolean): void {
  const who = { actorId, viaAppId: null };
  if (oid === null) {
    pull.head.deleted = true;
    record(github, pull, who, { kind: 'head_ref_deleted', ref: pull.head.ref });
    if (pull.state === 'open') closePull(github, pull, who);
    return;
  }
  if (pull.state === 'closed') {
    if (pull.head.deleted && pull.head.oid === oid) {
      pull.head.deleted = false;
      record(github, pull, who, { kind: 'head_ref_restored', ref: pull.head.ref });
    }
    return;
  }
  const before = pull.head.oid;
  adoptHead(github, pull, oid, forced, actorId);
  if (forced)
    record(github, pull, who, { kind: 'head_ref_force_pushed', beforeOid: before, afterOid: oid, ref: pull.head.ref });
  const where = { repositoryId: pull.repositoryId, senderId: actorId, number: pull.number };
  github.emit({ ...where, event: 'pull_request', action: 'synchronize', before, after: oid });
}

/** Takes a new head: its history, the base as it is now, comments that no longer fit, and the suites of apps. */
export function adoptHead(github: GitHub, pull: PullRequest, oid: Oid, forced: boolean, byId: number | null): void {
  const base = github.state.repositories.get(pull.repositoryId);
  if (base === undefined) return;
  pull.head.oid = oid;
  pull.headHistory.push({ oid, at: github.now, forced, byId });
  pull.base.oid = base.refs.get(`refs/heads/${pull.base.ref}`) ?? pull.base.oid;
  pull.updatedAt = github.now;
  base.refs.set(`refs/pull/${String(pull.number)}/head`, oid);
  outdateThreads(github, pull);
  openSuites(github, base, oid, pull.head.repositoryId === base.id ? pull.head.ref : null);
}

function closePullsInto(github: GitHub, actorId: number | null, repository: Repository, branch: string): void {
  for (const issue of repository.issues.values()) {
    const concerned = issue.kind === 'pull' && issue.state === 'open' && issue.base.ref === branch;
    if (concerned) closePull(github, issue, { actorId, viaAppId: null });
  }
}

/** Pull requests whose commits came in by a push to their base are merged, as GitHub marks them. */
function mergeContained(
  github: GitHub,
  actorId: number | null,
  repository: Repository,
  branch: string,
  oid: Oid,
): void {
  for (const issue of repository.issues.values()) {
    if (issue.kind !== 'pull' || issue.state !== 'open' || issue.base.ref !== branch) continue;
    if (isAncestor(github.state.objects, issue.head.oid, oid)) {
      markMerged(github, issue, { actorId, viaAppId: null }, issue.head.oid);
    }
  }
}

/** Each push makes a check suite for every app that writes checks here. */
export function openSuites(github: GitHub, repository: Repository, oid: Oid, branch: string | null): void {
  for (const installation of github.state.installations.values()) {
    if (!installationSees(installation, repository)) continue;
    if (hasAppPermission(installation.permissions, 'checks', 'write')) {
      suiteFor(github, repository, installation.appId, oid, branch);
    }
  }
}

/** The suite of an app and commit, made (and told) where there is none. @returns its id */
export function suiteFor(
  github: GitHub,
  repository: Repository,
  appId: number,
  oid: Oid,
  branch: string | null,
): number {
  for (const suite of repository.checkSuites.values()) {
    if (suite.appId === appId && suite.headOid === oid) return suite.id;
  }
  const id = github.nextId('checkSuite');
  repository.checkSuites.set(id, {
    id,
    nodeId: nodeId('CheckSuite', repository.id, id),
    repositoryId: repository.id,
    appId,
    headOid: oid,
    headBranch: branch,
    createdAt: github.now,
    updatedAt: github.now,
  });
  const where = { repositoryId: repository.id, senderId: null };
  github.emit({ ...where, event: 'check_suite', action: 'requested', checkSuiteId: id });
  return id;
}

/** @throws GitHubError 422 where the object is no commit. */
export function needCommit(github: GitHub, oid: Oid): void {
  if (github.state.objects.get(oid)?.type !== 'commit') throw unprocessable('Object does not exist');
}
