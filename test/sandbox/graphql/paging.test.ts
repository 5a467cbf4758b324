import { describe, expect, test } from 'vitest';

import { connection, type PageArgs } from '../../../src/sandbox/graphql/connection.js';
import { dig, world } from './world.js';

interface Page {
  nodes: number[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const page = (items: number[], args: PageArgs): Page =>
  connection(items, args, { key: (item) => item, node: (item) => item }) as unknown as Page;

describe('a page of a list', () => {
  const five = [10, 20, 30, 40, 50];
  const cursor = (item: number): string => page(five, { first: five.indexOf(item) + 1 }).pageInfo.endCursor ?? '';

  test.each<[string, PageArgs, number[], boolean, boolean]>([
    ['from the start', { first: 2 }, [10, 20], true, false],
    ['from the end', { last: 2 }, [40, 50], false, true],
    ['after one', { first: 2, after: cursor(20) }, [30, 40], true, true],
    ['before one', { last: 2, before: cursor(40) }, [20, 30], true, true],
    ['between two', { first: 5, after: cursor(10), before: cursor(50) }, [20, 30, 40], true, true],
    ['more than there is', { first: 9, after: cursor(40) }, [50], false, true],
    ['behind the last', { first: 2, after: cursor(50) }, [], false, true],
  ])('%s', (_what, args, nodes, hasNextPage, hasPreviousPage) => {
    expect(page(five, args)).toMatchObject({ nodes, totalCount: 5, pageInfo: { hasNextPage, hasPreviousPage } });
  });

  test('goes on where it was when the list has grown at either end', () => {
    expect(page([5, ...five, 60], { first: 9, after: cursor(40) }).nodes).toEqual([50, 60]);
  });

  test.each([
    ['rising', (items: number[]) => items, [40, 50]],
    ['falling', (items: number[]) => [...items].reverse(), [20, 10]],
  ])('goes on behind an item that is gone, in a %s list', (_what, order, rest) => {
    const left = order(five.filter((item) => item !== 30));
    expect(page(left, { first: 9, after: cursor(30) }).nodes).toEqual(rest);
  });

  test('an empty list has no cursors', () => {
    expect(page([], { first: 1 }).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test.each(['', 'x', Buffer.from('cursor:v2:{}').toString('base64')])(
    'what was never a cursor is refused: %j',
    (after) => {
      expect(() => page(five, { first: 1, after })).toThrow('does not appear to be a valid cursor');
    },
  );
});

test('a reader who comes back with a cursor sees only what people said since', async () => {
  const { actions, asks, ada, ben, bot, as, pull } = world();
  const ask = asks(bot());
  const since = async (after: unknown) =>
    ask(
      `query($after: String) { repository(owner: "specs", name: "spec") { pullRequest(number: ${pull.number}) {
         comments(first: 2, after: $after) { nodes { body } edges { cursor node { body } } pageInfo { endCursor hasNextPage } } } } }`,
      { after },
    );
  const comments = 'repository.pullRequest.comments';
  for (const body of ['one', 'two']) actions.createComment(as(ben), pull, body);
  const first = await since(null);
  expect(dig(first, `${comments}.nodes`)).toEqual([{ body: 'one' }, { body: 'two' }]);
  expect(dig(first, `${comments}.pageInfo.hasNextPage`)).toBe(false);
  const end = dig(first, `${comments}.pageInfo.endCursor`);
  expect(dig(first, `${comments}.edges.1`)).toEqual({ cursor: end, node: { body: 'two' } });

  actions.createComment(as(ada), pull, 'three');
  actions.deleteComment(as(ben), pull.comments[1]!);
  expect(dig(await since(end), `${comments}.nodes`)).toEqual([{ body: 'three' }]);
});
