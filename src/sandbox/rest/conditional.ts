import { createHash } from 'node:crypto';

import type { ApiReply, ApiRequest } from '../state/types.js';

/** Gives a reply to GET its `ETag`, and makes it 304, which costs nothing, where the client has it already. */
export function conditional(request: ApiRequest, reply: ApiReply): ApiReply {
  if ((request.method !== 'GET' && request.method !== 'HEAD') || reply.status !== 200) return reply;
  const { body } = reply;
  const content = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body ?? null);
  const digest = createHash('sha256')
    .update(content)
    .update(reply.headers?.['link'] ?? '')
    .digest('hex');
  const etag = `W/"${digest}"`;
  const headers = { ...reply.headers, etag };
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(`"${digest}"`) || known.includes('*')
    ? { status: 304, headers, cost: 0 }
    : { ...reply, headers };
}
