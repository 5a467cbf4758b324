import type * as Schema from '@octokit/graphql-schema';

import { atLeast, permissionLevel } from '../../state/access.js';
import type { IssueOrPull, Label } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { Context, FieldsOf } from '../context.js';
import { sorted, type Order } from '../order.js';
import { may, needs, READ, viewerId } from '../permissions.js';
import { actor, on, type IssueSource, type PullSource } from '../sources.js';
import { ABSENT_FROM_NUMBERED } from './absent.js';
import { REACTABLE } from './reactions.js';
import { WRITTEN } from './written.js';

type Numbered = IssueSource | PullSource;

/** The labels that it carries, in the order in which they were put on. */
export function labelsOf({ repository, value }: Numbered): Label[] {
  return value.labelIds.flatMap((id) => repository.labels.get(id) ?? []);
}

/** Whether the viewer may label and assign. */
const mayTriage = (context: Context, { repository }: Numbered): boolean =>
  may(context, repository, { level: 'triage', app: ['issues', 'pull_requests'], access: 'write' });

const mayEdit = (context: Context, source: Numbered): boolean =>
  mayTriage(context, source) || (source.value.authorId !== null && source.value.authorId === viewerId(context));

/** Everybody who wrote, reviewed or was assigned, in that order, ghosts left out. */
function participants({ authorId, comments, assigneeIds, ...rest }: IssueOrPull): number[] {
  const reviewers = 'reviews' in rest ? rest.reviews.filter(({ state }) => state !== 'PENDING') : [];
  const ids = [
    authorId,
    ...comments.map((one) => one.authorId),
    ...reviewers.map((one) => one.authorId),
    ...assigneeIds,
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** What issues and pull requests share. */
export const NUMBERED = {
  ...WRITTEN,
  ...REACTABLE,
  ...ABSENT_FROM_NUMBERED,
  number: ({ value }) => value.number,
  title: ({ value }) => value.title,
  closed: ({ value }) => value.state === 'closed',
  closedAt: ({ value }) => value.closedAt,
  locked: ({ value }) => value.locked,
  activeLockReason: ({ value }) =>
    value.locked ? (value.lockReason?.toUpperCase().replace(/[ -]/g, '_') ?? null) : null,
  assignees: ({ value }, args: PageArgs, { state }) => userConnection(state, value.assigneeIds, args),
  participants: ({ value }, args: PageArgs, { state }) => userConnection(state, participants(value), args),
  labels: (source, args: PageArgs & { orderBy?: Order | null }, context) => {
    needs(context, source.repository, READ.conversation);
    const order = { CREATED_AT: ({ id }: Label) => id, NAME: ({ name }: Label) => name.toLowerCase() };
    return connection(sorted(labelsOf(source), args.orderBy, order), args, {
      key: ({ id }) => id,
      node: (label) => on('Label', source.repository, label),
    });
  },
  comments: ({ repository, value }, args: PageArgs & { orderBy?: Order | null }, context) => {
    needs(context, repository, READ.conversation);
    const comments = sorted(value.comments, args.orderBy, { UPDATED_AT: ({ updatedAt }) => updatedAt });
    return connection(comments, args, {
      key: ({ id }) => id,
      node: (comment) => on('IssueComment', repository, comment),
    });
  },
  viewerCanLabel: (source, _args, context) => mayTriage(context, source),
  viewerCanClose: (source, _args, context) => source.value.state === 'open' && mayEdit(context, source),
  viewerCanReopen: (source, _args, context) => source.value.state === 'closed' && mayEdit(context, source),
  viewerCanUpdate: (source, _args, context) => mayEdit(context, source),
  viewerCanSubscribe: () => true,
  viewerSubscription: () => 'UNSUBSCRIBED',
} satisfies FieldsOf<Schema.Issue & Schema.PullRequest, Numbered>;

export function userConnection(state: Context['state'], ids: readonly number[], args: PageArgs): object {
  return connection(ids, args, { key: (id) => id, node: (id) => actor(state, id) });
}

/** Whether somebody has at least this access, as `writersOnly` and the like ask. */
export const hasWrite = ({ state }: Context, source: Numbered, id: number | null): boolean =>
  id !== null && atLeast(permissionLevel(state, id, source.repository), 'write');
