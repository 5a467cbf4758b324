import { expect, test } from 'vitest';
import { PROPOSAL } from '../../src/sandbox/demo/invented.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import type { Person, PullRequestHandle } from '../../src/sandbox/people.js';
import { readLedger } from '../../src/ledger/chain.js';
import { brought } from './places.js';
import { filesAt } from './record.js';
import { strike } from './stage.js';

/** Somebody brings the proposal once more; the file's number is left for later. */
const again = (told: Told, body: string, by: Person = told.cast.author): Promise<PullRequestHandle> =>
  by.opensPullRequest({
    repo: told.repo,
    title: 'SEP: Short frames, once more',
    body,
    files: { 'seps/0000-shorter-frames.md': PROPOSAL },
  });

const status = (pull: PullRequestHandle): string => (pull.statusComment()?.body ?? '').replaceAll('\u200b', '');

function openedLine(told: Told, { number }: PullRequestHandle): unknown {
  const reading = readLedger(filesAt(told, `ledgers/${number}/`).join(''));
  if (!reading.ok) throw new Error(reading.broken.message);
  return reading.lines[0];
}

async function over(told: Told): Promise<void> {
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
}

test('a proposal whose branch is gone goes on in a new pull request, which links it and takes nothing over', async () => {
  const told = await brought();
  const { cast, pull, world, sandbox, bench } = told;
  await cast.sponsor.comments(pull, '/sep sponsor');
  await world.user('noorhaddad').comments(pull, '/consensus start minor compatible');
  await cast.author.deletesFork(pull);
  expect(status(pull)).toContain('opens a new pull request whose description has the line `Continues #12`');
  const before = status(pull);
  const since = sandbox.requests.length;
  const next = await again(told, 'My fork was gone.\n\nContinues #12');
  const asked = sandbox.requests.slice(since).map(({ operation }) => operation);
  expect(asked.filter((operation) => operation === 'Earlier')).toHaveLength(1);
  expect(openedLine(told, next)).toMatchObject({ kind: 'opened', continues: { pull: 12, problem: null } });
  expect(status(next)).toContain('It continues [#12](https://');
  expect(status(next)).toContain('/ledgers/12))');
  expect(status(next)).toContain('Nothing that was said or counted there counts here');
  expect(status(next)).toContain('It goes on with #12.');
  // Neither the sponsor nor the group nor the open consensus has travelled.
  expect(status(next)).toContain('**A new proposal that awaits a sponsor.**');
  expect(next.labels).toEqual(['SEP', 'proposal']);
  await bench.restart();
  await bench.sweep();
  expect(status(next)).toContain('It continues [#12]');
  expect(status(pull)).toBe(before);
  await over(told);
});

test('only an author of what was closed goes on with it, and it is said to everybody else', async () => {
  const told = await brought();
  const { cast, pull } = told;
  await cast.author.closes(pull);
  const next = await again(told, 'Continues #12', cast.outsider);
  expect(openedLine(told, next)).toMatchObject({
    continues: { pull: 12, problem: '@passerby is neither an author nor the sponsor of what was proposed there' },
  });
  expect(status(next)).toContain(
    '⚠ Its description says that it continues #12, which is not taken so: passerby is neither an author nor the sponsor of what was proposed there.',
  );
  expect(status(next)).not.toContain('goes on with');
  await over(told);
});

test('an author whom the preamble names goes on with what somebody else had opened', async () => {
  const told = await brought({}, PROPOSAL.replace(/^(- \*\*Author\(s\)\*\*: .*)$/m, '$1, Passer By (@passerby)'));
  await told.cast.author.closes(told.pull);
  const next = await again(told, 'Continues #12', told.cast.outsider);
  expect(openedLine(told, next)).toMatchObject({ continues: { pull: 12, problem: null } });
  await over(told);
});

test('where the author is gone altogether, the sponsor goes on with it', async () => {
  const told = await brought();
  const { cast, pull } = told;
  await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.author.deletesTheirAccount();
  const next = await again(told, 'Continues #12', cast.sponsor);
  expect(openedLine(told, next)).toMatchObject({ continues: { pull: 12, problem: null } });
  expect(status(next)).toContain('**A new proposal that awaits a sponsor.**');
  await over(told);
});

