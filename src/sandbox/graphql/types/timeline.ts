import { pullCommits } from '../../state/derive.js';
import type { Instant, IssueOrPull, TimelineEvent, TimelineKind } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { Context } from '../context.js';
import { NotServed } from '../errors.js';
import { needs, READ } from '../permissions.js';
import { on, type EventSource, type IssueSource, type On, type PullSource } from '../sources.js';
import { visibleReviews } from './reviews.js';
import type { PullCommitSource } from './pull-parts.js';

/** GraphQL's types for what the state's timeline holds. */
export const EVENT_TYPES = {
  labeled: 'LabeledEvent',
  unlabeled: 'UnlabeledEvent',
  assigned: 'AssignedEvent',
  unassigned: 'UnassignedEvent',
  review_requested: 'ReviewRequestedEvent',
  review_request_removed: 'ReviewRequestRemovedEvent',
  review_dismissed: 'ReviewDismissedEvent',
  renamed: 'RenamedTitleEvent',
  closed: 'ClosedEvent',
  reopened: 'ReopenedEvent',
  ready_for_review: 'ReadyForReviewEvent',
  convert_to_draft: 'ConvertToDraftEvent',
  locked: 'LockedEvent',
  unlocked: 'UnlockedEvent',
  merged: 'MergedEvent',
  head_ref_force_pushed: 'HeadRefForcePushedEvent',
  head_ref_deleted: 'HeadRefDeletedEvent',
  head_ref_restored: 'HeadRefRestoredEvent',
  base_ref_changed: 'BaseRefChangedEvent',
  comment_deleted: 'CommentDeletedEvent',
  transferred: 'TransferredEvent',
} as const satisfies Record<TimelineKind, string>;

/** `HeadRefForcePushedEvent` is asked for as `HEAD_REF_FORCE_PUSHED_EVENT`. */
const itemType = (name: string): string => name.replace(/(?<!^)[A-Z]/g, '_$&').toUpperCase();

const SERVED = new Set(
  [...Object.values(EVENT_TYPES), 'IssueComment', 'PullRequestReview', 'PullRequestCommit'].map(itemType),
);

export const eventSource = (
  repository: EventSource['repository'],
  issue: IssueOrPull,
  event: TimelineEvent,
): EventSource => on(EVENT_TYPES[event.kind], repository, { event, issue });

interface Item {
  at: Instant;
  /** Orders what happened in the same second, and tells items apart. */
  rank: string;
  source: On<string, unknown>;
}

function itemsOf({ repository, value }: IssueSource | PullSource, context: Context): Item[] {
  const item = (at: Instant, id: number, source: Item['source']): Item => ({
    at,
    rank: String(id).padStart(16, '0') + source.__typename,
    source,
  });
  const items = [
    ...value.comments.map((one) => item(one.createdAt, one.id, on('IssueComment', repository, one))),
    ...value.timeline.map((one) => item(one.createdAt, one.id, eventSource(repository, value, one))),
  ];
  if (value.kind === 'pull') {
    const reviews = visibleReviews(context, value).filter(({ submittedAt }) => submittedAt !== null);
    items.push(
      ...reviews.map((one) => item(one.submittedAt ?? one.createdAt, one.id, on('PullRequestReview', repository, one))),
      ...pullCommits(context.state, value).map(({ oid, commit }, index) => {
        const source: PullCommitSource = on('PullRequestCommit', repository, { pull: value, oid });
        return item(commit.committer.date, index, source);
      }),
    );
  }
  return items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ at, rank }: Item): string => `${at}/${rank}`;

interface TimelineArgs extends PageArgs {
  itemTypes?: readonly string[] | null;
  since?: Instant | null;
  skip?: number | null;
}

/** Everything that happened to an issue or pull request, oldest first. */
export function timelineItems(source: IssueSource | PullSource, args: TimelineArgs, context: Context): object {
  needs(context, source.repository, READ.conversation);
  const { itemTypes, since, skip } = args;
  // What the sandbox never records would look like something that never happened.
  const unknown = (itemTypes ?? []).filter((type) => !SERVED.has(type));
  if (unknown.length > 0) throw new NotServed(`timelineItems(itemTypes: [${unknown.join(', ')}])`);
  const items = itemsOf(source, context)
    .filter((item) => !itemTypes || itemTypes.includes(itemType(item.source.__typename)))
    .filter((item) => since == null || Date.parse(item.at) >= Date.parse(since))
    .slice(skip ?? 0);
  const page = connection(items, args, { key: keyOf, node: (item) => item.source });
  const pageCount = Array.isArray(page['nodes']) ? page['nodes'].length : 0;
  return { ...page, filteredCount: items.length, pageCount, updatedAt: source.value.updatedAt };
}
