import { expect, test } from 'vitest';
import { PROPOSAL } from '../../src/sandbox/demo/invented.js';
import { begin, chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import { brought, DRAFT, status } from './places.js';
import { stageFor, strike, tidewire } from './stage.js';

const PAGE = '# Questions about frames\n\nWhy short ones? Because of the satellites.\n';
const OTHER = PROPOSAL.replace('Short frames for satellite links', 'Long frames');

/** Ada adds further SEP files to her pull request, which is number 12. */
async function adding(files: Record<string, string | null>): Promise<Told> {
  const told = await brought();
  await told.cast.author.pushes(told.pull, { files, message: 'More' });
  return told;
}

/** What the check marks of these files, as "severity message". */
const said = ({ pull }: Told): string[] =>
  (pull.check('convenor/proposal')?.annotations ?? [])
    .filter(({ title }) => title?.endsWith('-beside') === true)
    .map(({ path, message }) => `${path}: ${message}`);

test('of two proposals in one pull request, the one with its number is its own, and the other holds the merge', async () => {
  const told = await adding({ 'seps/0000-long-frames.md': OTHER, [DRAFT]: null, 'seps/12-short-frames.md': PROPOSAL });
  expect(said(told)).toEqual([
    'seps/12-short-frames.md: "seps/12-short-frames.md" is taken for the proposal of this pull request; ' +
      '"seps/0000-long-frames.md" is another one, and is not looked at. Bring it in a pull request of its own.',
  ]);
  expect(status(told)).toContain('**One proposal** | `seps/12-short-frames.md` is the proposal here.');
  expect(status(told)).toContain('takes `seps/0000-long-frames.md` out of this pull request');
  await told.cast.author.pushes(told.pull, { files: { 'seps/0000-long-frames.md': null }, message: 'One' });
  expect(said(told)).toEqual([]);
  expect(status(told)).not.toContain('One proposal');
  await strike(told);
});

test('of files with other numbers, the one without a number is its own', async () => {
  const told = await adding({ 'seps/5-a-frame.md': OTHER });
  expect(status(told)).toContain('`seps/0000-short-frames.md` is the proposal here');
  await strike(told);
});

test('a page beside the proposal is none, whatever it is called, and holds nothing', async () => {
  const told = await brought();
  const files = { [DRAFT]: null, 'seps/sep-12-answers.md': PAGE, 'seps/sep-12-short-frames.md': PROPOSAL };
  await told.cast.author.pushes(told.pull, { files, message: 'Questions' });
  // By the order of their names it would be the page.
  expect(said(told)).toEqual([
    'seps/sep-12-short-frames.md: "seps/sep-12-short-frames.md" is taken for the proposal of this pull request; ' +
      '"seps/sep-12-answers.md" has no preamble and is taken for a page that belongs to it.',
  ]);
  expect(status(told)).not.toContain('One proposal');
  await strike(told);
});

test("another open proposal's file that is carried along is that one's, and stays out of the merge", async () => {
  const told = await brought();
  const { number } = await told.cast.member.opensPullRequest({
    repo: told.repo,
    title: 'Long frames',
    files: { 'seps/0000-long-frames.md': OTHER },
  });
  told.world.pull(told.repo, number).botComments();
  await told.cast.author.pushes(told.pull, { files: { [`seps/${number}-long-frames.md`]: OTHER }, message: 'Both' });
  expect(said(told)).toEqual([expect.stringContaining(`carries the number of #${number}, an open proposal`)]);
  expect(status(told)).toContain('**One proposal**');
  await strike(told);
});

test('what is final is merged alone: a second proposal that is pushed then turns the check back', async () => {
  const told = await begin(await stageFor(tidewire('discovery')));
  for (const chapter of chaptersFor('veto-window')) if (chapter.applies?.(told) ?? true) await chapter.act(told);
  expect(told.pull.check('convenor/merge')?.conclusion).toBe('success');
  await told.cast.author.pushes(told.pull, { files: { 'seps/0000-long-frames.md': OTHER }, message: 'And this' });
  expect(told.pull.check('convenor/merge')?.conclusion).toBe('action_required');
  await told.cast.author.pushes(told.pull, { files: { 'seps/0000-long-frames.md': PAGE }, message: 'A page only' });
  expect(told.pull.check('convenor/merge')?.conclusion).toBe('success');
  await strike(told);
});

test('several files cost one request more for a new head, and none for the same', async () => {
  const told = await brought();
  const asked = (since: number): string[] =>
    told.sandbox.requests.slice(since).flatMap(({ operation, authentication }) => (authentication ? [] : [operation]));
  const pushed = told.sandbox.requests.length;
  await told.cast.author.pushes(told.pull, { files: { 'seps/12-answers.md': PAGE }, message: 'Questions' });
  expect(asked(pushed)).toEqual(['Snapshot', expect.stringContaining('/files'), 'FilesAt', 'Append', 'Publish']);
  const commented = told.sandbox.requests.length;
  await told.cast.member.comments(told.pull, 'I see.');
  expect(asked(commented)).toEqual(['Snapshot']);
  await strike(told);
});
