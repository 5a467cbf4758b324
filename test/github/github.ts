import { Octokit } from '@octokit/rest';
import nock from 'nock';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import type { GitHubClient } from '../../src/github/clients.js';

/** Where the GitHub of these tests would be; nothing is ever sent there. */
export const GITHUB = 'https://api.github.test';

const silent = (): void => undefined;

/** A real Octokit, so that its errors are the ones that Convenor meets. */
export const client = (): GitHubClient =>
  new Octokit({ baseUrl: GITHUB, auth: 'token', log: { debug: silent, info: silent, warn: silent, error: silent } });

/** What a GraphQL request asks. */
export interface Asked {
  query: string;
  variables: Record<string, unknown>;
}

/** Answers the next GraphQL request, and keeps what was asked. */
export function onGraphql(answer: object, headers: Record<string, string> = {}): { asked: Asked | null } {
  const seen: { asked: Asked | null } = { asked: null };
  nock(GITHUB)
    .post('/graphql')
    .reply(
      200,
      (_path, body) => {
        seen.asked = body as Asked;
        return answer;
      },
      headers,
    );
  return seen;
}

/** What a promise was rejected with; a promise that holds fails the test. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('This was expected to fail, and did not.');
}

/** Keeps the tests of a file off the network; each answer that a test prepares must have been asked for. */
export function offline(): void {
  beforeEach(() => {
    nock.disableNetConnect();
  });
  afterEach(() => {
    const unasked = nock.pendingMocks();
    nock.cleanAll();
    nock.enableNetConnect();
    expect(unasked).toEqual([]);
  });
  afterAll(() => {
    nock.restore();
  });
}
