import { expect, test } from 'vitest';
import { INVENTED, PROPOSAL } from '../../src/sandbox/demo/invented.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import type { PullRequestHandle } from '../../src/sandbox/people.js';
import { readLedger } from '../../src/ledger/chain.js';
import type { LineBody } from '../../src/ledger/lines.js';
import { brought, RULES } from './places.js';
import { filesAt } from './record.js';
import { strike } from './stage.js';

const ANSWER_ALL = { [RULES]: 'extends: mcp\nname: tidewire\nchecks:\n  answerAll: true\n' };
/** The file of Ada's proposal, which is pull request 12, as others carry it. */
const HERS = 'seps/12-short-frames.md';

/** The lines of a pull request's ledger; none where it has none. */
function linesOf(told: Told, { number }: PullRequestHandle): LineBody[] {
  const reading = readLedger(filesAt(told, `ledgers/${number}/`).join(''));
  if (!reading.ok) throw new Error(reading.broken.message);
  return reading.lines;
}

const operations = (told: Told, since: number): string[] =>
  told.sandbox.requests.slice(since).flatMap(({ operation, authentication }) => (authentication ? [] : [operation]));

/** Somebody brings the text of Ada's proposal once more, beside the frames that it is about. */
const carries = (told: Told, files: Record<string, string>, more: { base?: string } = {}): Promise<PullRequestHandle> =>
  told.cast.outsider.opensPullRequest({ repo: told.repo, title: 'Frames', files, ...more });

const checks = (pull: PullRequestHandle): string[] =>
  pull.checks.map(({ name, conclusion, output }) => `${name} ${conclusion ?? ''} ${output.title ?? ''}`).sort();

/** Everything that Convenor could have put on a pull request beside its checks. */
const marks = (pull: PullRequestHandle): unknown[] => [
  pull.botComments().length,
  pull.botReviews().length,
  pull.labels,
  pull.requestedReviewers,
];

test('a pull request that carries the file of another open proposal travels with it: no state, nobody asked', async () => {
  const told = await brought();
  const since = told.sandbox.requests.length;
  const pull = await carries(told, { [HERS]: PROPOSAL, 'schema/frames.json': '{}' });
  // What governs is known; the head is new: its files, and one more request to see whose number they carry.
  expect(operations(told, since)).toEqual(['Snapshot', expect.stringContaining('/files'), 'Carried', 'Publish']);
  expect(checks(pull)).toEqual([
    'convenor/merge action_required Travels with #12',
    'convenor/proposal success Travels with #12',
  ]);
  expect(pull.check('convenor/merge')?.output.summary).toContain('Merge it after #12');
  expect(pull.check('convenor/proposal')?.output.summary).toContain('`seps/13-short-frames.md`');
  expect(marks(pull)).toEqual([0, 0, [], []]);
  expect(linesOf(told, pull)).toEqual([]);

  await told.cast.sponsor.assignsThemselves(pull);
  await told.bench.sweep();
  expect(marks(pull)).toEqual([0, 0, [], []]);
  // Nobody has to be looked after here: words, labels and sweeps make no second look, or one request.
  const quiet = told.sandbox.requests.length;
  await told.cast.member.comments(pull, 'Nice frames.');
  await told.cast.sponsor.labels(pull, 'accepted');
  expect(operations(told, quiet)).toEqual([]);
  await told.bench.sweep();
  expect(operations(told, quiet)).toEqual(['Sweep', 'Snapshot']);
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
});

