import { inspect } from 'node:util';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDiscord, LONGEST_MESSAGE, tellDiscord } from '../../src/telling/discord.js';
import { Address, NotTold } from '../../src/telling/tell.js';

const SECRET = 'hush-hush_Token';
const URL_OF = `https://discord.com/api/webhooks/42/${SECRET}`;
const CHANNEL = { name: 'core', address: new Address(URL_OF) };
const webhook = (): nock.Interceptor =>
  nock('https://discord.com').post(`/api/webhooks/42/${SECRET}`).query({ wait: 'true' });

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

/** What Discord is sent for a text. */
async function sent(text: string, more: string | null = null): Promise<Record<string, unknown>> {
  let body: Record<string, unknown> = {};
  nock('https://discord.com')
    .post(`/api/webhooks/42/${SECRET}`, (got: Record<string, unknown>) => {
      body = got;
      return true;
    })
    .query({ wait: 'true' })
    .reply(200, {});
  await tellDiscord(CHANNEL, { text, more });
  return body;
}

/** How telling ends in failure. */
async function failure(): Promise<NotTold> {
  const error: unknown = await tellDiscord(CHANNEL, { text: 'Hello', more: null }).catch((thrown: unknown) => thrown);
  if (!(error instanceof NotTold)) throw new Error(`It is no failure of telling: ${String(error)}`);
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain(SECRET);
  return error;
}

describe('What Discord is sent', () => {
  it('calls nobody, previews nothing, and says what it was given', async () => {
    expect(await sent('SEP-12 is accepted.')).toEqual({
      content: 'SEP-12 is accepted.',
      allowed_mentions: { parse: [] },
      flags: 4,
    });
  });

  it.each([
    ['@everyone and @here', '@\u200beveryone and @\u200bhere'],
    ['<@123> <#4> <:smile:5> <t:6>', '<\u200b@123> <\u200b#4> <\u200b:smile:5> <\u200bt:6>'],
    ['`/block <name>`', '`/block <name>`'],
    ['salt &amp; tea', 'salt & tea'],
  ])('takes %j apart', async (text, shown) => {
    expect((await sent(text))['content']).toBe(shown);
  });

  it('is cut behind a whole line, and says so', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => `Line ${index} ${'x'.repeat(40)}`);
    const content = String((await sent(lines.join('\n'), 'https://github.test/all'))['content']);
    const kept = content.split('\n').slice(0, -1);
    expect(content.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
    expect(kept).toEqual(lines.slice(0, kept.length));
    expect(content).toContain(`… cut here; lines left out: ${100 - kept.length}. All of it: https://github.test/all`);
    expect(kept.length).toBeGreaterThan(30);
  });

  it('is cut within a line that is too long by itself', async () => {
    const content = String((await sent('x'.repeat(3000)))['content']);
    expect(content.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
    expect(content).toMatch(/^x{1900,}…\n… cut here\.$/);
  });

  it('is whole where it just fits', async () => {
    expect((await sent('x'.repeat(LONGEST_MESSAGE)))['content']).toBe('x'.repeat(LONGEST_MESSAGE));
  });
});

describe('What Discord answers', () => {
  it.each<[number, string, number]>([
    [404, 'refused', 0],
    [401, 'refused', 0],
    [400, 'refused', 0],
    [301, 'refused', 0],
    [500, 'unknown', 0],
    [502, 'unknown', 0],
    [504, 'unknown', 0],
    [503, 'later', 60],
    [429, 'later', 60],
  ])('%i is taken as %s', async (status, outcome, seconds) => {
    webhook().reply(status, {});
    expect(await failure()).toMatchObject({ outcome, seconds });
  });

  it.each([
    ['7', 7],
    ['0.4', 1],
    ['1200', 1200],
  ])('asks to be left alone for %s seconds', async (header, seconds) => {
    webhook().reply(429, {}, { 'retry-after': header });
    expect(await failure()).toMatchObject({ outcome: 'later', seconds });
  });

  it('is no redirect that is followed', async () => {
    const elsewhere = nock('https://elsewhere.test').post('/').reply(200);
    webhook().reply(307, {}, { location: 'https://elsewhere.test/' });
    expect((await failure()).outcome).toBe('refused');
    expect(elsewhere.isDone()).toBe(false);
  });

  it.each([
    ['ECONNREFUSED', 'later'],
    ['ENOTFOUND', 'later'],
    ['ECONNRESET', 'unknown'],
    ['something else', 'unknown'],
  ])('is nothing where the connection fails by %s: that is taken as %s', async (code, outcome) => {
    webhook().replyWithError(Object.assign(new Error(`POST ${URL_OF} failed`), { code }));
    expect((await failure()).outcome).toBe(outcome);
  });
});

describe("A channel's address", () => {
  it.each<[string, boolean]>([
    [URL_OF, true],
    ['https://discord.com/api/v10/webhooks/42/x?thread_id=7', true],
    ['https://canary.discord.com/api/webhooks/42/x', true],
    ['http://discord.com/api/webhooks/42/x', false],
    ['https://discord.com:8443/api/webhooks/42/x', false],
    ['https://me:you@discord.com/api/webhooks/42/x', false],
    ['https://discord.com.evil.test/api/webhooks/42/x', false],
    ['https://evil.test/discord.com/api/webhooks/42/x', false],
    ['https://discord.com/api/webhooks/42/x/github', false],
    ['https://discord.com/api/webhooks/42/../../users/x', false],
    ['https://discord.com/api/webhooks/42/x?wait=false', false],
    ['https://discord.com/api/channels/42/messages', false],
    ['https://127.0.0.1/api/webhooks/42/x', false],
  ])('%s is one of Discord: %s', (url, is) => expect(isDiscord(new URL(url))).toBe(is));

  it('is looked at where it is called, too', async () => {
    const evil = nock('https://evil.test').post(/.*/).reply(200);
    const channel = { name: 'core', address: new Address('https://evil.test/api/webhooks/42/x') };
    await expect(tellDiscord(channel, { text: 'Hello', more: null })).rejects.toThrow(NotTold);
    expect(evil.isDone()).toBe(false);
  });

  it('shows itself nowhere', () => {
    const shown = [
      JSON.stringify(CHANNEL),
      String(CHANNEL.address),
      inspect(CHANNEL, { depth: null, showHidden: true }),
    ];
    expect(shown.join(' ')).not.toContain(SECRET);
    expect(CHANNEL.address.open()).toBe(URL_OF);
  });
});
