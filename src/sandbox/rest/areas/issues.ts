import { z } from 'zod';

import { issueJson } from '../../json/issue.js';
import { accountByLogin } from '../../state/find.js';
import type { Account, GitHubState, IssueOrPull, Repository } from '../../state/types.js';
import { given, optionalText, readBody, set } from '../body.js';
import { allIssues, issueOf, repositoryOf } from '../lookup.js';
import { paged } from '../paging.js';
import { created, noContent, ok } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';
import { compareBy, sortable, type Sorted } from '../sorting.js';

const label = z.union([z.string(), z.object({ name: z.string().nullish() })]);
const reason = z.enum(['completed', 'not_planned', 'duplicate', 'reopened']).nullish();
const lockReason = z.enum(['off-topic', 'too heated', 'resolved', 'spam']).nullish();
const title = z.union([z.string(), z.number()]);
const details = z.object({
  body: optionalText,
  labels: z.array(label).nullish(),
  assignees: z.array(z.string()).nullish(),
  assignee: optionalText,
});

/** Issues, and pull requests as issues. */
export const issues = {
  'issues/list-for-repo': reads('issues pull_requests', (call) => {
    const repository = repositoryOf(call);
    const { query } = call.request;
    const wanted = allIssues(repository).filter((issue) => isAskedFor(call.state, repository, issue, query));
    return paged(call, wanted.sort(compareBy(query, SORTS)), (issue) => issueJson(call.state, issue));
  }),

  'issues/get': reads('issues pull_requests', (call) => ok(issueJson(call.state, issueOf(call, repositoryOf(call))))),

  'issues/create': writes('issues', (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, details.extend({ title }));
    const issue = call.actions.openIssue(call.caller, repository, {
      title: `${input.title}`,
      ...given({ body: input.body, labels: namesOf(input.labels), assignees: assigneesOf(call, input) }),
    });
    return created(issueJson(call.state, issue));
  }),

  'issues/update': writes('issues pull_requests', (call) => {
    const issue = issueOf(call, repositoryOf(call));
    const schema = details.extend({
      title: title.nullish(),
      state: z.enum(['open', 'closed']).nullish(),
      state_reason: reason,
    });
    const input = readBody(call, schema);
    // GitHub takes a pull request's state here, too; it comes first because it may be refused.
    if (issue.kind === 'pull' && input.state != null) call.actions.editPull(call.caller, issue, { state: input.state });
    const changed = call.actions.editIssue(call.caller, issue, {
      ...given({
        title: input.title == null ? null : String(input.title),
        state: issue.kind === 'pull' ? null : input.state,
        labels: namesOf(input.labels),
        assignees: assigneesOf(call, input),
      }),
      ...set({
        stateReason: issue.kind === 'pull' ? undefined : input.state_reason,
        body: input.body === null ? '' : input.body,
      }),
    });
    return ok(issueJson(call.state, changed));
  }),

  'issues/lock': writes('issues pull_requests', (call) => {
    const issue = issueOf(call, repositoryOf(call));
    call.actions.lock(call.caller, issue, readBody(call, z.object({ lock_reason: lockReason })).lock_reason ?? null);
    return noContent();
  }),

  'issues/unlock': writes('issues pull_requests', (call) => {
    call.actions.unlock(call.caller, issueOf(call, repositoryOf(call)));
    return noContent();
  }),
} satisfies RouteMap;

const SORTS: Sorted<IssueOrPull> = {
  created: (issue) => `${issue.createdAt} ${sortable(issue.number)}`,
  updated: (issue) => `${issue.updatedAt} ${sortable(issue.number)}`,
  comments: (issue) => `${sortable(issue.comments.length)} ${sortable(issue.number)}`,
};

/** Labels are given by name, or as objects with one. */
export function namesOf(labels: readonly z.infer<typeof label>[] | null | undefined): string[] | null {
  return labels?.flatMap((one) => (typeof one === 'string' ? [one] : (one.name ?? []))) ?? null;
}

/** Logins that nobody has are left out, as those who cannot be assigned are. */
function assigneesOf(call: Call, input: z.infer<typeof details>): Account[] | null {
  const logins = input.assignees ?? (input.assignee == null ? null : [input.assignee].filter((login) => login !== ''));
  return logins?.flatMap((login) => accountByLogin(call.state, login) ?? []) ?? null;
}

function isAskedFor(state: GitHubState, repository: Repository, issue: IssueOrPull, query: URLSearchParams): boolean {
  const wantedState = query.get('state') ?? 'open';
  if (wantedState !== 'all' && issue.state !== wantedState) return false;
  const since = query.get('since');
  if (since !== null && Date.parse(issue.updatedAt) < Date.parse(since)) return false;
  if (query.get('milestone') !== null && query.get('milestone') !== 'none') return false;
  const creator = query.get('creator');
  if (creator !== null && (issue.authorId === null || issue.authorId !== accountByLogin(state, creator)?.id))
    return false;
  const mentioned = query.get('mentioned');
  if (mentioned !== null && !`${issue.body} `.toLowerCase().includes(`@${mentioned.toLowerCase()}`)) return false;
  return isAssignedTo(state, issue, query.get('assignee')) && carries(repository, issue, query.get('labels'));
}

function isAssignedTo(state: GitHubState, issue: IssueOrPull, wanted: string | null): boolean {
  if (wanted === null) return true;
  if (wanted === 'none') return issue.assigneeIds.length === 0;
  if (wanted === '*') return issue.assigneeIds.length > 0;
  const account = accountByLogin(state, wanted);
  return account !== null && issue.assigneeIds.includes(account.id);
}

/** All of the comma-separated labels. */
function carries(repository: Repository, issue: IssueOrPull, wanted: string | null): boolean {
  const own = issue.labelIds.map((id) => repository.labels.get(id)?.name.toLowerCase());
  const names = (wanted ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '').every((name) => own.includes(name));
}
