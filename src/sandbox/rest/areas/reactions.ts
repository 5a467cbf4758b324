import { z } from 'zod';

import type { Reactable } from '../../actions/types.js';
import { forbidden } from '../../errors.js';
import { reactionJson } from '../../json/issue.js';
import { REACTIONS } from '../../state/types.js';
import { readBody } from '../body.js';
import { callerId, commentOf, found, issueOf, numberParam, repositoryOf, reviewCommentOf } from '../lookup.js';
import { paged } from '../paging.js';
import { created, noContent, ok } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';

const BOTH = 'issues pull_requests';
const onIssue = (call: Call): Reactable => issueOf(call, repositoryOf(call));
const onComment = (call: Call): Reactable => commentOf(call, repositoryOf(call));
const onReviewComment = (call: Call): Reactable => reviewCommentOf(call, repositoryOf(call));

/** Reactions to issues and comments. */
export const reactions = {
  'reactions/list-for-issue': reads(BOTH, (call) => list(call, onIssue(call))),
  'reactions/create-for-issue': writes(BOTH, (call) => add(call, onIssue(call))),
  'reactions/delete-for-issue': writes(BOTH, (call) => remove(call, onIssue(call))),
  'reactions/list-for-issue-comment': reads(BOTH, (call) => list(call, onComment(call))),
  'reactions/create-for-issue-comment': writes(BOTH, (call) => add(call, onComment(call))),
  'reactions/delete-for-issue-comment': writes(BOTH, (call) => remove(call, onComment(call))),
  'reactions/list-for-pull-request-review-comment': reads('pull_requests', (call) => list(call, onReviewComment(call))),
  'reactions/create-for-pull-request-review-comment': writes('pull_requests', (call) =>
    add(call, onReviewComment(call)),
  ),
  'reactions/delete-for-pull-request-comment': writes('pull_requests', (call) => remove(call, onReviewComment(call))),
} satisfies RouteMap;

function list(call: Call, subject: Reactable) {
  const content = call.request.query.get('content');
  const wanted = subject.reactions.filter((reaction) => content === null || reaction.content === content);
  return paged(call, wanted, (reaction) => reactionJson(call.state, reaction));
}

/** 200 where the same person's same reaction stood already. */
function add(call: Call, subject: Reactable) {
  const { content } = readBody(call, z.object({ content: z.enum(REACTIONS) }));
  const before = new Set(subject.reactions.map(({ id }) => id));
  const reaction = call.actions.addReaction(call.caller, subject, content);
  const json = reactionJson(call.state, reaction);
  return before.has(reaction.id) ? ok(json) : created(json);
}

function remove(call: Call, subject: Reactable) {
  const id = numberParam(call, 'reaction_id');
  const reaction = found(subject.reactions, (one) => one.id === id);
  if (reaction.userId !== callerId(call)) throw forbidden('You can only delete your own reactions.');
  call.actions.removeReaction(call.caller, subject, reaction.content);
  return noContent();
}
