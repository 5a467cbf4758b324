import type * as Schema from '@octokit/graphql-schema';

import { checkRunsOf, suiteState } from '../../state/checks.js';
import type { Annotation, CheckRun as Run, GitHubState, Repository } from '../../state/types.js';
import { rulesetsOn } from '../../state/derive.js';
import { findNode } from '../../state/nodes.js';
import { connection, type PageArgs } from '../connection.js';
import type { FieldsOf } from '../context.js';
import {
  accountSource,
  databaseId,
  on,
  repositorySource,
  type CheckRunSource,
  type CheckSuiteSource,
} from '../sources.js';
import { repositoryPath } from '../urls.js';
import { refSource } from './refs.js';
import { appSource } from './apps.js';

const upper = (word: string | null): string | null => word?.toUpperCase() ?? null;

export const CheckSuite = {
  id: ({ value }) => value.nodeId,
  databaseId: ({ value }) => databaseId(value.id),
  app: ({ value }, _args, { state }) => appSource(state, value.appId),
  branch: ({ repository, value }) =>
    value.headBranch === null ? null : refSource(repository, `refs/heads/${value.headBranch}`),
  commit: ({ repository, value }) => on('Commit', repository, value.headOid),
  repository: ({ repository }) => repositorySource(repository),
  creator: ({ value }, _args, { state }) => {
    const bot = state.accounts.get(state.apps.get(value.appId)?.botId ?? NaN);
    return bot ? accountSource(bot) : null;
  },
  status: ({ repository, value }) => upper(suiteState(repository, value).status),
  conclusion: ({ repository, value }) => upper(suiteState(repository, value).conclusion),
  createdAt: ({ value }) => value.createdAt,
  updatedAt: ({ value }) => value.updatedAt,
  workflowRun: () => null,
  checkRuns: ({ repository, value }, args: PageArgs & Pick<Schema.CheckSuiteCheckRunsArgs, 'filterBy'>) => {
    const { checkType, ...filter } = args.filterBy ?? {};
    // Unlike REST, GraphQL shows older runs of the same name unless it is asked for the latest.
    const runs = checkRunsOf(repository, value.headOid, checkType === 'LATEST' ? 'latest' : 'all')
      .filter((run) => run.suiteId === value.id)
      .filter((run) => matches(run, filter));
    return connection(runs, args, { key: ({ id }) => id, node: (run) => on('CheckRun', repository, run) });
  },
} satisfies FieldsOf<Schema.CheckSuite, CheckSuiteSource>;

function matches(
  run: Run,
  { appId, checkName, conclusions, status, statuses }: Omit<Schema.CheckRunFilter, 'checkType'>,
): boolean {
  const wanted = [...(status == null ? [] : [status]), ...(statuses ?? [])] as string[];
  return (
    (appId == null || run.appId === appId) &&
    (checkName == null || run.name === checkName) &&
    (wanted.length === 0 || wanted.includes(run.status.toUpperCase())) &&
    (conclusions == null || (conclusions as (string | null)[]).includes(upper(run.conclusion)))
  );
}

const runPath = (state: GitHubState, { repository, value }: CheckRunSource): string =>
  `${repositoryPath(state, repository)}/runs/${value.id}`;

export const CheckRun = {
  id: ({ value }) => value.nodeId,
  databaseId: ({ value }) => databaseId(value.id),
  name: ({ value }) => value.name,
  status: ({ value }) => upper(value.status),
  conclusion: ({ value }) => upper(value.conclusion),
  title: ({ value }) => value.output.title,
  summary: ({ value }) => value.output.summary,
  text: ({ value }) => value.output.text,
  externalId: ({ value }) => value.externalId,
  detailsUrl: (run, _args, { state }) => run.value.detailsUrl ?? state.urls.web + runPath(state, run),
  startedAt: ({ value }) => value.startedAt,
  completedAt: ({ value }) => value.completedAt,
  checkSuite: ({ repository, value }) => {
    const suite = repository.checkSuites.get(value.suiteId);
    return suite ? on('CheckSuite', repository, suite) : null;
  },
  repository: ({ repository }) => repositorySource(repository),
  annotations: ({ repository, value }, args: PageArgs) => {
    const numbered = value.annotations.map((annotation, index) => ({ annotation, index, run: value }));
    return connection(numbered, args, {
      key: ({ index }) => index,
      node: (one): AnnotationSource => ({ __typename: 'CheckAnnotation', repository, ...one }),
    });
  },
  isRequired: ({ repository, value }, args: Schema.CheckRunIsRequiredArgs, { state }) =>
    isRequired(state, repository, value.name, value.appId, args),
  url: (run, _args, { state }) => state.urls.web + runPath(state, run),
  permalink: (run, _args, { state }) => state.urls.web + runPath(state, run),
  resourcePath: (run, _args, { state }) => runPath(state, run),
} satisfies FieldsOf<Schema.CheckRun, CheckRunSource>;

/** Whether the base branch of a pull request asks for a check of that name (of that app, where the rule names one). */
export function isRequired(
  state: GitHubState,
  repository: Repository,
  context: string,
  appId: number | null,
  { pullRequestId, pullRequestNumber }: Schema.CheckRunIsRequiredArgs,
): boolean {
  const node = pullRequestId == null ? null : findNode(state, pullRequestId);
  const pull = node?.type === 'PullRequest' ? node.value : repository.issues.get(pullRequestNumber ?? NaN);
  if (pull?.kind !== 'pull') return false;
  return rulesetsOn(repository, pull.base.ref)
    .flatMap(({ requiredChecks }) => requiredChecks)
    .some((required) => required.context === context && (required.appId === null || required.appId === appId));
}

interface AnnotationSource {
  readonly __typename: 'CheckAnnotation';
  readonly repository: Repository;
  readonly annotation: Annotation;
  readonly index: number;
  readonly run: Run;
}

export const CheckAnnotation = {
  annotationLevel: ({ annotation }) => annotation.level.toUpperCase(),
  path: ({ annotation }) => annotation.path,
  message: ({ annotation }) => annotation.message,
  title: ({ annotation }) => annotation.title,
  rawDetails: ({ annotation }) => annotation.rawDetails,
  location: ({ annotation }) => ({
    start: { line: annotation.startLine, column: annotation.startColumn },
    end: { line: annotation.endLine, column: annotation.endColumn },
  }),
  blobUrl: ({ repository, annotation, run }, _args, { state }) =>
    `${state.urls.web}${repositoryPath(state, repository)}/blob/${run.headOid}/${annotation.path}`,
} satisfies FieldsOf<Schema.CheckAnnotation, AnnotationSource>;
