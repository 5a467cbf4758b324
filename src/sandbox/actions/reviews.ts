import { forbidden, notFound, unprocessable } from '../errors.js';
import { actorId } from '../state/access.js';
import { needPull, needRepository } from '../state/find.js';
import { nodeId } from '../state/node-ids.js';
import type { GitHub } from '../state/github.js';
import type { Caller, PullRequest, Review } from '../state/types.js';
import { checkBody, demandUnlocked } from './issues.js';
import { addReviewComment, placeOf } from './review-comments.js';
import { by, demandOwnOr, demandWrite, happening, record, revise, write } from './shared.js';
import type { NewReview, ReviewEvent } from './types.js';

const STATES = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

/** Anybody who can read may review; locked conversations and the app's permission set the bounds. */
export function demandReview(github: GitHub, caller: Caller, pull: PullRequest): void {
  demandWrite(github, caller, needRepository(github.state, pull.repositoryId), 'read', 'pull_requests');
  demandUnlocked(github, caller, pull);
}

export function createReview(github: GitHub, caller: Caller, pull: PullRequest, input: NewReview): Review {
  demandReview(github, caller, pull);
  const event = input.event ?? null;
  const body = input.body ?? '';
  const commitOid = input.commitOid ?? pull.head.oid;
  const comments = input.comments ?? [];
  if (
    !pull.headHistory.some(({ oid }) => oid === commitOid) &&
    github.state.objects.get(commitOid)?.type !== 'commit'
  ) {
    throw unprocessable('Validation Failed', [{ resource: 'PullRequestReview', field: 'commit_id', code: 'invalid' }]);
  }
  if (event !== null) checkVerdict(caller, pull, event, body, comments.length);
  if (event === null && pendingOf(caller, pull) !== null) {
    throw unprocessable('User can only have one pending review per pull request');
  }
  checkBody(body, 'PullRequestReview');
  const placed = comments.flatMap((comment) => {
    const place = placeOf(github, pull, comment);
    if (place === null && input.offDiff !== 'swallow')
      throw unprocessable('Pull request review thread line must be part of the diff');
    return place === null ? [] : [{ comment, place }];
  });
  const review = addReview(github, caller, pull, body, commitOid);
  for (const { comment, place } of placed) addReviewComment(github, caller, pull, review, comment.body, place);
  if (event !== null) publish(github, caller, pull, review, event);
  return review;
}

/** A pending review, not yet told to anybody. */
export function addReview(github: GitHub, caller: Caller, pull: PullRequest, body: string, commitOid: string): Review {
  const id = github.nextId('review');
  const review: Review = {
    ...write(github, caller, pull.repositoryId, body),
    id,
    nodeId: nodeId('PullRequestReview', pull.repositoryId, id),
    repositoryId: pull.repositoryId,
    number: pull.number,
    state: 'PENDING',
    commitOid,
    submittedAt: null,
    minimized: null,
    reactions: [],
  };
  pull.reviews.push(review);
  return review;
}

const pendingOf = (caller: Caller, pull: PullRequest): Review | null =>
  pull.reviews.find(({ state, authorId }) => state === 'PENDING' && authorId === actorId(caller)) ?? null;

function checkVerdict(caller: Caller, pull: PullRequest, event: ReviewEvent, body: string, comments: number): void {
  const own = pull.authorId === actorId(caller);
  if (own && event === 'APPROVE') throw unprocessable('Can not approve your own pull request');
  if (own && event === 'REQUEST_CHANGES') throw unprocessable('Can not request changes on your own pull request');
  if (body === '' && (event === 'REQUEST_CHANGES' || (event === 'COMMENT' && comments === 0))) {
    throw unprocessable('Validation Failed', [{ resource: 'PullRequestReview', field: 'body', code: 'missing_field' }]);
  }
}

