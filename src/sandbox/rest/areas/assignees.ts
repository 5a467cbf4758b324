import { z } from 'zod';

import { notFound } from '../../errors.js';
import { userJson } from '../../json/accounts.js';
import { issueJson } from '../../json/issue.js';
import { isCollaborator } from '../../state/access.js';
import { accountByLogin } from '../../state/find.js';
import type { Account } from '../../state/types.js';
import { readBody } from '../body.js';
import { accountOf, issueOf, param, repositoryOf } from '../lookup.js';
import { paged } from '../paging.js';
import { created, noContent, ok } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';

const BOTH = 'issues pull_requests';

/** Who is assigned, and who could be. */
export const assignees = {
  'issues/list-assignees': reads(BOTH, (call) => {
    const repository = repositoryOf(call);
    const people = [...call.state.accounts.values()].filter(
      ({ id, type }) => type === 'User' && isCollaborator(call.state, id, repository),
    );
    return paged(call, people, ({ id }) => userJson(call.state, id));
  }),

  'issues/check-user-can-be-assigned': reads(BOTH, (call) => {
    const repository = repositoryOf(call);
    if (!isCollaborator(call.state, accountOf(call, param(call, 'assignee')).id, repository)) throw notFound();
    return noContent();
  }),

  'issues/check-user-can-be-assigned-to-issue': reads(BOTH, (call) => {
    const repository = repositoryOf(call);
    issueOf(call, repository);
    if (!isCollaborator(call.state, accountOf(call, param(call, 'assignee')).id, repository)) throw notFound();
    return noContent();
  }),

  'issues/add-assignees': writes(BOTH, (call) => {
    const issue = issueOf(call, repositoryOf(call));
    call.actions.addAssignees(call.caller, issue, named(call));
    return created(issueJson(call.state, issue));
  }),

  'issues/remove-assignees': writes(BOTH, (call) => {
    const issue = issueOf(call, repositoryOf(call));
    call.actions.removeAssignees(call.caller, issue, named(call));
    return ok(issueJson(call.state, issue));
  }),
} satisfies RouteMap;

/** Logins that nobody has are left out. GitHub takes a single login, too. */
function named(call: Call): Account[] {
  const some = z.union([z.string(), z.array(z.string())]).nullish();
  const logins = readBody(call, z.object({ assignees: some })).assignees ?? [];
  return [logins].flat().flatMap((login) => accountByLogin(call.state, login) ?? []);
}
