import { describe, expect, test } from 'vitest';

import { dig, world, type Ask } from './world.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Appends to the ledger as Convenor does: a commit that names the head that it was made for. */
const commit = async (
  ask: Ask,
  head: unknown,
  files: Record<string, string>,
  branch = 'main',
  deletions: string[] = [],
) =>
  ask(
    `mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) {
       commit { oid message author { user { login } email } parents(first: 2) { nodes { oid } } signature { isValid state wasSignedByGitHub } }
       ref { name target { oid } } } }`,
    {
      input: {
        branch: { repositoryNameWithOwner: 'specs/spec', branchName: branch },
        expectedHeadOid: head,
        message: { headline: 'Record', body: 'Two lines.' },
        fileChanges: {
          additions: Object.entries(files).map(([path, text]) => ({ path, contents: base64(text) })),
          deletions: deletions.map((path) => ({ path })),
        },
      },
    },
  );

const headOf = async (ask: Ask): Promise<unknown> =>
  dig(
    await ask('{ repository(owner: "specs", name: "spec") { defaultBranchRef { target { oid } } } }'),
    'repository.defaultBranchRef.target.oid',
  );

describe('createCommitOnBranch', () => {
  test('writes and deletes files in one signed commit of the app', async () => {
    const { asks, bot } = world();
    const ask = asks(bot());
    const head = await headOf(ask);
    const answer = await commit(ask, head, { 'ledger/1.jsonl': '{"a":1}\n' }, 'main', ['docs/guide.md']);
    expect(answer.errors).toBeUndefined();
    expect(dig(answer, 'createCommitOnBranch.commit')).toMatchObject({
      message: 'Record\n\nTwo lines.',
      parents: { nodes: [{ oid: head }] },
      signature: { isValid: true, state: 'VALID', wasSignedByGitHub: true },
    });
    expect(dig(answer, 'createCommitOnBranch.ref.target.oid')).toBe(dig(answer, 'createCommitOnBranch.commit.oid'));
    const read = await ask(
      '{ repository(owner: "specs", name: "spec") { a: object(expression: "main:ledger/1.jsonl") { ... on Blob { text } } b: object(expression: "main:docs/guide.md") { id } } }',
    );
    expect(dig(read, 'repository')).toEqual({ a: { text: '{"a":1}\n' }, b: null });
  });

  test('loses the swap with STALE_DATA and status 200 when somebody was faster', async () => {
    const { asks, bot } = world();
    const ask = asks(bot());
    const head = await headOf(ask);
    await commit(ask, head, { a: 'first' });
    const second = await commit(ask, head, { a: 'second' });
    expect(second.status).toBe(200);
    expect(second.data).toEqual({ createCommitOnBranch: null });
    expect(second.errors).toMatchObject([
      {
        type: 'STALE_DATA',
        path: ['createCommitOnBranch'],
        message: expect.stringMatching(/^Expected branch to point to "[0-9a-f]{40}" but it did not/) as unknown,
      },
    ]);
  });

  test('cannot create a branch', async () => {
    const { asks, bot, repository } = world();
    const ask = asks(bot());
    const answer = await commit(ask, await headOf(ask), { a: 'b' }, 'convenor/record');
    expect(answer.errors).toMatchObject([{ type: 'NOT_FOUND' }]);
    expect([...repository.refs.keys()]).not.toContain('refs/heads/convenor/record');
  });

  test('takes only base64', async () => {
    const { asks, bot } = world();
    const answer = await asks(bot())(
      `mutation { createCommitOnBranch(input: { branch: { repositoryNameWithOwner: "specs/spec", branchName: "main" },
         expectedHeadOid: "${'0'.repeat(40)}", message: { headline: "x" }, fileChanges: { additions: [{ path: "a", contents: "not base64!" }] } }) { clientMutationId } }`,
    );
    expect(answer.errors?.[0]?.message).toMatch(/Base64String must be base64 text/);
  });

  test('is refused to an app that may only read', async () => {
    const { asks, bot } = world();
    const ask = asks(bot({ metadata: 'read', contents: 'read' }));
    const answer = await commit(ask, await headOf(ask), { a: 'b' });
    expect(answer.errors).toMatchObject([{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }]);
  });
});

