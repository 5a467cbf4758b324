import { checkRunsOf } from '../state/checks.js';
import { needIssue, needRepository } from '../state/find.js';
import type {
  CheckRun,
  GitHubState,
  IssueComment,
  IssueOrPull,
  PullRequest,
  Repository,
  Review,
  ReviewComment,
} from '../state/types.js';
import type { Seen } from './seen.js';

/** An issue or pull request as a test holds it: by its number, always shown as it is now. */
export class IssueHandle {
  constructor(
    protected readonly state: GitHubState,
    protected readonly seen: Seen,
    readonly repositoryId: number,
    readonly number: number,
  ) {}

  get repository(): Repository {
    return needRepository(this.state, this.repositoryId);
  }

  get now(): IssueOrPull {
    return needIssue(this.state, this.repositoryId, this.number);
  }

  /** Names, sorted. */
  get labels(): string[] {
    return this.now.labelIds.map((id) => this.repository.labels.get(id)?.name ?? '').sort();
  }

  /** Logins. */
  get assignees(): string[] {
    return this.now.assigneeIds.map((id) => this.state.accounts.get(id)?.login ?? '');
  }

  /** What bots wrote in the conversation, oldest first. Looking marks it as seen. */
  botComments(): IssueComment[] {
    const comments = this.now.comments.filter(({ authorId }) => isBot(this.state, authorId));
    for (const comment of comments) this.seen.look(comment);
    return comments;
  }

  /** The bot's first comment, the one that it keeps up to date; looked at. Null where there is none. */
  statusComment(): IssueComment | null {
    const comment = this.now.comments.find(({ authorId }) => isBot(this.state, authorId)) ?? null;
    if (comment !== null) this.seen.look(comment);
    return comment;
  }

  /** The bot's latest comment, looked at. */
  lastBotComment(): IssueComment | null {
    const comment = this.now.comments.findLast(({ authorId }) => isBot(this.state, authorId)) ?? null;
    if (comment !== null) this.seen.look(comment);
    return comment;
  }
}

export class PullRequestHandle extends IssueHandle {
  override get now(): PullRequest {
    const found = super.now;
    if (found.kind !== 'pull') throw new Error(`#${String(this.number)} is no pull request`);
    return found;
  }

  get head(): string {
    return this.now.head.oid;
  }

  /** Logins. */
  get requestedReviewers(): string[] {
    return this.now.requestedReviewerIds.map((id) => this.state.accounts.get(id)?.login ?? '');
  }

  /** The newest run of each name on the present head. */
  get checks(): CheckRun[] {
    return checkRunsOf(this.repository, this.head);
  }

  check(name: string): CheckRun | null {
    return this.checks.find((run) => run.name === name) ?? null;
  }

  /** Submitted reviews by bots; looked at, with their comments. */
  botReviews(): Review[] {
    const reviews = this.now.reviews.filter(
      ({ state, authorId }) => state !== 'PENDING' && isBot(this.state, authorId),
    );
    for (const review of reviews) this.seen.look(review);
    this.botReviewComments();
    return reviews;
  }

  /** What bots wrote on lines, looked at. */
  botReviewComments(): ReviewComment[] {
    const comments = this.now.reviewComments.filter(({ authorId }) => isBot(this.state, authorId));
    for (const comment of comments) this.seen.look(comment);
    return comments;
  }
}

const isBot = (state: GitHubState, id: number | null): boolean => id !== null && state.accounts.get(id)?.type === 'Bot';
