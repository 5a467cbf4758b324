import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { secondsToWait } from '../../src/github/limits.js';
import { client, GITHUB, offline, onGraphql, rejection } from './github.js';

offline();

const NOW = Date.UTC(2026, 10, 23, 4, 0, 0);
/** A limit that ends `seconds` from now, in the form of GitHub's header. */
const resetIn = (seconds: number): string => String(NOW / 1000 + seconds);

const PRIMARY = 'API rate limit exceeded for installation ID 7.';
const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

interface Refusal {
  what: string;
  status: number;
  message: string;
  headers?: Record<string, string>;
  waits: number;
}

const REFUSALS: Refusal[] = [
  { what: '429 with a hint', status: 429, message: PRIMARY, headers: { 'retry-after': '17' }, waits: 17 },
  { what: '429 without one', status: 429, message: 'Too many requests', waits: 60 },
  {
    what: 'the hourly limit',
    status: 403,
    message: PRIMARY,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(600) },
    waits: 600,
  },
  {
    what: 'the hourly limit, over by now',
    status: 403,
    message: PRIMARY,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(-5) },
    waits: 1,
  },
  { what: 'a secondary limit', status: 403, message: SECONDARY, headers: { 'retry-after': '90' }, waits: 90 },
  {
    what: 'a secondary limit without a hint, though the hour has room',
    status: 403,
    message: SECONDARY,
    headers: { 'x-ratelimit-remaining': '4000', 'x-ratelimit-reset': resetIn(600) },
    waits: 60,
  },
  { what: 'a missing permission', status: 403, message: 'Resource not accessible by integration', waits: 0 },
  {
    what: 'a missing permission with the last request of the hour',
    status: 403,
    message: 'Resource not accessible by integration',
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(600) },
    waits: 0,
  },
  { what: 'a missing thing', status: 404, message: 'Not Found', waits: 0 },
  { what: 'a failing gateway', status: 502, message: 'Server Error', waits: 0 },
];

interface Fault {
  what: string;
  errors: object[];
  headers?: Record<string, string>;
  waits: number;
}

const FAULTS: Fault[] = [
  {
    what: 'RATE_LIMITED',
    errors: [{ type: 'RATE_LIMITED', message: PRIMARY }],
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(1200) },
    waits: 1200,
  },
  { what: 'RATE_LIMITED without a hint', errors: [{ type: 'RATE_LIMITED', message: PRIMARY }], waits: 60 },
  {
    what: 'RATE_LIMIT, as GitHub writes it too',
    errors: [{ type: 'RATE_LIMIT', code: 'graphql_rate_limit', message: 'API rate limit already exceeded.' }],
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(30) },
    waits: 30,
  },
  { what: 'a secondary limit', errors: [{ message: SECONDARY }], headers: { 'retry-after': '45' }, waits: 45 },
  { what: 'a lost swap', errors: [{ type: 'STALE_DATA', message: 'Expected branch to point to' }], waits: 0 },
  {
    what: 'what is not there, by the last request of the hour',
    errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to a User.' }],
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(600) },
    waits: 0,
  },
];

describe('How long GitHub is left alone', () => {
  it.each(REFUSALS)('$waits s after $what', async ({ status, message, headers, waits }) => {
    nock(GITHUB)
      .get('/repos/ada/spec')
      .reply(status, { message }, headers ?? {});
    const error = await rejection(client().rest.repos.get({ owner: 'ada', repo: 'spec' }));
    expect(error).toMatchObject({ name: 'HttpError', status });
    expect(secondsToWait(error, NOW)).toBe(waits);
  });

  it.each(FAULTS)('$waits s after $what in GraphQL', async ({ errors, headers, waits }) => {
    onGraphql({ data: null, errors }, headers);
    const error = await rejection(client().graphql('{ viewer { login } }'));
    expect(error).toMatchObject({ name: 'GraphqlResponseError' });
    expect(secondsToWait(error, NOW)).toBe(waits);
  });

  it('not at all after a fault of our own or of the network', async () => {
    nock(GITHUB).get('/repos/ada/spec').replyWithError('rate limit of the local proxy');
    const cut = await rejection(client().rest.repos.get({ owner: 'ada', repo: 'spec' }));
    expect(secondsToWait(cut, NOW)).toBe(0);
    expect(secondsToWait(new Error('rate limit'), NOW)).toBe(0);
    expect(secondsToWait(null, NOW)).toBe(0);
  });
});
