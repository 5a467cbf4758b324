import { forbidden, unprocessable } from '../errors.js';
import { actorId } from '../state/access.js';
import { needRepository } from '../state/find.js';
import type { GitHub } from '../state/github.js';
import type { Caller, CheckRun, CheckSuite, CommitStatus, Oid, PullRequest, Repository } from '../state/types.js';
import { mergeGroup } from './merge.js';
import { needCommit, suiteFor } from './move-ref.js';
import { demandWrite, happening } from './shared.js';
import type { CheckRunFields } from './types.js';

const MOST_ANNOTATIONS = 50;
const MOST_ACTIONS = 3;
const LONGEST_OUTPUT = 65_535;

/** Checks are for apps. @returns the app's id */
function demandApp(github: GitHub, caller: Caller, repository: Repository): number {
  demandWrite(github, caller, repository, 'write', 'checks');
  if (caller.kind !== 'installation') throw forbidden('You must authenticate via a GitHub App.');
  return caller.appId;
}

function checkFields({ output, actions, status, conclusion }: CheckRunFields): void {
  const refuse = (message: string): never => {
    throw unprocessable(`Invalid request.\n\n${message}`);
  };
  if ((output?.annotations?.length ?? 0) > MOST_ANNOTATIONS) {
    refuse(`No more than ${String(MOST_ANNOTATIONS)} items are allowed in annotations.`);
  }
  for (const text of [output?.summary, output?.text]) {
    if ((text?.length ?? 0) > LONGEST_OUTPUT)
      refuse(`Only ${String(LONGEST_OUTPUT)} characters are allowed in output.`);
  }
  if ((actions?.length ?? 0) > MOST_ACTIONS) refuse(`No more than ${String(MOST_ACTIONS)} actions are allowed.`);
  for (const { label, description, identifier } of actions ?? []) {
    if (label.length > 20 || description.length > 40 || identifier.length > 20) {
      refuse('An action has a label of 20, a description of 40 and an identifier of 20 characters at most.');
    }
  }
  if (status === 'completed' && (conclusion ?? null) === null) refuse('"conclusion" is required when completed.');
  for (const annotation of output?.annotations ?? []) {
    const columns = annotation.startColumn !== null || annotation.endColumn !== null;
    if (columns && annotation.startLine !== annotation.endLine) {
      refuse('Columns are allowed only where start_line and end_line are the same.');
    }
    if (annotation.endLine < annotation.startLine) refuse('end_line is before start_line.');
  }
}

export function createCheckRun(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  input: CheckRunFields & { name: string; headOid: Oid },
): CheckRun {
  const appId = demandApp(github, caller, repository);
  checkFields(input);
  if (github.state.objects.get(input.headOid)?.type !== 'commit') {
    throw unprocessable(`No commit found for SHA: ${input.headOid}`);
  }
  const run: CheckRun = {
    ...github.nextIds('checkRun', 'CheckRun', repository.id),
    repositoryId: repository.id,
    suiteId: suiteFor(github, repository, appId, input.headOid, null),
    appId,
    name: input.name,
    headOid: input.headOid,
    externalId: null,
    detailsUrl: null,
    status: 'queued',
    conclusion: null,
    startedAt: github.now,
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    actions: [],
  };
  repository.checkRuns.set(run.id, run);
  apply(github, run, input);
  github.emit({ event: 'check_run', action: 'created', checkRunId: run.id, ...happening(caller, run) });
  if (run.status === 'completed') tellCompleted(github, caller, run);
  return run;
}

export function updateCheckRun(github: GitHub, caller: Caller, run: CheckRun, changes: CheckRunFields): CheckRun {
  const appId = demandApp(github, caller, needRepository(github.state, run.repositoryId));
  if (appId !== run.appId) throw forbidden('Invalid app_id. Check runs are updated by the app that made them.');
  checkFields({ ...changes, conclusion: changes.conclusion ?? run.conclusion });
  const wasCompleted = run.status === 'completed';
  apply(github, run, changes);
  if (run.status === 'completed' && !wasCompleted) tellCompleted(github, caller, run);
  return run;
}

