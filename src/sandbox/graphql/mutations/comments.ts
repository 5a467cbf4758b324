import type * as Schema from '@octokit/graphql-schema';

import { issueSource, on, type ReactableSource } from '../sources.js';
import { reactionGroups, reactionSource, toRest } from '../types/reactions.js';
import type { Context } from '../context.js';
import { edge, mutation, target } from './input.js';

/** Something that takes reactions, as an action wants it and as a source. */
function reactable(context: Context, id: string) {
  const node = target(
    context,
    id,
    'Issue',
    'PullRequest',
    'IssueComment',
    'PullRequestReview',
    'PullRequestReviewComment',
  );
  return { value: node.value, source: on(node.type, node.repository, node.value) as ReactableSource };
}

/** Something that can be hidden. */
function minimizable(context: Context, id: string) {
  const node = target(context, id, 'IssueComment', 'PullRequestReview', 'PullRequestReviewComment');
  return { value: node.value, source: on(node.type, node.repository, node.value) };
}

export const COMMENT_MUTATIONS = {
  addComment: mutation(({ subjectId, body }: Schema.AddCommentInput, context) => {
    const { repository, value } = target(context, subjectId, 'Issue', 'PullRequest');
    const comment = context.actions.createComment(context.caller, value, body);
    const commentEdge = edge(comment.id, on('IssueComment', repository, comment));
    return { commentEdge, timelineEdge: commentEdge, subject: issueSource(repository, value) };
  }),
  updateIssueComment: mutation(({ id, body }: Schema.UpdateIssueCommentInput, context) => {
    const { repository, value } = target(context, id, 'IssueComment');
    const comment = context.actions.editComment(context.caller, value, body);
    return { issueComment: on('IssueComment', repository, comment) };
  }),
  deleteIssueComment: mutation(({ id }: Schema.DeleteIssueCommentInput, context) => {
    context.actions.deleteComment(context.caller, target(context, id, 'IssueComment').value);
    return {};
  }),
  minimizeComment: mutation(({ subjectId, classifier }: Schema.MinimizeCommentInput, context) => {
    const { value, source } = minimizable(context, subjectId);
    context.actions.minimizeComment(context.caller, value, classifier);
    return { minimizedComment: source };
  }),
  unminimizeComment: mutation(({ subjectId }: Schema.UnminimizeCommentInput, context) => {
    const { value, source } = minimizable(context, subjectId);
    context.actions.unminimizeComment(context.caller, value);
    return { unminimizedComment: source };
  }),
  addReaction: mutation(({ subjectId, content }: Schema.AddReactionInput, context) => {
    const { value, source } = reactable(context, subjectId);
    const reaction = context.actions.addReaction(context.caller, value, toRest(content));
    return { reaction: reactionSource(source, reaction), reactionGroups: reactionGroups(source), subject: source };
  }),
  removeReaction: mutation(({ subjectId, content }: Schema.RemoveReactionInput, context) => {
    const { value, source } = reactable(context, subjectId);
    const reaction = context.actions.removeReaction(context.caller, value, toRest(content));
    return {
      reaction: reaction && reactionSource(source, reaction),
      reactionGroups: reactionGroups(source),
      subject: source,
    };
  }),
};
