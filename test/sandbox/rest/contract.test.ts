import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { operations } from '../../contract/validate.js';
import { type Bench, openBench } from './bench.js';
import { callAccounts } from './calls/accounts.js';
import { callApps } from './calls/apps.js';
import { callChecks } from './calls/checks.js';
import { callGit } from './calls/git.js';
import { callIssues } from './calls/issues.js';
import { callPulls } from './calls/pulls.js';
import { callRepositories } from './calls/repositories.js';

/** Each calls every operation of its area through the real client, which checks all replies against the description. */
const AREAS = {
  apps: callApps,
  accounts: callAccounts,
  repositories: callRepositories,
  git: callGit,
  issues: callIssues,
  pulls: callPulls,
  checks: callChecks,
};

describe("the sandbox's REST against GitHub's own description", () => {
  let bench: Bench;
  const answered = new Set<string>();
  beforeAll(async () => void (bench = await openBench()));
  afterAll(() => bench.close());

  it.each(Object.entries(AREAS))('answers the operations of %s as described', async (_, call) => {
    bench.problems.length = 0;
    await call(bench);
    for (const operation of bench.answered) answered.add(operation);
    expect(bench.problems).toEqual([]);
  });

  it('was asked for every operation of the slice', () => {
    expect(operations().filter((operation) => !answered.has(operation))).toEqual([]);
  });
});
