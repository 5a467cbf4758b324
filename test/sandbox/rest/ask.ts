import type { Bench } from './bench.js';

export interface Answered {
  status: number;
  headers: Headers;
  /** Parsed where it is JSON. */
  body: unknown;
}

/** A request as any client could send it: a method, a path, a token. */
export async function ask(
  bench: Bench,
  method: string,
  path: string,
  more: { token?: string; headers?: Record<string, string>; body?: unknown; raw?: string } = {},
): Promise<Answered> {
  const response = await fetch(path.startsWith('http') ? path : bench.url + path, {
    method,
    redirect: 'manual',
    headers: { ...(more.token !== undefined && { authorization: `Bearer ${more.token}` }), ...more.headers },
    ...(more.body !== undefined && { body: JSON.stringify(more.body) }),
    ...(more.raw !== undefined && { body: more.raw }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('application/json');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text,
  };
}
