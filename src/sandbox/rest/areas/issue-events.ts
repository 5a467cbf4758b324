import { issueCommentJson, reviewCommentJson, reviewJson } from '../../json/comments.js';
import { issueEventJson, issueJson } from '../../json/issue.js';
import { gitCommitJson } from '../../json/git.js';
import { userJson } from '../../json/accounts.js';
import { pullCommits } from '../../state/derive.js';
import type { IssueOrPull, Repository } from '../../state/types.js';
import { allIssues, found, issueOf, numberParam, repositoryOf, visibleReviews } from '../lookup.js';
import { paged } from '../paging.js';
import { ok } from '../replies.js';
import { type Call, reads, type RouteMap } from '../route.js';

const BOTH = 'issues pull_requests';

/** What happened to an issue: its events, and the timeline that joins them with comments, reviews and commits. */
export const issueEvents = {
  'issues/list-events': reads(BOTH, (call) => {
    const issue = issueOf(call, repositoryOf(call));
    return paged(call, issue.timeline, (event) => issueEventJson(call.state, issue, event));
  }),

  'issues/list-events-for-repo': reads(BOTH, (call) => {
    const newestFirst = eventsOf(repositoryOf(call)).reverse();
    return paged(call, newestFirst, ({ issue, event }) =>
      withIssue(call, issue, issueEventJson(call.state, issue, event)),
    );
  }),

  'issues/get-event': reads(BOTH, (call) => {
    const id = numberParam(call, 'event_id');
    const { issue, event } = found(eventsOf(repositoryOf(call)), (one) => one.event.id === id);
    return ok(withIssue(call, issue, issueEventJson(call.state, issue, event)));
  }),

  'issues/list-events-for-timeline': reads(BOTH, (call) => {
    const repository = repositoryOf(call);
    const issue = issueOf(call, repository);
    const items = timeline(call, repository, issue).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    return paged(call, items, ({ render }) => render());
  }),
} satisfies RouteMap;

/** Oldest first. */
const eventsOf = (repository: Repository) =>
  allIssues(repository)
    .flatMap((issue) => issue.timeline.map((event) => ({ issue, event })))
    .sort((a, b) => a.event.createdAt.localeCompare(b.event.createdAt) || a.event.id - b.event.id);

const withIssue = (call: Call, issue: IssueOrPull, event: object): object => ({
  ...event,
  issue: issueJson(call.state, issue),
});

interface Item {
  at: string;
  render: () => object;
}

function timeline(call: Call, repository: Repository, issue: IssueOrPull): Item[] {
  const { state } = call;
  const items: Item[] = [
    ...issue.timeline.map((event) => ({ at: event.createdAt, render: () => issueEventJson(state, issue, event) })),
    ...issue.comments.map((comment) => ({
      at: comment.createdAt,
      render: () => {
        const actor = userJson(state, comment.authorId);
        return { ...issueCommentJson(state, comment), event: 'commented', actor };
      },
    })),
  ];
  if (issue.kind === 'issue') return items;
  for (const { oid, commit } of pullCommits(state, issue)) {
    items.push({
      at: commit.committer.date,
      render: () => ({ ...gitCommitJson(state, repository, oid), event: 'committed' }),
    });
  }
  const seen = visibleReviews(call, issue).filter((review) => review.submittedAt !== null);
  for (const review of seen) {
    items.push({
      at: review.submittedAt ?? '',
      render: () => ({ ...reviewJson(state, review), event: 'reviewed', state: review.state.toLowerCase() }),
    });
    const first = issue.reviewComments.filter((one) => one.reviewId === review.id && one.inReplyToId === null);
    for (const comment of first) {
      const thread = issue.reviewComments.filter((one) => one.threadId === comment.threadId);
      items.push({
        at: comment.createdAt,
        render: () => ({
          event: 'line-commented',
          node_id: comment.nodeId,
          comments: thread.map((one) => reviewCommentJson(state, one)),
        }),
      });
    }
  }
  return items;
}
