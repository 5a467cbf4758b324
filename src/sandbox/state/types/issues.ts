import type { Instant, Oid } from './accounts.js';
import type { IssueComment, Reaction, Review, ReviewComment, ReviewThread, Written } from './conversation.js';
import type { TimelineEvent } from './timeline.js';

/** What issues and pull requests share. */
interface Numbered extends Written {
  /** As REST's issues endpoints show it; a pull request has an id of its own besides (`pullId`). */
  id: number;
  nodeId: string;
  repositoryId: number;
  number: number;
  title: string;
  state: 'open' | 'closed';
  closedAt: Instant | null;
  closedById: number | null;
  locked: boolean;
  lockReason: 'off-topic' | 'too heated' | 'resolved' | 'spam' | null;
  /** Label ids, in the order of adding. */
  labelIds: number[];
  assigneeIds: number[];
  /** Oldest first. Deleted comments are not here any more; the timeline says that there was one. */
  comments: IssueComment[];
  reactions: Reaction[];
  /** Oldest first. Comments, reviews and commits are not repeated here: GraphQL's timeline joins them. */
  timeline: TimelineEvent[];
}

export interface Issue extends Numbered {
  kind: 'issue';
  stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
}

/** A move of the head, the opening included. */
export interface HeadMove {
  oid: Oid;
  at: Instant;
  /** The commit before is no ancestor of this one. */
  forced: boolean;
  byId: number | null;
}

export interface PullRequest extends Numbered {
  kind: 'pull';
  /** The pull request's own database id. */
  pullId: number;
  draft: boolean;
  head: {
    /** null once the head repository is deleted. */
    repositoryId: number | null;
    /** Owner of the head repository; null for a ghost. Kept when the repository is gone: REST's `label` needs it. */
    ownerId: number | null;
    /** A branch name without `refs/heads/`. */
    ref: string;
    oid: Oid;
    /** The branch was deleted, or deleted and made again: then reopening is refused (until it is restored at `oid`). */
    deleted: boolean;
  };
  /** Oldest first; the last is the present head. */
  headHistory: HeadMove[];
  /** `oid` is the base branch's head when the pull request was opened, last pushed to, or changed its base. */
  base: { ref: string; oid: Oid };
  maintainerCanModify: boolean;
  autoMerge: null;
  mergedAt: Instant | null;
  mergedById: number | null;
  mergeCommitOid: Oid | null;
  requestedReviewerIds: number[];
  requestedTeamIds: number[];
  /** Oldest first. A pending review is seen by its author alone. */
  reviews: Review[];
  reviewComments: ReviewComment[];
  reviewThreads: ReviewThread[];
}

export type IssueOrPull = Issue | PullRequest;
