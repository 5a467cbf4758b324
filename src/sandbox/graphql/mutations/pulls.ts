import type * as Schema from '@octokit/graphql-schema';

import { accountByLogin, repositoryByName } from '../../state/find.js';
import type { PullRequest, Repository } from '../../state/types.js';
import type { Context } from '../context.js';
import { unresolved } from '../errors.js';
import { actor, on } from '../sources.js';
import { acting, edge, labels, lower, mutation, target, users } from './input.js';

const pullPayload = (repository: Repository, pull: PullRequest): { pullRequest: object } => ({
  pullRequest: on('PullRequest', repository, pull),
});

/** A mutation that needs only a pull request. */
const onPull = (run: (context: Context, pull: PullRequest) => PullRequest) =>
  mutation(({ pullRequestId }: { pullRequestId: string }, context) => {
    const { repository, value } = target(context, pullRequestId, 'PullRequest');
    return pullPayload(repository, run(context, value));
  });

/** Where the head branch is: by id, by `owner:branch` (a fork of that owner), else in the base repository. */
function headOf(
  context: Context,
  base: Repository,
  { headRefName, headRepositoryId }: Schema.CreatePullRequestInput,
): { head: string; headRepository: Repository } {
  const [, owner, branch = headRefName] = /^([^:]+):(.+)$/.exec(headRefName) ?? [];
  if (headRepositoryId != null) {
    return { head: branch, headRepository: target(context, headRepositoryId, 'Repository').value };
  }
  if (owner === undefined) return { head: branch, headRepository: base };
  const ownerId = accountByLogin(context.state, owner)?.id;
  const named = repositoryByName(context.state, owner, base.name)?.repository;
  const fork =
    named ??
    [...context.state.repositories.values()].find((one) => one.ownerId === ownerId && one.parentId === base.id);
  if (!fork) throw unresolved(headRefName);
  return { head: branch, headRepository: fork };
}

export const PULL_MUTATIONS = {
  createPullRequest: mutation((input: Schema.CreatePullRequestInput, context) => {
    const repository = target(context, input.repositoryId, 'Repository').value;
    const { title, body, baseRefName, draft, maintainerCanModify } = input;
    const pull = context.actions.openPull(context.caller, repository, {
      title,
      base: baseRefName,
      ...headOf(context, repository, input),
      ...(body != null && { body }),
      ...(draft != null && { draft }),
      ...(maintainerCanModify != null && { maintainerCanModify }),
    });
    return pullPayload(repository, pull);
  }),
  updatePullRequest: mutation(
    (
      {
        pullRequestId,
        title,
        body,
        baseRefName,
        state,
        maintainerCanModify,
        labelIds,
        assigneeIds,
      }: Schema.UpdatePullRequestInput,
      context,
    ) => {
      const { repository, value } = target(context, pullRequestId, 'PullRequest');
      const { actions, caller } = context;
      const names = labelIds && labels(context, repository, labelIds).map(({ name }) => name);
      const assignees = assigneeIds && users(context, assigneeIds);
      const changes = {
        ...(title != null && { title }),
        ...(body != null && { body }),
        ...(baseRefName != null && { base: baseRefName }),
        ...(state != null && { state: lower(state) }),
        ...(maintainerCanModify != null && { maintainerCanModify }),
      };
      if (Object.keys(changes).length > 0) actions.editPull(caller, value, changes);
      if (names || assignees) {
        actions.editIssue(caller, value, { ...(names && { labels: names }), ...(assignees && { assignees }) });
      }
      return { ...pullPayload(repository, value), actor: acting(context) };
    },
  ),
  closePullRequest: onPull(({ actions, caller }, pull) => actions.editPull(caller, pull, { state: 'closed' })),
  reopenPullRequest: onPull(({ actions, caller }, pull) => actions.editPull(caller, pull, { state: 'open' })),
  convertPullRequestToDraft: onPull(({ actions, caller }, pull) => actions.setDraft(caller, pull, true)),
  markPullRequestReadyForReview: onPull(({ actions, caller }, pull) => actions.setDraft(caller, pull, false)),
  mergePullRequest: mutation(
    (
      { pullRequestId, mergeMethod, commitHeadline, commitBody, expectedHeadOid }: Schema.MergePullRequestInput,
      context,
    ) => {
      const { repository, value } = target(context, pullRequestId, 'PullRequest');
      const merged = context.actions.mergePull(context.caller, value, {
        ...(mergeMethod != null && { method: lower(mergeMethod) }),
        ...(commitHeadline != null && { title: commitHeadline }),
        ...(commitBody != null && { message: commitBody }),
        ...(expectedHeadOid != null && { sha: String(expectedHeadOid) }),
      });
      return { ...pullPayload(repository, merged), actor: acting(context) };
    },
  ),
  requestReviews: mutation(({ pullRequestId, userIds, teamIds, union }: Schema.RequestReviewsInput, context) => {
    const { repository, value: pull } = target(context, pullRequestId, 'PullRequest');
    const { actions, caller, state } = context;
    const people = users(context, userIds ?? []);
    const teams = (teamIds ?? []).map((id) => target(context, id, 'Team').value);
    // First what can be refused, so that a refusal leaves everybody as they were.
    if (people.length + teams.length > 0) actions.requestReviewers(caller, pull, { users: people, teams });
    if (union !== true) {
      const others = {
        users: pull.requestedReviewerIds
          .filter((id) => !people.some((one) => one.id === id))
          .flatMap((id) => state.accounts.get(id) ?? []),
        teams: pull.requestedTeamIds
          .filter((id) => !teams.some((one) => one.id === id))
          .flatMap((id) => state.teams.get(id) ?? []),
      };
      if (others.users.length + others.teams.length > 0) actions.removeReviewers(caller, pull, others);
    }
    const [first] = people;
    return {
      ...pullPayload(repository, pull),
      actor: acting(context),
      requestedReviewersEdge: first ? edge(first.id, actor(state, first.id) ?? {}) : null,
    };
  }),
};
