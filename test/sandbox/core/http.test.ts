import { createAppAuth } from '@octokit/auth-app';
import { request as octokitRequest } from '@octokit/request';
import { afterEach, describe, expect, it } from 'vitest';

import type { HandlerContext } from '../../../src/sandbox/http-types.js';
import { stage, type Stage } from './world.js';

const open: Stage[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ sandbox }) => sandbox.close()));
});

/** A stage whose REST tells who asked, takes comments, and counts them. */
async function served(options: Parameters<typeof stage>[0] = {}) {
  const answer = (path: string, context: HandlerContext): object => {
    const installation = context.caller.kind === 'app' && /installations\/(\d+)/.exec(path)?.[1];
    if (installation) {
      const made = context.actions.createInstallationToken(context.caller, { installationId: Number(installation) });
      return { token: made.token, expires_at: made.expiresAt, permissions: made.permissions };
    }
    return { caller: context.caller.kind };
  };
  const scene: Stage = stage({
    ...options,
    handlers: {
      rest: (request, context) => {
        const issue = [...(context.state.repositories.get(scene.repo.id)?.issues.values() ?? [])][0];
        if (issue === undefined) return Promise.resolve({ status: 200, body: answer(request.path, context) });
        if (request.method === 'POST') context.actions.createComment(context.caller, issue, 'by HTTP');
        return Promise.resolve({ status: 200, body: { comments: issue.comments.length } });
      },
      graphql: () => Promise.resolve({ status: 200, body: { data: { a: { b: 1 }, c: 2 } } }),
    },
  });
  open.push(scene);
  const url = await scene.sandbox.listen();
  const token = scene.sandbox.actions.createUserToken(scene.wim.account);
  const ask = async (
    path: string,
    method = 'GET',
    body?: object,
  ): Promise<{ status: number; headers: Headers; body: unknown }> => {
    const authorization = `Bearer ${token}`;
    const response = await fetch(url + path, {
      method,
      headers: { authorization },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : (JSON.parse(text) as unknown),
    };
  };
  return { ...scene, url, ask };
}

describe('who asks', () => {
  it('is the app by its key, and its installation by a token that Octokit fetches', async () => {
    const { app, installation, url, sandbox } = await served();
    const auth = createAppAuth({
      appId: app.id,
      privateKey: app.privateKey,
      request: octokitRequest.defaults({ baseUrl: `${url}/api/v3` }),
    });
    const { token } = await auth({ type: 'installation', installationId: installation.id });
    const ask = async (authorization: string): Promise<unknown> =>
      (await fetch(`${url}/whoami`, { headers: { authorization } })).json();
    expect(await ask(`token ${token}`)).toEqual({ caller: 'installation' });
    expect(await ask(`Bearer ${(await auth({ type: 'app' })).token}`)).toEqual({ caller: 'app' });
    expect(await ask('Bearer nonsense')).toMatchObject({ message: 'Bad credentials', status: '401' });
    expect(sandbox.requests.filter(({ authentication }) => authentication)).toHaveLength(1);
  });

  it('is nobody with a key of another', async () => {
    const { app, url, sandbox, github } = await served();
    const other = sandbox.actions.createApp({
      slug: 'thief',
      owner: github.organization('weather'),
      permissions: {},
      events: [],
    });
    const auth = createAppAuth({ appId: app.id, privateKey: other.privateKey });
    const { token } = await auth({ type: 'app' });
    const response = await fetch(`${url}/app`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(401);
  });
});

describe('faults', () => {
  it('fail before it happens, and after', async () => {
    const { ask, repo, ada, sandbox } = await served();
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    sandbox.faults.add({ on: { writes: true }, fault: { kind: 'fails', status: 502 } });
    expect((await ask('/comments', 'POST', {})).status).toBe(502);
    expect(issue.now.comments).toHaveLength(0);
    sandbox.faults.add({ on: { writes: true }, nth: 2, fault: { kind: 'hangs-up-after' } });
    expect((await ask('/comments', 'POST', {})).status).toBe(200);
    await expect(ask('/comments', 'POST', {})).rejects.toThrow();
    expect(issue.now.comments).toHaveLength(2);
    expect(sandbox.faults.pending).toEqual([]);
    expect(sandbox.requests.map(({ fault }) => fault)).toEqual(['fails', null, 'hangs-up-after']);
  });

  it('refuse as GitHub limits', async () => {
    const { ask, sandbox } = await served();
    sandbox.faults.add({ fault: { kind: 'secondary-limit', retryAfterSeconds: 60 } });
    const secondary = await ask('/x');
    expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([403, '60']);
    sandbox.faults.add({ on: { kind: 'graphql' }, fault: { kind: 'primary-limit', resetsInSeconds: 90 } });
    const primary = await ask('/api/graphql', 'POST', { query: '{ viewer { login } }' });
    expect([primary.status, primary.headers.get('x-ratelimit-remaining')]).toEqual([200, '0']);
    expect(primary.body).toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] });
  });

  it('leave holes in the data of GraphQL', async () => {
    const { ask, sandbox } = await served();
    const errors = [{ message: 'Something went wrong', path: ['a', 'b'] }];
    sandbox.faults.add({ fault: { kind: 'partial-data', errors } });
    const { body } = await ask('/graphql', 'POST', { query: 'query Holes { a }' });
    expect(body).toEqual({ data: { a: { b: null }, c: 2 }, errors });
    expect(sandbox.requests[0]).toMatchObject({ operation: 'Holes', kind: 'graphql', writes: false });
  });

  it('let reads lag behind writes', async () => {
    const { ask, repo, ada, sandbox } = await served();
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    sandbox.replica.lag(1, 1);
    await ada.comments(issue, 'new');
    expect((await ask('/comments')).body).toEqual({ comments: 0 });
    expect((await ask('/comments')).body).toEqual({ comments: 1 });
  });
});

it('counts every request against the hour, and refuses beyond', async () => {
  const { ask } = await served({ limits: { perHour: 2 } });
  const left = async (): Promise<[number, string | null]> => {
    const { status, headers } = await ask('/x');
    return [status, headers.get('x-ratelimit-remaining')];
  };
  expect([await left(), await left(), await left()]).toEqual([
    [200, '1'],
    [200, '0'],
    [403, '0'],
  ]);
});

it('blocks who writes too much', async () => {
  const { ask, repo, ada } = await served({ limits: { contentPerMinute: 2 } });
  await ada.opensIssue({ repo, title: 'Rain' });
  const statuses: number[] = [];
  for (let count = 0; count < 3; count++) statuses.push((await ask('/comments', 'POST', {})).status);
  expect(statuses).toEqual([200, 200, 403]);
});
