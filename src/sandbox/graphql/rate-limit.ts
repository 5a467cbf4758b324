import type { Caller, GitHubState, RateBucket } from '../state/types.js';
import type { Context } from './context.js';

/** Points an hour, before anything was asked. */
const HOURLY_POINTS = 5000;
const HOUR_MS = 3_600_000;

function bucketOf(state: GitHubState, caller: Caller): Pick<RateBucket, 'limit' | 'used' | 'resetAt'> {
  const known = state.rateBuckets.get(`${JSON.stringify(caller)}/graphql`);
  if (known) return known;
  const resetAt = new Date(Date.parse(state.now) + HOUR_MS).toISOString().replace(/\.\d+Z$/, 'Z');
  return { limit: HOURLY_POINTS, used: 0, resetAt };
}

/** The field `rateLimit`: what this call costs, and what is left. The server charges a call before it is answered. */
export function rateLimit({ state, caller, demand }: Context): object {
  const { limit, used, resetAt } = bucketOf(state, caller);
  return { cost: demand.cost, nodeCount: demand.nodeCount, limit, used, remaining: Math.max(0, limit - used), resetAt };
}
