import { bucketOf } from '../http/limits.js';
import type { Context } from './context.js';

/**
 * The field `rateLimit`: what this call costs, and what is left after it. The server charges one point before the call
 * is answered and the rest behind it.
 */
export function rateLimit({ state, caller, demand: { cost, nodeCount } }: Context): object {
  const { limit, used: before, resetAt } = bucketOf(state, caller, 'graphql');
  const used = before + cost - 1;
  return { cost, nodeCount, limit, used, remaining: Math.max(0, limit - used), resetAt };
}