test('the first command on a companion is told where it belongs, and no later one is answered again', async () => {
  const told = await brought();
  const pull = await carries(told, { [HERS]: PROPOSAL });
  const first = await told.cast.sponsor.comments(pull, '/sep sponsor');
  expect(pull.botComments().map(({ body }) => body)).toEqual([
    expect.stringContaining('Commands for SEP-12 belong on #12'),
  ]);
  expect(first.reactions.map(({ content }) => content)).toEqual(['confused']);
  const second = await told.cast.lead.comments(pull, '/sep adopt');
  expect(second.reactions.map(({ content }) => content)).toEqual(['confused']);
  expect(pull.botComments()).toHaveLength(1);
  // Somebody takes the reply away, and another process begins with nothing in mind: it stays away.
  const [reply] = pull.botComments();
  if (!reply) throw new Error('There is no reply.');
  await told.cast.sponsor.deletesComment(reply);
  await told.bench.restart();
  expect(pull.botComments()).toEqual([]);
  expect(linesOf(told, pull)).toEqual([]);
  expect(told.pull.statusComment()?.body).toContain('awaits a sponsor');
  await strike(told);
});

test('when the other proposal is closed, the next sweep finds a proposal, and no word of before counts', async () => {
  const told = await brought();
  const pull = await carries(told, { [HERS]: PROPOSAL });
  await told.cast.sponsor.comments(pull, '/sep sponsor');
  await told.cast.author.closes(told.pull);
  await told.bench.sweep();
  const status = pull.botComments().find(({ body }) => body.includes('convenor:status'))?.body ?? '';
  expect(status).toContain('A new proposal that awaits a sponsor');
  expect(status).toContain('renames the file to `seps/13-short-frames.md`');
  const kinds = linesOf(told, pull).map(({ kind }) => kind);
  expect(kinds).toEqual(['opened', 'head-seen', 'intent', 'intent', 'intent']);
  // A process that remembers nothing finds the same: the word that was sent elsewhere stays there.
  await told.bench.restart();
  expect(linesOf(told, pull).filter(({ kind }) => kind === 'act')).toEqual([]);
  // Said again, it counts.
  await told.cast.sponsor.comments(pull, '/sep sponsor');
  expect(pull.labels).toEqual(['SEP', 'draft']);
  await strike(told);
});

test('once its file has the number of its own pull request, a companion is a proposal', async () => {
  const told = await brought();
  const pull = await carries(told, { [HERS]: PROPOSAL });
  await told.cast.outsider.renamesFile(pull, HERS, 'seps/13-short-frames.md');
  expect(pull.labels).toEqual(['SEP', 'proposal']);
  expect(pull.check('convenor/proposal')?.output.title).not.toContain('Travels');
  expect(linesOf(told, pull)[0]).toMatchObject({ kind: 'opened', subject: { kind: 'proposal', number: 13 } });
  // And from then on it stays one, whatever number the file carries.
  await told.cast.outsider.renamesFile(pull, 'seps/13-short-frames.md', HERS);
  expect(pull.statusComment()?.body).toContain('The file says 12');
  expect(pull.check('convenor/merge')?.output.title).toBe('A new proposal that awaits a sponsor');
  await strike(told);
});

test.each([
  ['of nothing', async () => {}, 999],
  ['of an issue', (told: Told) => told.cast.author.opensIssue({ repo: told.repo, title: 'Frames' }), 13],
  ['of a closed proposal', (told: Told) => told.cast.author.closes(told.pull), 12],
  [
    'of a pull request that brings no proposal',
    (told: Told) => carries(told, { 'README.md': '# Tide\n' }).then(() => undefined),
    13,
  ],
])('a file with the number %s is a proposal whose number is to be mended', async (_, before, number) => {
  const told = await brought();
  await before(told);
  const pull = await carries(told, { [`seps/${number}-other.md`]: PROPOSAL });
  expect(pull.statusComment()?.body).toContain(`The file says ${number}`);
  expect(pull.labels).toEqual(['SEP', 'proposal']);
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
});

test('a proposal of many files is known as one by all of them, before anybody has looked at it', async () => {
  const told = await brought();
  const many = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`examples/${index}.json`, '{}']));
  const large = await told.world.quietly(() =>
    told.cast.member.opensPullRequest({
      repo: told.repo,
      title: 'Large',
      files: { ...many, 'seps/0000-large.md': PROPOSAL },
    }),
  );
  const since = told.sandbox.requests.length;
  const pull = await carries(told, { [`seps/${large.number}-large.md`]: PROPOSAL });
  expect(linesOf(told, large)).toEqual([]);
  expect(checks(pull)).toContain(`convenor/proposal success Travels with #${large.number}`);
  expect(operations(told, since).filter((each) => each.endsWith('/files'))).toHaveLength(3);
  await strike(told);
});

