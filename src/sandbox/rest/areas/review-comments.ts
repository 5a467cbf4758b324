import { z } from 'zod';

import { notFound, unprocessable } from '../../errors.js';
import { reviewCommentJson } from '../../json/comments.js';
import type { ReviewComment } from '../../state/types.js';
import { given, optionalText, readBody, set } from '../body.js';
import { lineOfPosition } from '../diff-positions.js';
import { allPulls, numberParam, pullOf, repositoryOf, reviewCommentOf, submittedComments } from '../lookup.js';
import { paged } from '../paging.js';
import { created, noContent, ok } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';
import { compareBy, sortable, type Sorted } from '../sorting.js';

const side = z.enum(['LEFT', 'RIGHT']).nullish();
const text = z.object({ body: z.string() });
const newComment = text.extend({
  commit_id: optionalText,
  path: optionalText,
  position: z.number().int().nullish(),
  line: z.number().int().nullish(),
  side,
  start_line: z.number().int().nullish(),
  start_side: side,
  subject_type: z.enum(['line', 'file']).nullish(),
  in_reply_to: z.number().int().nullish(),
});

/** Comments on lines of a pull request's diff. */
export const reviewComments = {
  'pulls/list-review-comments': reads('pull_requests', (call) =>
    list(call, submittedComments(pullOf(call, repositoryOf(call)))),
  ),

  'pulls/list-review-comments-for-repo': reads('pull_requests', (call) =>
    list(call, allPulls(repositoryOf(call)).flatMap(submittedComments)),
  ),

  'pulls/get-review-comment': reads('pull_requests', (call) =>
    ok(reviewCommentJson(call.state, reviewCommentOf(call, repositoryOf(call)))),
  ),

  'pulls/create-review-comment': writes('pull_requests', (call) => {
    const pull = pullOf(call, repositoryOf(call));
    const input = readBody(call, newComment);
    if (input.in_reply_to != null) {
      return made(call, call.actions.replyToReviewComment(call.caller, pull, input.in_reply_to, input.body));
    }
    const absent = (['path', 'commit_id'] as const).filter((name) => input[name] == null);
    if (input.path == null || absent.length > 0) {
      const names = absent.map((name) => `"${name}"`).join(', ');
      throw unprocessable(`Invalid request.\n\n${names} ${absent.length > 1 ? "weren't" : "wasn't"} supplied.`);
    }
    const place =
      input.line == null && input.position != null
        ? lineOfPosition(call.state, pull, input.path, input.position)
        : { line: input.line, side: input.side };
    const comment = call.actions.createReviewComment(call.caller, pull, {
      path: input.path,
      body: input.body,
      ...set({ line: place.line, startLine: input.start_line, startSide: input.start_side }),
      ...given({ side: place.side, subjectType: input.subject_type, commitOid: input.commit_id }),
    });
    return made(call, comment);
  }),

  'pulls/create-reply-for-review-comment': writes('pull_requests', (call) => {
    const pull = pullOf(call, repositoryOf(call));
    const id = numberParam(call, 'comment_id');
    if (!submittedComments(pull).some((comment) => comment.id === id)) throw notFound();
    return made(call, call.actions.replyToReviewComment(call.caller, pull, id, readBody(call, text).body));
  }),

  'pulls/update-review-comment': writes('pull_requests', (call) => {
    const comment = reviewCommentOf(call, repositoryOf(call));
    const { body } = readBody(call, text);
    return ok(reviewCommentJson(call.state, call.actions.editReviewComment(call.caller, comment, body)));
  }),

  'pulls/delete-review-comment': writes('pull_requests', (call) => {
    call.actions.deleteReviewComment(call.caller, reviewCommentOf(call, repositoryOf(call)));
    return noContent();
  }),
} satisfies RouteMap;

const SORTS: Sorted<ReviewComment> = {
  created: ({ createdAt, id }) => `${createdAt} ${sortable(id)}`,
  updated: ({ updatedAt, id }) => `${updatedAt} ${sortable(id)}`,
};

function list(call: Call, all: readonly ReviewComment[]) {
  const { query } = call.request;
  const since = query.get('since');
  const wanted = all.filter(({ updatedAt }) => since === null || Date.parse(updatedAt) >= Date.parse(since));
  return paged(call, wanted.sort(compareBy(query, SORTS, 'asc')), (one) => reviewCommentJson(call.state, one));
}

function made(call: Call, comment: ReviewComment) {
  const json = reviewCommentJson(call.state, comment);
  return { ...created(json), headers: { location: String(json['url']) } };
}
