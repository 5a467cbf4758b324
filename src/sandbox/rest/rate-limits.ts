import type { RateBucket } from '../state/types.js';
import type { Call } from './route.js';

/** Buckets of a caller that has not asked for anything yet. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const LIMITS = { core: 5000, graphql: 5000, search: 30 } as const;
const CORE_WITHOUT_NAME = 60;
const HOUR_SECONDS = 3600;

/** The answer of `GET /rate_limit`, which itself costs nothing. */
export function rateLimitsJson(call: Call): object {
  const core = bucketJson(call, 'core');
  return { resources: { core, search: bucketJson(call, 'search'), graphql: bucketJson(call, 'graphql') }, rate: core };
}

function bucketJson(call: Call, resource: RateBucket['resource']): object {
  const { state, caller } = call;
  const standard = caller.kind === 'anonymous' && resource === 'core' ? CORE_WITHOUT_NAME : LIMITS[resource];
  const fresh = { limit: standard, used: 0, resetAt: null };
  const { limit, used, resetAt } = state.rateBuckets.get(bucketKey(call, resource)) ?? fresh;
  const reset = resetAt === null ? Math.floor(Date.parse(state.now) / 1000) + HOUR_SECONDS : Date.parse(resetAt) / 1000;
  return { limit, used, remaining: Math.max(0, limit - used), reset, resource };
}

function bucketKey({ caller }: Call, resource: string): string {
  return `${JSON.stringify(caller)}/${resource}`;
}
