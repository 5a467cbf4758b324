import { bucketOf } from '../http/limits.js';
import type { RateBucket } from '../state/types.js';
import type { Call } from './route.js';

/** The answer of `GET /rate_limit`, which itself costs nothing. */
export function rateLimitsJson(call: Call): object {
  const core = bucketJson(call, 'core');
  return { resources: { core, search: bucketJson(call, 'search'), graphql: bucketJson(call, 'graphql') }, rate: core };
}

function bucketJson({ state, caller }: Call, resource: RateBucket['resource']): object {
  const { limit, used, resetAt } = bucketOf(state, caller, resource);
  return { limit, used, remaining: Math.max(0, limit - used), reset: Date.parse(resetAt) / 1000, resource };
}
