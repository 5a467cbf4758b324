import { expect, test } from 'vitest';
import { PROPOSAL } from '../../src/sandbox/demo/invented.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import type { PullRequestHandle } from '../../src/sandbox/people.js';
import { beforeConvenor, convenorComes, linesOf, oldProposal, seen } from './past.js';
import { fileAt } from './record.js';
import { strike } from './stage.js';

const operations = ({ sandbox }: Stage, since: number): string[] =>
  sandbox.requests.slice(since).flatMap(({ operation, authentication }) => (authentication ? [] : [operation]));

const headline = (pull: PullRequestHandle): string =>
  /\*\*(.*)\.\*\*/.exec(pull.statusComment()?.body ?? '')?.[1] ?? 'none';

const silent = (labels: string[]): object => ({ comments: 0, reviews: 0, reviewers: [], checks: [], labels });

test('Convenor comes to a proposal that is years old: it writes down what stands there, and says nothing', async () => {
  const stage = await beforeConvenor();
  const pull = await oldProposal(stage, { labels: ['SEP', 'draft', 'in-review'], sponsor: 'kofiadu' });
  await convenorComes(stage);
  expect(seen(pull)).toEqual(silent(['SEP', 'draft', 'in-review']));
  const lines = linesOf(stage, pull);
  expect(lines.map(({ kind }) => kind)).toEqual(['opened', 'taken-over', 'head-seen']);
  expect(lines[1]).toMatchObject({
    status: 'in-review',
    sponsor: { login: 'kofiadu', account: { login: 'kofiadu' } },
    conflicts: [
      { code: 'two-states', says: 'The labels `draft` and `in-review` say 2 states.' },
      { code: 'file-and-label', says: 'The file says draft, and the label says in-review.' },
    ],
  });
  await stage.bench.awaitsDashboard();
  expect(JSON.parse(fileAt(stage, 'index/12.json') ?? '')).toMatchObject({ status: 'in-review', sponsor: null });
  expect(fileAt(stage, 'dashboard/README.md')).toContain('in-review, taken over');

  // Neither a second process nor a sweep, a label or a bot has anything to add, and none of them says a word.
  const since = stage.sandbox.requests.length;
  await stage.bench.restart();
  await stage.cast.sponsor.labels(pull, 'enhancement');
  await stage.bench.sweep();
  expect(operations(stage, since).filter((each) => ['Append', 'Publish'].includes(each))).toEqual([]);
  expect(linesOf(stage, pull)).toHaveLength(3);
  expect(seen(pull)).toEqual(silent(['SEP', 'draft', 'enhancement', 'in-review']));
  expect(stage.bench.log.errors).toEqual([]);
  await strike(stage);
});

test('somebody speaks: now it says what it was taken over as, and a sponsor confirms it and goes on', async () => {
  const stage = await beforeConvenor();
  const pull = await oldProposal(stage, { labels: ['SEP', 'in-review'], sponsor: 'kofiadu' });
  await convenorComes(stage);
  await stage.cast.author.comments(pull, 'Is there any news?');
  expect(headline(pull)).toBe('Taken over as a proposal in review, which nobody has confirmed yet');
  const body = pull.statusComment()?.body ?? '';
  expect(body).toContain('Next: **@kofiadu** confirms it with `/sep sponsor`');
  expect(body).toContain('The label `in-review`, kofiadu is assigned, the file says draft');
  expect(pull.labels).toEqual(['SEP', 'in-review']);
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  // What is only taken over is no reason to change the file.
  pull.botReviews();
  expect(pull.botReviewComments().filter(({ body }) => body.includes('Status'))).toEqual([]);

  // Before anybody has said that they sponsor it, it goes nowhere.
  await stage.cast.sponsor.comments(pull, '/sep status in-review');
  expect(pull.lastBotComment()?.body).toContain('The step to `in-review` is for the sponsor');
  await stage.cast.sponsor.comments(pull, '/sep sponsor');
  expect(headline(pull)).toBe('In review, and the core has come to no decision yet');
  expect(pull.statusComment()?.body).toContain(
    'brings the proposal to the Core Maintainers with `/sep status in-review`',
  );
  await stage.cast.sponsor.comments(pull, '/sep status in-review');
  expect(headline(pull)).toMatch(/^Before the Core Maintainers until/);
  expect(linesOf(stage, pull).some(({ kind }) => kind === 'opens')).toBe(true);
  pull.botReviews();
  await strike(stage);
});

