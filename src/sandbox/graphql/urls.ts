import { fullName } from '../state/find.js';
import type { Account, GitHubState, Repository } from '../state/types.js';
import type { ReactableSource } from './sources.js';

/** A page for people, as a path without the host: GraphQL's `resourcePath`. */
export const repositoryPath = (state: GitHubState, repository: Repository): string => `/${fullName(state, repository)}`;

export function accountPath(account: Account): string {
  return account.type === 'Bot' ? `/apps/${account.login.replace(/\[bot\]$/, '')}` : `/${account.login}`;
}

/** The page of an issue or pull request, or the anchor of a text on it. */
export function textPath(state: GitHubState, { __typename, repository, value }: ReactableSource): string {
  const within = repository.issues.get(value.number)?.kind === 'pull' ? 'pull' : 'issues';
  const page = `${repositoryPath(state, repository)}/${within}/${value.number}`;
  switch (__typename) {
    case 'Issue':
    case 'PullRequest':
      return page;
    case 'IssueComment':
      return `${page}#issuecomment-${value.id}`;
    case 'PullRequestReview':
      return `${page}#pullrequestreview-${value.id}`;
    case 'PullRequestReviewComment':
      return `${page}#discussion_r${value.id}`;
  }
}

/** @param size in pixels; GitHub scales the picture. */
export const avatarUrl = (state: GitHubState, accountId: number, size?: number | null): string =>
  `${state.urls.web}/avatars/u/${accountId}?v=4${size == null ? '' : `&s=${size}`}`;
