import { z } from 'zod';

import { issueCommentJson } from '../../json/comments.js';
import type { IssueComment } from '../../state/types.js';
import { readBody } from '../body.js';
import { allIssues, commentOf, issueOf, repositoryOf } from '../lookup.js';
import { paged } from '../paging.js';
import { created, noContent, ok } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';
import { compareBy, sortable, type Sorted } from '../sorting.js';

const text = z.object({ body: z.string() });

/** Comments in the conversation of an issue or a pull request. */
export const comments = {
  'issues/list-comments': reads('issues pull_requests', (call) => {
    const issue = issueOf(call, repositoryOf(call));
    return paged(call, issue.comments.filter(since(call)), (comment) => issueCommentJson(call.state, comment));
  }),

  'issues/list-comments-for-repo': reads('issues pull_requests', (call) => {
    const all = allIssues(repositoryOf(call)).flatMap((issue) => issue.comments);
    const sorted = all.filter(since(call)).sort(compareBy(call.request.query, SORTS, 'asc'));
    return paged(call, sorted, (comment) => issueCommentJson(call.state, comment));
  }),

  'issues/create-comment': writes('issues pull_requests', (call) => {
    const issue = issueOf(call, repositoryOf(call));
    const comment = call.actions.createComment(call.caller, issue, readBody(call, text).body);
    const json = issueCommentJson(call.state, comment);
    return { ...created(json), headers: { location: String(json['url']) } };
  }),

  'issues/get-comment': reads('issues pull_requests', (call) =>
    ok(issueCommentJson(call.state, commentOf(call, repositoryOf(call)))),
  ),

  'issues/update-comment': writes('issues pull_requests', (call) => {
    const comment = commentOf(call, repositoryOf(call));
    return ok(issueCommentJson(call.state, call.actions.editComment(call.caller, comment, readBody(call, text).body)));
  }),

  'issues/delete-comment': writes('issues pull_requests', (call) => {
    call.actions.deleteComment(call.caller, commentOf(call, repositoryOf(call)));
    return noContent();
  }),
} satisfies RouteMap;

const SORTS: Sorted<IssueComment> = {
  created: ({ createdAt, id }) => `${createdAt} ${sortable(id)}`,
  updated: ({ updatedAt, id }) => `${updatedAt} ${sortable(id)}`,
};

/** `since` counts by the last change. */
function since(call: Call): (comment: IssueComment) => boolean {
  const from = call.request.query.get('since');
  return ({ updatedAt }) => from === null || Date.parse(updatedAt) >= Date.parse(from);
}
