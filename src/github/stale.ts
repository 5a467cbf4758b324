import { GraphqlResponseError } from '@octokit/graphql';

/** How often a swap of a branch's head is tried that others win. */
export const SWAPS = 5;

/** Whether a commit was not made because somebody else had moved the branch: HTTP 200 with `STALE_DATA`. */
export const isStale = (error: unknown): boolean =>
  error instanceof GraphqlResponseError && (error.errors ?? []).some((one) => one.type === 'STALE_DATA');
