import { repositoryByName } from '../state/find.js';
import type { ApiReply } from '../state/types.js';
import { ok } from './replies.js';
import type { Call } from './route.js';

const PER_PAGE = 30;
/** More is cut down without a word. */
const MOST_PER_PAGE = 100;

export interface Page<T> {
  items: T[];
  headers: Record<string, string>;
}

/** The part of a list that `page` and `per_page` ask for, with its `Link` header. Nonsense counts as the default. */
export function page<T>(call: Call, all: readonly T[]): Page<T> {
  const perPage = Math.min(positive(call.request.query.get('per_page')) ?? PER_PAGE, MOST_PER_PAGE);
  const number = positive(call.request.query.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const links = [
    ...(number > 1 ? [{ rel: 'prev', page: Math.min(number - 1, last) }] : []),
    ...(number < last ? [{ rel: 'next', page: number + 1 }] : []),
    ...(number < last ? [{ rel: 'last', page: last }] : []),
    ...(number > 1 ? [{ rel: 'first', page: 1 }] : []),
  ].map((link) => `<${pageUrl(call, link.page)}>; rel="${link.rel}"`);
  return {
    items: all.slice((number - 1) * perPage, number * perPage),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

/** A list as a reply. */
export function paged<T>(call: Call, all: readonly T[], render: (item: T) => unknown): ApiReply {
  const { items, headers } = page(call, all);
  return { ...ok(items.map(render)), headers };
}

/** A list in an object with its count, as `{ total_count, check_runs }`. */
export function wrapped<T>(call: Call, key: string, all: readonly T[], render: (item: T) => unknown): ApiReply {
  const { items, headers } = page(call, all);
  return { ...ok({ total_count: all.length, [key]: items.map(render) }), headers };
}

function positive(value: string | null): number | null {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : null;
}

/** GitHub's links name repositories and organisations by id. */
function pageUrl(call: Call, number: number): string {
  const query = new URLSearchParams(call.request.query);
  query.set('page', `${number}`);
  return `${call.state.urls.api}${pathById(call)}?${query.toString()}`;
}

function pathById({ state, request }: Call): string {
  const [, kind, first, second, ...rest] = request.path.split('/');
  if (kind === 'repos' && first !== undefined && second !== undefined) {
    const found = repositoryByName(state, decodeURIComponent(first), decodeURIComponent(second));
    if (found !== null) return ['/repositories', found.repository.id, ...rest].join('/');
  }
  return request.path;
}
