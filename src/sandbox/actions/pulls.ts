import { forbidden, notFound, unprocessable } from '../errors.js';
import { isAncestor } from '../git/history.js';
import { commitsBetween, mergeBase } from '../git/history.js';
import { actorId, canSee, isAllowed } from '../state/access.js';
import { fullName, needAccount, needRepository } from '../state/find.js';
import { nodeId } from '../state/node-ids.js';
import type { GitHub } from '../state/github.js';
import type { Caller, Oid, PullRequest, Repository, TextChanges } from '../state/types.js';
import { checkBody, checkTitle, editTexts, newNumbered } from './issues.js';
import { adoptHead, openSuites } from './move-ref.js';
import { outdateThreads } from './outdate.js';
import { closePull } from './pull-state.js';
import { by, demandOwnOr, demandWrite, happening, record } from './shared.js';
import type { PullChanges } from './types.js';

const refused = (message: string, field?: string) =>
  unprocessable('Validation Failed', [
    {
      resource: 'PullRequest',
      ...(field === undefined ? {} : { field }),
      code: field === undefined ? 'custom' : 'invalid',
      message,
    },
  ]);

export interface NewPull {
  title: string;
  body?: string;
  head: string;
  headRepository?: Repository;
  base?: string;
  draft?: boolean;
  maintainerCanModify?: boolean;
}

export function openPull(github: GitHub, caller: Caller, repository: Repository, input: NewPull): PullRequest {
  const headRepository = input.headRepository ?? repository;
  demandWrite(github, caller, repository, 'read', 'pull_requests');
  demandHead(github, caller, repository, headRepository);
  checkTitle(input.title, 'PullRequest');
  checkBody(input.body ?? '', 'PullRequest');
  const base = { ref: input.base ?? repository.defaultBranch, oid: '' };
  base.oid = repository.refs.get(`refs/heads/${base.ref}`) ?? raise(refused('base is invalid', 'base'));
  const oid = headRepository.refs.get(`refs/heads/${input.head}`) ?? raise(refused('head is invalid', 'head'));
  refuseDoubles(github, repository, headRepository, input.head, base, oid);
  const numbered = newNumbered(github, caller, repository, input.title, input.body ?? '');
  const pullId = github.nextId('pull');
  const pull: PullRequest = {
    ...numbered,
    kind: 'pull',
    pullId,
    nodeId: nodeId('PullRequest', repository.id, pullId),
    draft: input.draft ?? false,
    head: { repositoryId: headRepository.id, ownerId: headRepository.ownerId, ref: input.head, oid, deleted: false },
    headHistory: [{ oid, at: github.now, forced: false, byId: actorId(caller) }],
    base,
    maintainerCanModify: headRepository !== repository && (input.maintainerCanModify ?? true),
    autoMerge: null,
    mergedAt: null,
    mergedById: null,
    mergeCommitOid: null,
    requestedReviewerIds: [],
    requestedTeamIds: [],
    reviews: [],
    reviewComments: [],
    reviewThreads: [],
  };
  repository.issues.set(pull.number, pull);
  repository.refs.set(`refs/pull/${String(pull.number)}/head`, oid);
  github.emit({ event: 'pull_request', action: 'opened', number: pull.number, ...happening(caller, pull) });
  openSuites(github, repository, oid, headRepository === repository ? input.head : null);
  return pull;
}

function raise(error: Error): never {
  throw error;
}

/** A pull request is opened by somebody who can push to its head, or (within one repository) who has write access. */
function demandHead(github: GitHub, caller: Caller, repository: Repository, head: Repository): void {
  if (!canSee(github.state, caller, head)) throw notFound();
  const related = head === repository || head.parentId === repository.id || repository.parentId === head.id;
  if (!related) throw refused('head is invalid', 'head');
  const pushes = { level: 'write', app: ['contents', 'pull_requests'], access: 'write' } as const;
  if (isAllowed(github.state, caller, head, pushes) || isAllowed(github.state, caller, repository, pushes)) return;
  throw forbidden(
    `${needAccount(github.state, actorId(caller)).login} cannot open a pull request from ${fullName(github.state, head)}.`,
  );
}

