import nock from 'nock';
import { expect, test } from 'vitest';
import { branchStates, type BranchState } from '../../src/facts/mainline.js';
import { client, GITHUB, offline, type Asked } from '../github/github.js';

offline();

const REPOSITORY = { owner: 'tidewire', name: 'tidewire' };
const PATH = 'roster.yml';

/** A commit as GitHub tells of it: its first parent, what stands at the path, and who merged it. */
const step = (oid: string, parent: string | null, object: string | null, ...merges: object[]): object => ({
  oid,
  parents: { nodes: parent === null ? [] : [{ oid: parent }] },
  associatedPullRequests: { nodes: merges },
  file0: object === null ? null : { oid: object },
});
const merge = (oid: string | null, baseRefName = 'main', merged = true): object => ({
  merged,
  baseRefName,
  mergeCommit: oid === null ? null : { oid },
});

/** Answers with these pages, each asked for behind the one before; gives the cursors that were asked for. */
function answering(...pages: object[][]): unknown[] {
  const asked: unknown[] = [];
  for (const [index, nodes] of pages.entries()) {
    const pageInfo = { hasNextPage: index < pages.length - 1, endCursor: `page ${index}` };
    nock(GITHUB)
      .post('/graphql')
      .reply(200, (_path, body) => {
        asked.push((body as Asked).variables['after']);
        return {
          data: { repository: { defaultBranchRef: { name: 'main' }, object: { history: { pageInfo, nodes } } } },
        };
      });
  }
  return asked;
}

async function states(): Promise<string[]> {
  const found: BranchState[] = [];
  for await (const page of branchStates(client(), REPOSITORY, 'head', [PATH])) found.push(...page);
  return found.map(({ commit, objects }) => `${commit}: ${objects.get(PATH) ?? 'none'}`);
}

test('first parents are followed over the pages, whatever order GitHub tells them in', async () => {
  const asked = answering(
    [step('head', 'b', '3'), step('side', 'c', '9'), step('c', 'd', '1')],
    [step('b', 'c', '2'), step('d', null, null)],
  );
  expect(await states()).toEqual(['head: 3', 'b: 2', 'c: 1', 'd: none']);
  expect(asked).toEqual([null, 'page 0']);
});

test.each([
  ['of a rebased pull request the last commit counts', [merge('b')], ['head: 4', 'c: 1']],
  ['a squash counts by itself', [merge('a')], ['head: 4', 'a: 2', 'c: 1']],
  ['a commit of a pull request into another branch counts', [merge('b', 'release')], ['head: 4', 'a: 2', 'c: 1']],
  ['one that an open pull request names counts', [merge(null, 'main', false)], ['head: 4', 'a: 2', 'c: 1']],
  ['one whose merge nobody knows does not', [merge(null)], ['head: 4', 'c: 1']],
])('%s', async (_, merges, expected) => {
  answering([step('head', 'a', '4'), step('a', 'c', '2', ...merges), step('c', null, '1')]);
  expect(await states()).toEqual(expected);
});

test('the head counts however it came there', async () => {
  answering([step('head', 'a', '2', merge('other')), step('a', null, '1')]);
  expect(await states()).toEqual(['head: 2', 'a: 1']);
});

test('no more is read than a thousand commits', async () => {
  const asked = answering(
    ...Array.from({ length: 11 }, (_, page) => [step(page === 0 ? 'head' : `${page}`, `${page + 1}`, '1')]),
  );
  expect(await states()).toHaveLength(10);
  expect(asked).toHaveLength(10);
  expect(nock.pendingMocks()).toHaveLength(1);
  nock.cleanAll();
});

test('a history that is not there fails the look', async () => {
  nock(GITHUB)
    .post('/graphql')
    .reply(200, { data: { repository: { defaultBranchRef: { name: 'main' }, object: null } } });
  await expect(states()).rejects.toThrow('could not be read');
});
