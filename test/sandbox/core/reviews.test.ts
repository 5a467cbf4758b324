import { describe, expect, it } from 'vitest';

import { textAt } from '../../../src/sandbox/actions/outdate.js';
import { hunkAt } from '../../../src/sandbox/git/positions.js';
import { FILES, refusal, stage } from './world.js';

const POEM = FILES['docs/poem.md'];
const path = 'docs/poem.md';

/** Ada changes line 10 of the poem. */
async function poemChanged() {
  const scene = stage();
  const files = { [path]: POEM.replace('line 10\n', 'line ten\n') };
  const pull = await scene.ada.opensPullRequest({ repo: scene.repo, files, title: 'Ten' });
  return { ...scene, pull };
}

describe('a suggestion', () => {
  it('becomes a commit on the head branch when the author accepts it, and its thread is resolved', async () => {
    const { sandbox, bot, ada, pull } = await poemChanged();
    const body = 'Rather:\n\n```suggestion\nline 10,\nor so\n```\n';
    sandbox.actions.createReview(bot, pull.now, { event: 'COMMENT', comments: [{ path, line: 10, body }] });
    const head = pull.head;
    await ada.acceptsSuggestion(pull);
    expect(textAt(sandbox.state.objects, pull.head, path)).toBe(POEM.replace('line 10\n', 'line 10,\nor so\n'));
    const commit = sandbox.state.objects.get(pull.head);
    expect(commit).toMatchObject({ parents: [head], committer: { name: 'GitHub' }, author: { name: 'ada' } });
    expect(commit?.type === 'commit' && commit.message).toContain('Co-authored-by: clerk[bot]');
    expect(pull.now.reviewThreads).toMatchObject([{ outdated: true, line: null, resolvedById: ada.id }]);
    await expect(ada.acceptsSuggestion(pull)).rejects.toThrow('no suggestion');
  });

  it('refuses the whole review for one comment off the diff; GraphQL swallows that comment', async () => {
    const { sandbox, bot, pull } = await poemChanged();
    const comments = [
      { path, line: 11, body: 'near' },
      { path, line: 25, body: 'far' },
    ];
    const review = (offDiff: 'refuse' | 'swallow') =>
      sandbox.actions.createReview(bot, pull.now, { event: 'COMMENT', body: 'Two', comments, offDiff });
    expect(refusal(() => review('refuse'))).toBe('422 Pull request review thread line must be part of the diff');
    expect(pull.now.reviews).toEqual([]);
    review('swallow');
    expect(pull.now.reviewComments.map(({ body }) => body)).toEqual(['near']);
  });
});

describe('a comment on a line', () => {
  it('follows its line through a push above it', async () => {
    const { ada, wim, pull } = await poemChanged();
    const comment = await wim.commentsOnLine(pull, { path, line: 10, body: 'Why?' });
    expect(comment.diffHunk.split('\n').at(-1)).toBe('+line ten');
    await ada.pushes(pull, { files: { [path]: `title\n${POEM.replace('line 10\n', 'line ten\n')}` } });
    expect(comment).toMatchObject({ line: 11, originalLine: 10 });
  });

  it('is outdated once its line changed', async () => {
    const { ada, wim, pull } = await poemChanged();
    const comment = await wim.commentsOnLine(pull, { path, line: 10, body: 'Why?' });
    await ada.pushes(pull, { files: { [path]: POEM.replace('line 10\n', 'line X\n') } });
    expect(comment).toMatchObject({ line: null, originalLine: 10 });
  });

  it.each([
    ['an added line', 3, 'RIGHT', '+new'],
    ['a removed line by its old number', 3, 'LEFT', '-old'],
    ['a line beyond', 9, 'RIGHT', undefined],
  ] as const)('finds %s', (_, number, side, last) => {
    const hunk = hunkAt('@@ -2,3 +2,3 @@\n two\n-old\n+new\n four', { number, side });
    expect(hunk?.split('\n').at(-1)).toBe(last);
  });
});

describe('a review', () => {
  it('is nobody else’s business while it is pending, and there is one at most', async () => {
    const { sandbox, wim, olga, pull } = await poemChanged();
    const before = sandbox.webhooks.deliveries.length;
    const review = sandbox.actions.createReview(wim.caller, pull.now, { body: 'draft' });
    expect(sandbox.webhooks.deliveries).toHaveLength(before);
    expect(refusal(() => sandbox.actions.createReview(wim.caller, pull.now, {}))).toContain('one pending review');
    expect(refusal(() => sandbox.actions.submitReview(olga.caller, review, { event: 'APPROVE' }))).toBe(
      '404 Not Found',
    );
    sandbox.actions.submitReview(wim.caller, review, { event: 'APPROVE', body: 'Good' });
    expect(review).toMatchObject({ state: 'APPROVED', body: 'Good', commitOid: pull.head });
  });

  it('cannot approve one’s own work, and is dismissed with a reason', async () => {
    const { ada, wim, pull } = await poemChanged();
    await expect(ada.approves(pull)).rejects.toThrow('Can not approve your own pull request');
    const review = await wim.approves(pull, { body: 'Fine' });
    await expect(ada.dismissesReview(review)).rejects.toMatchObject({ status: 403 });
    await wim.dismissesReview(review, 'The poem changed');
    expect(review.state).toBe('DISMISSED');
    expect(pull.now.timeline.at(-1)).toMatchObject({ kind: 'review_dismissed', message: 'The poem changed' });
  });
});
