import { z } from 'zod';

import type { NewReviewComment } from '../../actions/types.js';
import { unprocessable } from '../../errors.js';
import { reviewCommentJson, reviewJson } from '../../json/comments.js';
import type { PullRequest } from '../../state/types.js';
import { given, optionalText, readBody, set } from '../body.js';
import { lineOfPosition } from '../diff-positions.js';
import { pullOf, repositoryOf, reviewOf, visibleReviews } from '../lookup.js';
import { paged } from '../paging.js';
import { ok } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';

const event = z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']);
const side = z.enum(['LEFT', 'RIGHT']);
const draftComment = z.object({
  path: z.string(),
  body: z.string(),
  position: z.number().int().nullish(),
  line: z.number().int().nullish(),
  side: side.nullish(),
  start_line: z.number().int().nullish(),
  start_side: side.nullish(),
});
const newReview = z.object({
  commit_id: optionalText,
  body: optionalText,
  event: event.or(z.literal('PENDING')).or(z.literal('')).nullish(),
  comments: z.array(draftComment).nullish(),
});

/** Reviews of a pull request. */
export const reviews = {
  'pulls/list-reviews': reads('pull_requests', (call) => {
    const pull = pullOf(call, repositoryOf(call));
    return paged(call, visibleReviews(call, pull), (review) => reviewJson(call.state, review));
  }),

  'pulls/create-review': writes('pull_requests', (call) => {
    const pull = pullOf(call, repositoryOf(call));
    const input = readBody(call, newReview);
    const verdict = input.event === 'PENDING' || input.event === '' ? null : (input.event ?? null);
    const review = call.actions.createReview(call.caller, pull, {
      event: verdict,
      offDiff: 'refuse',
      comments: (input.comments ?? []).map((comment) => commentOf(call, pull, comment)),
      ...given({ body: input.body, commitOid: input.commit_id }),
    });
    return ok(reviewJson(call.state, review));
  }),

  'pulls/get-review': reads('pull_requests', (call) => ok(reviewJson(call.state, named(call)))),

  'pulls/update-review': writes('pull_requests', (call) => {
    const { body } = readBody(call, z.object({ body: z.string() }));
    return ok(reviewJson(call.state, call.actions.editReview(call.caller, named(call), body)));
  }),

  'pulls/submit-review': writes('pull_requests', (call) => {
    const input = readBody(call, z.object({ event, body: optionalText }));
    const submitted = call.actions.submitReview(call.caller, named(call), {
      event: input.event,
      ...given({ body: input.body }),
    });
    return ok(reviewJson(call.state, submitted));
  }),

  'pulls/dismiss-review': writes('pull_requests', (call) => {
    const { message } = readBody(call, z.object({ message: z.string(), event: optionalText }));
    return ok(reviewJson(call.state, call.actions.dismissReview(call.caller, named(call), message)));
  }),

  'pulls/delete-pending-review': writes('pull_requests', (call) => {
    const review = named(call);
    if (review.state !== 'PENDING') throw unprocessable('Can not delete a non-pending pull request review');
    const json = reviewJson(call.state, review);
    call.actions.deleteReview(call.caller, review);
    return ok(json);
  }),

  'pulls/list-comments-for-review': reads('pull_requests', (call) => {
    const pull = pullOf(call, repositoryOf(call));
    const review = reviewOf(call, pull);
    const own = pull.reviewComments.filter(({ reviewId }) => reviewId === review.id);
    return paged(call, own, (comment) => reviewCommentJson(call.state, comment));
  }),
} satisfies RouteMap;

const named = (call: Call) => reviewOf(call, pullOf(call, repositoryOf(call)));

/** A place is a line of the diff; older clients count from the file's first hunk (`position`). */
function commentOf(call: Call, pull: PullRequest, input: z.infer<typeof draftComment>): NewReviewComment {
  const place =
    input.line == null && input.position != null
      ? lineOfPosition(call.state, pull, input.path, input.position)
      : { line: input.line, side: input.side };
  return {
    path: input.path,
    body: input.body,
    ...set({ line: place.line, startLine: input.start_line, startSide: input.start_side }),
    ...given({ side: place.side }),
  };
}
