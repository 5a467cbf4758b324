import { GraphqlResponseError } from '@octokit/graphql';
import { RequestError } from '@octokit/request-error';

/** GitHub asks clients without a better hint to wait a minute after a secondary limit. */
const SECONDARY_SECONDS = 60;

/**
 * How long GitHub wants to be left alone after an error, in seconds from `now`; 0 where it has no such wish. A client
 * that asks on while it is limited is banned in the end, so this wait is kept to the second.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function secondsToWait(error: unknown, now: number): number {
  const headers = headersOf(error);
  if (!headers || !isLimited(error)) return 0;
  const after = Number(headers['retry-after']);
  if (Number.isFinite(after) && after > 0) return after;
  const reset = Number(headers['x-ratelimit-reset']);
  if (String(headers['x-ratelimit-remaining']) === '0' && Number.isFinite(reset)) {
    return Math.max(1, Math.ceil(reset - now / 1000));
  }
  return SECONDARY_SECONDS;
}

function isLimited(error: unknown): boolean {
  if (error instanceof GraphqlResponseError) return (error.errors ?? []).some(saysLimited);
  if (!(error instanceof RequestError)) return false;
  return error.status === 429 || (error.status === 403 && /rate limit|abuse/i.test(error.message));
}

/** GraphQL answers 200 when it limits: it writes the hourly limit in two ways, and a secondary one only in words. */
const saysLimited = ({ type, message }: { type: string; message: string }): boolean =>
  type === 'RATE_LIMITED' || type === 'RATE_LIMIT' || /secondary rate limit/i.test(message);

function headersOf(error: unknown): Readonly<Record<string, string | number | undefined>> | null {
  if (error instanceof GraphqlResponseError) return error.headers;
  return error instanceof RequestError ? (error.response?.headers ?? null) : null;
}
