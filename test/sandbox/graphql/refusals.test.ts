import { describe, expect, test } from 'vitest';

import { handleGraphql } from '../../../src/sandbox/graphql/handle.js';
import { dig, world } from './world.js';

const inRepository = (fields: string): string => `{ repository(owner: "specs", name: "spec") { ${fields} } }`;

describe('what GitHub would not run', () => {
  test.each([
    ['text that is no GraphQL', '{ viewer {', /Syntax Error/],
    ['a field that is not in the schema', '{ viewer { shoeSize } }', /Cannot query field "shoeSize" on type "User"/],
    ['an argument that is not', inRepository('issue(numero: 1) { id }'), /Unknown argument "numero"/],
    ['an object without its fields', inRepository('owner'), /must have a selection of subfields/],
    ['a number that is a text', inRepository('issue(number: "1") { id }'), /Int cannot represent/],
    ['an object name that is none', inRepository('object(oid: "main") { id }'), /40 hexadecimal digits/],
    ['two operations without saying which', 'query A { viewer { id } } query B { viewer { id } }', /operation name/],
  ])('%s', async (_what, query, message) => {
    const { asks, ada, as } = world();
    const answer = await asks(as(ada))(query);
    expect(answer.status).toBe(200);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.message).toMatch(message);
  });

  test('a variable that is missing', async () => {
    const { asks, ada, as } = world();
    const answer = await asks(as(ada))('query($id: ID!) { node(id: $id) { id } }');
    expect(answer.errors?.[0]?.message).toMatch(/"\$id" of required type "ID!" was not provided/);
  });

  test('anything, from a caller without a name', async () => {
    const { state, actions, app } = world();
    for (const caller of [{ kind: 'anonymous' }, { kind: 'app', appId: app.id }] as const) {
      const request = { query: '{ viewer { id } }', variables: {}, operationName: null };
      expect((await handleGraphql(request, { state, actions, caller })).status).toBe(401);
    }
  });
});

describe('what the sandbox does not serve fails by its name', () => {
  test.each([
    ['a field', inRepository('diskUsage'), 'Repository.diskUsage'],
    [
      'a filter',
      inRepository('issues(first: 1, filterBy: { mentioned: "ada" }) { totalCount }'),
      'Repository.issues(filterBy.mentioned:)',
    ],
    [
      'a kind of event',
      inRepository('pullRequest(number: 1) { timelineItems(first: 1, itemTypes: [MENTIONED_EVENT]) { totalCount } }'),
      'timelineItems(itemTypes: [MENTIONED_EVENT])',
    ],
    ['a mutation', 'mutation { pinIssue(input: { issueId: "I_1" }) { clientMutationId } }', 'Mutation.pinIssue'],
  ])('%s', async (_what, query, name) => {
    const { asks, ada, as } = world();
    const { errors } = await asks(as(ada))(query);
    expect(errors?.map(({ message }) => message)).toEqual([
      expect.stringContaining(`The sandbox does not serve ${name}`),
    ]);
  });
});

test('a mistake of the sandbox itself is thrown, for the server to report, and never passes for an answer', async () => {
  const { asks, ada, as, pull, state } = world();
  state.objects.delete(pull.head.oid);
  const asked = asks(as(ada))(inRepository('pullRequest(number: 1) { commits(last: 1) { nodes { commit { oid } } } }'));
  await expect(asked).rejects.toThrow(`The sandbox has lost the commit ${pull.head.oid}`);
});

