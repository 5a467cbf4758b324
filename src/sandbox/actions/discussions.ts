import { unprocessable } from '../errors.js';
import { needRepository } from '../state/find.js';
import type { GitHub } from '../state/github.js';
import type { Caller, Discussion, Repository, Written } from '../state/types.js';
import { checkComment } from './comments.js';
import { demandOwnOr, demandWrite, revise, write } from './shared.js';

export function startDiscussion(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  { category, title, body }: { category: string; title: string; body: string },
): Discussion {
  demandWrite(github, caller, repository, 'read', 'discussions');
  if (!repository.discussionCategories.includes(category)) {
    throw unprocessable('Validation Failed', [{ resource: 'Discussion', field: 'category', code: 'invalid' }]);
  }
  checkComment(body, 'Discussion');
  const discussion: Discussion = {
    ...write(github, caller, repository.id, body),
    ...{ repositoryId: repository.id, number: repository.nextNumber++, category, title, comments: [] },
  };
  repository.discussions.set(discussion.number, discussion);
  return discussion;
}

export function commentOnDiscussion(github: GitHub, caller: Caller, discussion: Discussion, body: string): Written {
  demandWrite(github, caller, needRepository(github.state, discussion.repositoryId), 'read', 'discussions');
  checkComment(body, 'DiscussionComment');
  const comment = write(github, caller, discussion.repositoryId, body);
  discussion.comments.push(comment);
  discussion.updatedAt = github.now;
  return comment;
}

export function editDiscussion(github: GitHub, caller: Caller, discussion: Discussion, body: string): void {
  demandOwnOr(github, caller, discussion, 'write', 'discussions');
  checkComment(body, 'Discussion');
  revise(github, caller, discussion, body);
}
