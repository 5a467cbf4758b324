import type { ApiReply } from '../state/types.js';
import type { Call } from './route.js';

export const ok = (body: unknown): ApiReply => ({ status: 200, body });
export const created = (body: unknown): ApiReply => ({ status: 201, body });
export const noContent = (): ApiReply => ({ status: 204 });

/** What is no JSON, such as a diff or a file's bytes. */
export const text = (body: string | Uint8Array, contentType = 'text/plain; charset=utf-8'): ApiReply => ({
  status: 200,
  headers: { 'content-type': contentType },
  body,
});

/** An answer that is no refusal of an action, such as a redirect or what only HTTP knows. Caught by `handleRest`. */
export class ReplyInstead extends Error {
  constructor(readonly reply: ApiReply) {
    super(`HTTP ${reply.status}`);
  }
}

/** A refusal with a status that actions do not know: 400, 406, 415. */
export const refuse = (status: number, message: string): ReplyInstead =>
  new ReplyInstead({
    status,
    body: { message, documentation_url: 'https://docs.github.com/rest', status: `${status}` },
  });

/** A repository that has moved. GitHub answers with the address by id, which never changes. */
export function movedTo(call: Call, repositoryId: number): ReplyInstead {
  const rest = call.request.path
    .split('/')
    .slice(4)
    .map((part) => `/${part}`)
    .join('');
  const query = call.request.query.toString();
  const url = `${call.state.urls.api}/repositories/${repositoryId}${rest}${query === '' ? '' : `?${query}`}`;
  return new ReplyInstead({
    status: call.request.method === 'GET' || call.request.method === 'HEAD' ? 301 : 307,
    headers: { location: url },
    body: {
      message: 'Moved Permanently',
      url,
      documentation_url: 'https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects',
    },
  });
}
