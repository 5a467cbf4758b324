import { expect, test } from 'vitest';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import type { PullRequestHandle } from '../../src/sandbox/people.js';
import { beforeConvenor, convenorComes, linesOf, oldProposal, seen } from './past.js';
import { fileAt } from './record.js';
import { strike } from './stage.js';

const LIST = '.github/convenor/taken-over.yml';
const list = (...rows: string[]): Record<string, string> => ({
  [LIST]: `version: 1\nproposals:\n${rows.map((row) => `  - { ${row} }\n`).join('')}`,
});

const kinds = (stage: Stage, pull: PullRequestHandle): string[] => linesOf(stage, pull).map(({ kind }) => kind);
const headline = (pull: PullRequestHandle): string =>
  /\*\*(.*)\.\*\*/.exec(pull.statusComment()?.body ?? '')?.[1] ?? 'none';
const silent = (labels: string[]): object => ({ comments: 0, reviews: 0, reviewers: [], checks: [], labels });

/** Whoever keeps the repository brings a list and merges it. */
async function lists(stage: Stage, files: Record<string, string>): Promise<PullRequestHandle> {
  const keeper = stage.world.user('tidewire-keeper');
  const pull = await keeper.opensPullRequest({ repo: stage.repo, title: 'What was', files, from: 'branch' });
  await keeper.merges(pull);
  return pull;
}

test('one list confirms and corrects the past of all at once, and nothing is said where everybody sleeps', async () => {
  const stage = await beforeConvenor();
  const accepted = await oldProposal(stage, { labels: ['SEP', 'accepted'] });
  const draft = await oldProposal(stage, { labels: ['SEP', 'in-review'], sponsor: 'kofiadu' });
  await convenorComes(stage);
  const rows = [
    `pull: ${accepted.number}, status: final`,
    `pull: ${draft.number}, status: draft, sponsor: minasato`,
    'pull: 999, status: final',
  ];
  const change = await lists(stage, list(...rows));
  const report = change.check('convenor/proposal')?.output.summary ?? '';
  expect(report).toContain('What was taken over');
  expect(report).toContain(`${accepted.number} would be final, and not accepted as it was taken over.`);
  expect(report).toContain(
    `${draft.number} would be draft, sponsored by minasato, and not in-review as it was taken over.`,
  );
  expect(report).toContain('999 would not change: it is no open proposal that was taken over.');
  expect(report).toContain('What was taken over: approved by');

  expect(kinds(stage, accepted)).toEqual(['opened', 'taken-over', 'head-seen', 'confirmed']);
  expect(linesOf(stage, accepted).at(-1)).toMatchObject({
    status: 'final',
    sponsor: null,
    source: { path: LIST, line: 3 },
  });
  expect(linesOf(stage, draft).at(-1)).toMatchObject({ status: 'draft', sponsor: { login: 'minasato' } });
  expect(JSON.parse(fileAt(stage, `index/${draft.number}.json`) ?? '')).toMatchObject({
    ...{ status: 'draft', sponsor: 'minasato', takenOver: false },
  });
  expect([seen(accepted), seen(draft)]).toEqual([silent(['SEP', 'accepted']), silent(['SEP', 'in-review'])]);
  // It confirms once, however often somebody looks.
  await stage.bench.restart();
  expect(kinds(stage, draft)).toHaveLength(4);

  await stage.cast.author.comments(draft, 'Here we go.');
  expect(headline(draft)).toBe('A draft, sponsored by minasato');
  await stage.cast.author.comments(accepted, 'And here.');
  expect(headline(accepted)).toBe('Final');
  expect(accepted.check('convenor/merge')?.conclusion).toBe('success');
  draft.botReviews();
  accepted.botReviews();
  await strike(stage);
});

test('what a person has confirmed already no list changes any more', async () => {
  const stage = await beforeConvenor();
  const pull = await oldProposal(stage, { labels: ['SEP', 'draft'], sponsor: 'kofiadu' });
  await convenorComes(stage);
  await stage.cast.sponsor.comments(pull, '/sep sponsor');
  const change = await lists(stage, list(`pull: ${pull.number}, status: final`));
  expect(change.check('convenor/proposal')?.output.summary).toContain('nothing is left to confirm there');
  expect(kinds(stage, pull)).not.toContain('confirmed');
  expect(headline(pull)).toBe('A draft, sponsored by kofiadu');
  pull.botReviews();
  await strike(stage);
});

test('a list makes nobody a sponsor who may not be one, and says so before and after', async () => {
  const stage = await beforeConvenor();
  const pull = await oldProposal(stage, { labels: ['SEP', 'draft'] });
  await convenorComes(stage);
  const change = await lists(stage, list(`pull: ${pull.number}, status: draft, sponsor: passerby`));
  expect(change.check('convenor/proposal')?.output.summary).toContain('passerby is known to no file');
  expect(kinds(stage, pull)).not.toContain('confirmed');
  await stage.cast.author.comments(pull, 'Hello?');
  expect(headline(pull)).toBe('Taken over as a draft, which nobody has confirmed yet');
  expect(pull.statusComment()?.body).toContain('passerby is not known as one who may sponsor');
  pull.botReviews();
  await strike(stage);
});

test('of a list with a mistake nothing is taken, and the default branch says where it is', async () => {
  const stage = await beforeConvenor();
  const pull = await oldProposal(stage, { labels: ['SEP', 'accepted'] });
  await convenorComes(stage);
  const change = await lists(stage, list(`pull: ${pull.number}, status: final`, 'pull: 4, status: draft'));
  expect(change.check('convenor/proposal')?.conclusion).toBe('failure');
  expect(change.check('convenor/proposal')?.annotations.map(({ path, startLine }) => `${path}:${startLine}`)).toEqual([
    `${LIST}:4`,
  ]);
  expect(kinds(stage, pull)).toEqual(['opened', 'taken-over', 'head-seen']);
  await stage.bench.sweep();
  const head = stage.repo.refs.get('refs/heads/main');
  const run = [...stage.repo.checkRuns.values()].find(
    ({ name, headOid }) => name === 'convenor/rules' && headOid === head,
  );
  expect(run?.output.summary).toContain(`${LIST}:4`);
  await lists(stage, list(`pull: ${pull.number}, status: final`));
  await stage.bench.sweep();
  expect(kinds(stage, pull)).toContain('confirmed');
  await strike(stage);
});