describe('what is not there', () => {
  test.each([
    [
      '{ it: repository(owner: "specs", name: "other") { id } }',
      "Could not resolve to a Repository with the name 'specs/other'.",
    ],
    ['{ it: user(login: "nobody") { id } }', "Could not resolve to a User with the login of 'nobody'."],
    ['{ it: user(login: "specs") { id } }', "Could not resolve to a User with the login of 'specs'."],
    ['{ it: organization(login: "ada") { id } }', "Could not resolve to an Organization with the login of 'ada'."],
    ['{ it: node(id: "PR_nothing") { id } }', "Could not resolve to a node with the global id of 'PR_nothing'."],
  ])('%s', async (query, message) => {
    const { asks, ada, as } = world();
    const answer = await asks(as(ada))(query);
    expect(answer).toMatchObject({ status: 200, data: { it: null } });
    expect(answer.errors).toMatchObject([{ type: 'NOT_FOUND', path: ['it'], message }]);
  });

  test('leaves the rest of the answer beside the error', async () => {
    const { asks, ada, as } = world();
    const answer = await asks(as(ada))(
      inRepository('name none: pullRequest(number: 99) { id } issue(number: 1) { id }'),
    );
    expect(answer.data).toEqual({ repository: { name: 'spec', none: null, issue: null } });
    expect(answer.errors?.map(({ type, path }) => [type, path])).toEqual([
      ['NOT_FOUND', ['repository', 'none']],
      ['NOT_FOUND', ['repository', 'issue']],
    ]);
  });

  test('a private repository is not there for strangers, nor is anything in it', async () => {
    const { actions, asks, ada, ben, as, org } = world();
    const secret = actions.createRepository(as(ada), { owner: org, name: 'secret', private: true, files: { a: 'b' } });
    const issue = actions.openIssue(as(ada), secret, { title: 'Hush' });
    const query = 'query($id: ID!) { repository(owner: "specs", name: "secret") { id } node(id: $id) { id } }';
    const stranger = await asks(as(ben))(query, { id: issue.nodeId });
    expect(stranger.data).toEqual({ repository: null, node: null });
    expect(stranger.errors?.map(({ type }) => type)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    const owner = await asks(as(ada))(query, { id: issue.nodeId });
    expect(dig(owner, 'node.id')).toBe(issue.nodeId);
    const comment = 'mutation($id: ID!) { addComment(input: { subjectId: $id, body: "?" }) { clientMutationId } }';
    expect((await asks(as(ben))(comment, { id: issue.nodeId })).errors).toMatchObject([{ type: 'NOT_FOUND' }]);
    expect(issue.comments).toEqual([]);
  });
});

describe('an app without the permission', () => {
  test.each([
    ['contents', inRepository('name it: object(expression: "main:README.md") { id }')],
    ['pull_requests', inRepository('name it: pullRequest(number: 1) { id }')],
    ['issues', inRepository('name it: issue(number: 2) { id }')],
  ])('reads all but what needs %s', async (missing, query) => {
    const { actions, as, ada, asks, bot, app, repository } = world();
    actions.openIssue(as(ada), repository, { title: 'Number two' });
    const permissions = Object.fromEntries(Object.entries(app.permissions).filter(([name]) => name !== missing));
    const answer = await asks(bot(permissions))(query);
    expect(answer.status).toBe(200);
    expect(dig(answer, 'repository.name')).toBe('spec');
    expect(answer.errors).toMatchObject([
      { type: 'FORBIDDEN', path: ['repository', 'it'], message: 'Resource not accessible by integration' },
    ]);
    expect((await asks(bot())(query)).errors).toBeUndefined();
  });

  test('loses what holds a field that cannot be null, as GraphQL has it', async () => {
    const { asks, bot } = world();
    const query = inRepository('name issues(first: 1) { nodes { id } }');
    const answer = await asks(bot({ metadata: 'read' }))(query);
    expect(answer.data).toEqual({ repository: null });
    expect(answer.errors).toMatchObject([{ type: 'FORBIDDEN', path: ['repository', 'issues'] }]);
  });

  test('sees no checks and no teams', async () => {
    const { asks, bot } = world();
    const answer = await asks(bot({ metadata: 'read', contents: 'read' }))(
      `{ organization(login: "specs") { teams(first: 1) { nodes { slug } } }
         repository(owner: "specs", name: "spec") { defaultBranchRef { target { ... on Commit {
           checkSuites(first: 1) { nodes { id } } } } } } }`,
    );
    expect(answer.errors?.map(({ type, path }) => [type, path?.at(-1)]).sort()).toEqual([
      ['FORBIDDEN', 'checkSuites'],
      ['FORBIDDEN', 'teams'],
    ]);
  });

  test('writes nothing that it may only read', async () => {
    const { asks, bot, pull } = world();
    const ask = asks(bot({ metadata: 'read', pull_requests: 'read', issues: 'read' }));
    const answer = await ask(
      'mutation($id: ID!) { addComment(input: { subjectId: $id, body: "Hi" }) { clientMutationId } }',
      {
        id: pull.nodeId,
      },
    );
    expect(answer.data).toEqual({ addComment: null });
    expect(answer.errors).toMatchObject([{ type: 'FORBIDDEN', path: ['addComment'] }]);
    expect(pull.comments).toEqual([]);
  });
});
