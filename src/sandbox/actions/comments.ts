import { unprocessable } from '../errors.js';
import { actorId } from '../state/access.js';
import { needIssue, needRepository } from '../state/find.js';
import type { GitHub } from '../state/github.js';
import type { Caller, IssueComment, IssueOrPull, Minimized, Revision } from '../state/types.js';
import { checkBody, demandUnlocked } from './issues.js';
import { by, conversationPermissions, demandOwnOr, demandWrite, happening, record, revise, write } from './shared.js';
import type { Commentable, Editable } from './types.js';

export function checkComment(body: string, resource: string): void {
  if (body.trim() === '') {
    throw unprocessable('Validation Failed', [
      { resource, field: 'body', code: 'missing_field', message: 'Body cannot be blank' },
    ]);
  }
  checkBody(body, resource);
}

export function createComment(github: GitHub, caller: Caller, issue: IssueOrPull, body: string): IssueComment {
  const repository = needRepository(github.state, issue.repositoryId);
  demandWrite(github, caller, repository, 'read', ...conversationPermissions(issue));
  demandUnlocked(github, caller, issue);
  checkComment(body, 'IssueComment');
  const comment: IssueComment = {
    ...write(github, caller, repository.id, body),
    ...github.nextIds('comment', 'IssueComment', repository.id),
    repositoryId: repository.id,
    number: issue.number,
    minimized: null,
    reactions: [],
  };
  issue.comments.push(comment);
  issue.updatedAt = github.now;
  const where = { ...happening(caller, comment), number: issue.number };
  github.emit({ event: 'issue_comment', action: 'created', commentId: comment.id, ...where });
  return comment;
}

const issueOf = (github: GitHub, text: { repositoryId: number; number: number }): IssueOrPull =>
  needIssue(github.state, text.repositoryId, text.number);

export function editComment(github: GitHub, caller: Caller, comment: IssueComment, body: string): IssueComment {
  const issue = issueOf(github, comment);
  demandOwnOr(github, caller, comment, 'write', ...conversationPermissions(issue));
  checkComment(body, 'IssueComment');
  const oldBody = comment.body;
  if (!revise(github, caller, comment, body)) return comment;
  const where = { ...happening(caller, comment), number: issue.number };
  github.emit({ event: 'issue_comment', action: 'edited', commentId: comment.id, oldBody, ...where });
  return comment;
}

export function deleteComment(github: GitHub, caller: Caller, comment: IssueComment): void {
  const issue = issueOf(github, comment);
  demandOwnOr(github, caller, comment, 'write', ...conversationPermissions(issue));
  const where = { ...happening(caller, comment), number: issue.number };
  github.emit({ event: 'issue_comment', action: 'deleted', commentId: comment.id, ...where });
  issue.comments = issue.comments.filter((other) => other !== comment);
  // GitHub's timeline mentions only comments that somebody else deleted.
  if (actorId(caller) !== comment.authorId) {
    record(github, issue, by(caller), { kind: 'comment_deleted', deletedAuthorId: comment.authorId });
  }
}

export function minimizeComment(
  github: GitHub,
  caller: Caller,
  comment: Commentable,
  classifier: NonNullable<Minimized>,
): void {
  setMinimized(github, caller, comment, classifier);
}

export function unminimizeComment(github: GitHub, caller: Caller, comment: Commentable): void {
  setMinimized(github, caller, comment, null);
}

function setMinimized(github: GitHub, caller: Caller, comment: Commentable, classifier: Minimized): void {
  demandOwnOr(github, caller, comment, 'triage', ...conversationPermissions(issueOf(github, comment)));
  comment.minimized = classifier;
}

export function deleteRevision(github: GitHub, caller: Caller, text: Editable, revision: Revision): void {
  demandOwnOr(github, caller, text, 'write', ...conversationPermissions(issueOf(github, text)));
  if (revision === text.revisions.at(-1)) throw unprocessable('The newest revision cannot be deleted.');
  revision.body = null;
  revision.deletedAt = github.now;
  revision.deletedById = actorId(caller);
}
