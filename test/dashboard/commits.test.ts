import { expect, it } from 'vitest';
import { commitChanges, MOST } from '../../src/dashboard/commits.js';
import type { GitHubClient } from '../../src/github/clients.js';

interface Input {
  expectedHeadOid: string;
  fileChanges: { additions: { path: string; contents: string }[]; deletions: { path: string }[] };
}

/** A client that commits whatever it is given, and names the commits `c1`, `c2`, … */
function committing(): { client: GitHubClient; commits: Input[] } {
  const commits: Input[] = [];
  const graphql = (_: string, { input }: { input: Input }): Promise<unknown> => {
    commits.push(input);
    return Promise.resolve({ createCommitOnBranch: { commit: { oid: `c${commits.length}` } } });
  };
  return { client: { graphql } as unknown as GitHubClient, commits };
}

const onto = { repository: { owner: 'a', name: 'b' }, branch: 'record', head: 'c0', folder: 'pages' };
const page = (path: string, share: number) => ({ path, text: 'x'.repeat(Math.floor((MOST * share * 3) / 4)) });

it('writes pages in one commit, and in several, one on top of the other, where they are more than one carries', async () => {
  const { client, commits } = committing();
  const all = [page('a.md', 0.4), page('b.md', 0.4), page('c.md', 0.4), page('large.md', 1.5), page('d.md', 0.1)];
  await commitChanges(client, onto, { additions: all, deletions: ['bars/old.svg'] });
  expect(
    commits.map(({ expectedHeadOid, fileChanges }) => [
      expectedHeadOid,
      fileChanges.additions.map(({ path }) => path),
      fileChanges.deletions.map(({ path }) => path),
    ]),
  ).toEqual([
    ['c0', ['pages/a.md', 'pages/b.md'], []],
    ['c1', ['pages/c.md'], []],
    ['c2', ['pages/large.md'], []],
    ['c3', ['pages/d.md'], ['pages/bars/old.svg']],
  ]);
});

it('takes pictures away that nothing shows any more, where no page is written', async () => {
  const { client, commits } = committing();
  await commitChanges(client, onto, { additions: [], deletions: ['bars/old.svg'] });
  expect(commits.map(({ fileChanges }) => fileChanges)).toEqual([
    { additions: [], deletions: [{ path: 'pages/bars/old.svg' }] },
  ]);
});