/** Makes a pending review known, with its comments. The request to review is thereby met. */
export function publish(github: GitHub, caller: Caller, pull: PullRequest, review: Review, event: ReviewEvent): void {
  review.state = STATES[event];
  review.submittedAt = github.now;
  review.updatedAt = github.now;
  pull.updatedAt = github.now;
  pull.requestedReviewerIds = pull.requestedReviewerIds.filter((id) => id !== review.authorId);
  const where = { ...happening(caller, pull), number: pull.number };
  github.emit({ event: 'pull_request_review', action: 'submitted', reviewId: review.id, ...where });
  for (const { id } of pull.reviewComments.filter(({ reviewId }) => reviewId === review.id)) {
    github.emit({ event: 'pull_request_review_comment', action: 'created', commentId: id, ...where });
  }
}

const pullOf = (github: GitHub, review: Review): PullRequest =>
  needPull(github.state, review.repositoryId, review.number);

/** A pending review exists for its author alone. */
function demandOwnPending(github: GitHub, caller: Caller, review: Review): PullRequest {
  const pull = pullOf(github, review);
  demandReview(github, caller, pull);
  if (review.authorId !== actorId(caller)) throw notFound();
  if (review.state !== 'PENDING') throw unprocessable('Could not submit the review: it has been submitted already.');
  return pull;
}

export function submitReview(
  github: GitHub,
  caller: Caller,
  review: Review,
  { event, body }: { event: ReviewEvent; body?: string },
): Review {
  const pull = demandOwnPending(github, caller, review);
  const comments = pull.reviewComments.filter(({ reviewId }) => reviewId === review.id).length;
  checkVerdict(caller, pull, event, body ?? review.body, comments);
  if (body !== undefined) {
    review.body = body;
    // Words of a pending review were never seen: they leave no history.
    review.revisions = write(github, caller, review.repositoryId, body).revisions;
  }
  publish(github, caller, pull, review, event);
  return review;
}

export function editReview(github: GitHub, caller: Caller, review: Review, body: string): Review {
  const pull = pullOf(github, review);
  demandOwnOr(github, caller, review, 'write', 'pull_requests');
  checkBody(body, 'PullRequestReview');
  const oldBody = review.body;
  if (!revise(github, caller, review, body) || review.state === 'PENDING') return review;
  const where = { ...happening(caller, pull), number: pull.number };
  github.emit({ event: 'pull_request_review', action: 'edited', reviewId: review.id, oldBody, ...where });
  return review;
}

export function dismissReview(github: GitHub, caller: Caller, review: Review, message: string): Review {
  const pull = pullOf(github, review);
  demandWrite(github, caller, needRepository(github.state, review.repositoryId), 'write', 'pull_requests');
  const previousState = review.state;
  if (previousState !== 'APPROVED' && previousState !== 'CHANGES_REQUESTED') {
    throw unprocessable('Can not dismiss a review that neither approves nor requests changes');
  }
  if (message.trim() === '') throw unprocessable('Message can not be blank');
  review.state = 'DISMISSED';
  review.updatedAt = github.now;
  record(github, pull, by(caller), { kind: 'review_dismissed', reviewId: review.id, previousState, message });
  const where = { ...happening(caller, pull), number: pull.number };
  github.emit({ event: 'pull_request_review', action: 'dismissed', reviewId: review.id, ...where });
  return review;
}

export function deleteReview(github: GitHub, caller: Caller, review: Review): void {
  if (review.state !== 'PENDING') throw forbidden('Can not delete a non-pending pull request review');
  const pull = demandOwnPending(github, caller, review);
  const threads = new Set(pull.reviewComments.filter((one) => one.reviewId === review.id).map((one) => one.threadId));
  pull.reviews = pull.reviews.filter((other) => other !== review);
  pull.reviewComments = pull.reviewComments.filter(({ reviewId }) => reviewId !== review.id);
  const left = new Set(pull.reviewComments.map(({ threadId }) => threadId));
  pull.reviewThreads = pull.reviewThreads.filter(({ id }) => left.has(id) || !threads.has(id));
}
