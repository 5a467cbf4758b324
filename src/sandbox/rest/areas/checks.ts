import { z } from 'zod';

import type { CheckRunFields } from '../../actions/types.js';
import { notFound, unprocessable } from '../../errors.js';
import { annotationJson, checkRunJson, checkSuiteJson } from '../../json/checks.js';
import { checkRunsOf, checkSuitesOf } from '../../state/checks.js';
import type { CheckRun, CheckSuite, Repository } from '../../state/types.js';
import { optionalText, readBody, set } from '../body.js';
import { numberParam, param, repositoryOf } from '../lookup.js';
import { paged, wrapped } from '../paging.js';
import { created, ok } from '../replies.js';
import { needCommit } from '../revisions.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';

const annotation = z.object({
  path: z.string(),
  start_line: z.number().int(),
  end_line: z.number().int(),
  start_column: z.number().int().nullish(),
  end_column: z.number().int().nullish(),
  annotation_level: z.enum(['notice', 'warning', 'failure']),
  message: z.string(),
  title: optionalText,
  raw_details: optionalText,
});
const conclusions = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'timed_out',
  'action_required',
  'skipped',
  'stale',
] as const;
const changes = z.object({
  name: z.string().optional(),
  details_url: optionalText,
  external_id: optionalText,
  status: z.enum(['queued', 'in_progress', 'completed', 'waiting', 'requested', 'pending']).optional(),
  conclusion: z.enum(conclusions).nullish(),
  started_at: optionalText,
  completed_at: optionalText,
  output: z
    .object({
      title: optionalText,
      summary: optionalText,
      text: optionalText,
      annotations: z.array(annotation).nullish(),
    })
    .nullish(),
  actions: z.array(z.object({ label: z.string(), description: z.string(), identifier: z.string() })).nullish(),
});

/** Check runs and suites. */
export const checks = {
  'checks/create': writes('checks', (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, changes.extend({ name: z.string(), head_sha: z.string() }));
    const run = call.actions.createCheckRun(call.caller, repository, {
      ...fieldsOf(input),
      name: input.name,
      headOid: input.head_sha,
    });
    return created(checkRunJson(call.state, run));
  }),

  'checks/update': writes('checks', (call) => {
    const run = runOf(call, repositoryOf(call));
    return ok(
      checkRunJson(call.state, call.actions.updateCheckRun(call.caller, run, fieldsOf(readBody(call, changes)))),
    );
  }),

  'checks/get': reads('checks', (call) => ok(checkRunJson(call.state, runOf(call, repositoryOf(call))))),

  'checks/list-annotations': reads('checks', (call) => {
    const run = runOf(call, repositoryOf(call));
    return paged(call, run.annotations, (one) => annotationJson(call.state, run, one));
  }),

  'checks/rerequest-run': writes('checks', (call) => {
    call.actions.rerequestCheckRun(call.caller, runOf(call, repositoryOf(call)));
    return created({});
  }),

  'checks/list-for-ref': reads('checks', (call) => {
    const repository = repositoryOf(call);
    return runList(call, repository, needCommit(call.state, repository, param(call, 'ref')), () => true);
  }),

  'checks/list-for-suite': reads('checks', (call) => {
    const repository = repositoryOf(call);
    const suite = suiteOf(call, repository);
    return runList(call, repository, suite.headOid, (run) => run.suiteId === suite.id);
  }),

  'checks/get-suite': reads('checks', (call) => ok(checkSuiteJson(call.state, suiteOf(call, repositoryOf(call))))),

  'checks/list-suites-for-ref': reads('checks', (call) => {
    const repository = repositoryOf(call);
    const { query } = call.request;
    const oid = needCommit(call.state, repository, param(call, 'ref'));
    const suites = checkSuitesOf(repository, oid).filter(
      (suite) => isApp(query.get('app_id'), suite.appId) && hasRun(repository, suite, query.get('check_name')),
    );
    return wrapped(call, 'check_suites', suites, (suite) => checkSuiteJson(call.state, suite));
  }),

  'checks/rerequest-suite': writes('checks', (call) => {
    call.actions.rerequestCheckSuite(call.caller, suiteOf(call, repositoryOf(call)));
    return created({});
  }),
} satisfies RouteMap;

function fieldsOf(input: z.infer<typeof changes>): CheckRunFields {
  const { output } = input;
  if (output != null && typeof output.summary !== 'string') {
    throw unprocessable('Invalid request.\n\n"summary" wasn\'t supplied.');
  }
  return set({
    name: input.name,
    externalId: input.external_id,
    detailsUrl: input.details_url,
    status: input.status,
    conclusion: input.conclusion,
    startedAt: input.started_at,
    completedAt: input.completed_at,
    output:
      output == null
        ? undefined
        : set({
            title: output.title,
            summary: output.summary,
            text: output.text,
            annotations: output.annotations?.map((one) => ({
              path: one.path,
              startLine: one.start_line,
              endLine: one.end_line,
              startColumn: one.start_column ?? null,
              endColumn: one.end_column ?? null,
              level: one.annotation_level,
              message: one.message,
              title: one.title ?? null,
              rawDetails: one.raw_details ?? null,
            })),
          }),
    actions: input.actions ?? undefined,
  });
}

function runOf(call: Call, repository: Repository): CheckRun {
  const run = repository.checkRuns.get(numberParam(call, 'check_run_id'));
  if (run === undefined) throw notFound();
  return run;
}

function suiteOf(call: Call, repository: Repository): CheckSuite {
  const suite = repository.checkSuites.get(numberParam(call, 'check_suite_id'));
  if (suite === undefined) throw notFound();
  return suite;
}

const isApp = (wanted: string | null, appId: number): boolean => wanted === null || Number(wanted) === appId;

const hasRun = (repository: Repository, suite: CheckSuite, name: string | null): boolean =>
  name === null || [...repository.checkRuns.values()].some((run) => run.suiteId === suite.id && run.name === name);

/** Newest first, as GitHub lists them. */
function runList(call: Call, repository: Repository, oid: string, belongs: (run: CheckRun) => boolean) {
  const { query } = call.request;
  const [name, status] = [query.get('check_name'), query.get('status')];
  const runs = checkRunsOf(repository, oid, query.get('filter') === 'all' ? 'all' : 'latest').filter(
    (run) =>
      belongs(run) &&
      (name === null || run.name === name) &&
      (status === null || run.status === status) &&
      isApp(query.get('app_id'), run.appId),
  );
  return wrapped(call, 'check_runs', runs.reverse(), (run) => checkRunJson(call.state, run));
}
