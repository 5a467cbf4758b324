import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, type Site } from './answer.js';
import type { Desk } from './desk.js';
import { plain, type Reply } from './reply.js';

export type Served = { ok: true; url: string; close: () => Promise<void> } | { ok: false; problem: string };

const USUAL_PORT = 8080;
const LOOPBACK = '127.0.0.1';
/** More than any proposal, and little enough that nobody fills the memory. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Serves these desks on the loopback address alone.
 * @param port null: the usual one, or any other where that is taken
 */
export async function servePlayground(desks: readonly Desk[], port: number | null): Promise<Served> {
  const site: Site = { desks, token: randomBytes(24).toString('base64url') };
  const server = createServer((request, response) => {
    const send = ({ status, headers, body }: Reply): void => {
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
      response.end(request.method === 'HEAD' ? '' : body);
    };
    void replyTo(site, request).then(send, (error: unknown) => {
      process.stderr.write(`playground: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      send(plain(500, 'This is a mistake of the playground; the terminal says more.'));
    });
  });
  const failed = await listen(server, port ?? USUAL_PORT);
  const taken = failed !== null && port === null ? await listen(server, 0) : failed;
  if (taken !== null) return { ok: false, problem: `The page cannot be served on port ${port ?? 0}: ${taken}.` };
  const address = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ok: true, url: `http://${LOOPBACK}:${address.port}/`, close };
}

async function replyTo(site: Site, request: IncomingMessage): Promise<Reply> {
  const body = await bodyOf(request);
  if (body === null) return plain(413, 'That is more than fits here.');
  return answer(site, { method: request.method ?? 'GET', url: request.url ?? '/', headers: request.headers, body });
}

/** The body as text; null where it is larger than anybody needs. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size <= MOST_BYTES) parts.push(bytes);
  }
  return size > MOST_BYTES ? null : Buffer.concat(parts).toString('utf8');
}

/** @returns null, or why it cannot listen there */
const listen = (server: Server, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const refused = (error: NodeJS.ErrnoException): void =>
      resolve(error.code === 'EADDRINUSE' ? 'another program has it' : error.message);
    server.once('error', refused);
    server.listen(port, LOOPBACK, () => {
      server.off('error', refused);
      resolve(null);
    });
  });
