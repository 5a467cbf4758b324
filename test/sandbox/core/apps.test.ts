import { describe, expect, it } from 'vitest';

import type { Annotation } from '../../../src/sandbox/state/types.js';
import { refusal, stage } from './world.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('createCommitOnBranch', () => {
  const write = (expectedHeadOid: string, text: string) => ({
    branch: 'record',
    expectedHeadOid,
    headline: 'Another line',
    additions: [{ path: 'ledger.jsonl', content: bytes(text) }],
    deletions: [],
  });

  it('is a compare-and-swap: the second of two writers is told that its head is stale', () => {
    const { sandbox, repo, bot } = stage();
    const { actions, state } = sandbox;
    const tree = actions.createTree(bot, repo, {
      baseTree: null,
      entries: [{ path: 'a', mode: '100644', content: 'a' }],
    });
    const root = actions.createCommit(bot, repo, { message: 'Root', tree, parents: [] });
    expect(refusal(() => actions.createCommitOnBranch(bot, repo, write(root, '1')))).toContain('404');
    actions.createRef(bot, repo, 'refs/heads/record', root);

    const { oid } = actions.createCommitOnBranch(bot, repo, write(root, '1\n'));
    let error: unknown;
    try {
      actions.createCommitOnBranch(bot, repo, write(root, '2\n'));
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ type: 'STALE_DATA', status: 409 });
    expect(repo.refs.get('refs/heads/record')).toBe(oid);
    expect(state.objects.get(oid)).toMatchObject({
      parents: [root],
      author: { name: 'clerk[bot]' },
      committer: { name: 'GitHub', email: 'noreply@github.com' },
      message: 'Another line',
    });
    const commit = state.objects.get(oid);
    expect(commit?.type === 'commit' && commit.signature).toContain('BEGIN PGP SIGNATURE');
  });

  it('writes no workflow without the permission for it', () => {
    const { sandbox, repo, bot } = stage();
    const head = repo.refs.get('refs/heads/main') ?? '';
    const additions = [{ path: '.github/workflows/x.yml', content: bytes('on: push') }];
    const input = { branch: 'main', expectedHeadOid: head, headline: 'x', additions, deletions: [] };
    expect(refusal(() => sandbox.actions.createCommitOnBranch(bot, repo, input))).toContain('403 refusing to allow');
  });
});

describe('a check run', () => {
  const annotation = (line: number): Annotation => ({
    path: 'README.md',
    startLine: line,
    endLine: line,
    startColumn: null,
    endColumn: null,
    level: 'warning',
    message: 'Hm',
    title: null,
    rawDetails: null,
  });
  const many = (count: number) => Array.from({ length: count }, (_, index) => annotation(index + 1));

  it('gathers annotations: an update adds to them', () => {
    const { sandbox, repo, bot } = stage();
    const headOid = repo.refs.get('refs/heads/main') ?? '';
    const output = { title: 'T', summary: 'S', annotations: many(50) };
    const run = sandbox.actions.createCheckRun(bot, repo, { name: 'c', headOid, output });
    sandbox.actions.updateCheckRun(bot, run, { output, conclusion: 'failure' });
    expect(run).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(run.annotations).toHaveLength(100);
  });

  it.each([
    ['51 annotations', { annotations: many(51) }],
    ['a text too long', { text: 'x'.repeat(65_536) }],
    ['columns over two lines', { annotations: [{ ...annotation(1), endLine: 2, startColumn: 1 }] }],
  ])('refuses %s', (_, output) => {
    const { sandbox, repo, bot } = stage();
    const headOid = repo.refs.get('refs/heads/main') ?? '';
    expect(refusal(() => sandbox.actions.createCheckRun(bot, repo, { name: 'c', headOid, output }))).toContain('422');
  });

  it('is for apps alone, and for those with the permission', () => {
    const { sandbox, repo, bot, olga } = stage();
    const input = { name: 'c', headOid: repo.refs.get('refs/heads/main') ?? '' };
    expect(refusal(() => sandbox.actions.createCheckRun(olga.caller, repo, input))).toContain('403');
    const limited = { ...bot, permissions: { checks: 'read' } as const };
    expect(refusal(() => sandbox.actions.createCheckRun(limited, repo, input))).toBe(
      '403 Resource not accessible by integration',
    );
  });
});

describe('an installation', () => {
  it('reaches its repositories alone, and its tokens no further than asked', () => {
    const { sandbox, repo, app, installation, olga, github, bot } = stage();
    const { actions } = sandbox;
    const hidden = actions.createRepository(olga.caller, {
      owner: github.organization('weather'),
      name: 'hidden',
      private: true,
    });
    expect(refusal(() => actions.openIssue(bot, hidden, { title: 'x' }))).toBe('404 Not Found');
    const caller = { kind: 'app', appId: app.id } as const;
    const ask = { installationId: installation.id };
    expect(refusal(() => actions.createInstallationToken(caller, { ...ask, repositoryIds: [hidden.id] }))).toContain(
      '422',
    );
    expect(
      refusal(() => actions.createInstallationToken(caller, { ...ask, permissions: { members: 'read' } })),
    ).toContain('422');
    const token = actions.createInstallationToken(caller, {
      ...ask,
      repositoryIds: [repo.id],
      permissions: { issues: 'read' },
    });
    expect(token.permissions).toEqual({ metadata: 'read', issues: 'read' });
  });
});