function refuseDoubles(
  github: GitHub,
  repository: Repository,
  head: Repository,
  ref: string,
  base: { ref: string; oid: Oid },
  oid: Oid,
): void {
  const owner = needAccount(github.state, head.ownerId).login;
  if (mergeBase(github.state.objects, base.oid, oid) === null) {
    throw refused(
      `The ${owner}:${ref} branch has no history in common with ${fullName(github.state, repository)}:${base.ref}`,
    );
  }
  if (commitsBetween(github.state.objects, base.oid, oid).length === 0) {
    throw refused(`No commits between ${base.ref} and ${ref}`);
  }
  const double = [...repository.issues.values()].some(
    (issue) =>
      issue.kind === 'pull' &&
      issue.state === 'open' &&
      issue.head.repositoryId === head.id &&
      issue.head.ref === ref &&
      issue.base.ref === base.ref,
  );
  if (double) throw refused(`A pull request already exists for ${owner}:${ref}.`);
}

export function editPull(github: GitHub, caller: Caller, pull: PullRequest, changes: PullChanges): PullRequest {
  demandOwnOr(github, caller, pull, 'triage', 'pull_requests');
  const base = changes.base === undefined ? undefined : changeBase(github, caller, pull, changes.base);
  editTexts(github, caller, pull, changes, base);
  if (changes.maintainerCanModify !== undefined) pull.maintainerCanModify = changes.maintainerCanModify;
  if (changes.state === undefined || changes.state === pull.state) return pull;
  if (changes.state === 'closed') closePull(github, pull, by(caller));
  else reopen(github, caller, pull);
  return pull;
}

function changeBase(github: GitHub, caller: Caller, pull: PullRequest, ref: string): TextChanges['base'] {
  if (ref === pull.base.ref) return undefined;
  const repository = needRepository(github.state, pull.repositoryId);
  const oid = repository.refs.get(`refs/heads/${ref}`);
  if (pull.state === 'closed') throw refused('Cannot change the base branch of a closed pull request.');
  if (oid === undefined) throw refused(`Proposed base branch '${ref}' was not found`, 'base');
  if (commitsBetween(github.state.objects, oid, pull.head.oid).length === 0) {
    throw refused(`There are no new commits between base branch '${ref}' and head branch '${pull.head.ref}'`, 'base');
  }
  const old = { ...pull.base };
  pull.base = { ref, oid };
  outdateThreads(github, pull);
  record(github, pull, by(caller), { kind: 'base_ref_changed', from: old.ref, to: ref });
  return old;
}

/** The branch must be there and must have gone on from where the pull request was closed. */
function reopen(github: GitHub, caller: Caller, pull: PullRequest): void {
  if (pull.mergedAt !== null) throw refused('state cannot be changed. The pull request was merged.', 'state');
  const { repositoryId, ref } = pull.head;
  const head = repositoryId === null ? undefined : github.state.repositories.get(repositoryId);
  if (head === undefined)
    throw refused(
      'state cannot be changed. The repository that submitted this pull request has been deleted.',
      'state',
    );
  const oid = head.refs.get(`refs/heads/${ref}`);
  if (oid === undefined) throw refused(`state cannot be changed. The ${ref} branch has been deleted.`, 'state');
  if (pull.head.deleted || !isAncestor(github.state.objects, pull.head.oid, oid)) {
    throw refused(`state cannot be changed. The ${ref} branch was force-pushed or recreated.`, 'state');
  }
  pull.state = 'open';
  pull.closedAt = null;
  pull.closedById = null;
  if (oid !== pull.head.oid) adoptHead(github, pull, oid, false, actorId(caller));
  record(github, pull, by(caller), { kind: 'reopened' });
  github.emit({ event: 'pull_request', action: 'reopened', number: pull.number, ...happening(caller, pull) });
}

export function setDraft(github: GitHub, caller: Caller, pull: PullRequest, draft: boolean): PullRequest {
  demandOwnOr(github, caller, pull, 'write', 'pull_requests');
  if (pull.draft === draft) return pull;
  pull.draft = draft;
  record(github, pull, by(caller), { kind: draft ? 'convert_to_draft' : 'ready_for_review' });
  const action = draft ? 'converted_to_draft' : 'ready_for_review';
  github.emit({ event: 'pull_request', action, number: pull.number, ...happening(caller, pull) });
  return pull;
}
