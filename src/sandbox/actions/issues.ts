import { forbidden, unprocessable } from '../errors.js';
import { actorId } from '../state/access.js';
import { needRepository } from '../state/find.js';
import { nodeId } from '../state/node-ids.js';
import type { GitHub } from '../state/github.js';
import type { Account, Caller, Issue, IssueOrPull, Repository, TextChanges } from '../state/types.js';
import {
  by,
  conversationPermissions,
  demandOwnOr,
  demandWrite,
  happening,
  LONGEST_BODY,
  may,
  record,
  revise,
  write,
} from './shared.js';
import { addAssignees, addLabels, setAssignees, setLabels } from './triage.js';
import type { IssueChanges } from './types.js';

const LONGEST_TITLE = 256;

export function checkTitle(title: string, resource: 'Issue' | 'PullRequest'): void {
  if (title.trim() === '')
    throw unprocessable('Validation Failed', [{ resource, field: 'title', code: 'missing_field' }]);
  if (title.length <= LONGEST_TITLE) return;
  const message = `title is too long (maximum is ${String(LONGEST_TITLE)} characters)`;
  throw unprocessable('Validation Failed', [{ resource, field: 'title', code: 'custom', message }]);
}

export function checkBody(body: string, resource: string): void {
  if (body.length <= LONGEST_BODY) return;
  const message = `body is too long (maximum is ${String(LONGEST_BODY)} characters)`;
  throw unprocessable('Validation Failed', [{ resource, field: 'body', code: 'custom', message }]);
}

/** What a new issue and a new pull request have alike. */
export function newNumbered(github: GitHub, caller: Caller, repository: Repository, title: string, body: string) {
  return {
    ...write(github, caller, repository.id, body),
    id: github.nextId('issue'),
    repositoryId: repository.id,
    number: repository.nextNumber++,
    title,
    state: 'open' as const,
    closedAt: null,
    closedById: null,
    locked: false,
    lockReason: null,
    labelIds: [],
    assigneeIds: [],
    comments: [],
    reactions: [],
    timeline: [],
  };
}

export function openIssue(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  input: { title: string; body?: string; labels?: string[]; assignees?: Account[] },
): Issue {
  demandWrite(github, caller, repository, 'read', 'issues');
  checkTitle(input.title, 'Issue');
  checkBody(input.body ?? '', 'Issue');
  const numbered = newNumbered(github, caller, repository, input.title, input.body ?? '');
  const issue: Issue = {
    ...numbered,
    kind: 'issue',
    nodeId: nodeId('Issue', repository.id, numbered.id),
    stateReason: null,
  };
  repository.issues.set(issue.number, issue);
  github.emit({ event: 'issues', action: 'opened', number: issue.number, ...happening(caller, issue) });
  // GitHub drops both silently where the opener may not triage.
  if (may(github, caller, issue, 'triage', 'issues')) {
    addLabels(github, caller, issue, input.labels ?? []);
    addAssignees(github, caller, issue, input.assignees ?? []);
  }
  return issue;
}

export function editIssue(github: GitHub, caller: Caller, issue: IssueOrPull, changes: IssueChanges): IssueOrPull {
  demandOwnOr(github, caller, issue, 'triage', ...conversationPermissions(issue));
  editTexts(github, caller, issue, changes);
  if (changes.state !== undefined && changes.state !== issue.state) setState(github, caller, issue, changes);
  if (changes.labels !== undefined) setLabels(github, caller, issue, changes.labels);
  if (changes.assignees !== undefined) setAssignees(github, caller, issue, changes.assignees);
  return issue;
}

/** Title and body, one event for both. @returns whether something changed */
export function editTexts(
  github: GitHub,
  caller: Caller,
  issue: IssueOrPull,
  { title, body }: { title?: string; body?: string },
  base?: TextChanges['base'],
): void {
  const changes: TextChanges = base === undefined ? {} : { base };
  if (title !== undefined) checkTitle(title, issue.kind === 'pull' ? 'PullRequest' : 'Issue');
  if (body !== undefined) checkBody(body, issue.kind === 'pull' ? 'PullRequest' : 'Issue');
  if (title !== undefined && title !== issue.title) {
    changes.title = issue.title;
    record(github, issue, by(caller), { kind: 'renamed', from: issue.title, to: title });
    issue.title = title;
  }
  const oldBody = issue.body;
  if (body !== undefined && revise(github, caller, issue, body)) changes.body = oldBody;
  if (Object.keys(changes).length === 0) return;
  const event = issue.kind === 'pull' ? 'pull_request' : 'issues';
  github.emit({ event, action: 'edited', number: issue.number, changes, ...happening(caller, issue) });
}

function setState(github: GitHub, caller: Caller, issue: IssueOrPull, changes: IssueChanges): void {
  if (issue.kind === 'pull') throw unprocessable('The state of a pull request is changed by its own endpoint.');
  const closing = changes.state === 'closed';
  const reason = changes.stateReason === 'reopened' ? null : (changes.stateReason ?? 'completed');
  issue.state = closing ? 'closed' : 'open';
  issue.stateReason = closing ? reason : 'reopened';
  issue.closedAt = closing ? github.now : null;
  issue.closedById = closing ? actorId(caller) : null;
  record(
    github,
    issue,
    by(caller),
    closing ? { kind: 'closed', stateReason: reason, commitOid: null } : { kind: 'reopened' },
  );
  const action = closing ? 'closed' : 'reopened';
  github.emit({ event: 'issues', action, number: issue.number, ...happening(caller, issue) });
}

export function lock(
  github: GitHub,
  caller: Caller,
  issue: IssueOrPull,
  reason: IssueOrPull['lockReason'] = null,
): void {
  setLocked(github, caller, issue, true, reason);
}

export function unlock(github: GitHub, caller: Caller, issue: IssueOrPull): void {
  setLocked(github, caller, issue, false, null);
}

function setLocked(
  github: GitHub,
  caller: Caller,
  issue: IssueOrPull,
  locked: boolean,
  reason: IssueOrPull['lockReason'],
): void {
  const repository = needRepository(github.state, issue.repositoryId);
  demandWrite(github, caller, repository, 'write', ...conversationPermissions(issue));
  issue.lockReason = reason;
  if (issue.locked === locked) return;
  issue.locked = locked;
  record(github, issue, by(caller), locked ? { kind: 'locked', reason } : { kind: 'unlocked' });
  const event = issue.kind === 'pull' ? 'pull_request' : 'issues';
  const action = locked ? 'locked' : 'unlocked';
  github.emit({ event, action, number: issue.number, ...happening(caller, issue) });
}

/**
 * A locked conversation takes words of people with write access alone: apps are none, whatever their permissions, and are
 * refused like everybody else.
 */
export function demandUnlocked(github: GitHub, caller: Caller, issue: IssueOrPull): void {
  if (!issue.locked) return;
  const isApp = caller.kind === 'installation';
  if (!isApp && may(github, caller, issue, 'write', ...conversationPermissions(issue))) return;
  throw forbidden('Unable to create comment because issue is locked.');
}
