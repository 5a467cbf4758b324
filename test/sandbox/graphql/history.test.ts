import { describe, expect, test } from 'vitest';

import { dig, world, type World } from './world.js';

const HISTORY = `query($path: String) { repository(owner: "specs", name: "spec") { defaultBranchRef { target { ... on Commit {
  history(first: 20, path: $path) { nodes { message associatedPullRequests(first: 5) { nodes { number merged mergeCommit { oid } } } } } } } } } }`;

/** A commit of the default branch as the query above gives it. */
interface Told {
  message: string;
  associatedPullRequests: { nodes: { number: number; merged: boolean; mergeCommit: { oid: string } }[] };
}

async function history({ asks, bot }: World, path: string | null): Promise<Told[]> {
  const answer = await asks(bot())(HISTORY, { path });
  expect(answer.errors).toBeUndefined();
  return dig(answer, 'repository.defaultBranchRef.target.history.nodes') as Told[];
}

/** Ada changes a folder twice on a branch, and merges it by a pull request; the default branch changes another one meanwhile. */
function merged(told: World, method: 'merge' | 'squash' | 'rebase'): number {
  const { actions, as, ada, repository } = told;
  const write = (branch: string, path: string, text: string, message: string): void => {
    actions.push(as(ada), repository, { branch, files: { [path]: text }, message });
  };
  write('side', 'docs/guide.md', 'Once.\n', 'Once');
  write('side', 'docs/more.md', 'Twice.\n', 'Twice');
  write('main', 'README.md', 'Read me.\n', 'Read me');
  const pull = actions.openPull(as(ada), repository, { title: 'Guide', head: 'side', base: 'main' });
  actions.mergePull(as(ada), pull, { method, title: 'Merged', message: '' });
  return pull.number;
}

const firstLines = (commits: readonly Told[]): (string | undefined)[] =>
  commits.map(({ message }) => message.split('\n')[0]);

describe('the history of a commit', () => {
  test('of a path follows a merge to the side that its content came from, past the merge itself', async () => {
    const told = world();
    merged(told, 'merge');
    expect(firstLines(await history(told, 'docs'))).toEqual(['Twice', 'Once', 'Initial commit']);
    expect(firstLines(await history(told, 'README.md'))).toEqual(['Read me', 'Initial commit']);
    expect(firstLines(await history(told, null))[0]).toBe('Merged');
  });

  test.each([
    ['merge', ['Merged', 'Twice', 'Once']],
    ['squash', ['Merged']],
    ['rebase', ['Twice', 'Once']],
  ] as const)('says of each commit which pull request brought it (%s)', async (method, brought) => {
    const told = world();
    const number = merged(told, method);
    const commits = (await history(told, null)).filter(({ associatedPullRequests: { nodes } }) =>
      nodes.some((pull) => pull.number === number && pull.merged),
    );
    expect(firstLines(commits).sort()).toEqual([...brought].sort());
    const tip = told.repository.refs.get('refs/heads/main');
    expect(
      commits.flatMap(({ associatedPullRequests: { nodes } }) => nodes.map(({ mergeCommit }) => mergeCommit.oid)),
    ).toEqual(commits.map(() => tip));
  });
});
