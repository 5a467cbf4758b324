import { z } from 'zod';

import { unprocessable } from '../../errors.js';
import { teamJson, userJson } from '../../json/accounts.js';
import { pullSimpleJson } from '../../json/pull.js';
import { accountByLogin, teamBySlug } from '../../state/find.js';
import type { Account, Repository, Team } from '../../state/types.js';
import { readBody } from '../body.js';
import { pullOf, repositoryOf } from '../lookup.js';
import { created, ok } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';

const reviewers = z.object({
  reviewers: z.array(z.string()).nullish(),
  team_reviewers: z.array(z.string()).nullish(),
});

/** Who is asked to review a pull request. */
export const requestedReviewers = {
  'pulls/list-requested-reviewers': reads('pull_requests', (call) => {
    const pull = pullOf(call, repositoryOf(call));
    return ok({
      users: pull.requestedReviewerIds.map((id) => userJson(call.state, id)),
      teams: pull.requestedTeamIds.flatMap((id) => {
        const team = call.state.teams.get(id);
        return team === undefined ? [] : [teamJson(call.state, team)];
      }),
    });
  }),

  'pulls/request-reviewers': writes('pull_requests', (call) => {
    const repository = repositoryOf(call);
    const pull = pullOf(call, repository);
    const changed = call.actions.requestReviewers(call.caller, pull, asked(call, repository, true));
    return created(pullSimpleJson(call.state, changed));
  }),

  'pulls/remove-requested-reviewers': writes('pull_requests', (call) => {
    const repository = repositoryOf(call);
    const pull = pullOf(call, repository);
    const changed = call.actions.removeReviewers(call.caller, pull, asked(call, repository, false));
    return ok(pullSimpleJson(call.state, changed));
  }),
} satisfies RouteMap;

/** Those who are named. An unknown login or team refuses the request where somebody is asked. */
function asked(call: Call, repository: Repository, strict: boolean): { users: Account[]; teams: Team[] } {
  const input = readBody(call, reviewers);
  const refusal = (): Error =>
    unprocessable(
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
    );
  const every = <T>(names: readonly string[] | null | undefined, find: (name: string) => T | null): T[] =>
    (names ?? []).flatMap((name) => {
      const one = find(name);
      if (one === null && strict) throw refusal();
      return one ?? [];
    });
  return {
    users: every(input.reviewers, (login) => accountByLogin(call.state, login)),
    teams: every(input.team_reviewers, (slug) => teamBySlug(call.state, repository.ownerId, slug)),
  };
}
