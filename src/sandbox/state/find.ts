import type { Account, App, GitHubState, Installation, IssueOrPull, PullRequest, Repository, Team } from './types.js';
import { GHOST_ID } from './types.js';

/** Logins and names of repositories do not tell upper from lower case. */
const fold = (text: string): string => text.toLowerCase();

/** The account that has this login now, or null. A bot's login ends in `[bot]`. */
export function accountByLogin(state: GitHubState, login: string): Account | null {
  for (const account of state.accounts.values()) {
    if (account.id !== GHOST_ID && fold(account.login) === fold(login)) return account;
  }
  return null;
}

/** The account, which the state itself names: its absence is a fault of the sandbox. */
export function needAccount(state: GitHubState, id: number): Account {
  return need(state.accounts.get(id), `account ${String(id)}`);
}

export function needRepository(state: GitHubState, id: number): Repository {
  return need(state.repositories.get(id), `repository ${String(id)}`);
}

export function needApp(state: GitHubState, id: number): App {
  return need(state.apps.get(id), `app ${String(id)}`);
}

function need<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The sandbox knows no ${what}`);
  return found;
}

/** As GraphQL shows it: a bot's without `[bot]`. */
export const graphqlLogin = (account: Account): string => account.login.replace(/\[bot\]$/, '');

export function ownerOf(state: GitHubState, repository: Repository): Account {
  return needAccount(state, repository.ownerId);
}

/** `owner/name`, with the present names. */
export function fullName(state: GitHubState, repository: Repository): string {
  return `${ownerOf(state, repository).login}/${repository.name}`;
}

/** By its present name, else by one that it had (REST answers those with 301, GraphQL follows them). */
export function repositoryByName(
  state: GitHubState,
  owner: string,
  name: string,
): { repository: Repository; moved: boolean } | null {
  const wanted = fold(`${owner}/${name}`);
  for (const repository of state.repositories.values()) {
    if (fold(fullName(state, repository)) === wanted) return { repository, moved: false };
  }
  for (const repository of state.repositories.values()) {
    if (repository.formerNames.includes(wanted)) return { repository, moved: true };
  }
  return null;
}

export function pullOf(repository: Repository, number: number): PullRequest | null {
  const found = repository.issues.get(number);
  return found?.kind === 'pull' ? found : null;
}

export function needIssue(state: GitHubState, repositoryId: number, number: number): IssueOrPull {
  return need(needRepository(state, repositoryId).issues.get(number), `issue ${String(number)}`);
}

export function needPull(state: GitHubState, repositoryId: number, number: number): PullRequest {
  const found = needIssue(state, repositoryId, number);
  if (found.kind !== 'pull') throw new Error(`#${String(number)} is no pull request`);
  return found;
}

export function teamBySlug(state: GitHubState, organizationId: number, slug: string): Team | null {
  return find(state.teams, (team) => team.organizationId === organizationId && team.slug === slug);
}

/** The installation of an app that sees this repository, or null. */
export function installationFor(state: GitHubState, appId: number, repository: Repository): Installation | null {
  return find(
    state.installations,
    (installation) => installation.appId === appId && installationSees(installation, repository),
  );
}

export function installationSees(installation: Installation, repository: Repository): boolean {
  if (installation.accountId !== repository.ownerId || installation.suspendedAt !== null) return false;
  return installation.repositoryIds === null || installation.repositoryIds.has(repository.id);
}

/** All pull requests whose head is this branch, in any repository. */
export function pullsFrom(state: GitHubState, repositoryId: number, branch: string): PullRequest[] {
  return [...state.repositories.values()].flatMap((repository) =>
    [...repository.issues.values()].filter(
      (issue): issue is PullRequest =>
        issue.kind === 'pull' && issue.head.repositoryId === repositoryId && issue.head.ref === branch,
    ),
  );
}

function find<T>(all: ReadonlyMap<unknown, T>, wanted: (item: T) => boolean): T | null {
  for (const item of all.values()) if (wanted(item)) return item;
  return null;
}
