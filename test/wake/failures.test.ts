import { GraphqlResponseError } from '@octokit/graphql';
import { RequestError } from '@octokit/request-error';
import { describe, expect, it } from 'vitest';
import { SandboxClock } from '../../src/sandbox/clock.js';
import { Failures } from '../../src/wake/failures.js';

const HOUR = 3600;

/** What came of failures of jobs: what was logged, and how long each has to wait. */
function bench() {
  const clock = new SandboxClock('2026-11-02T09:00:00Z');
  clock.settle = () => Promise.resolve();
  const lines: string[] = [];
  const failures = new Failures(clock, { error: (_, message) => lines.push(message), info: () => undefined });
  return { clock, lines, failures };
}

const rest = (status: number, message: string, headers: Record<string, string> = {}): RequestError =>
  new RequestError(message, status, {
    request: { method: 'POST', url: 'https://api.github.com/repos/o/n/git/trees', headers: {} },
    response: { status, url: '', headers, data: {} },
  });

const graphql = (...errors: { message: string; type?: string; path?: string[] }[]): Error =>
  new GraphqlResponseError(
    { method: 'POST', url: '/graphql' } as never,
    {},
    {
      data: {},
      errors: errors as never,
    },
  );

const LACKING = 'Resource not accessible by integration';
const ARCHIVED = 'Repository was archived so is read-only.';

describe('What GitHub refuses until somebody acts', () => {
  it.each([
    ['REST without the permission', rest(403, LACKING), HOUR],
    ['REST in an archive', rest(403, ARCHIVED), HOUR],
    ['a suspended installation', rest(403, 'This installation has been suspended'), HOUR],
    ['GraphQL without the permission', graphql({ message: LACKING, type: 'FORBIDDEN' }), HOUR],
    ['GraphQL in an archive, whatever its type', graphql({ message: ARCHIVED, type: 'UNPROCESSABLE' }), HOUR],
    ['a refusal beside what may pass', graphql({ message: LACKING }, { message: 'stale', type: 'STALE_DATA' }), 0],
    ['a limit', rest(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '7' }), 7],
    ['any other 403', rest(403, 'Request forbidden by administrative rules.'), 0],
    ['an error of a server', rest(502, 'Bad gateway'), 0],
    ['an error of ours', new Error(LACKING), 0],
  ])('waits for an hour, and nothing else does: %s', (_, error, seconds) => {
    expect(bench().failures.secondsToWait(error)).toBe(seconds);
  });

  it.each([
    ['contents=write', 'contents: write'],
    ['issues=write; pull_requests=write', 'issues: write or pull_requests: write'],
    ['contents=write,workflows=write', 'contents: write and workflows: write'],
  ])('names the permissions of the header %s', (header, words) => {
    const { failures, lines } = bench();
    failures.tell('o/n#1', rest(403, LACKING, { 'x-accepted-github-permissions': header }));
    expect(lines[0]).toContain(`lacks the permission ${words}.`);
  });

  it('names the permission that the innermost known field of an answer needs', () => {
    const { failures, lines } = bench();
    const path = ['repository', 'pullRequest', 'commits', 'checkSuites', 'nodes'];
    failures.tell('o/n#1', graphql({ message: LACKING, type: 'FORBIDDEN', path }));
    expect(lines[0]).toMatch(/^o\/n#1: GitHub refused checkSuites: .* lacks the permission checks: write\./);
  });

  it('is told of once an hour for each job, while other failures are told of each time', async () => {
    const { failures, lines, clock } = bench();
    const refused = rest(403, LACKING);
    for (const key of ['o/n#1', 'o/n#1', 'o/n#2']) failures.tell(key, refused);
    expect(lines.map((line) => line.split(':')[0])).toEqual(['o/n#1', 'o/n#2']);
    await clock.advance({ minutes: 59 });
    failures.tell('o/n#1', refused);
    expect(lines).toHaveLength(2);
    await clock.advance({ minutes: 1 });
    failures.tell('o/n#1', refused);
    expect(lines).toHaveLength(3);
    failures.tell('o/n#1', new Error('no'));
    failures.tell('o/n#1', new Error('no'));
    expect(lines).toHaveLength(5);
  });
});
