import { expect } from 'vitest';

import type { Bench } from '../bench.js';

const HERE = { owner: 'open-spec', repo: 'protocol' };
const PATH = 'seps/0002-next.md';

/** A proposal from a fork: opened, reviewed line by line, and merged. */
export async function callPulls(bench: Bench): Promise<void> {
  const { rest: dan } = bench.client('dan');
  const { rest: ben } = bench.client('ben');
  const fork = [...bench.sandbox.state.repositories.values()].find(({ ownerId }) => ownerId === bench.people.dan.id)!;
  const files = { [PATH]: '# Next\n\nOne line.\nAnother.\n' };
  const { oid } = bench.actions.push(bench.caller('dan'), fork, {
    branch: 'next',
    files,
    message: 'Propose it\n\nNow.',
  });

  const { data: pull } = await dan.pulls.create({
    ...HERE,
    title: 'Next',
    head: 'dan:next',
    base: 'main',
    body: 'Please',
  });
  expect(pull).toMatchObject({ mergeable: true, changed_files: 1, head: { label: 'dan:next', sha: oid } });
  const at = { ...HERE, pull_number: pull.number };
  expect((await dan.pulls.list({ ...HERE, head: 'dan:next' })).data.map(({ number }) => number)).toEqual([pull.number]);
  await dan.pulls.update({ ...at, title: 'The next step' });
  expect((await dan.pulls.get(at)).data.title).toBe('The next step');
  const diff = await dan.pulls.get({ ...at, mediaType: { format: 'diff' } });
  expect(diff.data).toMatch(/^diff --git a\/seps\/0002-next.md b\/seps\/0002-next.md\nnew file mode 100644\n/);
  const patch = await dan.pulls.get({ ...at, mediaType: { format: 'patch' } });
  expect(patch.data).toContain('Subject: [PATCH] Propose it\n\nNow.\n');
  expect((await dan.pulls.listFiles(at)).data).toMatchObject([{ filename: PATH, status: 'added', additions: 4 }]);
  expect((await dan.pulls.listCommits(at)).data.map(({ sha }) => sha)).toEqual([oid]);
  const { data: associated } = await dan.repos.listPullRequestsAssociatedWithCommit({ ...HERE, commit_sha: oid });
  expect(associated.map(({ number }) => number)).toEqual([pull.number]);

  await ben.pulls.requestReviewers({ ...at, reviewers: ['cleo'], team_reviewers: ['editors'] });
  const { data: asked } = await ben.pulls.listRequestedReviewers(at);
  expect([asked.users.length, asked.teams.length]).toEqual([1, 1]);
  await ben.pulls.removeRequestedReviewers({ ...at, reviewers: ['cleo'], team_reviewers: ['editors'] });

  await reviews(bench, at);
  await lineComments(bench, at, oid);
  await dan.issues.listEventsForTimeline({ ...HERE, issue_number: pull.number });

  await expect(ben.pulls.checkIfMerged(at)).rejects.toMatchObject({ status: 404 });
  const { data: merged } = await ben.pulls.merge({ ...at, merge_method: 'squash', sha: oid });
  expect(merged.merged).toBe(true);
  expect((await ben.pulls.checkIfMerged(at)).status).toBe(204);
}

type At = typeof HERE & { pull_number: number };

async function reviews(bench: Bench, at: At): Promise<void> {
  const { rest: ben } = bench.client('ben');
  const { data: pending } = await ben.pulls.createReview({
    ...at,
    comments: [{ path: PATH, line: 3, side: 'RIGHT', body: 'Which one?' }],
  });
  const one = { ...at, review_id: pending.id };
  expect(pending.state).toBe('PENDING');
  expect((await bench.client('dan').rest.pulls.listReviews(at)).data).toEqual([]);
  expect((await ben.pulls.listCommentsForReview(one)).data).toHaveLength(1);
  await ben.pulls.updateReview({ ...one, body: 'Nearly there' });
  expect((await ben.pulls.submitReview({ ...one, event: 'APPROVE' })).data.state).toBe('APPROVED');
  await ben.pulls.getReview(one);
  expect((await ben.pulls.dismissReview({ ...one, message: 'Too early' })).data.state).toBe('DISMISSED');
  const { data: second } = await ben.pulls.createReview(at);
  await ben.pulls.deletePendingReview({ ...at, review_id: second.id });
  const offDiff = {
    ...at,
    event: 'COMMENT' as const,
    body: 'x',
    comments: [{ path: PATH, line: 900, body: 'Where?' }],
  };
  await expect(ben.pulls.createReview(offDiff)).rejects.toMatchObject({ status: 422 });
}

async function lineComments(bench: Bench, at: At, commit_id: string): Promise<void> {
  const { rest: ben } = bench.client('ben');
  const { rest: dan } = bench.client('dan');
  const place = { path: PATH, line: 4, side: 'RIGHT' as const };
  const { data: comment } = await ben.pulls.createReviewComment({ ...at, commit_id, ...place, body: 'Why?' });
  const one = { ...HERE, comment_id: comment.id };
  const { data: old } = await ben.pulls.createReviewComment({
    ...at,
    commit_id,
    path: PATH,
    position: 2,
    body: 'Old way',
  });
  expect(old.line).toBe(2);
  const { data: reply } = await dan.pulls.createReplyForReviewComment({ ...at, comment_id: comment.id, body: 'So.' });
  expect(reply.in_reply_to_id).toBe(comment.id);
  expect((await dan.pulls.listReviewComments(at)).data.length).toBeGreaterThanOrEqual(3);
  await dan.pulls.listReviewCommentsForRepo(HERE);
  await ben.pulls.updateReviewComment({ ...one, body: 'Why this?' });
  expect((await ben.pulls.getReviewComment(one)).data.body).toBe('Why this?');
  const { data: eyes } = await dan.reactions.createForPullRequestReviewComment({ ...one, content: 'eyes' });
  await dan.reactions.listForPullRequestReviewComment(one);
  await dan.reactions.deleteForPullRequestComment({ ...one, reaction_id: eyes.id });
  await dan.pulls.deleteReviewComment({ ...HERE, comment_id: reply.id });
}
