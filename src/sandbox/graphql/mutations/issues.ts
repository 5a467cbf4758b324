import type * as Schema from '@octokit/graphql-schema';

import { issueSource, on } from '../sources.js';
import { acting, labels, lower, mutation, target, users } from './input.js';

const LOCK_REASONS = {
  OFF_TOPIC: 'off-topic',
  RESOLVED: 'resolved',
  SPAM: 'spam',
  TOO_HEATED: 'too heated',
} as const satisfies Record<Schema.LockReason, string>;

export const ISSUE_MUTATIONS = {
  createIssue: mutation(({ repositoryId, title, body, labelIds, assigneeIds }: Schema.CreateIssueInput, context) => {
    const repository = target(context, repositoryId, 'Repository').value;
    const issue = context.actions.openIssue(context.caller, repository, {
      title,
      ...(body != null && { body }),
      ...(labelIds && { labels: labels(context, repository, labelIds).map(({ name }) => name) }),
      ...(assigneeIds && { assignees: users(context, assigneeIds) }),
    });
    return { issue: on('Issue', repository, issue) };
  }),
  updateIssue: mutation(({ id, title, body, state, labelIds, assigneeIds }: Schema.UpdateIssueInput, context) => {
    const { repository, value } = target(context, id, 'Issue');
    context.actions.editIssue(context.caller, value, {
      ...(title != null && { title }),
      ...(body != null && { body }),
      ...(state != null && { state: lower(state) }),
      ...(labelIds && { labels: labels(context, repository, labelIds).map(({ name }) => name) }),
      ...(assigneeIds && { assignees: users(context, assigneeIds) }),
    });
    return { issue: on('Issue', repository, value), actor: acting(context) };
  }),
  closeIssue: mutation(({ issueId, stateReason }: Schema.CloseIssueInput, context) => {
    const { repository, value } = target(context, issueId, 'Issue');
    context.actions.editIssue(context.caller, value, {
      state: 'closed',
      stateReason: stateReason == null ? 'completed' : lower(stateReason),
    });
    return { issue: on('Issue', repository, value) };
  }),
  reopenIssue: mutation(({ issueId }: Schema.ReopenIssueInput, context) => {
    const { repository, value } = target(context, issueId, 'Issue');
    context.actions.editIssue(context.caller, value, { state: 'open' });
    return { issue: on('Issue', repository, value) };
  }),
  lockLockable: mutation(({ lockableId, lockReason }: Schema.LockLockableInput, context) => {
    const { repository, value } = target(context, lockableId, 'Issue', 'PullRequest');
    context.actions.lock(context.caller, value, lockReason == null ? null : LOCK_REASONS[lockReason]);
    return { lockedRecord: issueSource(repository, value), actor: acting(context) };
  }),
  unlockLockable: mutation(({ lockableId }: Schema.UnlockLockableInput, context) => {
    const { repository, value } = target(context, lockableId, 'Issue', 'PullRequest');
    context.actions.unlock(context.caller, value);
    return { unlockedRecord: issueSource(repository, value), actor: acting(context) };
  }),
};
