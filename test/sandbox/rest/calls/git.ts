import { expect } from 'vitest';

import type { Bench } from '../bench.js';

const HERE = { owner: 'open-spec', repo: 'protocol' };

/** Git's own objects and refs: a parentless branch, made by an app. */
export async function callGit(bench: Bench): Promise<void> {
  const { rest: app } = bench.client('installation');
  const { data: blob } = await app.git.createBlob({ ...HERE, content: 'héllo\n' });
  const { data: read } = await app.git.getBlob({ ...HERE, file_sha: blob.sha });
  expect(Buffer.from(read.content, 'base64').toString()).toBe('héllo\n');
  const { data: tree } = await app.git.createTree({
    ...HERE,
    tree: [
      { path: 'one.txt', mode: '100644', type: 'blob', sha: blob.sha },
      { path: 'folder/two.txt', mode: '100644', type: 'blob', content: 'two\n' },
    ],
  });
  const { data: all } = await app.git.getTree({ ...HERE, tree_sha: tree.sha, recursive: 'true' });
  expect(all.tree.map(({ path }) => path)).toEqual(['folder', 'folder/two.txt', 'one.txt']);
  const { data: commit } = await app.git.createCommit({ ...HERE, message: 'Begin', tree: tree.sha, parents: [] });
  expect(commit.verification).toMatchObject({ verified: true, reason: 'valid' });
  await app.git.getCommit({ ...HERE, commit_sha: commit.sha });
  await app.git.createRef({ ...HERE, ref: 'refs/heads/scribe/record', sha: commit.sha });
  const { data: ref } = await app.git.getRef({ ...HERE, ref: 'heads/scribe/record' });
  expect(ref.object).toMatchObject({ type: 'commit', sha: commit.sha });
  const { data: refs } = await app.git.listMatchingRefs({ ...HERE, ref: 'heads/scribe' });
  expect(refs.map((one) => one.ref)).toEqual(['refs/heads/scribe/record']);

  const parents = [commit.sha];
  const { data: next } = await app.git.createCommit({ ...HERE, message: 'Go on', tree: tree.sha, parents });
  await app.git.updateRef({ ...HERE, ref: 'heads/scribe/record', sha: next.sha });
  const back = app.git.updateRef({ ...HERE, ref: 'heads/scribe/record', sha: commit.sha });
  await expect(back).rejects.toMatchObject({ status: 422 });
  await app.git.deleteRef({ ...HERE, ref: 'heads/scribe/record' });
  await expect(app.git.getRef({ ...HERE, ref: 'heads/scribe/record' })).rejects.toMatchObject({ status: 404 });
}
