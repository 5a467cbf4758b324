import type {
  Account,
  Caller,
  Discussion,
  Issue,
  IssueComment,
  IssueOrPull,
  Minimized,
  PullRequest,
  Reaction,
  ReactionContent,
  Repository,
  Review,
  ReviewComment,
  Revision,
  Team,
  Written,
} from '../../state/types.js';

/** Anything that takes reactions. */
export type Reactable = IssueOrPull | IssueComment | Review | ReviewComment;
/** Anything whose revisions are kept. */
export type Editable = IssueOrPull | IssueComment | Review | ReviewComment;
export type Commentable = IssueComment | Review | ReviewComment;

export interface IssueChanges {
  title?: string;
  body?: string;
  state?: 'open' | 'closed';
  stateReason?: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
  /** Replaces all; unknown names are created by REST. Needs triage. */
  labels?: string[];
  /** Replaces all; those without access are left out silently. */
  assignees?: Account[];
}

export interface PullChanges {
  title?: string;
  body?: string;
  base?: string;
  state?: 'open' | 'closed';
  maintainerCanModify?: boolean;
}

/** What people do in discussions. GitHub tells nobody of it who did not ask for the event, and the sandbox tells nobody. */
export interface DiscussionActions {
  /** @throws GitHubError 422 for a category that the repository does not have, or an empty body. */
  startDiscussion(
    caller: Caller,
    repository: Repository,
    input: { category: string; title: string; body: string },
  ): Discussion;
  commentOnDiscussion(caller: Caller, discussion: Discussion, body: string): Written;
  /** By the writer or by somebody with write access. */
  editDiscussion(caller: Caller, discussion: Discussion, body: string): void;
}

/** What people and apps do with issues and pull requests. A locked one refuses comments of those without write access. */
export interface IssueActions {
  openIssue(
    caller: Caller,
    repository: Repository,
    input: { title: string; body?: string; labels?: string[]; assignees?: Account[] },
  ): Issue;
  /** Closing needs triage or the author; an edit triage or the author; of a body by others write. */
  editIssue(caller: Caller, issue: IssueOrPull, changes: IssueChanges): IssueOrPull;
  lock(caller: Caller, issue: IssueOrPull, reason?: IssueOrPull['lockReason']): void;
  unlock(caller: Caller, issue: IssueOrPull): void;

  /** @throws GitHubError 422 for an empty body or one above 65,536 characters; 403 where locked. */
  createComment(caller: Caller, issue: IssueOrPull, body: string): IssueComment;
  /** By the writer or by somebody with write access. */
  editComment(caller: Caller, comment: IssueComment, body: string): IssueComment;
  deleteComment(caller: Caller, comment: IssueComment): void;
  minimizeComment(caller: Caller, comment: Commentable, classifier: NonNullable<Minimized>): void;
  unminimizeComment(caller: Caller, comment: Commentable): void;
  /** Deletes the content of an old revision, as the page's history menu does. */
  deleteRevision(caller: Caller, text: Editable, revision: Revision): void;

  /** The same person's same reaction again is the one that stands. */
  addReaction(caller: Caller, subject: Reactable, content: ReactionContent): Reaction;
  removeReaction(caller: Caller, subject: Reactable, content: ReactionContent): Reaction | null;

  /** By names. A name that the repository does not have is created (REST). Needs triage. */
  addLabels(caller: Caller, issue: IssueOrPull, names: string[]): void;
  /** Replaces all by these. */
  setLabels(caller: Caller, issue: IssueOrPull, names: string[]): void;
  /** @throws GitHubError 404 where the issue does not carry it. */
  removeLabel(caller: Caller, issue: IssueOrPull, name: string): void;
  /** Those who cannot be assigned are left out silently, as on GitHub; ten at most. */
  addAssignees(caller: Caller, issue: IssueOrPull, users: Account[]): void;
  removeAssignees(caller: Caller, issue: IssueOrPull, users: Account[]): void;
}

export interface NewReviewComment {
  path: string;
  body: string;
  line?: number | null;
  side?: 'LEFT' | 'RIGHT';
  startLine?: number | null;
  startSide?: 'LEFT' | 'RIGHT' | null;
  subjectType?: 'line' | 'file';
}

export type ReviewEvent = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';

export interface NewReview {
  /** Missing or null: the review stays pending. */
  event?: ReviewEvent | null;
  body?: string;
  /** The head where missing. */
  commitOid?: string;
  comments?: NewReviewComment[];
  /** A comment off the diff: `refuse` the whole review (REST, 422) or `swallow` the comment (GraphQL). */
  offDiff?: 'refuse' | 'swallow';
}

export interface PullActions {
  /**
   * @param input.head the branch, in `headRepository` (this one where missing).
   * @throws GitHubError 422 where there are no commits between, or one is open already.
   */
  openPull(
    caller: Caller,
    repository: Repository,
    input: {
      title: string;
      body?: string;
      head: string;
      headRepository?: Repository;
      base?: string;
      draft?: boolean;
      maintainerCanModify?: boolean;
    },
  ): PullRequest;
  /** @throws GitHubError 422 on reopening where the head branch is gone, was made again, or was force-pushed while closed. */
  editPull(caller: Caller, pull: PullRequest, changes: PullChanges): PullRequest;
  setDraft(caller: Caller, pull: PullRequest, draft: boolean): PullRequest;
  /** @throws GitHubError 405 where a ruleset or a conflict is in the way; 409 where `sha` is not the head. */
  mergePull(
    caller: Caller,
    pull: PullRequest,
    input?: { method?: 'merge' | 'squash' | 'rebase'; title?: string; message?: string; sha?: string },
  ): PullRequest;
  /** @throws GitHubError 422, for the whole request, where one has no access or is the author. */
  requestReviewers(caller: Caller, pull: PullRequest, input: { users?: Account[]; teams?: Team[] }): PullRequest;
  removeReviewers(caller: Caller, pull: PullRequest, input: { users?: Account[]; teams?: Team[] }): PullRequest;

  /** @throws GitHubError 422 for an own approval, a missing body, a comment off the diff, a second pending review. */
  createReview(caller: Caller, pull: PullRequest, input: NewReview): Review;
  submitReview(caller: Caller, review: Review, input: { event: ReviewEvent; body?: string }): Review;
  editReview(caller: Caller, review: Review, body: string): Review;
  /** Needs write access. @throws GitHubError 422 unless it approves or asks for changes. */
  dismissReview(caller: Caller, review: Review, message: string): Review;
  /** A pending one, by its author. */
  deleteReview(caller: Caller, review: Review): void;
  /** Adds to the caller's pending review (`review`), or as a review of its own. @throws GitHubError 422 off the diff. */
  createReviewComment(
    caller: Caller,
    pull: PullRequest,
    input: NewReviewComment & { commitOid?: string; review?: Review },
  ): ReviewComment;
  replyToReviewComment(
    caller: Caller,
    pull: PullRequest,
    inReplyToId: number,
    body: string,
    review?: Review,
  ): ReviewComment;
  editReviewComment(caller: Caller, comment: ReviewComment, body: string): ReviewComment;
  deleteReviewComment(caller: Caller, comment: ReviewComment): void;
  setThreadResolved(caller: Caller, pull: PullRequest, threadId: number, resolved: boolean): void;
  /** Commits the comment's suggestion to the head branch. @throws GitHubError 422 where it is outdated or has none. */
  acceptSuggestion(caller: Caller, comment: ReviewComment): PullRequest;
}
