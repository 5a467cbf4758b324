import { Octokit } from '@octokit/rest';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { handleGraphql } from '../../../src/sandbox/graphql/handle.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js';
import { handleRest } from '../../../src/sandbox/rest/index.js';
import type { Account, Repository } from '../../../src/sandbox/state/types.js';

let sandbox: Sandbox;
let api: string;
let ada: Account;
let repository: Repository;
let octokit: Octokit;

beforeAll(async () => {
  sandbox = createSandbox({ handlers: { rest: handleRest, graphql: handleGraphql } });
  api = await sandbox.listen();
  ada = sandbox.actions.createUser({ login: 'ada' });
  const caller = { kind: 'user', userId: ada.id } as const;
  repository = sandbox.actions.createRepository(caller, { owner: ada, name: 'spec', files: { 'a.md': 'a\n' } });
  octokit = new Octokit({ baseUrl: api, auth: sandbox.actions.createUserToken(ada) });
});

afterAll(async () => {
  await sandbox.close();
  expect(sandbox.crashes).toEqual([]);
});

test('the real client reads over HTTP and sees what it spent', async () => {
  const query = 'query Who { viewer { login databaseId } rateLimit { cost used remaining limit } }';
  const before = await octokit.graphql(query);
  expect(before).toMatchObject({ viewer: { login: 'ada', databaseId: ada.id }, rateLimit: { cost: 1, limit: 5000 } });
  const heavy = `{ viewer { repositories(first: 100) { nodes { issues(first: 100) { nodes { labels(first: 10) { nodes { name } } } } } } }
    rateLimit { cost used } }`;
  const { rateLimit } = await octokit.graphql<{ rateLimit: { cost: number; used: number } }>(heavy);
  expect(rateLimit).toEqual({ cost: 101, used: 102 });
  const after = await octokit.request('POST /graphql', { query });
  expect(after.headers['x-ratelimit-used']).toBe('103');
});

test('the real client writes, and throws what GitHub refuses with the data that there is', async () => {
  const { createIssue } = await octokit.graphql<{ createIssue: { issue: { id: string; number: number } } }>(
    'mutation($repo: ID!) { createIssue(input: { repositoryId: $repo, title: "Hello" }) { issue { id number } } }',
    { repo: repository.nodeId },
  );
  const refused = octokit.graphql(
    `mutation($id: ID!) {
       said: addComment(input: { subjectId: $id, body: "Said." }) { commentEdge { node { body } } }
       lost: addComment(input: { subjectId: "I_lost", body: "Lost." }) { commentEdge { node { body } } } }`,
    { id: createIssue.issue.id },
  );
  await expect(refused).rejects.toMatchObject({
    name: 'GraphqlResponseError',
    data: { said: { commentEdge: { node: { body: 'Said.' } } }, lost: null },
    errors: [{ type: 'NOT_FOUND', path: ['lost'] }],
  });
});

test.each([
  ['bad credentials', { authorization: 'token wrong' }, '{"query":"{ viewer { login } }"}', 401],
  ['nobody', {}, '{"query":"{ viewer { login } }"}', 401],
  ['JSON that is none', { authorization: 'token wrong' }, '{"query":', 400],
])('%s never reach the schema', async (_what, headers, body, status) => {
  const reply = await fetch(`${api}/graphql`, { method: 'POST', headers: { 'user-agent': 'test', ...headers }, body });
  expect(reply.status).toBe(status);
  expect(await reply.json()).toHaveProperty('message');
});
