import { rulesetsOn } from './derive.js';
import type {
  CheckConclusion,
  CheckRun,
  CheckStatus,
  CheckSuite,
  CommitStatus,
  Oid,
  PullRequest,
  Repository,
} from './types.js';

/** The check runs of a commit, oldest first. `latest` keeps the newest of each name and app, as REST's filter does. */
export function checkRunsOf(repository: Repository, oid: Oid, filter: 'latest' | 'all' = 'latest'): CheckRun[] {
  const runs = [...repository.checkRuns.values()].filter((run) => run.headOid === oid);
  if (filter === 'all') return runs;
  return [...new Map(runs.map((run) => [`${String(run.appId)}/${run.name}`, run])).values()];
}

export function checkSuitesOf(repository: Repository, oid: Oid): CheckSuite[] {
  return [...repository.checkSuites.values()].filter((suite) => suite.headOid === oid);
}

/** The newest status of each context. */
export function statusesOf(repository: Repository, oid: Oid): CommitStatus[] {
  const statuses = repository.statuses.filter((status) => status.oid === oid);
  return [...new Map(statuses.map((status) => [status.context, status])).values()];
}

/** How conclusions outweigh each other in a suite, heaviest first. */
const WEIGHTS: readonly CheckConclusion[] = [
  'failure',
  'timed_out',
  'action_required',
  'cancelled',
  'stale',
  'success',
  'neutral',
  'skipped',
];

/** A suite's status and conclusion are those of its newest runs together. */
export function suiteState(
  repository: Repository,
  suite: CheckSuite,
): { status: CheckStatus; conclusion: CheckConclusion | null; runs: CheckRun[] } {
  const runs = checkRunsOf(repository, suite.headOid).filter((run) => run.suiteId === suite.id);
  if (runs.length === 0) return { status: 'queued', conclusion: null, runs };
  const unfinished = runs.find((run) => run.status !== 'completed');
  if (unfinished) return { status: unfinished.status === 'queued' ? 'queued' : 'in_progress', conclusion: null, runs };
  const conclusion = WEIGHTS.find((weight) => runs.some((run) => run.conclusion === weight)) ?? null;
  return { status: 'completed', conclusion, runs };
}

const GREEN: readonly (CheckConclusion | null)[] = ['success', 'neutral', 'skipped'];

/** The required checks of a branch that this commit does not meet: missing, unfinished or not green. */
export function unmetChecks(repository: Repository, branch: string, oid: Oid): string[] {
  const required = rulesetsOn(repository, branch).flatMap((ruleset) => ruleset.requiredChecks);
  return required
    .filter(({ context, appId }) => {
      const run = checkRunsOf(repository, oid).findLast(
        (one) => one.name === context && (appId === null || one.appId === appId),
      );
      if (run !== undefined) return run.status !== 'completed' || !GREEN.includes(run.conclusion);
      return statusesOf(repository, oid).find((status) => status.context === context)?.state !== 'success';
    })
    .map(({ context }) => context);
}

/** Open pull requests of this repository whose head is this commit. Those from forks are left out, as on GitHub. */
export function pullsAt(repository: Repository, oid: Oid): PullRequest[] {
  return [...repository.issues.values()].filter(
    (issue): issue is PullRequest =>
      issue.kind === 'pull' &&
      issue.state === 'open' &&
      issue.head.oid === oid &&
      issue.head.repositoryId === repository.id,
  );
}
