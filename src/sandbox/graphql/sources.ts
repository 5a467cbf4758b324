import type {
  Account,
  CheckRun,
  CheckSuite,
  CommitStatus,
  Discussion,
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
  ReviewThread,
  Revision,
  Ruleset,
  Team,
  TimelineEvent,
  Written,
} from '../state/types.js';
import { GHOST_ID } from '../state/types.js';

/**
 * What resolvers pass on: a value of the state with the name of its type in GitHub's schema, and the repository that
 * it belongs to, which the value itself does not hold.
 */
export interface On<Name extends string, Value> {
  readonly __typename: Name;
  readonly repository: Repository;
  readonly value: Value;
}

export type IssueSource = On<'Issue', Issue>;
export type PullSource = On<'PullRequest', PullRequest>;
export type CommentSource = On<'IssueComment', IssueComment>;
/** The name of a category of discussions. */
export type DiscussionCategorySource = On<'DiscussionCategory', string>;
export type DiscussionSource = On<'Discussion', Discussion>;
export type DiscussionCommentSource = On<'DiscussionComment', Written>;
export type ReviewSource = On<'PullRequestReview', Review>;
export type ReviewCommentSource = On<'PullRequestReviewComment', ReviewComment>;
export type ThreadSource = On<'PullRequestReviewThread', ReviewThread>;
export type ReactionSource = On<'Reaction', { reaction: Reaction; subject: ReactableSource }>;
export type EditSource = On<'UserContentEdit', Revision>;
export type LabelSource = On<'Label', Label>;
export type RulesetSource = On<'RepositoryRuleset', Ruleset>;
export type CheckSuiteSource = On<'CheckSuite', CheckSuite>;
export type CheckRunSource = On<'CheckRun', CheckRun>;
export type StatusContextSource = On<'StatusContext', CommitStatus>;
/** A full name such as `refs/heads/main`. */
export type RefSource = On<'Ref', string>;
export type CommitSource = On<'Commit', Oid>;
/** `path`: where the tree was reached, null where it was asked for by its name. */
export type TreeSource = On<'Tree', { oid: Oid; path: string | null }>;
export type BlobSource = On<'Blob', Oid>;
export type EventSource = On<string, { event: TimelineEvent; issue: IssueOrPull }>;

/** A text with revisions, a writer and reactions. */
export type ReactableSource = IssueSource | PullSource | CommentSource | ReviewSource | ReviewCommentSource;

export interface RepositorySource {
  readonly __typename: 'Repository';
  readonly repository: Repository;
}
export interface AccountSource {
  readonly __typename: Account['type'];
  readonly account: Account;
}
export interface TeamSource {
  readonly __typename: 'Team';
  readonly team: Team;
}

export const on = <Name extends string, Value>(
  __typename: Name,
  repository: Repository,
  value: Value,
): On<Name, Value> => ({ __typename, repository, value });

export const repositorySource = (repository: Repository): RepositorySource => ({
  __typename: 'Repository',
  repository,
});

export const accountSource = (account: Account): AccountSource => ({ __typename: account.type, account });

/** Somebody who acted; null for a ghost, of whom GraphQL shows nothing. */
export function actor(state: GitHubState, id: number | null): AccountSource | null {
  const account = id === null || id === GHOST_ID ? undefined : state.accounts.get(id);
  return account ? accountSource(account) : null;
}

export const teamSource = (team: Team): TeamSource => ({ __typename: 'Team', team });

export const issueSource = (repository: Repository, issue: IssueOrPull): IssueSource | PullSource =>
  issue.kind === 'pull' ? on('PullRequest', repository, issue) : on('Issue', repository, issue);

/** A database id where it fits into GraphQL's Int, else null: then only `fullDatabaseId` has it. */
export const databaseId = (id: number): number | null => (id <= 2 ** 31 - 1 ? id : null);
