import { readObject } from '../git/objects.js';
import { nodeId, parseNodeId, type NodeType } from './node-ids.js';
import type {
  Account,
  App,
  CheckRun,
  CheckSuite,
  CommitStatus,
  GitHubState,
  Issue,
  IssueComment,
  IssueOrPull,
  Label,
  Oid,
  PullRequest,
  Reaction,
  Repository,
  Review,
  ReviewComment,
  Revision,
  Ruleset,
  Team,
  TimelineEvent,
  ReviewThread,
} from './types.js';

/** What a node id leads to. Git objects and refs are named by repository and object name or full ref. */
export type Node =
  | { type: 'User' | 'Bot' | 'Organization'; value: Account }
  | { type: 'App'; value: App }
  | { type: 'Team'; value: Team }
  | { type: 'Repository'; value: Repository }
  | { type: 'Commit' | 'Tree' | 'Blob'; repository: Repository; oid: Oid }
  | { type: 'Ref'; repository: Repository; ref: string }
  | { type: 'Label'; repository: Repository; value: Label }
  | { type: 'RepositoryRuleset'; repository: Repository; value: Ruleset }
  | { type: 'CheckRun'; repository: Repository; value: CheckRun }
  | { type: 'CheckSuite'; repository: Repository; value: CheckSuite }
  | { type: 'StatusContext'; repository: Repository; value: CommitStatus }
  | { type: 'Issue'; repository: Repository; value: Issue }
  | { type: 'PullRequest'; repository: Repository; value: PullRequest }
  | { type: 'PullRequestCommit'; repository: Repository; value: PullRequest; oid: Oid }
  | { type: 'IssueComment'; repository: Repository; issue: IssueOrPull; value: IssueComment }
  | { type: 'TimelineEvent'; repository: Repository; issue: IssueOrPull; value: TimelineEvent }
  | { type: 'PullRequestReview'; repository: Repository; issue: PullRequest; value: Review }
  | { type: 'PullRequestReviewComment'; repository: Repository; issue: PullRequest; value: ReviewComment }
  | { type: 'PullRequestReviewThread'; repository: Repository; issue: PullRequest; value: ReviewThread }
  | { type: 'Reaction'; repository: Repository; issue: IssueOrPull; value: Reaction }
  | { type: 'UserContentEdit'; repository: Repository; issue: IssueOrPull; value: Revision };

/** Finds what a node id names; null for what is not there (any more). Says nothing of who may see it. */
export function findNode(state: GitHubState, id: string): Node | null {
  const parsed = parseNodeId(id);
  if (parsed === null) return null;
  const last = parsed.keys.at(-1);
  const number = typeof last === 'number' ? last : NaN;
  switch (parsed.type) {
    case 'User':
    case 'Bot':
    case 'Organization':
      return wrap(parsed.type, state.accounts.get(number), id);
    case 'App':
      return wrap('App', state.apps.get(number), id);
    case 'Team':
      return wrap('Team', state.teams.get(number), id);
    case 'Repository':
      return wrap('Repository', state.repositories.get(number), id);
    default: {
      const repository = state.repositories.get(Number(parsed.keys[0]));
      return repository === undefined ? null : findWithin(state, repository, parsed.type, parsed.keys, id);
    }
  }
}

function wrap<T extends string, V extends { nodeId: string }>(
  type: T,
  value: V | undefined,
  id: string,
): { type: T; value: V } | null {
  return value?.nodeId === id ? { type, value } : null;
}

function findWithin(
  state: GitHubState,
  repository: Repository,
  type: NodeType,
  keys: (number | string)[],
  id: string,
): Node | null {
  const last = keys.at(-1);
  if (typeof last === 'string') return findGit(state, repository, type, keys, last);
  const own = <T extends string, V extends { nodeId: string }>(name: T, value: V | undefined) => {
    const found = wrap(name, value, id);
    return found && { ...found, repository };
  };
  const number = last ?? NaN;
  if (type === 'Label') return own(type, repository.labels.get(number));
  if (type === 'RepositoryRuleset') return own(type, repository.rulesets.get(number));
  if (type === 'CheckRun') return own(type, repository.checkRuns.get(number));
  if (type === 'CheckSuite') return own(type, repository.checkSuites.get(number));
  if (type === 'StatusContext')
    return own(
      type,
      repository.statuses.find((status) => status.nodeId === id),
    );
  for (const issue of repository.issues.values()) {
    const found = findInIssue(repository, issue, id);
    if (found !== null) return found;
  }
  return null;
}

function findGit(
  state: GitHubState,
  repository: Repository,
  type: NodeType,
  keys: (number | string)[],
  name: string,
): Node | null {
  if (type === 'Ref') return repository.refs.has(name) ? { type, repository, ref: name } : null;
  if (type === 'Commit') return readObject(state.objects, 'commit', name) && { type, repository, oid: name };
  if (type === 'Tree') return readObject(state.objects, 'tree', name) && { type, repository, oid: name };
  if (type === 'Blob') return readObject(state.objects, 'blob', name) && { type, repository, oid: name };
  if (type !== 'PullRequestCommit') return null;
  const pull = [...repository.issues.values()].find((issue) => issue.kind === 'pull' && issue.pullId === keys[1]);
  return pull?.kind === 'pull' ? { type, repository, value: pull, oid: name } : null;
}

function findInIssue(repository: Repository, issue: IssueOrPull, id: string): Node | null {
  const is = (item: { nodeId: string }): boolean => item.nodeId === id;
  if (is(issue)) {
    return issue.kind === 'pull'
      ? { type: 'PullRequest', repository, value: issue }
      : { type: 'Issue', repository, value: issue };
  }
  const comment = issue.comments.find(is);
  if (comment) return { type: 'IssueComment', repository, issue, value: comment };
  const event = issue.timeline.find(is);
  if (event) return { type: 'TimelineEvent', repository, issue, value: event };
  if (issue.kind === 'pull') {
    const review = issue.reviews.find(is);
    if (review) return { type: 'PullRequestReview', repository, issue, value: review };
    const reviewComment = issue.reviewComments.find(is);
    if (reviewComment) return { type: 'PullRequestReviewComment', repository, issue, value: reviewComment };
    const thread = issue.reviewThreads.find(is);
    if (thread) return { type: 'PullRequestReviewThread', repository, issue, value: thread };
  }
  for (const text of textsOf(issue)) {
    const reaction = text.reactions.find(is);
    if (reaction) return { type: 'Reaction', repository, issue, value: reaction };
    const revision = text.revisions.find(is);
    if (revision) return { type: 'UserContentEdit', repository, issue, value: revision };
  }
  return null;
}

/** All texts of an issue or pull request: its own, its comments', its reviews' and their comments'. */
export function textsOf(issue: IssueOrPull): (IssueOrPull | IssueComment | Review | ReviewComment)[] {
  const ofPull = issue.kind === 'pull' ? [...issue.reviews, ...issue.reviewComments] : [];
  return [issue, ...issue.comments, ...ofPull];
}

/** The node id of a commit, tree or blob as seen in a repository. */
export const gitNodeId = (type: 'Commit' | 'Tree' | 'Blob', repository: Repository, oid: Oid): string =>
  nodeId(type, repository.id, oid);

export const refNodeId = (repository: Repository, ref: string): string => nodeId('Ref', repository.id, ref);

export const pullCommitNodeId = (pull: PullRequest, oid: Oid): string =>
  nodeId('PullRequestCommit', pull.repositoryId, pull.pullId, oid);
