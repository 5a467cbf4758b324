import type * as Schema from '@octokit/graphql-schema';

import { may, viewerId } from '../permissions.js';
import type { Context, FieldsOf } from '../context.js';
import { issueSource, on, type CommentSource, type ReviewCommentSource, type ReviewSource } from '../sources.js';
import { REACTABLE } from './reactions.js';
import { WRITTEN } from './written.js';

type Hideable = CommentSource | ReviewSource | ReviewCommentSource;

/** Whether the viewer may change this: who wrote it, or who may write to the repository. */
export function mayChange(context: Context, { repository, value }: Hideable): boolean {
  const own = value.authorId !== null && value.authorId === viewerId(context);
  const names = ['issues', 'pull_requests'];
  return own || may(context, repository, { level: 'write', app: names, access: 'write' });
}

/** What can be hidden: comments and reviews. */
export const MINIMIZABLE = {
  isMinimized: ({ value }) => value.minimized !== null,
  minimizedReason: ({ value }) => value.minimized?.toLowerCase().replace('_', '-') ?? null,
  viewerCanMinimize: (text, _args, context) => mayChange(context, text),
  viewerCanUpdate: (text, _args, context) => mayChange(context, text),
  viewerCanDelete: (text, _args, context) => mayChange(context, text),
} satisfies FieldsOf<Schema.Minimizable & Schema.Deletable & Schema.Updatable, Hideable>;

export const IssueComment = {
  ...WRITTEN,
  ...REACTABLE,
  ...MINIMIZABLE,
  issue: ({ repository, value }) => {
    const issue = repository.issues.get(value.number);
    return issue ? issueSource(repository, issue) : null;
  },
  pullRequest: ({ repository, value }) => {
    const issue = repository.issues.get(value.number);
    return issue?.kind === 'pull' ? on('PullRequest', repository, issue) : null;
  },
} satisfies FieldsOf<Schema.IssueComment, CommentSource>;
