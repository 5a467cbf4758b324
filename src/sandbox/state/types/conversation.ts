import type { Instant, Oid } from './accounts.js';

/**
 * A state of a text that can be edited, oldest first. The first is the text as it was written. A text that was never
 * edited has one revision here, and GraphQL's `userContentEdits` shows none; after an edit it shows all, the first
 * included. Somebody may delete a revision's content (not the newest): then `deletedAt` is set and `body` is null.
 */
export interface Revision {
  id: number;
  nodeId: string;
  body: string | null;
  editedAt: Instant;
  /** null for a ghost. */
  editorId: number | null;
  deletedAt: Instant | null;
  deletedById: number | null;
}

/** A text that people and apps write: of an issue, a comment, a review. */
export interface Written {
  /** null for a ghost: whoever wrote it deleted their account. */
  authorId: number | null;
  /** The app through which it was written; null for a person's own hand. */
  viaAppId: number | null;
  body: string;
  revisions: Revision[];
  createdAt: Instant;
  updatedAt: Instant;
}

export const REACTIONS = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'] as const;
export type ReactionContent = (typeof REACTIONS)[number];

export interface Reaction {
  id: number;
  nodeId: string;
  content: ReactionContent;
  userId: number | null;
  createdAt: Instant;
}

/** Why a comment is hidden, in GraphQL's `ReportedContentClassifiers`; null where it is not. */
export type Minimized = 'SPAM' | 'ABUSE' | 'OFF_TOPIC' | 'OUTDATED' | 'DUPLICATE' | 'RESOLVED' | 'LOW_QUALITY' | null;

/** A comment on an issue or pull request. Ids pass 2^31: GraphQL's `databaseId` is null, `fullDatabaseId` is text. */
export interface IssueComment extends Written {
  id: number;
  nodeId: string;
  repositoryId: number;
  number: number;
  minimized: Minimized;
  reactions: Reaction[];
}

export type ReviewState = 'PENDING' | 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';

export interface Review extends Written {
  id: number;
  nodeId: string;
  repositoryId: number;
  number: number;
  state: ReviewState;
  /** The head that was reviewed; null once its objects are gone. */
  commitOid: Oid | null;
  /** null while pending. */
  submittedAt: Instant | null;
  minimized: Minimized;
  reactions: Reaction[];
}

export type DiffSide = 'LEFT' | 'RIGHT';

/** A comment on lines of the diff. */
export interface ReviewComment extends Written {
  id: number;
  nodeId: string;
  repositoryId: number;
  number: number;
  reviewId: number;
  threadId: number;
  /** The comment that it answers; null for the first of its thread. */
  inReplyToId: number | null;
  path: string;
  /** The text of the hunk down to the commented line. */
  diffHunk: string;
  /** Where it stands in the present diff; null once the line is outdated, and for a comment on a whole file. */
  line: number | null;
  startLine: number | null;
  /** Where it stood when written. */
  originalLine: number | null;
  originalStartLine: number | null;
  side: DiffSide;
  startSide: DiffSide | null;
  subjectType: 'line' | 'file';
  commitOid: Oid;
  originalCommitOid: Oid;
  minimized: Minimized;
  reactions: Reaction[];
}

export interface ReviewThread {
  id: number;
  nodeId: string;
  repositoryId: number;
  number: number;
  path: string;
  line: number | null;
  startLine: number | null;
  originalLine: number | null;
  originalStartLine: number | null;
  side: DiffSide;
  startSide: DiffSide | null;
  subjectType: 'line' | 'file';
  outdated: boolean;
  /** null while unresolved. */
  resolvedAt: Instant | null;
  resolvedById: number | null;
}

/** A discussion, with what is written below it. */
export interface Discussion extends Written {
  repositoryId: number;
  number: number;
  /** The name of one of the repository's categories. */
  category: string;
  title: string;
  comments: Written[];
}
