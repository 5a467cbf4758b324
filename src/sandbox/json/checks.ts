import { pullsAt, suiteState } from '../state/checks.js';
import { needApp, needRepository } from '../state/find.js';
import { needObject } from '../git/objects.js';
import type { Annotation, CheckRun, CheckSuite, CommitStatus, GitHubState, Repository } from '../state/types.js';
import { appJson, userOrNull } from './accounts.js';
import { repoApi, repoWeb, type Json } from './base.js';
import { pullMinimalJson } from './pull.js';
import { repositoryJson } from './repository.js';

/** `check-run`. */
export function checkRunJson(state: GitHubState, run: CheckRun): Json {
  const repository = needRepository(state, run.repositoryId);
  const url = `${repoApi(state, repository)}/check-runs/${String(run.id)}`;
  const html = `${repoWeb(state, repository)}/runs/${String(run.id)}`;
  return {
    id: run.id,
    name: run.name,
    node_id: run.nodeId,
    head_sha: run.headOid,
    external_id: run.externalId ?? '',
    url,
    html_url: html,
    details_url: run.detailsUrl ?? needApp(state, run.appId).externalUrl,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...run.output, annotations_count: run.annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: run.suiteId },
    app: appJson(state, needApp(state, run.appId)),
    pull_requests: pullsAt(repository, run.headOid).map((pull) => pullMinimalJson(state, pull)),
  };
}

/** `check-suite`. */
export function checkSuiteJson(state: GitHubState, suite: CheckSuite): Json {
  const repository = needRepository(state, suite.repositoryId);
  const url = `${repoApi(state, repository)}/check-suites/${String(suite.id)}`;
  const { status, conclusion, runs } = suiteState(repository, suite);
  return {
    id: suite.id,
    node_id: suite.nodeId,
    head_branch: suite.headBranch,
    head_sha: suite.headOid,
    status,
    conclusion,
    url,
    before: needObject(state.objects, 'commit', suite.headOid).parents[0] ?? null,
    after: suite.headOid,
    pull_requests: pullsAt(repository, suite.headOid).map((pull) => pullMinimalJson(state, pull)),
    app: appJson(state, needApp(state, suite.appId)),
    repository: repositoryJson(state, repository),
    created_at: suite.createdAt,
    updated_at: suite.updatedAt,
    head_commit: simpleCommitJson(state, suite.headOid),
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
    rerequestable: true,
    runs_rerequestable: true,
  };
}

/** `simple-commit`. */
export function simpleCommitJson(state: GitHubState, oid: string): Json {
  const commit = needObject(state.objects, 'commit', oid);
  return {
    id: oid,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.committer.date,
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}

/** `check-annotation`. */
export function annotationJson(state: GitHubState, run: CheckRun, annotation: Annotation): Json {
  const repository = needRepository(state, run.repositoryId);
  return {
    path: annotation.path,
    blob_href: `${repoWeb(state, repository)}/blob/${run.headOid}/${annotation.path}`,
    start_line: annotation.startLine,
    start_column: annotation.startColumn,
    end_line: annotation.endLine,
    end_column: annotation.endColumn,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
    raw_details: annotation.rawDetails,
  };
}

/** `status`. */
export function statusJson(state: GitHubState, repository: Repository, status: CommitStatus): Json {
  return {
    url: `${repoApi(state, repository)}/statuses/${status.oid}`,
    avatar_url: null,
    id: status.id,
    node_id: status.nodeId,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: userOrNull(state, status.creatorId),
  };
}
