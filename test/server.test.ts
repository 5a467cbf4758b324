import { createHmac, generateKeyPairSync } from 'node:crypto';
import { connect, type AddressInfo } from 'node:net';
import { request, type Server } from 'node:http';
import { Probot } from 'probot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { webhookServer } from '../src/server.js';

const SECRET = 'a secret that nobody guesses';
const PATH = '/api/github/webhooks';
const PUSH = JSON.stringify({ ref: 'refs/heads/main', repository: { name: 'kettles' } });
const MEGABYTE = 1024 * 1024;

const sign = (body: string | Buffer, secret = SECRET): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const headersFor = (body: string, more: Record<string, string> = {}): Record<string, string> => ({
  'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
  'x-github-event': 'push',
  'x-hub-signature-256': sign(body),
  'content-type': 'application/json',
  ...more,
});

let server: Server;
let port: number;
let received: unknown[] = [];
let fails = false;

beforeAll(async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const probot = new Probot({ appId: 1, privateKey, secret: SECRET, logLevel: 'fatal' });
  await probot.ready();
  probot.webhooks.on('push', ({ payload }) => {
    if (fails) throw new Error('a bug of ours');
    received.push(payload);
  });
  server = webhookServer(probot);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  received = [];
  fails = false;
});

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Sent in pieces without a length, as a sender does who does not say how much there will be. */
  chunked?: boolean;
}

/** The status of an answer; the body may be cut short by the server once it has answered. */
function send({ method = 'POST', path = PATH, headers = {}, body = '', chunked = false }: Sent): Promise<number> {
  return new Promise((resolve, reject) => {
    let status: number | null = null;
    const sent = request({ port, host: '127.0.0.1', method, path, headers, agent: false }, (response) => {
      status = response.statusCode ?? 0;
      response.resume().on('close', () => resolve(status ?? 0));
    });
    sent.on('error', (error) => (status === null ? reject(error) : resolve(status)));
    if (chunked) {
      sent.write(body.slice(0, 1));
      sent.end(body.slice(1));
    } else {
      sent.setHeader('content-length', Buffer.byteLength(body));
      sent.end(body);
    }
  });
}

const deliver = (body: string, more: Record<string, string> = {}): Promise<number> =>
  send({ body, headers: headersFor(body, more) });

describe('A true delivery', () => {
  it('is taken, and wakes whom it concerns', async () => {
    expect(await deliver(PUSH)).toBe(202);
    expect(received).toEqual([JSON.parse(PUSH)]);
  });

  it('is taken with a body of some megabytes and letters of every kind', async () => {
    const body = JSON.stringify({ ref: 'Grüße 你好 🫖'.repeat(100_000) });
    expect(await deliver(body)).toBe(202);
    expect(received).toEqual([JSON.parse(body)]);
  });

  it('is taken where the path has a query', async () => {
    expect(await send({ path: `${PATH}?x=1`, body: PUSH, headers: headersFor(PUSH) })).toBe(202);
  });

  it('is taken although nobody listens to its event', async () => {
    expect(await deliver(PUSH, { 'x-github-event': 'star' })).toBe(202);
  });

  it('is a failure of ours where a handler fails, so that GitHub shows it and it can be sent again', async () => {
    fails = true;
    expect(await deliver(PUSH)).toBe(500);
    fails = false;
    expect(await deliver(PUSH)).toBe(202);
  });
});

describe('A forged delivery', () => {
  it.each([
    ['signed with another secret', sign(PUSH, 'development')],
    ['signed for another body', sign(`${PUSH} `)],
    ['with a signature that is cut', sign(PUSH).slice(0, -1)],
    ['with a signature that is longer', `${sign(PUSH)}0`],
    ['with a signature of one letter', 'x'],
    ['with the name of the method alone', 'sha256='],
    ['with a signature by the old method', `sha1=${createHmac('sha1', SECRET).update(PUSH).digest('hex')}`],
    ['with no letters of hex', `sha256=${'z'.repeat(64)}`],
  ])('is refused: %s', async (_name, signature) => {
    expect(await deliver(PUSH, { 'x-hub-signature-256': signature })).toBe(401);
    expect(received).toEqual([]);
  });

  it.each(['x-github-delivery', 'x-github-event', 'x-hub-signature-256'])('is refused without %s', async (name) => {
    expect(await deliver(PUSH, { [name]: '' })).toBe(400);
    expect(received).toEqual([]);
  });
});

describe('A delivery with a right signature and a body that is none', () => {
  it.each(['', '{', 'null', '"words"', '7', '[]', '{"a":}', 'payload=%7B%7D'])('is refused: %j', async (body) => {
    expect(await deliver(body)).toBe(400);
    expect(received).toEqual([]);
  });

  it('is refused where its bytes are no text', async () => {
    const body = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
    const headers = headersFor('', { 'x-hub-signature-256': sign(body) });
    expect(await send({ body, headers })).toBeGreaterThanOrEqual(400);
    expect(received).toEqual([]);
  });
});

describe('A body that is too large', () => {
  const large = Buffer.alloc(26 * MEGABYTE, 32);

  it('is refused by the length that it says it has, before it is read', async () => {
    const headers = headersFor('', { 'content-length': String(large.length), expect: '100-continue' });
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', method: 'POST', path: PATH, headers, agent: false });
      sent.on('response', (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject);
      sent.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it('is refused once too much of it has come, where it does not say its length', async () => {
    expect(await send({ body: large, headers: headersFor(''), chunked: true })).toBe(413);
    expect(received).toEqual([]);
  });
});

describe('Everything else', () => {
  it.each([
    ['GET', '/healthz', 200],
    ['GET', '/', 404],
    ['POST', '/healthz', 404],
    ['GET', PATH, 405],
    ['PUT', PATH, 405],
    ['POST', `${PATH}/`, 404],
    ['GET', '/../../etc/passwd', 404],
  ])('%s %s gives %i', async (method, path, status) => {
    expect(await send({ method, path })).toBe(status);
  });

  it('is outlived: somebody who hangs up in the middle', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        const head = Object.entries(headersFor(PUSH)).map(([name, value]) => `${name}: ${value}`);
        socket.write(`POST ${PATH} HTTP/1.1\r\nhost: x\r\n${head.join('\r\n')}\r\ncontent-length: 100\r\n\r\n{`, () => {
          socket.destroy();
        });
      });
      socket.on('close', () => resolve());
    });
    expect(await deliver(PUSH)).toBe(202);
  });
});
