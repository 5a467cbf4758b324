import { nodeId } from '../../state/node-ids.js';
import type { GitHubState, Label, Repository, TimelineEvent, TimelineKind } from '../../state/types.js';
import { canSee } from '../../state/access.js';
import type { Resolve } from '../context.js';
import { actor, databaseId, issueSource, on, repositorySource, teamSource, type EventSource } from '../sources.js';
import { textPath } from '../urls.js';
import { refSource } from './refs.js';
import { EVENT_TYPES } from './timeline.js';

type Of<Kind extends TimelineKind, Event = TimelineEvent> = Event extends { kind: infer Kinds }
  ? Kind extends Kinds
    ? Event
    : never
  : never;
type Fields = Readonly<Record<string, Resolve<EventSource>>>;

/** The event as one of its kind; the table below names each kind's resolvers only under that kind. */
const as = <Kind extends TimelineKind>(source: EventSource): Of<Kind> => source.value.event as Of<Kind>;

const subject = ({ repository, value }: EventSource): object => issueSource(repository, value.issue);

/** What events have in common, whatever their type calls the issue or pull request that they belong to. */
const COMMON: Fields = {
  id: ({ value }) => value.event.nodeId,
  databaseId: ({ value }) => databaseId(value.event.id),
  createdAt: ({ value }) => value.event.createdAt,
  actor: ({ value }, _args, { state }) => actor(state, value.event.actorId),
  pullRequest: subject,
  issue: subject,
  labelable: subject,
  assignable: subject,
  closable: subject,
  lockable: subject,
  subject,
  url: (source, _args, { state }) => state.urls.web + pathOf(state, source),
  resourcePath: (source, _args, { state }) => pathOf(state, source),
};

const pathOf = (state: GitHubState, { repository, value }: EventSource): string =>
  `${textPath(state, issueSource(repository, value.issue))}#event-${value.event.id}`;

/** The label as it is now, or as it was where it has gone since. */
function labelSource(repository: Repository, { name, color }: Of<'labeled'>['label']): object {
  const present = [...repository.labels.values()].find((label) => label.name === name);
  const gone: Label = {
    id: 0,
    nodeId: nodeId('Label', repository.id, 0),
    name,
    color,
    description: null,
    isDefault: false,
  };
  return on('Label', repository, present ?? gone);
}

const label: Resolve<EventSource> = (source) => labelSource(source.repository, as<'labeled'>(source).label);
const assignee: Resolve<EventSource> = (source, _args, { state }) => actor(state, as<'assigned'>(source).assigneeId);

const requestedReviewer: Resolve<EventSource> = (source, _args, { state }) => {
  const { reviewerId, teamId } = as<'review_requested'>(source);
  const team = teamId === null ? undefined : state.teams.get(teamId);
  return team ? teamSource(team) : actor(state, reviewerId);
};

const ref =
  (pick: (source: EventSource) => string): Resolve<EventSource> =>
  (source) =>
    refSource(source.repository, `refs/heads/${pick(source)}`);

const commit =
  (pick: (source: EventSource) => string): Resolve<EventSource> =>
  (source, _args, { state }) =>
    state.objects.has(pick(source)) ? on('Commit', source.repository, pick(source)) : null;

/** A branch of the head repository; null once either is gone. */
const headRef: Resolve<EventSource> = ({ value }, _args, { state, caller }) => {
  const { issue } = value;
  const id = issue.kind === 'pull' ? issue.head.repositoryId : null;
  const repository = id === null ? undefined : state.repositories.get(id);
  if (issue.kind !== 'pull' || !repository || !canSee(state, caller, repository)) return null;
  return refSource(repository, `refs/heads/${issue.head.ref}`);
};

/** What each kind has besides. */
const OWN: Readonly<Record<TimelineKind, Fields>> = {
  labeled: { label },
  unlabeled: { label },
  assigned: { assignee, user: assignee },
  unassigned: { assignee, user: assignee },
  review_requested: { requestedReviewer },
  review_request_removed: { requestedReviewer },
  review_dismissed: {
    dismissalMessage: (source) => as<'review_dismissed'>(source).message,
    previousReviewState: (source) => as<'review_dismissed'>(source).previousState,
    review: (source) => {
      const { issue } = source.value;
      const { reviewId } = as<'review_dismissed'>(source);
      const review = issue.kind === 'pull' ? issue.reviews.find(({ id }) => id === reviewId) : undefined;
      return review ? on('PullRequestReview', source.repository, review) : null;
    },
  },
  renamed: {
    previousTitle: (source) => as<'renamed'>(source).from,
    currentTitle: (source) => as<'renamed'>(source).to,
  },
  closed: {
    stateReason: (source) => as<'closed'>(source).stateReason?.toUpperCase() ?? null,
    closer: (source) => {
      const { commitOid } = as<'closed'>(source);
      return commitOid === null ? null : on('Commit', source.repository, commitOid);
    },
  },
  reopened: { stateReason: () => null },
  ready_for_review: {},
  convert_to_draft: {},
  locked: {
    lockReason: (source) => as<'locked'>(source).reason?.toUpperCase().replace(/[ -]/g, '_') ?? null,
  },
  unlocked: {},
  merged: {
    commit: commit((source) => as<'merged'>(source).commitOid),
    mergeRef: ref((source) => as<'merged'>(source).baseRef),
    mergeRefName: (source) => as<'merged'>(source).baseRef,
  },
  head_ref_force_pushed: {
    beforeCommit: commit((source) => as<'head_ref_force_pushed'>(source).beforeOid),
    afterCommit: commit((source) => as<'head_ref_force_pushed'>(source).afterOid),
    ref: headRef,
  },
  head_ref_deleted: { headRef, headRefName: (source) => as<'head_ref_deleted'>(source).ref },
  head_ref_restored: {},
  base_ref_changed: {
    previousRefName: (source) => as<'base_ref_changed'>(source).from,
    currentRefName: (source) => as<'base_ref_changed'>(source).to,
  },
  comment_deleted: {
    deletedCommentAuthor: (source, _args, { state }) => actor(state, as<'comment_deleted'>(source).deletedAuthorId),
  },
  transferred: {
    fromRepository: (source, _args, { state, caller }) => {
      const from = state.repositories.get(as<'transferred'>(source).fromRepositoryId);
      return from && canSee(state, caller, from) ? repositorySource(from) : null;
    },
  },
};

/** Resolvers of each event's type, by its name. */
export const EVENTS: Readonly<Record<string, Fields>> = Object.fromEntries(
  (Object.keys(OWN) as TimelineKind[]).map((kind) => [EVENT_TYPES[kind], { ...COMMON, ...OWN[kind] }]),
);
