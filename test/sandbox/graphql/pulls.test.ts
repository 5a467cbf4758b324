import { describe, expect, test } from 'vitest';

import { lineAt } from '../../../src/sandbox/graphql/positions.js';
import { dig, world } from './world.js';

test('a pull request is opened, changed, drafted, closed, reopened and merged', async () => {
  const { actions, asks, as, ada, repository } = world();
  actions.push(as(ada), repository, { branch: 'fix', files: { 'docs/fix.md': 'x\n' } });
  const ask = asks(as(ada));
  const made = await ask(
    `mutation($repo: ID!) { createPullRequest(input: { repositoryId: $repo, title: "Fix", baseRefName: "main", headRefName: "fix", draft: true }) {
       pullRequest { id number isDraft isCrossRepository headRefName files(first: 1) { totalCount } } } }`,
    { repo: repository.nodeId },
  );
  expect(dig(made, 'createPullRequest.pullRequest')).toMatchObject({ isDraft: true, isCrossRepository: false });
  const lived = await ask(
    `mutation($id: ID!) {
       updatePullRequest(input: { pullRequestId: $id, title: "Mend", body: "why" }) { pullRequest { title body } }
       markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } }
       convertPullRequestToDraft(input: { pullRequestId: $id }) { pullRequest { isDraft } }
       closePullRequest(input: { pullRequestId: $id }) { pullRequest { state closed } }
       reopenPullRequest(input: { pullRequestId: $id }) { pullRequest { state closed } }
       ready: markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } }
       mergePullRequest(input: { pullRequestId: $id, mergeMethod: SQUASH, commitHeadline: "Mend it" }) {
         pullRequest { state merged mergedBy { login } mergeCommit { messageHeadline } } } }`,
    { id: dig(made, 'createPullRequest.pullRequest.id') },
  );
  expect(lived.errors).toBeUndefined();
  expect(lived.data).toMatchObject({
    updatePullRequest: { pullRequest: { title: 'Mend', body: 'why' } },
    markPullRequestReadyForReview: { pullRequest: { isDraft: false } },
    convertPullRequestToDraft: { pullRequest: { isDraft: true } },
    closePullRequest: { pullRequest: { state: 'CLOSED', closed: true } },
    reopenPullRequest: { pullRequest: { state: 'OPEN', closed: false } },
    mergePullRequest: {
      pullRequest: {
        state: 'MERGED',
        merged: true,
        mergedBy: { login: 'ada' },
        mergeCommit: { messageHeadline: 'Mend it' },
      },
    },
  });
});

test('a merge that expects another head does not happen', async () => {
  const { asks, as, ada, pull } = world();
  const answer = await asks(as(ada))(
    `mutation($id: ID!) { mergePullRequest(input: { pullRequestId: $id, expectedHeadOid: "${'1'.repeat(40)}" }) { clientMutationId } }`,
    { id: pull.nodeId },
  );
  expect(answer.errors).toHaveLength(1);
  expect(pull.mergedAt).toBeNull();
});

describe('asking for reviews', () => {
  const request = `mutation($id: ID!, $users: [ID!], $union: Boolean) { requestReviews(input: { pullRequestId: $id, userIds: $users, union: $union }) {
    pullRequest { reviewRequests(first: 5) { nodes { requestedReviewer { ... on User { login } } } } } } }`;
  const requested = 'requestReviews.pullRequest.reviewRequests.nodes';

  test('the whole request is refused when one has no access', async () => {
    const { actions, asks, ada, bot, pull } = world();
    const stranger = actions.createUser({ login: 'stranger' });
    const answer = await asks(bot())(request, { id: pull.nodeId, users: [ada.nodeId, stranger.nodeId] });
    expect(answer).toMatchObject({ data: { requestReviews: null }, errors: [{ type: 'UNPROCESSABLE' }] });
    expect(pull.requestedReviewerIds).toEqual([]);
  });

  test('replaces those asked before, unless it is to be a union', async () => {
    const { actions, asks, as, ada, bot, pull, repository } = world();
    const cleo = actions.createUser({ login: 'cleo' });
    actions.setCollaborator(as(ada), repository, cleo, 'read');
    const ask = asks(bot());
    await ask(request, { id: pull.nodeId, users: [ada.nodeId] });
    const both = await ask(request, { id: pull.nodeId, users: [cleo.nodeId], union: true });
    expect(dig(both, requested)).toEqual([
      { requestedReviewer: { login: 'ada' } },
      { requestedReviewer: { login: 'cleo' } },
    ]);
    const one = await ask(request, { id: pull.nodeId, users: [cleo.nodeId], union: false });
    expect(dig(one, requested)).toEqual([{ requestedReviewer: { login: 'cleo' } }]);
  });
});

