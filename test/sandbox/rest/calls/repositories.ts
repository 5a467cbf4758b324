import { expect } from 'vitest';

import type { Bench } from '../bench.js';

const HERE = { owner: 'open-spec', repo: 'protocol' };
const text = (content: string): string => Buffer.from(content).toString('base64');

/** A repository: access, rulesets, branches, files and history. */
export async function callRepositories(bench: Bench): Promise<void> {
  const { rest: ada } = bench.client('ada');
  const { rest: dan } = bench.client('dan');
  expect((await dan.repos.get(HERE)).data.full_name).toBe('open-spec/protocol');
  expect((await dan.repos.createFork(HERE)).data.full_name).toBe('dan/protocol');
  expect((await dan.repos.listForks(HERE)).data).toHaveLength(1);
  await ada.repos.listTeams(HERE);
  const { data: people } = await ada.repos.listCollaborators(HERE);
  expect(Object.fromEntries(people.map(({ login, role_name }) => [login, role_name]))).toEqual({
    ada: 'admin',
    ben: 'write',
    cleo: 'triage',
  });
  expect((await ada.repos.checkCollaborator({ ...HERE, username: 'ben' })).status).toBe(204);
  await expect(ada.repos.checkCollaborator({ ...HERE, username: 'dan' })).rejects.toMatchObject({ status: 404 });
  const { data: level } = await ada.repos.getCollaboratorPermissionLevel({ ...HERE, username: 'cleo' });
  expect(level).toMatchObject({ permission: 'read', role_name: 'triage' });

  await rules(bench);
  await files(bench);
  await history(bench);
}

async function rules(bench: Bench): Promise<void> {
  const { rest: ada } = bench.client('ada');
  const { data: ruleset } = await ada.repos.createRepoRuleset({
    ...HERE,
    name: 'needs a check',
    enforcement: 'active',
    target: 'branch',
    conditions: { ref_name: { include: ['refs/heads/release/1.0'], exclude: [] } },
    rules: [
      {
        type: 'required_status_checks',
        parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context: 'lint' }] },
      },
      { type: 'deletion' },
    ],
  });
  expect((await ada.repos.getRepoRulesets(HERE)).data.map(({ id }) => id)).toEqual([ruleset.id]);
  await ada.repos.getRepoRuleset({ ...HERE, ruleset_id: ruleset.id });
  const { data: binding } = await ada.repos.getBranchRules({ ...HERE, branch: 'release/1.0' });
  expect(binding.map(({ type }) => type).sort()).toEqual(['deletion', 'required_status_checks']);
}

async function files(bench: Bench): Promise<void> {
  const { rest: ben } = bench.client('ben');
  const { data: folder } = await ben.repos.getContent({ ...HERE, path: 'docs' });
  expect(folder).toMatchObject([{ name: 'charter.md', type: 'file' }]);
  const { data: root } = await ben.repos.getContent({ ...HERE, path: '' });
  expect(root).toHaveLength(3);
  const { data: raw } = await ben.repos.getContent({ ...HERE, path: 'docs/charter.md', mediaType: { format: 'raw' } });
  expect(raw).toBe('One\nTwo\nThree\n');
  await ben.repos.getReadme(HERE);

  const change = { ...HERE, path: 'docs/new file.md', branch: 'main' };
  const { status, data: made } = await ben.repos.createOrUpdateFileContents({
    ...change,
    message: 'Add a file',
    content: text('First\n'),
  });
  expect(status).toBe(201);
  const { data: updated } = await ben.repos.createOrUpdateFileContents({
    ...change,
    message: 'Say more',
    content: text('First\nSecond\n'),
    sha: made.content?.sha ?? '',
  });
  const sha = updated.content?.sha ?? '';
  const stale = ben.repos.createOrUpdateFileContents({
    ...change,
    message: 'x',
    content: text('x'),
    sha: 'f'.repeat(40),
  });
  await expect(stale).rejects.toMatchObject({ status: 409 });
  const { data: gone } = await ben.repos.deleteFile({ ...change, message: 'Take it away', sha });
  expect(gone.content).toBeNull();
}

async function history(bench: Bench): Promise<void> {
  const { rest: ben } = bench.client('ben');
  const { oid } = bench.actions.push(bench.caller('ben'), bench.repository, {
    branch: 'release/1.0',
    files: { 'docs/charter.md': 'One\n2\nThree\n' },
    message: 'Write two as a number',
  });
  expect((await ben.repos.listBranches(HERE)).data.map(({ name }) => name)).toEqual(['main', 'release/1.0']);
  const { data: branch } = await ben.repos.getBranch({ ...HERE, branch: 'release/1.0' });
  expect(branch).toMatchObject({ protected: true, commit: { sha: oid } });
  await ben.git.createRef({ ...HERE, ref: 'refs/tags/v1', sha: oid });
  expect((await ben.repos.listTags(HERE)).data).toMatchObject([{ name: 'v1', commit: { sha: oid } }]);
  await ben.repos.listBranchesForHeadCommit({ ...HERE, commit_sha: oid });

  const { data: list } = await ben.repos.listCommits({ ...HERE, sha: 'release/1.0', path: 'docs/charter.md' });
  expect(list[0]?.commit.message).toBe('Write two as a number');
  expect(list[0]?.author).toMatchObject({ login: 'ben' });
  const { data: commit } = await ben.repos.getCommit({ ...HERE, ref: 'heads/release/1.0' });
  expect(commit.files).toMatchObject([{ filename: 'docs/charter.md', additions: 1, deletions: 1 }]);
  await ben.repos.getCommit({ ...HERE, ref: oid.slice(0, 8) });
  const diff = await ben.repos.getCommit({ ...HERE, ref: oid, mediaType: { format: 'diff' } });
  expect(diff.data).toContain('diff --git a/docs/charter.md b/docs/charter.md\n');
  const { data: comparison } = await ben.repos.compareCommitsWithBasehead({ ...HERE, basehead: 'main...release/1.0' });
  expect(comparison).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
  const dans = await ben.repos.compareCommitsWithBasehead({ ...HERE, basehead: 'main...dan:main' });
  expect(dans.data.status).toBe('behind');
}