test.each(['accepted', 'final'])(
  'a label alone makes nothing %s: the core has to vouch for it, two of them',
  async (status) => {
    const stage = await beforeConvenor();
    const { cast } = stage;
    const pull = await oldProposal(stage, { labels: ['SEP', status] });
    await convenorComes(stage);
    await cast.sponsor.comments(pull, '/sep status final');
    // A look makes one comment: the refusal comes a minute after the status comment.
    await stage.sandbox.clock.advance({ minutes: 2 });
    expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
    const replies = pull.botComments().map(({ body }) => body);
    expect(replies).toContainEqual(
      expect.stringContaining(`The proposal was taken over as ${status}; that it is \`final\` is for`),
    );
    const [first, second] = cast.core.filter(({ login }) => login !== 'inescosta');
    await first?.comments(pull, `/sep status ${status}`);
    expect(headline(pull)).toContain('which nobody has confirmed yet');
    expect(pull.statusComment()?.body).toContain(`${first?.login ?? ''} vouched for ${status}`);
    // The same person again is no second one.
    await first?.comments(pull, `/sep status ${status}`);
    expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
    expect(headline(pull)).toContain('which nobody has confirmed yet');
    await second?.comments(pull, `/sep status ${status} In the meeting of 3 March.`);
    expect(headline(pull)).toBe(
      status === 'final'
        ? 'Final'
        : 'Accepted; it becomes final once the specification and the reference implementation are complete',
    );
    const end = status === 'final' ? 'success' : 'action_required';
    expect(pull.check('convenor/merge')?.conclusion).toBe(end);
    pull.botComments();
    pull.botReviews();
    await strike(stage);
  },
);

test('what is dormant by its label is not closed by Convenor, and a sponsor brings it back', async () => {
  const stage = await beforeConvenor();
  const pull = await oldProposal(stage, { labels: ['SEP', 'proposal', 'dormant'] });
  await convenorComes(stage);
  await stage.cast.author.comments(pull, 'I would still like this.');
  expect(headline(pull)).toBe('Taken over as a dormant proposal, which nobody has confirmed yet');
  expect(pull.now.state).toBe('open');
  await stage.cast.sponsor.comments(pull, '/sep sponsor');
  expect(headline(pull)).toBe('A draft, sponsored by kofiadu');
  expect(pull.now.state).toBe('open');
  // The label that was taken over was Convenor's from then on; the other one is left alone.
  expect(pull.labels).toEqual(['SEP', 'draft', 'proposal']);
  pull.botReviews();
  await strike(stage);
});

test('a file that calls itself accepted is taken over as no more than a proposal', async () => {
  const stage = await beforeConvenor();
  const text = PROPOSAL.replace('- **Status**: Draft', '- **Status**: Accepted');
  const pull = await oldProposal(stage, { text });
  await convenorComes(stage);
  expect(linesOf(stage, pull)[1]).toMatchObject({
    status: 'proposal',
    conflicts: [{ code: 'file-alone', says: 'The file alone says accepted, and anybody can write a file.' }],
  });
  await stage.cast.author.comments(pull, 'It was accepted, was it not?');
  expect(headline(pull)).toBe('A new proposal that awaits a sponsor');
  pull.botReviews();
  await strike(stage);
});

test('what was closed before Convenor came is left alone, also when somebody writes there, until it is opened again', async () => {
  const stage = await beforeConvenor();
  const pull = await oldProposal(stage, { labels: ['SEP', 'draft'], sponsor: 'kofiadu' });
  await stage.cast.author.closes(pull);
  await convenorComes(stage);
  await stage.cast.author.comments(pull, 'For the record: this lives on elsewhere.');
  expect([linesOf(stage, pull), seen(pull)]).toEqual([[], silent(['SEP', 'draft'])]);
  // A year later.
  await stage.sandbox.clock.advance({ days: 365 });
  await stage.cast.author.reopens(pull);
  expect(headline(pull)).toBe('Taken over as a draft, which nobody has confirmed yet');
  expect(linesOf(stage, pull)[1]).toMatchObject({ kind: 'taken-over', status: 'draft' });
  pull.botReviews();
  await strike(stage);
});

test('a proposal that is closed in its sleep is closed in the record, without a word', async () => {
  const stage = await beforeConvenor();
  const pull = await oldProposal(stage, { labels: ['SEP', 'draft'] });
  await convenorComes(stage);
  await stage.cast.author.closes(pull);
  expect(linesOf(stage, pull).map(({ kind }) => kind)).toEqual(['opened', 'taken-over', 'head-seen', 'pull']);
  expect(JSON.parse(fileAt(stage, 'index/12.json') ?? '')).toMatchObject({ open: false });
  expect(seen(pull)).toEqual(silent(['SEP', 'draft']));
  await strike(stage);
});
