import { notFound, unprocessable } from '../errors.js';
import { hunkAt } from '../git/positions.js';
import { actorId } from '../state/access.js';
import { pullFiles } from '../state/derive.js';
import { needPull, needRepository } from '../state/find.js';
import { nodeId } from '../state/node-ids.js';
import type { GitHub } from '../state/github.js';
import type { Caller, DiffSide, PullRequest, Review, ReviewComment, ReviewThread } from '../state/types.js';
import { checkComment } from './comments.js';
import { addReview, demandReview, publish } from './reviews.js';
import { demandOwnOr, demandWrite, happening, revise, write } from './shared.js';
import type { NewReviewComment } from './types.js';

/** Where a comment stands in the diff. */
export interface Place {
  path: string;
  line: number | null;
  startLine: number | null;
  side: DiffSide;
  startSide: DiffSide | null;
  subjectType: 'line' | 'file';
  diffHunk: string;
}

/** The place that a new comment asks for; null where that is not in the diff. */
export function placeOf(github: GitHub, pull: PullRequest, input: NewReviewComment): Place | null {
  const file = pullFiles(github.state, pull).find(({ path }) => path === input.path);
  if (file === undefined) return null;
  const side = input.side ?? 'RIGHT';
  const line = input.line ?? null;
  if (input.subjectType === 'file') {
    return { path: file.path, line: null, startLine: null, side, startSide: null, subjectType: 'file', diffHunk: '' };
  }
  if (line === null || file.patch === null) return null;
  const startLine = input.startLine ?? null;
  const startSide = startLine === null ? null : (input.startSide ?? side);
  const start = startLine === null || startSide === null ? null : { number: startLine, side: startSide };
  if (start?.number === line && start.side === side) return null;
  const diffHunk = hunkAt(file.patch, { number: line, side }, start);
  return diffHunk === null
    ? null
    : { path: file.path, line, startLine, side, startSide, subjectType: 'line', diffHunk };
}

/** Puts the first comment of a new thread into a review. Says nothing to anybody. */
export function addReviewComment(
  github: GitHub,
  caller: Caller,
  pull: PullRequest,
  review: Review,
  body: string,
  { diffHunk, ...place }: Place,
): ReviewComment {
  checkComment(body, 'PullRequestReviewComment');
  const id = github.nextId('thread');
  const thread: ReviewThread = {
    id,
    nodeId: nodeId('PullRequestReviewThread', pull.repositoryId, id),
    repositoryId: pull.repositoryId,
    number: pull.number,
    ...place,
    originalLine: place.line,
    originalStartLine: place.startLine,
    outdated: false,
    resolvedAt: null,
    resolvedById: null,
  };
  pull.reviewThreads.push(thread);
  return addToThread(github, caller, pull, review, thread, body, { diffHunk, inReplyToId: null });
}

function addToThread(
  github: GitHub,
  caller: Caller,
  pull: PullRequest,
  review: Review,
  thread: ReviewThread,
  body: string,
  more: { diffHunk: string; inReplyToId: number | null },
): ReviewComment {
  const { path, line, startLine, originalLine, originalStartLine, side, startSide, subjectType } = thread;
  const comment: ReviewComment = {
    ...write(github, caller, pull.repositoryId, body),
    ...github.nextIds('reviewComment', 'PullRequestReviewComment', pull.repositoryId),
    repositoryId: pull.repositoryId,
    number: pull.number,
    reviewId: review.id,
    threadId: thread.id,
    ...{ path, line, startLine, originalLine, originalStartLine, side, startSide, subjectType },
    ...more,
    commitOid: review.commitOid ?? pull.head.oid,
    originalCommitOid: review.commitOid ?? pull.head.oid,
    minimized: null,
    reactions: [],
  };
  pull.reviewComments.push(comment);
  return comment;
}

