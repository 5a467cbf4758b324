import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Probot } from 'probot';

/** GitHub caps its payloads at 25 MB; nobody else has a reason to send more. */
const LARGEST_BODY = 25 * 1024 * 1024;
/** How long the rest of a refused body is let through, in milliseconds. */
const LINGER_MS = 1_000;
/** Where GitHub delivers webhooks: Probot's own path. */
const WEBHOOK_PATH = '/api/github/webhooks';

/**
 * The server that takes webhooks. Probot's own has no cap on the body; here a forged or oversized delivery is refused
 * before anything is done with it, and a true one is answered as soon as it has woken somebody.
 */
export function webhookServer(probot: Probot): Server {
  return createServer((request, response) => {
    void answer(probot, request, response).catch((error: unknown) => {
      probot.log.error({ err: error }, 'A delivery failed.');
      if (!response.headersSent) reply(response, 500, 'Something went wrong here.');
    });
  });
}

async function answer(probot: Probot, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '').split('?')[0];
  if (request.method === 'GET' && path === '/healthz') {
    reply(response, 200, 'ok');
    return;
  }
  if (path !== WEBHOOK_PATH) {
    reply(response, 404, 'There is nothing here.');
    return;
  }
  if (request.method !== 'POST') {
    reply(response, 405, 'Webhooks are posted.');
    return;
  }
  const id = header(request, 'x-github-delivery');
  const name = header(request, 'x-github-event');
  const signature = header(request, 'x-hub-signature-256');
  if (id === '' || name === '' || signature === '') {
    reply(response, 400, 'A header of GitHub is missing.');
    return;
  }
  const payload = await bodyOf(request);
  if (payload === null) {
    refuseBody(request, response);
    return;
  }
  if (payload === '') {
    reply(response, 400, 'There is no body.');
    return;
  }
  if (!(await probot.webhooks.verify(payload, signature))) {
    reply(response, 401, 'The signature is not right.');
    return;
  }
  const value = objectIn(payload);
  if (value === null) {
    reply(response, 400, 'The body is no JSON object. The webhook has to send `application/json`.');
    return;
  }
  // The payload is what its signature says it is: GitHub's own, in the shape of its event.
  const event: unknown = { id, name, payload: value };
  await probot.webhooks.receive(event as Parameters<typeof probot.webhooks.receive>[0]);
  reply(response, 202, 'accepted');
}

/** The object that a text holds as JSON; null where it holds none. */
function objectIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

const header = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

/** The body as text, or null where it is too large: nothing more is kept then. */
function bodyOf(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = Number(request.headers['content-length'] ?? 0) > LARGEST_BODY ? Infinity : 0;
    if (size > LARGEST_BODY) resolve(null);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve(null);
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}

/** Refuses a body that may still be coming: the rest is let through for a moment, or the sender never sees the answer. */
function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  response.on('finish', () => setTimeout(() => request.destroy(), LINGER_MS).unref());
  reply(response, 413, 'The body is too large.');
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
