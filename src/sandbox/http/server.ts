import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ApiReply, ApiRequest } from '../state/types.js';

/** How a request is answered; null breaks the line without a word. */
export type Answer = (request: ApiRequest) => Promise<ApiReply | null>;

/** GitHub takes bodies up to about this size. */
const LARGEST_BODY = 100 * 1024 * 1024;

/** A server on the loopback address that speaks GitHub's HTTP, at the root and under `/api` as GitHub Enterprise Server. */
export class HttpServer {
  readonly #server: Server;
  /** Requests that are being answered. */
  inFlight = 0;

  constructor(private readonly answer: Answer) {
    this.#server = createServer((incoming, outgoing) => void this.#serve(incoming, outgoing));
    this.#server.keepAliveTimeout = 1000;
  }

  /** @returns its address, such as `http://127.0.0.1:40311` */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    this.inFlight++;
    try {
      const request = await readRequest(incoming);
      const reply = 'status' in request ? request : await this.answer(request);
      if (reply === null) incoming.socket.destroy();
      else send(outgoing, reply, incoming);
    } catch {
      incoming.socket.destroy();
    } finally {
      this.inFlight--;
    }
  }
}

async function readRequest(incoming: IncomingMessage): Promise<ApiRequest | ApiReply> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return { status: 413, body: { message: 'Payload too large' } };
    chunks.push(chunk);
  }
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const text = Buffer.concat(chunks).toString('utf8');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const request = {
    method: (incoming.method ?? 'GET').toUpperCase(),
    path: url.pathname.replace(/^\/api\/v3(?=\/|$)/, '').replace(/^\/api\/graphql$/, '/graphql') || '/',
    query: url.searchParams,
    headers,
    prefix: /^\/api\/v3(?=\/|$)/.exec(url.pathname)?.[0] ?? '',
  };
  if (text === '') return { ...request, body: undefined };
  try {
    return { ...request, body: JSON.parse(text) as unknown };
  } catch {
    return { status: 400, body: { message: 'Problems parsing JSON' } };
  }
}

function send(outgoing: ServerResponse, reply: ApiReply, incoming: IncomingMessage): void {
  const { body } = reply;
  const isText = typeof body === 'string' || body instanceof Uint8Array;
  const text = body === undefined ? '' : isText ? body : JSON.stringify(body);
  const headers: Record<string, string> = {
    'content-type': `${isText ? 'text/plain' : 'application/json'}; charset=utf-8`,
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': randomUUID(),
    ...reply.headers,
  };
  if (text === '') delete headers['content-type'];
  outgoing.writeHead(reply.status, headers);
  outgoing.end(incoming.method === 'HEAD' ? '' : text);
}