test.each([
  ['an open one', 'Continues #12', async () => {}, 'that pull request is open'],
  [
    'a merged one',
    'Continues #12',
    (told: Told) => told.cast.core[0]!.merges(told.pull),
    'that pull request is merged',
  ],
  ['nothing', 'Continues #999', async () => {}, 'there is no pull request of that number'],
  [
    'an issue',
    'Continues #13',
    (told: Told) => told.cast.author.opensIssue({ repo: told.repo, title: 'Frames' }),
    'there is no pull request of that number',
  ],
  ['itself', 'Continues #13', async () => {}, 'that is this pull request itself'],
  ['two', 'Continues #12\nContinues #9', async () => {}, 'the description names #9 as well'],
  [
    'one without a proposal',
    'Continues #13',
    async ({ cast, repo }: Told) => {
      const other = await cast.author.opensPullRequest({ repo, title: 'Typo', files: { 'README.md': '# Tide\n' } });
      await cast.author.closes(other);
    },
    'that pull request brought no proposal',
  ],
])('a new proposal that names %s stands alone, and says why', async (_, body, before, why) => {
  const told = await brought();
  await before(told);
  const next = await again(told, body);
  expect(status(next)).toContain(`which is not taken so: ${why}.`);
  expect(openedLine(told, next)).toMatchObject({ continues: { problem: why } });
  await over(told);
});

test('a description that is edited afterwards continues nothing, and the first word stands', async () => {
  const told = await brought();
  const { cast, pull, bench } = told;
  await cast.author.closes(pull);
  const silent = await again(told, 'Once more.');
  await cast.author.edits(silent, { body: 'Continues #12' });
  const kept = await cast.author.opensPullRequest({
    repo: told.repo,
    title: 'SEP: Short frames, a third time',
    body: 'Continues #12',
    files: { 'seps/0000-shortest-frames.md': PROPOSAL },
  });
  await cast.author.edits(kept, { body: 'Continues nothing.' });
  await bench.restart();
  expect(openedLine(told, silent)).not.toHaveProperty('continues');
  expect(status(silent)).not.toContain('continues');
  expect(openedLine(told, kept)).toMatchObject({ continues: { pull: 12, problem: null } });
  await over(told);
});

test('who writes themselves into the record of what was closed, between two requests of a look, goes on with nothing', async () => {
  const told = await brought();
  const { cast, pull, world, repo, sandbox, bench } = told;
  await cast.author.closes(pull);
  const good = repo.refs.get('refs/heads/convenor/record') ?? '';
  const keeper = world.user('tidewire-keeper');
  const settle = world.settle.bind(world);
  const putBack = (): void => sandbox.actions.updateRef(keeper.caller, repo, 'refs/heads/convenor/record', good, true);
  const forges = async (): Promise<void> => {
    // The look waits for its answer, so that nobody can wait for the bot to come to rest.
    world.settle = () => Promise.resolve();
    const text = filesAt(told, 'ledgers/12/').join('').replaceAll('adaquist', 'passerby');
    await world.quietly(() => keeper.pushesTo(repo, { 'ledgers/12/0001.jsonl': text }, 'convenor/record'));
    world.settle = settle;
  };
  sandbox.faults.add({ on: { operation: /^Earlier$/ }, fault: { kind: 'meanwhile', act: forges } });
  // Before anything is written the branch is as it was, so that nothing but what was read in between could tell.
  const restores = async (): Promise<void> => {
    putBack();
    await Promise.resolve();
  };
  sandbox.faults.add({ on: { operation: /^Append$/ }, fault: { kind: 'meanwhile', act: restores } });
  bench.patient = false;
  const next = await again(told, 'Continues #12', cast.outsider);
  expect(bench.log.errors.splice(0).join('\n')).toContain('not by this app');
  expect(filesAt(told, `ledgers/${next.number}/`)).toEqual([]);

  bench.patient = true;
  putBack();
  await sandbox.clock.advance({ minutes: 15 });
  expect(openedLine(told, next)).toMatchObject({
    continues: { pull: 12, problem: expect.stringContaining('neither') as string },
  });
  await over(told);
});
