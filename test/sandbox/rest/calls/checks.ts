import { expect } from 'vitest';

import type { Bench } from '../bench.js';

const HERE = { owner: 'open-spec', repo: 'protocol' };

/** Check runs, suites and statuses on a commit. */
export async function callChecks(bench: Bench): Promise<void> {
  const { rest: app } = bench.client('installation');
  const head_sha = bench.repository.refs.get('refs/heads/main')!;
  const annotation = {
    path: 'seps/0001-start.md',
    start_line: 1,
    end_line: 1,
    annotation_level: 'warning' as const,
    message: 'Say more',
  };
  const { data: run } = await app.checks.create({
    ...HERE,
    name: 'lint',
    head_sha,
    output: { title: 'One remark', summary: 'See below', annotations: [annotation] },
  });
  const one = { ...HERE, check_run_id: run.id };
  expect(run.status).toBe('queued');
  const { data: done } = await app.checks.update({
    ...one,
    conclusion: 'action_required',
    output: { title: 'Two remarks', summary: 'See below', annotations: [annotation] },
  });
  expect(done).toMatchObject({ status: 'completed', output: { annotations_count: 2 } });
  await app.checks.get(one);
  expect((await app.checks.listAnnotations(one)).data).toHaveLength(2);
  expect((await app.checks.listForRef({ ...HERE, ref: 'main', check_name: 'lint' })).data.total_count).toBe(1);
  const { data: suites } = await app.checks.listSuitesForRef({ ...HERE, ref: 'heads/main' });
  const suite = { ...HERE, check_suite_id: suites.check_suites[0]?.id ?? 0 };
  await app.checks.getSuite(suite);
  await app.checks.listForSuite(suite);
  await app.checks.rerequestRun(one);
  await app.checks.rerequestSuite(suite);

  await app.repos.createCommitStatus({ ...HERE, sha: head_sha, state: 'failure', context: 'ci' });
  await app.repos.createCommitStatus({ ...HERE, sha: head_sha, state: 'success', context: 'ci', description: 'Fine' });
  expect((await app.repos.listCommitStatusesForRef({ ...HERE, ref: 'main' })).data).toHaveLength(2);
  const { data: combined } = await app.repos.getCombinedStatusForRef({ ...HERE, ref: 'main' });
  expect(combined).toMatchObject({ state: 'success', total_count: 1 });
}
