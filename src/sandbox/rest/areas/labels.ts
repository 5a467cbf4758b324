import { z } from 'zod';

import { labelJson } from '../../json/repository.js';
import type { IssueOrPull, Repository } from '../../state/types.js';
import { given, optionalText, readBody, set } from '../body.js';
import { issueOf, labelOf, param, repositoryOf } from '../lookup.js';
import { paged } from '../paging.js';
import { created, noContent, ok } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';
import { namesOf } from './issues.js';

const BOTH = 'issues pull_requests';
const label = z.union([z.string(), z.object({ name: z.string() })]);
/** GitHub takes `{ labels }`, a bare list, and a list of objects. */
const names = z.union([z.array(label), z.object({ labels: z.array(label) })]);

/** A repository's labels, and those on an issue. */
export const labels = {
  'issues/list-labels-for-repo': reads(BOTH, (call) => {
    const repository = repositoryOf(call);
    const sorted = [...repository.labels.values()].sort((a, b) => a.name.localeCompare(b.name));
    return paged(call, sorted, (one) => labelJson(call.state, repository, one));
  }),

  'issues/create-label': writes(BOTH, (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, z.object({ name: z.string(), color: optionalText, description: optionalText }));
    const { name, color, description } = input;
    const made = call.actions.createLabel(call.caller, repository, { name, ...given({ color, description }) });
    const json = labelJson(call.state, repository, made);
    return { ...created(json), headers: { location: String(json['url']) } };
  }),

  'issues/get-label': reads(BOTH, (call) => {
    const repository = repositoryOf(call);
    return ok(labelJson(call.state, repository, labelOf(repository, param(call, 'name'))));
  }),

  'issues/update-label': writes(BOTH, (call) => {
    const repository = repositoryOf(call);
    const schema = z.object({ new_name: optionalText, color: optionalText, description: optionalText });
    const input = readBody(call, schema);
    const changed = call.actions.updateLabel(call.caller, repository, labelOf(repository, param(call, 'name')), {
      ...given({ name: input.new_name, color: input.color }),
      ...set({ description: input.description }),
    });
    return ok(labelJson(call.state, repository, changed));
  }),

  'issues/delete-label': writes(BOTH, (call) => {
    const repository = repositoryOf(call);
    call.actions.deleteLabel(call.caller, repository, labelOf(repository, param(call, 'name')));
    return noContent();
  }),

  // The sandbox knows no milestones: there are none.
  'issues/list-milestones': reads(BOTH, (call) => {
    repositoryOf(call);
    return paged(call, [], (milestone) => milestone);
  }),

  'issues/list-labels-on-issue': reads(BOTH, (call) => {
    const repository = repositoryOf(call);
    return labelsOn(call, repository, issueOf(call, repository));
  }),

  'issues/add-labels': writes(BOTH, (call) => {
    const repository = repositoryOf(call);
    const issue = issueOf(call, repository);
    call.actions.addLabels(call.caller, issue, readNames(call));
    return labelsOn(call, repository, issue);
  }),

  'issues/set-labels': writes(BOTH, (call) => {
    const repository = repositoryOf(call);
    const issue = issueOf(call, repository);
    call.actions.setLabels(call.caller, issue, readNames(call));
    return labelsOn(call, repository, issue);
  }),

  'issues/remove-label': writes(BOTH, (call) => {
    const repository = repositoryOf(call);
    const issue = issueOf(call, repository);
    call.actions.removeLabel(call.caller, issue, param(call, 'name'));
    return labelsOn(call, repository, issue);
  }),

  'issues/remove-all-labels': writes(BOTH, (call) => {
    call.actions.setLabels(call.caller, issueOf(call, repositoryOf(call)), []);
    return noContent();
  }),
} satisfies RouteMap;

function readNames(call: Call): string[] {
  const input = readBody(call, names);
  return namesOf(Array.isArray(input) ? input : input.labels) ?? [];
}

function labelsOn(call: Call, repository: Repository, issue: IssueOrPull) {
  const carried = issue.labelIds.flatMap((id) => repository.labels.get(id) ?? []);
  return paged(call, carried, (one) => labelJson(call.state, repository, one));
}