describe('reviews', () => {
  const review = `mutation($id: ID!, $event: PullRequestReviewEvent, $threads: [DraftPullRequestReviewThread], $comments: [DraftPullRequestReviewComment]) {
    addPullRequestReview(input: { pullRequestId: $id, event: $event, body: "Read.", threads: $threads, comments: $comments }) {
      pullRequestReview { id state submittedAt commit { oid } comments(first: 9) { nodes { path line body } } } } }`;
  const comments = 'addPullRequestReview.pullRequestReview.comments.nodes';
  const thread = (line: number): object => ({ path: 'docs/proposal.md', line, body: `on ${line}` });

  test('a comment on a line outside the diff is swallowed without a word', async () => {
    const { asks, bot, pull } = world();
    const answer = await asks(bot())(review, { id: pull.nodeId, event: 'COMMENT', threads: [thread(3), thread(99)] });
    expect(answer.errors).toBeUndefined();
    expect(dig(answer, comments)).toEqual([{ path: 'docs/proposal.md', line: 3, body: 'on 3' }]);
    expect(dig(answer, 'addPullRequestReview.pullRequestReview')).toMatchObject({
      state: 'COMMENTED',
      commit: { oid: pull.head.oid },
    });
  });

  test('the older comments name their place by its position in the patch', async () => {
    const { asks, bot, pull } = world();
    const old = [
      { path: 'docs/proposal.md', position: 4, body: 'fourth' },
      { path: 'docs/proposal.md', position: 40, body: 'nowhere' },
    ];
    const answer = await asks(bot())(review, { id: pull.nodeId, event: 'COMMENT', comments: old });
    expect(dig(answer, comments)).toEqual([{ path: 'docs/proposal.md', line: 4, body: 'fourth' }]);
  });

  test('nobody approves their own', async () => {
    const { asks, as, ben, pull } = world();
    const answer = await asks(as(ben))(review, { id: pull.nodeId, event: 'APPROVE' });
    expect(answer.errors).toMatchObject([{ type: 'UNPROCESSABLE', message: 'Can not approve your own pull request' }]);
  });

  test('one waits, grows, is submitted, and dismissed', async () => {
    const { asks, as, ada, pull } = world();
    const ask = asks(as(ada));
    const started = await ask(review, { id: pull.nodeId });
    const id = dig(started, 'addPullRequestReview.pullRequestReview.id');
    expect(dig(started, 'addPullRequestReview.pullRequestReview')).toMatchObject({
      state: 'PENDING',
      submittedAt: null,
    });
    const grown = await ask(
      `mutation($id: ID!) {
         here: addPullRequestReviewThread(input: { pullRequestReviewId: $id, path: "docs/proposal.md", line: 3, body: "here" }) {
           thread { id path line isResolved diffSide } }
         nowhere: addPullRequestReviewThread(input: { pullRequestReviewId: $id, path: "docs/proposal.md", line: 99, body: "nowhere" }) { thread { id } }
         submitPullRequestReview(input: { pullRequestReviewId: $id, event: APPROVE }) { pullRequestReview { state body } } }`,
      { id },
    );
    expect(grown.errors).toBeUndefined();
    expect(grown.data).toMatchObject({
      here: { thread: { path: 'docs/proposal.md', line: 3, isResolved: false, diffSide: 'RIGHT' } },
      nowhere: { thread: null },
      submitPullRequestReview: { pullRequestReview: { state: 'APPROVED', body: 'Read.' } },
    });
    const dismissed = await ask(
      `mutation($id: ID!) { dismissPullRequestReview(input: { pullRequestReviewId: $id, message: "Too early" }) { pullRequestReview {
         state pullRequest { timelineItems(last: 1, itemTypes: [REVIEW_DISMISSED_EVENT]) { nodes { ... on ReviewDismissedEvent {
           dismissalMessage previousReviewState review { id } } } } } } } }`,
      { id },
    );
    expect(dig(dismissed, 'dismissPullRequestReview.pullRequestReview')).toEqual({
      state: 'DISMISSED',
      pullRequest: {
        timelineItems: { nodes: [{ dismissalMessage: 'Too early', previousReviewState: 'APPROVED', review: { id } }] },
      },
    });
  });

  test('a thread starts a pending review where there is none; the review can be thrown away', async () => {
    const { asks, bot, pull } = world();
    const ask = asks(bot());
    const made = await ask(
      `mutation($id: ID!) { addPullRequestReviewThread(input: { pullRequestId: $id, path: "docs/proposal.md", line: 1, body: "first" }) {
         thread { comments(first: 1) { nodes { state pullRequestReview { id state } } } } } }`,
      { id: pull.nodeId },
    );
    const comment = 'addPullRequestReviewThread.thread.comments.nodes.0';
    expect(dig(made, comment)).toMatchObject({ state: 'PENDING', pullRequestReview: { state: 'PENDING' } });
    await ask(
      'mutation($id: ID!) { deletePullRequestReview(input: { pullRequestReviewId: $id }) { clientMutationId } }',
      {
        id: dig(made, `${comment}.pullRequestReview.id`),
      },
    );
    expect([pull.reviews, pull.reviewComments, pull.reviewThreads]).toEqual([[], [], []]);
  });

  test('a thread is answered, resolved, opened again; its comments are edited and deleted', async () => {
    const { asks, bot, pull } = world();
    const ask = asks(bot());
    await ask(review, { id: pull.nodeId, event: 'COMMENT', threads: [thread(3)] });
    const [first] = pull.reviewComments;
    const lived = await ask(
      `mutation($thread: ID!, $comment: ID!) {
         addPullRequestReviewThreadReply(input: { pullRequestReviewThreadId: $thread, body: "reply" }) { comment { body replyTo { id } } }
         resolveReviewThread(input: { threadId: $thread }) { thread { isResolved resolvedBy { login } } }
         unresolveReviewThread(input: { threadId: $thread }) { thread { isResolved } }
         updatePullRequestReviewComment(input: { pullRequestReviewCommentId: $comment, body: "better" }) { pullRequestReviewComment { body } }
         deletePullRequestReviewComment(input: { id: $comment }) { pullRequestReviewComment { body } } }`,
      { thread: pull.reviewThreads[0]!.nodeId, comment: first!.nodeId },
    );
    expect(lived.errors).toBeUndefined();
    expect(lived.data).toMatchObject({
      addPullRequestReviewThreadReply: { comment: { body: 'reply', replyTo: { id: first!.nodeId } } },
      resolveReviewThread: { thread: { isResolved: true } },
      unresolveReviewThread: { thread: { isResolved: false } },
      updatePullRequestReviewComment: { pullRequestReviewComment: { body: 'better' } },
    });
    expect(pull.reviewComments.map(({ body }) => body)).toEqual(['reply']);
  });
});

test.each([
  [1, { line: 1, side: 'RIGHT' }],
  [2, { line: 2, side: 'LEFT' }],
  [3, { line: 2, side: 'RIGHT' }],
  [4, { line: 3, side: 'RIGHT' }],
  [5, null],
  [6, { line: 20, side: 'RIGHT' }],
  [7, null],
  [0, null],
])('position %i of a patch is %j', (position, place) => {
  const patch = ['@@ -1,3 +1,3 @@', ' a', '-b', '+B', ' c', '@@ -20 +20 @@', ' t'].join('\n');
  expect(lineAt(patch, position)).toEqual(place);
});
