import type * as Schema from '@octokit/graphql-schema';

import { issueSource, on } from '../sources.js';
import { labels, mutation, target, users } from './input.js';

/** Labels and assignees. */
export const LABEL_MUTATIONS = {
  addLabelsToLabelable: mutation(({ labelableId, labelIds }: Schema.AddLabelsToLabelableInput, context) => {
    const { repository, value } = target(context, labelableId, 'Issue', 'PullRequest');
    const names = labels(context, repository, labelIds).map(({ name }) => name);
    context.actions.addLabels(context.caller, value, names);
    return { labelable: issueSource(repository, value) };
  }),
  removeLabelsFromLabelable: mutation(({ labelableId, labelIds }: Schema.RemoveLabelsFromLabelableInput, context) => {
    const { repository, value } = target(context, labelableId, 'Issue', 'PullRequest');
    // What it does not carry needs no taking off; REST refuses that, GraphQL does not.
    const carried = labels(context, repository, labelIds).filter(({ id }) => value.labelIds.includes(id));
    for (const { name } of carried) context.actions.removeLabel(context.caller, value, name);
    return { labelable: issueSource(repository, value) };
  }),
  clearLabelsFromLabelable: mutation(({ labelableId }: Schema.ClearLabelsFromLabelableInput, context) => {
    const { repository, value } = target(context, labelableId, 'Issue', 'PullRequest');
    context.actions.setLabels(context.caller, value, []);
    return { labelable: issueSource(repository, value) };
  }),
  createLabel: mutation(({ repositoryId, name, color, description }: Schema.CreateLabelInput, context) => {
    const repository = target(context, repositoryId, 'Repository').value;
    const made = { name, color, description: description ?? null };
    return { label: on('Label', repository, context.actions.createLabel(context.caller, repository, made)) };
  }),
  updateLabel: mutation(({ id, name, color, description }: Schema.UpdateLabelInput, context) => {
    const { repository, value } = target(context, id, 'Label');
    const changes = {
      ...(name != null && { name }),
      ...(color != null && { color }),
      ...(description !== undefined && { description }),
    };
    return { label: on('Label', repository, context.actions.updateLabel(context.caller, repository, value, changes)) };
  }),
  deleteLabel: mutation(({ id }: Schema.DeleteLabelInput, context) => {
    const { repository, value } = target(context, id, 'Label');
    context.actions.deleteLabel(context.caller, repository, value);
    return {};
  }),
  addAssigneesToAssignable: mutation(({ assignableId, assigneeIds }: Schema.AddAssigneesToAssignableInput, context) => {
    const { repository, value } = target(context, assignableId, 'Issue', 'PullRequest');
    context.actions.addAssignees(context.caller, value, users(context, assigneeIds));
    return { assignable: issueSource(repository, value) };
  }),
  removeAssigneesFromAssignable: mutation(
    ({ assignableId, assigneeIds }: Schema.RemoveAssigneesFromAssignableInput, context) => {
      const { repository, value } = target(context, assignableId, 'Issue', 'PullRequest');
      context.actions.removeAssignees(context.caller, value, users(context, assigneeIds));
      return { assignable: issueSource(repository, value) };
    },
  ),
};