export function createReviewComment(
  github: GitHub,
  caller: Caller,
  pull: PullRequest,
  input: NewReviewComment & { commitOid?: string; review?: Review },
): ReviewComment {
  demandReview(github, caller, pull);
  checkComment(input.body, 'PullRequestReviewComment');
  const place = placeOf(github, pull, input);
  if (place === null) {
    throw unprocessable('Validation Failed', [
      {
        resource: 'PullRequestReviewComment',
        field: 'line',
        code: 'invalid',
        message: 'line must be part of the diff',
      },
    ]);
  }
  return inReview(github, caller, pull, input, (review) =>
    addReviewComment(github, caller, pull, review, input.body, place),
  );
}

/** Within a pending review the comment waits for it; otherwise it is a review of its own, told at once. */
function inReview(
  github: GitHub,
  caller: Caller,
  pull: PullRequest,
  { review, commitOid }: { review?: Review; commitOid?: string },
  add: (review: Review) => ReviewComment,
): ReviewComment {
  if (review !== undefined) {
    if (review.authorId !== actorId(caller) || review.state !== 'PENDING') throw notFound();
    return add(review);
  }
  const own = addReview(github, caller, pull, '', commitOid ?? pull.head.oid);
  const comment = add(own);
  publish(github, caller, pull, own, 'COMMENT');
  return comment;
}

export function replyToReviewComment(
  github: GitHub,
  caller: Caller,
  pull: PullRequest,
  inReplyToId: number,
  body: string,
  review?: Review,
): ReviewComment {
  demandReview(github, caller, pull);
  checkComment(body, 'PullRequestReviewComment');
  const asked = pull.reviewComments.find(({ id }) => id === inReplyToId);
  const thread = pull.reviewThreads.find(({ id }) => id === asked?.threadId);
  if (asked === undefined || thread === undefined) throw notFound();
  const first = asked.inReplyToId ?? asked.id;
  return inReview(github, caller, pull, review === undefined ? {} : { review }, (own) =>
    addToThread(github, caller, pull, own, thread, body, { diffHunk: asked.diffHunk, inReplyToId: first }),
  );
}

export function editReviewComment(github: GitHub, caller: Caller, comment: ReviewComment, body: string): ReviewComment {
  demandOwnOr(github, caller, comment, 'write', 'pull_requests');
  checkComment(body, 'PullRequestReviewComment');
  const oldBody = comment.body;
  if (!revise(github, caller, comment, body)) return comment;
  const where = { ...happening(caller, comment), number: comment.number };
  github.emit({ event: 'pull_request_review_comment', action: 'edited', commentId: comment.id, oldBody, ...where });
  return comment;
}

export function deleteReviewComment(github: GitHub, caller: Caller, comment: ReviewComment): void {
  demandOwnOr(github, caller, comment, 'write', 'pull_requests');
  const pull = needPull(github.state, comment.repositoryId, comment.number);
  const where = { ...happening(caller, comment), number: comment.number };
  github.emit({ event: 'pull_request_review_comment', action: 'deleted', commentId: comment.id, ...where });
  pull.reviewComments = pull.reviewComments.filter((other) => other !== comment);
  if (!pull.reviewComments.some(({ threadId }) => threadId === comment.threadId)) {
    pull.reviewThreads = pull.reviewThreads.filter(({ id }) => id !== comment.threadId);
  }
}

export function setThreadResolved(
  github: GitHub,
  caller: Caller,
  pull: PullRequest,
  threadId: number,
  resolved: boolean,
): void {
  const thread = pull.reviewThreads.find(({ id }) => id === threadId);
  if (thread === undefined) throw notFound();
  const level = pull.authorId === actorId(caller) ? 'read' : 'write';
  demandWrite(github, caller, needRepository(github.state, pull.repositoryId), level, 'pull_requests', 'contents');
  if ((thread.resolvedAt !== null) === resolved) return;
  thread.resolvedAt = resolved ? github.now : null;
  thread.resolvedById = resolved ? actorId(caller) : null;
  const action = resolved ? 'resolved' : 'unresolved';
  const where = { ...happening(caller, pull), number: pull.number };
  github.emit({ event: 'pull_request_review_thread', action, threadId, ...where });
}
