import { generateKeyPairSync } from 'node:crypto';
import nock from 'nock';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Clients } from '../../src/github/clients.js';
import { GITHUB, offline, rejection } from './github.js';

offline();
afterEach(() => {
  vi.restoreAllMocks();
});

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const clients = (): Clients => new Clients({ appId: 42, privateKey, baseUrl: GITHUB });
const SPEC = { owner: 'ada', repo: 'spec' };

/** Gives one token to an installation; a second request for one finds nobody who answers. */
function oneToken(installation: number): void {
  nock(GITHUB)
    .post(`/app/installations/${installation}/access_tokens`)
    .matchHeader('authorization', /^bearer [\w-]+\.[\w-]+\.[\w-]+$/i)
    .reply(201, {
      token: `token-of-${installation}`,
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
      permissions: { contents: 'write' },
      repository_selection: 'all',
    });
}

/** Answers so many requests for a repository, made with the token of an installation. */
function repository(installation: number, times: number): void {
  nock(GITHUB, { reqheaders: { authorization: `token token-of-${installation}` } })
    .get('/repos/ada/spec')
    .times(times)
    .reply(200, { id: 1 });
}

describe('The client of an installation', () => {
  it('fetches its token once for two requests, one after the other', async () => {
    oneToken(7);
    repository(7, 2);
    const all = clients();
    await all.installation(7).rest.repos.get(SPEC);
    await all.installation(7).rest.repos.get(SPEC);
  });

  it('fetches it once for two requests at the same time', async () => {
    oneToken(8);
    repository(8, 2);
    const all = clients();
    await Promise.all([all.installation(8).rest.repos.get(SPEC), all.installation(8).rest.repos.get(SPEC)]);
  });

  it('never acts with the token of another installation', async () => {
    const all = clients();
    for (const installation of [9, 10]) {
      oneToken(installation);
      repository(installation, 1);
      await all.installation(installation).rest.repos.get(SPEC);
    }
  });

  it('does not send a request again that failed, so that nothing is created twice', async () => {
    oneToken(11);
    nock(GITHUB).post('/repos/ada/spec/issues/7/comments').reply(502, { message: 'Server Error' });
    const failed = await rejection(
      clients()
        .installation(11)
        .rest.issues.createComment({ ...SPEC, issue_number: 7, body: 'Hello.' }),
    );
    expect(failed).toMatchObject({ name: 'HttpError', status: 502 });
  });

  it('is cut off from an answer that never comes', async () => {
    oneToken(12);
    const all = clients();
    repository(12, 1);
    await all.installation(12).rest.repos.get(SPEC);

    const tooLong = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(tooLong.signal);
    nock(GITHUB)
      .get('/repos/ada/spec')
      .reply(200, () => {
        // Time runs out once the request has arrived, and the answer is never given.
        tooLong.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
        return new Promise<never>(() => undefined);
      });
    const cut = await rejection(all.installation(12).rest.repos.get(SPEC));
    expect(timeout).toHaveBeenCalledWith(30_000);
    expect(cut).toMatchObject({ name: 'HttpError', message: 'The operation was aborted due to timeout' });
  });
});

describe('The client of the app', () => {
  it('asks as the app itself, without a token of an installation', async () => {
    nock(GITHUB)
      .get('/app')
      .matchHeader('authorization', /^bearer [\w-]+\.[\w-]+\.[\w-]+$/i)
      .matchHeader('user-agent', /^convenor /)
      .reply(200, { id: 42 });
    expect((await clients().app().rest.apps.getAuthenticated()).data).toMatchObject({ id: 42 });
  });
});
