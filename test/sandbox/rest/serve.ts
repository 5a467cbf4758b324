import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Actions } from '../../../src/sandbox/actions/types.js';
import { handleRest } from '../../../src/sandbox/rest/index.js';
import type { GitHub } from '../../../src/sandbox/state/github.js';
import type { App, Caller, GitHubState } from '../../../src/sandbox/state/types.js';

/** Serves REST alone: the room under test with as little around it as HTTP needs. */
export async function serve(github: GitHub, actions: Actions) {
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const body = await read(request);
      const reply = await handleRest(
        {
          method: request.method ?? 'GET',
          path: url.pathname,
          query: url.searchParams,
          headers: request.headers as Record<string, string>,
          body: body === '' ? undefined : (JSON.parse(body) as unknown),
        },
        { state: github.state, actions, caller: callerOf(github.state, request.headers.authorization) },
      );
      const isText = typeof reply.body === 'string';
      const type = { 'content-type': 'application/json; charset=utf-8' };
      response.writeHead(reply.status, { ...(reply.body === undefined || isText ? {} : type), ...reply.headers });
      response.end(isText || reply.body === undefined ? reply.body : JSON.stringify(reply.body));
    })().catch((error: unknown) => response.writeHead(500).end(String(error instanceof Error ? error.stack : error)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    jwtOf: (app: App): string => `e30.${Buffer.from(JSON.stringify({ iss: app.id })).toString('base64url')}.x`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function callerOf(state: GitHubState, authorization = ''): Caller {
  const text = authorization.replace(/^\w+ /, '');
  const token = state.tokens.get(text);
  if (token?.kind === 'user') return { kind: 'user', userId: token.userId };
  if (token?.kind === 'installation') {
    const { installationId, permissions, repositoryIds } = token;
    const { appId } = state.installations.get(installationId)!;
    const { botId } = state.apps.get(appId)!;
    return { kind: 'installation', appId, installationId, permissions, repositoryIds, botId };
  }
  if (text === '') return { kind: 'anonymous' };
  const { iss } = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()) as { iss: number };
  return { kind: 'app', appId: iss };
}
