import { expect, test } from 'vitest';

import { dig, world } from './world.js';

test('every id that is given out leads back to what has it', async () => {
  const { actions, asks, as, ada, bot, pull, repository } = world();
  actions.addLabels(as(ada), pull, ['draft']);
  const comment = actions.createComment(as(ada), pull, 'one');
  actions.editComment(as(ada), comment, 'two');
  actions.addReaction(as(ada), comment, 'rocket');
  const comments = [{ path: 'docs/proposal.md', line: 1, body: 'x' }];
  actions.createReview(as(ada), pull, { event: 'COMMENT', comments });
  actions.createCheckRun(bot(), repository, { name: 'c', headOid: pull.head.oid });
  const ask = asks(bot());
  const given = await ask(
    `{ viewer { id } organization(login: "specs") { id } repository(owner: "specs", name: "spec") { id owner { id }
       defaultBranchRef { id target { id ... on Commit { tree { id entries { object { id } } } } } }
       labels(first: 50) { nodes { id } }
       pullRequest(number: 1) { id author { ... on User { id } }
         comments(first: 1) { nodes { id reactions(first: 1) { nodes { id } } userContentEdits(first: 2) { nodes { id } } } }
         reviews(first: 1) { nodes { id comments(first: 1) { nodes { id } } } } reviewThreads(first: 1) { nodes { id } }
         timelineItems(first: 50) { nodes { ... on Node { id } } }
         commits(first: 1) { nodes { id commit { checkSuites(first: 1) { nodes { id app { id } checkRuns(first: 1) { nodes { id } } } } } } } } } }`,
  );
  expect(given.errors).toBeUndefined();
  const ids = [...new Set(JSON.stringify(given.data).match(/(?<="id":")[^"]+/g))];
  expect(ids.length).toBeGreaterThan(25);
  const back = await ask('query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
  expect(back.errors).toBeUndefined();
  const found = dig(back, 'nodes') as { __typename: string; id: string }[];
  expect(found.map(({ id }) => id)).toEqual(ids);
  expect([...new Set(found.map(({ __typename }) => __typename))].sort()).toEqual([
    'App',
    'Blob',
    'Bot',
    'CheckRun',
    'CheckSuite',
    'Commit',
    'IssueComment',
    'Label',
    'LabeledEvent',
    'Organization',
    'PullRequest',
    'PullRequestCommit',
    'PullRequestReview',
    'PullRequestReviewComment',
    'PullRequestReviewThread',
    'Reaction',
    'Ref',
    'Repository',
    'Tree',
    'User',
    'UserContentEdit',
  ]);
});

test('an id that leads nowhere is null among those that do', async () => {
  const { asks, as, ada } = world();
  const answer = await asks(as(ada))('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [ada.nodeId, 'IC_no'] });
  expect(dig(answer, 'nodes')).toEqual([{ id: ada.nodeId }, null]);
  expect(answer.errors).toMatchObject([{ type: 'NOT_FOUND', path: ['nodes', 1] }]);
});
