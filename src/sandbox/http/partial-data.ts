import type { ApiReply } from '../state/types.js';

interface PartialError {
  message: string;
  type?: string;
  path?: (string | number)[];
}

/** A GraphQL answer with these errors beside its data, and null at each path that they name. */
export function withErrors(reply: ApiReply, errors: readonly PartialError[]): ApiReply {
  const body = structuredClone(reply.body) as { data?: unknown; errors?: unknown[] };
  for (const { path } of errors) if (path !== undefined) clear(body.data, path);
  return { ...reply, body: { ...body, errors: [...(body.errors ?? []), ...errors] } };
}

function clear(data: unknown, path: readonly (string | number)[]): void {
  const [key, ...rest] = path;
  if (typeof data !== 'object' || data === null || key === undefined) return;
  const holder = data as Record<string | number, unknown>;
  if (rest.length === 0) holder[key] = null;
  else clear(holder[key], rest);
}
