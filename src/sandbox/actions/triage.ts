import { notFound } from '../errors.js';
import { actorId, isCollaborator, viaAppId } from '../state/access.js';
import { needAccount, needRepository } from '../state/find.js';
import type { GitHub } from '../state/github.js';
import type { Account, Caller, IssueOrPull, Repository } from '../state/types.js';
import { labelByName, labelOrNew } from './labels.js';
import { by, conversationPermissions, demandWrite, happening, record } from './shared.js';

const MOST_ASSIGNEES = 10;

/** Triage, and of an app its permission for the conversation. */
function demandTriage(github: GitHub, caller: Caller, issue: IssueOrPull): Repository {
  const repository = needRepository(github.state, issue.repositoryId);
  demandWrite(github, caller, repository, 'triage', ...conversationPermissions(issue));
  return repository;
}

export function addLabels(github: GitHub, caller: Caller, issue: IssueOrPull, names: string[]): void {
  const repository = demandTriage(github, caller, issue);
  for (const name of names) {
    const label = labelOrNew(github, caller, repository, name);
    if (!issue.labelIds.includes(label.id)) changeLabel(github, caller, issue, label.id, 'labeled');
  }
}

export function removeLabel(github: GitHub, caller: Caller, issue: IssueOrPull, name: string): void {
  const repository = demandTriage(github, caller, issue);
  const label = labelByName(repository, name);
  if (label === null || !issue.labelIds.includes(label.id)) throw notFound('Label does not exist');
  changeLabel(github, caller, issue, label.id, 'unlabeled');
}

export function setLabels(github: GitHub, caller: Caller, issue: IssueOrPull, names: string[]): void {
  const repository = demandTriage(github, caller, issue);
  const wanted = names.map((name) => labelOrNew(github, caller, repository, name).id);
  for (const id of issue.labelIds.filter((one) => !wanted.includes(one)))
    changeLabel(github, caller, issue, id, 'unlabeled');
  for (const id of wanted) if (!issue.labelIds.includes(id)) changeLabel(github, caller, issue, id, 'labeled');
}

function changeLabel(
  github: GitHub,
  caller: Caller,
  issue: IssueOrPull,
  id: number,
  kind: 'labeled' | 'unlabeled',
): void {
  const label = needRepository(github.state, issue.repositoryId).labels.get(id);
  if (label === undefined) return;
  issue.labelIds = kind === 'labeled' ? [...issue.labelIds, id] : issue.labelIds.filter((one) => one !== id);
  record(github, issue, by(caller), { kind, label: { name: label.name, color: label.color } });
  const event = issue.kind === 'pull' ? 'pull_request' : 'issues';
  github.emit({ event, action: kind, number: issue.number, label, ...happening(caller, issue) });
}

export function addAssignees(github: GitHub, caller: Caller, issue: IssueOrPull, users: Account[]): void {
  demandTriage(github, caller, issue);
  for (const user of users) {
    if (issue.assigneeIds.includes(user.id) || !assignable(github, issue, user)) continue;
    if (issue.assigneeIds.length < MOST_ASSIGNEES) changeAssignee(github, caller, issue, user.id, 'assigned');
  }
}

export function removeAssignees(github: GitHub, caller: Caller, issue: IssueOrPull, users: Account[]): void {
  demandTriage(github, caller, issue);
  for (const { id } of users) {
    if (issue.assigneeIds.includes(id)) changeAssignee(github, caller, issue, id, 'unassigned');
  }
}

export function setAssignees(github: GitHub, caller: Caller, issue: IssueOrPull, users: Account[]): void {
  const others = issue.assigneeIds.filter((id) => users.every((user) => user.id !== id));
  removeAssignees(
    github,
    caller,
    issue,
    others.map((id) => needAccount(github.state, id)),
  );
  addAssignees(github, caller, issue, users);
}

/** Collaborators can be assigned, and whoever opened or commented. */
function assignable(github: GitHub, issue: IssueOrPull, user: Account): boolean {
  const repository = needRepository(github.state, issue.repositoryId);
  if (user.type !== 'User') return false;
  const tookPart = [issue, ...issue.comments].some(({ authorId }) => authorId === user.id);
  return tookPart || isCollaborator(github.state, user.id, repository);
}

function changeAssignee(
  github: GitHub,
  caller: Caller,
  issue: IssueOrPull,
  assigneeId: number,
  kind: 'assigned' | 'unassigned',
): void {
  const others = issue.assigneeIds.filter((id) => id !== assigneeId);
  issue.assigneeIds = kind === 'assigned' ? [...others, assigneeId] : others;
  record(github, issue, { actorId: actorId(caller), viaAppId: viaAppId(caller) }, { kind, assigneeId });
  const event = issue.kind === 'pull' ? 'pull_request' : 'issues';
  github.emit({ event, action: kind, number: issue.number, assigneeId, ...happening(caller, issue) });
}
