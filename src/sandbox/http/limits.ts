import type { ApiReply, Caller, GitHubState, LoggedRequest, RateBucket } from '../state/types.js';

/** GitHub's budgets. */
export interface Limits {
  /** REST requests and GraphQL points of an hour. */
  perHour: number;
  anonymousPerHour: number;
  /** Requests that write, of one caller. */
  contentPerMinute: number;
  contentPerHour: number;
}

export const GITHUB_LIMITS: Limits = {
  perHour: 5000,
  anonymousPerHour: 60,
  contentPerMinute: 80,
  contentPerHour: 500,
};

const DOCUMENTATION = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api';

/** A name for whom a budget belongs to. */
export function callerKey(caller: Caller): string {
  switch (caller.kind) {
    case 'app':
      return `app ${String(caller.appId)}`;
    case 'installation':
      return `installation ${String(caller.installationId)}`;
    case 'user':
      return `user ${String(caller.userId)}`;
    case 'anonymous':
      return 'anonymous';
  }
}

/** The caller's budget of REST or GraphQL, a new one after each hour. */
export function bucketOf(
  state: GitHubState,
  caller: Caller,
  resource: RateBucket['resource'],
  limits: Limits = GITHUB_LIMITS,
): RateBucket {
  const key = `${JSON.stringify(caller)}/${resource}`;
  const known = state.rateBuckets.get(key);
  if (known !== undefined && known.resetAt > state.now) return known;
  const limit = caller.kind === 'anonymous' ? limits.anonymousPerHour : limits.perHour;
  const fresh: RateBucket = { resource, limit, used: 0, resetAt: later(state.now, 3600) };
  state.rateBuckets.set(key, fresh);
  return fresh;
}

const later = (now: string, seconds: number): string =>
  `${new Date(Date.parse(now) + seconds * 1000).toISOString().slice(0, 19)}Z`;

/** The five headers that every reply has. */
export function rateHeaders(bucket: RateBucket): Record<string, string> {
  return {
    'x-ratelimit-limit': String(bucket.limit),
    'x-ratelimit-remaining': String(Math.max(0, bucket.limit - bucket.used)),
    'x-ratelimit-used': String(bucket.used),
    'x-ratelimit-reset': String(Date.parse(bucket.resetAt) / 1000),
    'x-ratelimit-resource': bucket.resource,
  };
}

/** GraphQL says it with status 200 and an error of its own. */
export function primaryLimitReply(kind: 'rest' | 'graphql', caller: Caller): ApiReply {
  const message = `API rate limit exceeded for ${callerKey(caller)}.`;
  if (kind === 'graphql') return { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message }] } };
  return { status: 403, body: { message, documentation_url: DOCUMENTATION } };
}

export function secondaryLimitReply(retryAfterSeconds: number, content: boolean): ApiReply {
  const message = content
    ? 'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.'
    : 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  return {
    status: 403,
    headers: { 'retry-after': String(retryAfterSeconds) },
    body: { message, documentation_url: `${DOCUMENTATION}#about-secondary-rate-limits` },
  };
}

/** How long a caller that writes too much must wait, in seconds; 0 while it may write. */
export function contentWait(state: GitHubState, request: LoggedRequest, limits: Limits): number {
  if (!request.writes) return 0;
  const mine = callerKey(request.caller);
  const within = (seconds: number): number => {
    const since = later(state.now, -seconds);
    return state.requests.filter((one) => one.writes && one.at > since && callerKey(one.caller) === mine).length;
  };
  if (within(60) > limits.contentPerMinute) return 60;
  return within(3600) > limits.contentPerHour ? 3600 : 0;
}