test('branches are made, moved and deleted', async () => {
  const { asks, bot, repository, actions, as, ada } = world();
  const ask = asks(bot());
  const first = await headOf(ask);
  const made = await ask(
    'mutation($repo: ID!, $oid: GitObjectID!) { createRef(input: { repositoryId: $repo, name: "refs/heads/copy", oid: $oid }) { ref { id name prefix } } }',
    { repo: repository.nodeId, oid: first },
  );
  expect(dig(made, 'createRef.ref')).toMatchObject({ name: 'copy', prefix: 'refs/heads/' });
  const { oid } = actions.push(as(ada), repository, { branch: 'main', files: { a: 'b' } });
  const id = dig(made, 'createRef.ref.id');
  const move =
    'mutation($id: ID!, $oid: GitObjectID!) { updateRef(input: { refId: $id, oid: $oid }) { ref { target { oid } } } }';
  expect(dig(await ask(move, { id, oid }), 'updateRef.ref.target.oid')).toBe(oid);
  expect((await ask(move, { id, oid: first })).errors).toMatchObject([{ type: 'UNPROCESSABLE' }]);
  await ask('mutation($id: ID!) { deleteRef(input: { refId: $id }) { clientMutationId } }', { id });
  expect(repository.refs.has('refs/heads/copy')).toBe(false);
});

describe('check runs', () => {
  const output = (count: number): object => ({
    title: 'Findings',
    summary: 'Some',
    annotations: Array.from({ length: count }, (_, index) => ({
      path: 'docs/proposal.md',
      annotationLevel: 'WARNING',
      message: `Finding ${index}`,
      location: { startLine: 1, endLine: 1 },
    })),
  });
  const create = `mutation($repo: ID!, $head: GitObjectID!, $output: CheckRunOutput) {
    createCheckRun(input: { repositoryId: $repo, headSha: $head, name: "convenor/proposal", externalId: "e1", status: IN_PROGRESS, output: $output }) {
      checkRun { id status conclusion externalId annotations(first: 1) { totalCount } } } }`;

  test('annotations add up on update', async () => {
    const { asks, bot, pull, repository } = world();
    const ask = asks(bot());
    const made = await ask(create, { repo: repository.nodeId, head: pull.head.oid, output: output(50) });
    expect(dig(made, 'createCheckRun.checkRun')).toMatchObject({
      status: 'IN_PROGRESS',
      conclusion: null,
      externalId: 'e1',
    });
    const updated = await ask(
      `mutation($repo: ID!, $id: ID!, $output: CheckRunOutput) {
         updateCheckRun(input: { repositoryId: $repo, checkRunId: $id, conclusion: SUCCESS, output: $output }) {
           checkRun { status conclusion annotations(first: 1) { totalCount } } } }`,
      { repo: repository.nodeId, id: dig(made, 'createCheckRun.checkRun.id'), output: output(2) },
    );
    expect(dig(updated, 'updateCheckRun.checkRun')).toEqual({
      status: 'COMPLETED',
      conclusion: 'SUCCESS',
      annotations: { totalCount: 52 },
    });
  });

  test('51 annotations at once are refused', async () => {
    const { asks, bot, pull, repository } = world();
    const answer = await asks(bot())(create, { repo: repository.nodeId, head: pull.head.oid, output: output(51) });
    expect(answer.errors).toMatchObject([{ type: 'UNPROCESSABLE', path: ['createCheckRun'] }]);
    expect(repository.checkRuns.size).toBe(0);
  });

  test('people make none', async () => {
    const { asks, as, ada, pull, repository } = world();
    const answer = await asks(as(ada))(create, { repo: repository.nodeId, head: pull.head.oid, output: output(1) });
    expect(answer.errors).toMatchObject([{ type: 'FORBIDDEN' }]);
  });
});