test('stacked work travels along: nothing is said of it, and its commands are told where they belong', async () => {
  const told = await brought();
  await told.cast.sponsor.pushesTo(told.repo, { 'docs/base.md': 'x' }, 'stack');
  const pull = await told.cast.sponsor.opensPullRequest({
    repo: told.repo,
    title: 'Second part',
    base: 'stack',
    files: { [HERS]: PROPOSAL },
  });
  expect([...checks(pull), ...marks(pull)]).toEqual([0, 0, [], []]);
  await told.cast.sponsor.comments(pull, '/sep sponsor');
  expect(pull.lastBotComment()?.body).toContain('Commands for SEP-12 belong on #12');
  // The base is changed in the middle: into the default branch it is hers all the more, and its check says so.
  await told.cast.sponsor.changesBase(pull, 'main');
  expect(checks(pull)).toEqual([
    'convenor/merge action_required Travels with #12',
    'convenor/proposal success Travels with #12',
  ]);
  expect(linesOf(told, pull)).toEqual([]);
  await strike(told);
});

test('a proposal that goes into another branch is none yet, and says so where it has to be answered', async () => {
  const told = await brought(ANSWER_ALL);
  await told.cast.sponsor.pushesTo(told.repo, { 'docs/base.md': 'x' }, 'stack');
  const pull = await told.cast.sponsor.opensPullRequest({
    repo: told.repo,
    title: 'Something new',
    base: 'stack',
    files: { 'seps/0000-tides.md': PROPOSAL },
  });
  expect(checks(pull)).toEqual(['convenor/merge success Goes into stack', 'convenor/proposal success Goes into stack']);
  await told.cast.sponsor.comments(pull, '/sep sponsor');
  expect(pull.lastBotComment()?.body).toContain('it is no proposal of its own');
  await told.cast.sponsor.changesBase(pull, 'main');
  expect(pull.labels).toEqual(['SEP', 'proposal']);
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  expect(linesOf(told, pull).filter(({ kind }) => kind === 'act')).toEqual([]);
  pull.botComments();
  await strike(told);
});

test('a second pull request of the same branch turns no check of the proposal green', async () => {
  const told = await brought(ANSWER_ALL);
  const { author } = told.cast;
  await told.cast.sponsor.pushesTo(told.repo, { 'docs/base.md': 'x' }, 'stack');
  const before = checks(told.pull);
  const head = told.pull.now.head;
  const fork = head.repositoryId === null ? undefined : told.sandbox.state.repositories.get(head.repositoryId);
  if (!fork) throw new Error('The fork is gone.');
  const { number } = await told.world.acts(() =>
    told.sandbox.actions.openPull(author.caller, told.repo, {
      title: 'The same',
      body: '',
      draft: false,
      head: head.ref,
      headRepository: fork,
      base: 'stack',
    }),
  );
  expect(told.world.pull(told.repo, number).head).toBe(told.pull.head);
  expect(checks(told.pull)).toEqual(before);
  expect(before).toContainEqual(expect.stringContaining('convenor/merge action_required'));
  await strike(told);
});

test('a companion that also changes who decides says both', async () => {
  const told = await brought();
  const roster = `${INVENTED['MAINTAINERS.md'] ?? ''}- [Pass Erby](https://github.com/passerby)\n`;
  const pull = await carries(told, { [HERS]: PROPOSAL, 'MAINTAINERS.md': roster });
  const check = pull.check('convenor/proposal');
  expect(check?.output.title).toMatch(/^Travels with #12\. Would give its own author a power/);
  expect(check?.output.summary).toContain('Merge it after #12');
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  await strike(told);
});
