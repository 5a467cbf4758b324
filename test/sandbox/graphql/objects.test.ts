import { describe, expect, test } from 'vitest';

import { dig, world, type Ask } from './world.js';

describe('git objects', () => {
  const read = async (ask: Ask, expression: string): Promise<unknown> => {
    const answer = await ask(
      `query($e: String!) { repository(owner: "specs", name: "spec") { object(expression: $e) {
         __typename oid ... on Blob { text byteSize isBinary isTruncated } } } }`,
      { e: expression },
    );
    expect(answer.errors).toBeUndefined();
    return dig(answer, 'repository.object');
  };

  test.each([
    ['main:docs/guide.md', { __typename: 'Blob', text: 'How to.\n', byteSize: 8, isTruncated: false }],
    ['main:docs', { __typename: 'Tree' }],
    ['main:', { __typename: 'Tree' }],
    ['main^{tree}', { __typename: 'Tree' }],
    ['HEAD', { __typename: 'Commit' }],
    ['refs/pull/1/head', { __typename: 'Commit' }],
    ['refs/pull/1/head~1:README.md', { __typename: 'Blob', text: '# The specification\n' }],
  ])('%s', async (expression, expected) => {
    const { asks, bot } = world();
    expect(await read(asks(bot()), expression)).toMatchObject(expected);
  });

  test.each(['main:nothing', 'nothing', 'nothing:README.md', 'main~9', 'main:README.md/x'])(
    '%s is null',
    async (expression) => {
      const { asks, bot } = world();
      expect(await read(asks(bot()), expression)).toBeNull();
    },
  );

  test('a text is cut at 512,000 bytes and never within a character; what is binary has none', async () => {
    const { actions, asks, as, ada, bot, repository } = world();
    const files = { 'long.txt': `x${'é'.repeat(256_000)}`, 'picture.png': Buffer.from([137, 80, 0, 71]) };
    actions.push(as(ada), repository, { branch: 'main', files });
    const long = await read(asks(bot()), 'main:long.txt');
    expect(long).toMatchObject({ byteSize: 512_001, isTruncated: true, isBinary: false });
    expect((long as { text: string }).text).toBe(`x${'é'.repeat(255_999)}`);
    expect(await read(asks(bot()), 'main:picture.png')).toMatchObject({
      isBinary: true,
      text: null,
      isTruncated: false,
    });
  });

  test('the history of a path has only the commits that changed it', async () => {
    const { actions, asks, as, ada, bot, repository } = world();
    actions.push(as(ada), repository, { branch: 'main', files: { 'docs/guide.md': 'Better.\n' }, message: 'Guide' });
    actions.push(as(ada), repository, { branch: 'main', files: { 'README.md': 'x' }, message: 'Read me' });
    const answer = await asks(bot())(
      `{ repository(owner: "specs", name: "spec") { ref(qualifiedName: "main") { target { ... on Commit {
           history(first: 9, path: "docs") { totalCount nodes { message author { user { login } } parents(first: 1) { totalCount } } } } } } } }`,
    );
    expect(dig(answer, 'repository.ref.target.history')).toEqual({
      totalCount: 2,
      nodes: [
        { message: 'Guide', author: { user: { login: 'ada' } }, parents: { totalCount: 1 } },
        { message: 'Initial commit', author: { user: { login: 'ada' } }, parents: { totalCount: 0 } },
      ],
    });
  });
});
