import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import { verify } from '@octokit/webhooks-methods';
import { afterEach, describe, expect, it } from 'vitest';

import type { WebhookDelivery } from '../../../src/sandbox/state/types.js';
import { stage } from './world.js';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** Somebody who takes webhooks and remembers them. */
async function receiver(): Promise<{ url: string; got: { headers: IncomingHttpHeaders; body: string }[] }> {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, got };
}

/** A stage whose webhooks are taken by hand, and what arrived. */
function byHand() {
  const scene = stage();
  const arrived: WebhookDelivery[] = [];
  scene.app.webhook.url = 'http://clerk.example/';
  scene.sandbox.webhooks.transport = (_, delivery) => {
    arrived.push(delivery);
    return Promise.resolve(200);
  };
  return { ...scene, arrived, words: () => arrived.map(({ event, action }) => [event, action].join(' ')) };
}

describe('webhooks', () => {
  it('arrive over HTTP with a signature that Octokit accepts', async () => {
    const { app, repo, ada } = stage();
    const { url, got } = await receiver();
    app.webhook.url = url;
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    got.length = 0;
    await ada.comments(issue, 'Wet — ☔');
    expect(got).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    expect(headers['x-github-event']).toBe('issue_comment');
    expect(headers['user-agent']).toMatch(/^GitHub-Hookshot\//);
    expect(await verify('a secret', body, String(headers['x-hub-signature-256']))).toBe(true);
    expect(await verify('another', body, String(headers['x-hub-signature-256']))).toBe(false);
    expect(JSON.parse(body)).toMatchObject({
      action: 'created',
      comment: { body: 'Wet — ☔', user: { login: 'ada' } },
      repository: { full_name: 'weather/spec' },
      organization: { login: 'weather' },
      installation: { id: expect.any(Number) as number },
    });
  });

  it('tell of what the app subscribed to and may read, and of its own checks', async () => {
    const { repo, ada, words } = byHand();
    const pull = await ada.opensPullRequest({ repo, title: 'Sun', files: { 'sun.md': 'sun\n' } });
    await ada.opensIssue({ repo, title: 'Not subscribed' });
    await ada.pushes(pull, { files: { 'sun.md': 'sun!\n' } });
    expect(words().slice(-4)).toEqual([
      'pull_request opened',
      'check_suite requested',
      'check_suite requested',
      'pull_request synchronize',
    ]);
  });

  it('show things as they were when they happened', async () => {
    const { repo, ada, github, arrived } = byHand();
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    github.holdsWebhooks();
    const comment = await ada.comments(issue, 'first');
    await ada.editsComment(comment, 'second');
    await github.releasesWebhooks('last-first');
    const bodies = arrived.slice(-2).map(({ payload }) => JSON.parse(payload) as object);
    expect(bodies).toMatchObject([
      { action: 'edited', comment: { body: 'second' }, changes: { body: { from: 'first' } } },
      { action: 'created', comment: { body: 'first' } },
    ]);
  });

  it('can be lost, doubled, and sent again with the same GUID', async () => {
    const { repo, ada, github, sandbox, arrived } = byHand();
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    arrived.length = 0;
    github.losesNextWebhook();
    await ada.comments(issue, 'lost');
    expect(arrived).toEqual([]);
    github.doublesEveryWebhook();
    await ada.comments(issue, 'doubled');
    expect(arrived).toHaveLength(2);
    expect(new Set(arrived.map(({ guid }) => guid)).size).toBe(1);
    github.doublesEveryWebhook(false);

    const lost = sandbox.webhooks.deliveries.find(({ state }) => state === 'lost');
    const again = await github.redelivers(lost?.guid ?? '');
    expect(again).toMatchObject({ state: 'delivered', attempts: [{ status: 200, redelivery: true }] });
    expect(arrived.at(-1)?.guid).toBe(lost?.guid);
  });

  it('fail where nobody answers, and are not tried again', async () => {
    const { app, repo, ada, sandbox } = stage();
    app.webhook.url = 'http://127.0.0.1:1/';
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    await ada.comments(issue, 'hello?');
    expect(sandbox.webhooks.deliveries.at(-1)).toMatchObject({ state: 'failed', attempts: [{ status: 0 }] });
  });

  it('say nothing of what happens quietly', async () => {
    const { repo, ada, github, arrived } = byHand();
    await github.settle();
    arrived.length = 0;
    const pull = await github.quietly(() => ada.opensPullRequest({ repo, title: 'Fog', files: { 'fog.md': 'fog\n' } }));
    expect([pull.now.title, arrived.length]).toEqual(['Fog', 0]);
  });
});

describe('what the bot wrote', () => {
  it('is unseen until a test looks, and again after each edit', async () => {
    const { repo, ada, bot, sandbox, github } = stage();
    const pull = await ada.opensPullRequest({ repo, title: 'Sun', files: { 'sun.md': 'sun\n' } });
    const comment = sandbox.actions.createComment(bot, pull.now, 'Awaiting a sponsor');
    expect(github.unseen()).toEqual([{ repository: 'spec', number: 1, what: 'comment', body: 'Awaiting a sponsor' }]);
    expect(pull.statusComment()?.body).toBe('Awaiting a sponsor');
    expect(github.unseen()).toEqual([]);
    sandbox.actions.editComment(bot, comment, 'Sponsored');
    expect(github.unseen()).toMatchObject([{ what: 'edit', body: 'Sponsored' }]);
  });
});