function tellCompleted(github: GitHub, caller: Caller, run: CheckRun): void {
  github.emit({ event: 'check_run', action: 'completed', checkRunId: run.id, ...happening(caller, run) });
}

/** What is not named stays; annotations are appended. */
function apply(github: GitHub, run: CheckRun, changes: CheckRunFields): void {
  run.name = changes.name ?? run.name;
  if (changes.externalId !== undefined) run.externalId = changes.externalId;
  if (changes.detailsUrl !== undefined) run.detailsUrl = changes.detailsUrl;
  if (changes.startedAt != null) run.startedAt = changes.startedAt;
  if (changes.actions !== undefined) run.actions = [...changes.actions];
  if (changes.output !== undefined) {
    const { title = null, summary = null, text = null, annotations = [] } = changes.output;
    run.output = { title, summary, text };
    run.annotations.push(...annotations);
  }
  const conclusion = changes.conclusion ?? null;
  if (conclusion !== null) {
    run.status = 'completed';
    run.conclusion = conclusion;
    run.completedAt = changes.completedAt ?? github.now;
  } else if (changes.status !== undefined && changes.status !== 'completed') {
    run.status = changes.status;
    run.conclusion = null;
    run.completedAt = null;
  }
  const suite = github.state.repositories.get(run.repositoryId)?.checkSuites.get(run.suiteId);
  if (suite !== undefined) suite.updatedAt = github.now;
}

export function rerequestCheckRun(github: GitHub, caller: Caller, run: CheckRun): void {
  demandWrite(github, caller, needRepository(github.state, run.repositoryId), 'write', 'checks');
  github.emit({ event: 'check_run', action: 'rerequested', checkRunId: run.id, ...happening(caller, run) });
}

export function requestCheckAction(github: GitHub, caller: Caller, run: CheckRun, identifier: string): void {
  demandWrite(github, caller, needRepository(github.state, run.repositoryId), 'write', 'checks');
  if (!run.actions.some((action) => action.identifier === identifier)) {
    throw unprocessable(`The check run has no action ${identifier}.`);
  }
  github.emit({
    event: 'check_run',
    action: 'requested_action',
    checkRunId: run.id,
    identifier,
    ...happening(caller, run),
  });
}

export function rerequestCheckSuite(github: GitHub, caller: Caller, suite: CheckSuite): void {
  demandWrite(github, caller, needRepository(github.state, suite.repositoryId), 'write', 'checks');
  github.emit({ event: 'check_suite', action: 'rerequested', checkSuiteId: suite.id, ...happening(caller, suite) });
}

export function createStatus(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  input: Pick<CommitStatus, 'oid' | 'context' | 'state'> & { description?: string | null; targetUrl?: string | null },
): CommitStatus {
  demandWrite(github, caller, repository, 'write', 'statuses');
  needCommit(github, input.oid);
  const status: CommitStatus = {
    ...github.nextIds('status', 'StatusContext', repository.id),
    oid: input.oid,
    context: input.context,
    state: input.state,
    description: input.description ?? null,
    targetUrl: input.targetUrl ?? null,
    creatorId: actorId(caller),
    createdAt: github.now,
  };
  repository.statuses.push(status);
  return status;
}

export function enqueue(github: GitHub, caller: Caller, pull: PullRequest): { headOid: Oid; headRef: string } {
  const repository = needRepository(github.state, pull.repositoryId);
  demandWrite(github, caller, repository, 'write', 'contents');
  const group = mergeGroup(github, caller, repository, pull);
  const baseRef = `refs/heads/${pull.base.ref}`;
  github.emit({ event: 'merge_group', action: 'checks_requested', ...group, baseRef, ...happening(caller, pull) });
  return { headOid: group.headOid, headRef: group.headRef };
}
