import { describe, expect, test } from 'vitest';

import { dig, world } from './world.js';

const inRepository = (fields: string): string => `{ repository(owner: "specs", name: "spec") { ${fields} } }`;

describe('what GitHub counts before it runs a call', () => {
  test.each([
    ['no page', 'issues { nodes { id } }', 'MISSING_PAGINATION_BOUNDARIES'],
    ['only the page info', 'issues { pageInfo { hasNextPage } }', 'MISSING_PAGINATION_BOUNDARIES'],
    ['no page behind a fragment', 'issues { ... { edges { cursor } } }', 'MISSING_PAGINATION_BOUNDARIES'],
    ['a page of 101', 'issues(first: 101) { nodes { id } }', 'EXCESSIVE_PAGINATION'],
    ['a page of 101 from the end', 'issues(last: 101) { totalCount }', 'EXCESSIVE_PAGINATION'],
    ['a page of nothing', 'issues(first: 0) { nodes { id } }', 'INVALID_PAGINATION_BOUNDARIES'],
    ['both ends at once', 'issues(first: 1, last: 1) { nodes { id } }', 'INVALID_PAGINATION_BOUNDARIES'],
    [
      'a million nodes',
      'issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { nodes { id } } } } } }',
      'MAX_NODE_LIMIT_EXCEEDED',
    ],
  ])('refuses %s', async (_what, fields, type) => {
    const { asks, ada, as } = world();
    const answer = await asks(as(ada))(inRepository(fields));
    expect(answer.status).toBe(200);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.map((error) => error.type)).toEqual([type]);
  });

  test.each([
    [101, 'EXCESSIVE_PAGINATION'],
    [null, 'MISSING_PAGINATION_BOUNDARIES'],
  ])('refuses a variable of %s', async (n, type) => {
    const { asks, ada, as } = world();
    const answer = await asks(as(ada))(`query($n: Int) ${inRepository('issues(first: $n) { nodes { id } }')}`, { n });
    expect(answer.errors?.map((error) => error.type)).toEqual([type]);
  });

  test('looks into fragments', async () => {
    const { asks, ada, as } = world();
    const query = `${inRepository('...Some')} fragment Some on Repository { issues(first: 200) { nodes { id } } }`;
    expect((await asks(as(ada))(query)).errors?.map(({ type }) => type)).toEqual(['EXCESSIVE_PAGINATION']);
  });

  test('lets a count go without a page', async () => {
    const { asks, ada, as } = world();
    const answer = await asks(as(ada))(inRepository('pullRequests(states: OPEN) { totalCount }'));
    expect(answer).toMatchObject({ data: { repository: { pullRequests: { totalCount: 1 } } }, errors: undefined });
  });

  test('says which connection is meant, and by how much', async () => {
    const { asks, ada, as } = world();
    const answer = await asks(as(ada))(inRepository('mine: issues(first: 250) { nodes { id } }'));
    expect(answer.errors).toMatchObject([
      {
        path: ['repository', 'mine'],
        message: 'Requesting 250 records on the `issues` connection exceeds the `first` limit of 100 records.',
      },
    ]);
  });

  test('takes at most a hundred node ids', async () => {
    const { asks, ada, as } = world();
    const ids = Array.from({ length: 101 }, () => ada.nodeId);
    const answer = await asks(as(ada))('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(answer.errors).toMatchObject([{ type: 'ARGUMENT_LIMIT' }]);
  });
});

describe('the cost of a call', () => {
  // The two examples of GitHub's "Rate limits and query limits for the GraphQL API".
  test('is that of the documentation: 5,101 requests are 51 points', async () => {
    const { asks, ada, as } = world();
    const answer = await asks(as(ada))(`{ rateLimit { cost nodeCount }
      viewer { repositories(first: 100) { edges { node { id
        issues(first: 50) { totalCount edges { node { id title
          labels(first: 60) { totalCount edges { node { id name } } } } } } } } } } }`);
    expect(dig(answer, 'rateLimit')).toEqual({ cost: 51, nodeCount: 100 + 100 * 50 + 100 * 50 * 60 });
  });

  test('counts its 22,050 nodes (the ten followers of that example are not served)', async () => {
    const { asks, ada, as } = world();
    const answer = await asks(as(ada))(`{ rateLimit { nodeCount }
      viewer { repositories(first: 50) { edges { repository: node { name
          pullRequests(first: 20) { edges { pullRequest: node { title
            comments(first: 10) { edges { comment: node { bodyText } } } } } }
          issues(first: 20) { totalCount edges { issue: node { title bodyText
            comments(first: 10) { edges { comment: node { bodyText } } } } } } } } } } }`);
    expect(dig(answer, 'rateLimit.nodeCount')).toBe(22_050);
  });

  test('is told to who asks', async () => {
    const { asks, bot } = world();
    const answer = await asks(bot())('{ rateLimit { cost limit used remaining nodeCount resetAt } viewer { id } }');
    expect(dig(answer, 'rateLimit')).toEqual({
      cost: 1,
      limit: 5000,
      used: 0,
      remaining: 5000,
      nodeCount: 0,
      resetAt: expect.stringMatching(/^2026-01-05T10:00:\d\dZ$/) as unknown,
    });
  });
});
