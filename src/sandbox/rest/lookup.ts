import { notFound, notAccessible, unauthenticated } from '../errors.js';
import { canSee, demand } from '../state/access.js';
import { accountByLogin, repositoryByName, teamBySlug } from '../state/find.js';
import type {
  Account,
  Installation,
  IssueComment,
  IssueOrPull,
  Label,
  Organization,
  PullRequest,
  Repository,
  Review,
  ReviewComment,
  Team,
} from '../state/types.js';
import { movedTo } from './replies.js';
import type { Call } from './route.js';

/** A parameter of the path. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

/** A number in the path. @throws GitHubError 404 where it is none. */
export function numberParam(call: Call, name: string): number {
  const text = param(call, name);
  if (!/^\d{1,15}$/.test(text)) throw notFound();
  return Number(text);
}

/**
 * The repository that the path names, where the caller may know of it and, for reading, has what the route needs.
 * @throws GitHubError 404, 403; ReplyInstead 301 where it has another name now.
 */
export function repositoryOf(call: Call): Repository {
  const found = repositoryByName(call.state, param(call, 'owner'), param(call, 'repo'));
  if (found === null || !canSee(call.state, call.caller, found.repository)) throw notFound();
  if (found.moved) throw movedTo(call, found.repository.id);
  const { need, caller } = call;
  if (need?.access === 'read') demand(call.state, caller, found.repository, need);
  if (need?.access === 'write' && caller.kind === 'anonymous') throw unauthenticated();
  if (need?.access === 'write' && caller.kind === 'app') throw notAccessible();
  return found.repository;
}

export function issueOf(call: Call, repository: Repository, name = 'issue_number'): IssueOrPull {
  const found = repository.issues.get(numberParam(call, name));
  if (found === undefined) throw notFound();
  return found;
}

export function pullOf(call: Call, repository: Repository): PullRequest {
  const found = issueOf(call, repository, 'pull_number');
  if (found.kind !== 'pull') throw notFound();
  return found;
}

export function commentOf(call: Call, repository: Repository): IssueComment {
  const id = numberParam(call, 'comment_id');
  return found(
    allIssues(repository).flatMap(({ comments }) => comments),
    (comment) => comment.id === id,
  );
}

export function reviewCommentOf(call: Call, repository: Repository): ReviewComment {
  const id = numberParam(call, 'comment_id');
  return found(visibleReviewComments(call, repository), (comment) => comment.id === id);
}

export function reviewOf(call: Call, pull: PullRequest): Review {
  const id = numberParam(call, 'review_id');
  return found(visibleReviews(call, pull), (review) => review.id === id);
}

/** A pending review is seen by its author alone. */
export function visibleReviews(call: Call, pull: PullRequest): Review[] {
  return pull.reviews.filter((review) => review.state !== 'PENDING' || review.authorId === callerId(call));
}

/** Comments of pending reviews are not listed before their review is submitted. */
export function submittedComments(pull: PullRequest): ReviewComment[] {
  const pending = new Set(pull.reviews.filter(({ state }) => state === 'PENDING').map(({ id }) => id));
  return pull.reviewComments.filter(({ reviewId }) => !pending.has(reviewId));
}

function visibleReviewComments(call: Call, repository: Repository): ReviewComment[] {
  return allPulls(repository).flatMap((pull) => {
    const seen = new Set(visibleReviews(call, pull).map(({ id }) => id));
    return pull.reviewComments.filter(({ reviewId }) => seen.has(reviewId));
  });
}

export const allIssues = (repository: Repository): IssueOrPull[] => [...repository.issues.values()];

export const allPulls = (repository: Repository): PullRequest[] =>
  allIssues(repository).filter((issue) => issue.kind === 'pull');

export function labelOf(repository: Repository, name: string): Label {
  return found([...repository.labels.values()], (label) => label.name.toLowerCase() === name.toLowerCase());
}

/** The account by login. @throws GitHubError 404. */
export function accountOf(call: Call, login: string): Account {
  const account = accountByLogin(call.state, login);
  if (account === null) throw notFound();
  return account;
}

export function organizationOf(call: Call): { account: Account; organization: Organization } {
  const account = accountOf(call, param(call, 'org'));
  const organization = call.state.organizations.get(account.id);
  if (organization === undefined) throw notFound();
  return { account, organization };
}

export function teamOf(call: Call, organizationId: number, slug = param(call, 'team_slug')): Team {
  const team = teamBySlug(call.state, organizationId, slug.toLowerCase());
  if (team === null) throw notFound();
  return team;
}

/** The installation of the calling app. @throws GitHubError 404 also where it belongs to another app. */
export function installationOf(call: Call, appId: number): Installation {
  const installation = call.state.installations.get(numberParam(call, 'installation_id'));
  if (installation?.appId !== appId) throw notFound();
  return installation;
}

/** The account that asks; null for nobody and for an app as such. */
export function callerId({ caller }: Call): number | null {
  if (caller.kind === 'user') return caller.userId;
  return caller.kind === 'installation' ? caller.botId : null;
}

/** The person who asks. @throws GitHubError 401 for nobody, 403 for an app. */
export function personOf({ caller }: Call): number {
  if (caller.kind === 'anonymous') throw unauthenticated();
  if (caller.kind !== 'user') throw notAccessible();
  return caller.userId;
}

/** The one that fits. @throws GitHubError 404. */
export function found<T>(all: readonly T[], wanted: (item: T) => boolean): T {
  const item = all.find(wanted);
  if (item === undefined) throw notFound();
  return item;
}
