import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createAppAuth } from '@octokit/auth-app';

import type { AppPermissions, Repository } from '../../../src/sandbox/state/types.js';
import { ask } from './ask.js';
import { type Bench, openBench } from './bench.js';

describe('who may see and do what over REST', () => {
  let bench: Bench;
  let secret: Repository;
  beforeAll(async () => {
    bench = await openBench();
    const files = { 'README.md': '# Secret\n' };
    const owner = bench.organization;
    secret = bench.actions.createRepository(bench.caller('ada'), { owner, name: 'secret', private: true, files });
    secret.basePermission = 'none';
    bench.actions.openIssue(bench.caller('ada'), bench.repository, { title: 'First' });
  });
  afterAll(() => bench.close());

  /** A token of the installation that may do only this. */
  async function tokenFor(permissions: AppPermissions, repositoryNames?: string[]): Promise<string> {
    const { installation, app, url } = bench;
    const { request } = bench.client('nobody');
    const auth = createAppAuth({
      appId: app.id,
      privateKey: app.privateKey,
      request: request.defaults({ baseUrl: url }),
    });
    const { token } = await auth({
      type: 'installation',
      installationId: installation.id,
      permissions: permissions,
      ...(repositoryNames && { repositoryNames }),
      refresh: true,
    });
    return token;
  }

  const here = '/repos/open-spec/protocol';
  const comment = { body: { body: 'Hello' } };

  it('hides a private repository from those outside: 404, never 403', async () => {
    for (const token of [undefined, bench.tokens.dan, bench.tokens.ben]) {
      const { status } = await ask(bench, 'GET', '/repos/open-spec/secret', token === undefined ? {} : { token });
      expect(status).toBe(404);
    }
    expect((await ask(bench, 'GET', '/repos/open-spec/secret', { token: bench.tokens.ada })).status).toBe(200);
    const narrow = await tokenFor({ contents: 'read' }, ['protocol']);
    expect((await ask(bench, 'GET', '/repos/open-spec/secret/contents/README.md', { token: narrow })).status).toBe(404);
  });

  it('tells an app without the permission which one would be enough, and no scopes', async () => {
    const token = await tokenFor({ contents: 'read' });
    const { status, body, headers } = await ask(bench, 'POST', `${here}/issues/1/comments`, { token, ...comment });
    expect([status, (body as { message: string }).message]).toEqual([403, 'Resource not accessible by integration']);
    expect(headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write');
    expect(headers.get('x-oauth-scopes')).toBeNull();
  });

  it.each([
    ['POST', `${here}/issues/1/comments`, comment, 'issues'],
    ['POST', `${here}/issues/1/labels`, { body: { labels: ['bug'] } }, 'issues'],
    ['POST', `${here}/labels`, { body: { name: 'x' } }, 'issues'],
    ['POST', `${here}/git/blobs`, { body: { content: 'x' } }, 'contents'],
    ['POST', `${here}/statuses/${'0'.repeat(40)}`, { body: { state: 'success' } }, 'statuses'],
    ['POST', `${here}/check-runs`, { body: { name: 'x', head_sha: '0'.repeat(40) } }, 'checks'],
  ])('refuses %s %s to an app that may only read there', async (method, path, more, permission) => {
    const token = await tokenFor({ [permission]: 'read', metadata: 'read' });
    expect((await ask(bench, method, path, { token, ...more })).status).toBe(403);
  });

  it('sends away who has no name, and who pushes without access', async () => {
    expect((await ask(bench, 'POST', `${here}/issues/1/comments`, comment)).status).toBe(401);
    const push = { token: bench.tokens.dan, body: { message: 'x', content: '' } };
    expect((await ask(bench, 'PUT', `${here}/contents/x`, push)).status).toBe(403);
    expect((await ask(bench, 'GET', '/user', { token: 'ghp_wrong' })).body).toMatchObject({
      message: 'Bad credentials',
    });
  });

  it("keeps an app's own endpoints for its JSON Web Token, and a person's for people", async () => {
    const token = await tokenFor({ issues: 'read' });
    expect((await ask(bench, 'GET', '/app', { token })).status).toBe(401);
    expect((await ask(bench, 'GET', '/user', { token })).status).toBe(403);
    expect((await ask(bench, 'GET', '/installation/repositories', { token: bench.tokens.ada })).status).toBe(403);
    expect((await ask(bench, 'GET', '/orgs/open-spec/teams', { token })).status).toBe(403);
    const members = await tokenFor({ members: 'read' });
    expect((await ask(bench, 'GET', '/orgs/open-spec/teams', { token: members })).status).toBe(200);
  });

  it('leads from an old name to the new one', async () => {
    const old = bench.actions.createRepository(bench.caller('ada'), {
      owner: bench.organization,
      name: 'old',
      files: { a: 'a' },
    });
    bench.actions.renameRepository(bench.caller('ada'), old, 'new');
    const { status, headers } = await ask(bench, 'GET', '/repos/open-spec/old/branches?per_page=1');
    const address = `${bench.url}/repositories/${String(old.id)}/branches?per_page=1`;
    expect([status, headers.get('location')]).toEqual([301, address]);
    expect((await ask(bench, 'GET', address)).body).toMatchObject([{ name: 'main' }]);
  });

  it('signs what an app commits without naming an author, and nobody else', async () => {
    const put = (message: string) => ({
      owner: 'open-spec',
      repo: 'protocol',
      message,
      content: '',
      path: `${message}.md`,
    });
    const { data: apps } = await bench.client('installation').rest.repos.createOrUpdateFileContents(put('by-app'));
    expect(apps.commit.verification).toMatchObject({ verified: true, reason: 'valid' });
    expect(apps.commit.author?.name).toBe('scribe[bot]');
    const author = { name: 'Ada', email: 'ada@people.test' };
    const named = { ...put('named'), author };
    const { data: others } = await bench.client('installation').rest.repos.createOrUpdateFileContents(named);
    expect(others.commit.verification).toMatchObject({ verified: false, reason: 'unsigned' });
  });
});
