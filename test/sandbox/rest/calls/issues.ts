import { expect } from 'vitest';

import type { Bench } from '../bench.js';

const HERE = { owner: 'open-spec', repo: 'protocol' };

/** Issues with their comments, labels, assignees, reactions and events. */
export async function callIssues(bench: Bench): Promise<void> {
  const { rest: ben } = bench.client('ben');
  const { rest: dan } = bench.client('dan');
  const { data: issue } = await dan.issues.create({ ...HERE, title: 'A question', body: 'Why?' });
  const at = { ...HERE, issue_number: issue.number };
  expect((await dan.issues.listForRepo(HERE)).data.map(({ title }) => title)).toEqual(['A question']);
  await labels(bench, at);

  const { data: edited } = await ben.issues.update({ ...at, state: 'closed', state_reason: 'not_planned' });
  expect(edited).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
  await ben.issues.update({ ...at, state: 'open', title: 'A better question' });
  expect((await dan.issues.get(at)).data.title).toBe('A better question');

  await ben.issues.listAssignees(HERE);
  expect((await ben.issues.checkUserCanBeAssigned({ ...HERE, assignee: 'cleo' })).status).toBe(204);
  await ben.issues.checkUserCanBeAssignedToIssue({ ...at, assignee: 'cleo' });
  expect((await dan.issues.listMilestones(HERE)).data).toEqual([]);
  const { data: assigned } = await ben.issues.addAssignees({ ...at, assignees: ['cleo', 'scribe[bot]'] });
  expect(assigned.assignees?.map(({ login }) => login)).toEqual(['cleo']);
  await ben.issues.removeAssignees({ ...at, assignees: ['cleo'] });

  await comments(bench, at);
  await ben.issues.lock({ ...at, lock_reason: 'resolved' });
  await expect(dan.issues.createComment({ ...at, body: 'Still here' })).rejects.toMatchObject({ status: 403 });
  await ben.issues.unlock(at);

  const { data: events } = await dan.issues.listEvents(at);
  expect(events.map(({ event }) => event)).toContain('locked');
  await dan.issues.listEventsForRepo(HERE);
  await dan.issues.getEvent({ ...HERE, event_id: events[0]?.id ?? 0 });
  await dan.issues.listEventsForTimeline(at);
  const { data: found } = await dan.search.issuesAndPullRequests({ q: 'repo:open-spec/protocol is:issue "better"' });
  expect(found.items.map(({ number }) => number)).toEqual([issue.number]);
}

type At = typeof HERE & { issue_number: number };

async function labels(bench: Bench, at: At): Promise<void> {
  const { rest: ben } = bench.client('ben');
  await ben.issues.createLabel({ ...HERE, name: 'in review', color: 'ff0000', description: 'Being read' });
  await ben.issues.getLabel({ ...HERE, name: 'in review' });
  await ben.issues.updateLabel({ ...HERE, name: 'in review', new_name: 'in-review' });
  const names = (list: { name: string }[]): string[] => list.map(({ name }) => name);
  expect(names((await ben.issues.listLabelsForRepo(HERE)).data)).toContain('in-review');
  expect(names((await ben.issues.addLabels({ ...at, labels: ['in-review', 'brand new'] })).data)).toEqual([
    'in-review',
    'brand new',
  ]);
  expect(names((await ben.issues.setLabels({ ...at, labels: ['in-review', 'draft'] })).data)).toHaveLength(2);
  expect(names((await ben.issues.removeLabel({ ...at, name: 'draft' })).data)).toEqual(['in-review']);
  await ben.issues.listLabelsOnIssue(at);
  await ben.issues.removeAllLabels(at);
  await ben.issues.deleteLabel({ ...HERE, name: 'in-review' });
}

async function comments(bench: Bench, at: At): Promise<void> {
  const { rest: dan } = bench.client('dan');
  const { data: comment } = await dan.issues.createComment({ ...at, body: 'Because.' });
  const one = { ...HERE, comment_id: comment.id };
  expect(comment.id).toBeGreaterThan(2 ** 31);
  await dan.issues.listComments(at);
  await dan.issues.listCommentsForRepo(HERE);
  await dan.issues.updateComment({ ...one, body: 'Because of this.' });
  expect((await dan.issues.getComment(one)).data.body).toBe('Because of this.');

  const first = await dan.reactions.createForIssueComment({ ...one, content: 'rocket' });
  const again = await dan.reactions.createForIssueComment({ ...one, content: 'rocket' });
  expect([first.status, again.status, again.data.id]).toEqual([201, 200, first.data.id]);
  await dan.reactions.listForIssueComment(one);
  await dan.reactions.deleteForIssueComment({ ...one, reaction_id: first.data.id });
  const { data: heart } = await dan.reactions.createForIssue({ ...at, content: 'heart' });
  await dan.reactions.listForIssue(at);
  await dan.reactions.deleteForIssue({ ...at, reaction_id: heart.id });

  await dan.issues.deleteComment(one);
  await expect(dan.issues.getComment(one)).rejects.toMatchObject({ status: 404 });
}
