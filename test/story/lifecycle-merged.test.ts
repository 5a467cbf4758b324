import { expect, test } from 'vitest';
import { textAt } from '../../src/sandbox/actions/outdate.js';
import { PROPOSAL } from '../../src/sandbox/demo/invented.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import type { Fault } from '../../src/sandbox/faults.js';
import type { PullRequest } from '../../src/sandbox/state/types.js';
import { brought, status } from './places.js';
import { ledgerOf } from './end.js';
import { strike } from './stage.js';

const FILE = 'seps/12-short-frames.md';
const PAGE = 'docs/seps/12-short-frames.mdx';
const BRANCH = 'convenor/status-12';
const TEXT = PROPOSAL.replace(/SEP-\d+|SEP-NNNN/, 'SEP-12');

/** The proposal is accepted, and merged before its sponsor calls it final; its file says so much. */
async function merged(said = 'Accepted', more: Record<string, string> = {}): Promise<Told> {
  const told = await brought(more);
  const { cast, pull } = told;
  await cast.sponsor.comments(pull, '/sep sponsor\n/sep status in-review');
  for (const one of cast.core.slice(0, 3)) await one.comments(pull, '/core accept');
  const text = TEXT.replace('**Status**: Draft', `**Status**: ${said}`);
  await cast.author.pushes(pull, { files: { 'seps/0000-short-frames.md': null, [FILE]: text }, message: 'Name it' });
  await cast.sponsor.comments(pull, '/sep confirm');
  await cast.core[0]!.merges(pull);
  expect(pull.now.state).toBe('closed');
  return told;
}

/** Convenor's own pull requests, oldest first. */
const own = ({ repo }: Told): PullRequest[] =>
  [...repo.issues.values()].filter((one): one is PullRequest => one.kind === 'pull' && one.head.ref === BRANCH);

const mainText = ({ sandbox, repo }: Told, path: string): string | null =>
  textAt(sandbox.state.objects, repo.refs.get('refs/heads/main') ?? '', path);
const branchText = ({ sandbox, repo }: Told, path: string): string | null =>
  textAt(sandbox.state.objects, repo.refs.get(`refs/heads/${BRANCH}`) ?? '', path);

/** The minute in which Convenor looks again. */
const soon = ({ sandbox }: Told): Promise<void> => sandbox.clock.advance({ minutes: 2 });

async function ends(told: Told): Promise<void> {
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
}

test('a merged proposal that becomes final gets a pull request with exactly that edit', async () => {
  const told = await merged();
  const { cast, pull, world, repo } = told;
  // File and record say the same: nothing follows.
  expect(own(told)).toEqual([]);
  expect(status(told)).not.toContain('**File**');
  await cast.sponsor.comments(pull, '/sep status final');
  await soon(told);
  const [opened, ...others] = own(told);
  expect(others).toEqual([]);
  expect(opened).toMatchObject({ title: 'SEP-12: Final', state: 'open', base: { ref: 'main' } });
  expect(opened?.body).toContain('The record of #12 says that SEP-12 is **Final**');
  const before = mainText(told, FILE)!.split('\n');
  const after = branchText(told, FILE)!.split('\n');
  const changed = before.flatMap((line, index) => (line === after[index] ? [] : [`${line} → ${after[index] ?? ''}`]));
  expect(changed).toEqual(['- **Status**: Accepted → - **Status**: Final']);
  expect(after).toHaveLength(before.length);
  expect(status(told)).toContain(
    `| ○ | **File** | The file on \`main\` says Accepted, and the record Final. [#${opened!.number}]`,
  );
  expect(status(told)).toContain('**A maintainer** merges [#');

  // It is answered like any change of merged proposals, in green, and is no proposal.
  const handle = world.pull(repo, opened!.number);
  expect(handle.check('convenor/proposal')).toMatchObject({ conclusion: 'success' });
  expect(handle.check('convenor/proposal')?.output.title).toBe('Brings the status of #12 in step');
  expect(handle.botComments()).toEqual([]);
  expect(handle.labels).toEqual([]);

  // Webhooks that come twice, a sweep, another process: there is one.
  await told.bench.restart();
  await told.bench.sweep();
  await cast.outsider.comments(pull, 'Well done.');
  await soon(told);
  expect(own(told)).toHaveLength(1);
  await cast.core[0]!.merges(handle, 'squash');
  await soon(told);
  expect(mainText(told, FILE)).toContain('- **Status**: Final');
  expect(status(told)).not.toContain('**File**');
  expect(own(told)).toHaveLength(1);
  await ends(told);
});

test('somebody closes it: it is not opened again, and that is said', async () => {
  const told = await merged();
  const { cast, pull, world, repo } = told;
  await cast.sponsor.comments(pull, '/sep status final');
  await soon(told);
  await cast.core[0]!.closes(world.pull(repo, own(told)[0]!.number));
  await soon(told);
  expect(status(told)).toContain('Somebody closed [#');
  await told.bench.restart();
  await told.bench.sweep();
  await cast.outsider.comments(pull, 'And now?');
  await soon(told);
  expect(own(told)).toHaveLength(1);
  expect(ledgerOf(told).filter((line) => line.kind === 'intent' && line.key.startsWith('status-pull:'))).toHaveLength(
    1,
  );
  await ends(told);
});

test('a step after that is a matter of its own: the branch that was left is begun anew', async () => {
  const told = await merged('Draft');
  const { cast, pull, world, repo } = told;
  await soon(told);
  expect(own(told).map(({ title, state }) => `${title} ${state}`)).toEqual(['SEP-12: Accepted open']);
  await cast.core[0]!.merges(world.pull(repo, own(told)[0]!.number), 'squash');
  await soon(told);
  await cast.sponsor.comments(pull, '/sep status final');
  await soon(told);
  expect(own(told).map(({ title, state }) => `${title} ${state}`)).toEqual([
    'SEP-12: Accepted closed',
    'SEP-12: Final open',
  ]);
  expect(branchText(told, FILE)).toContain('- **Status**: Final');
  await cast.core[0]!.merges(world.pull(repo, own(told)[1]!.number), 'squash');
  expect(mainText(told, FILE)).toContain('- **Status**: Final');
  await ends(told);
});

test('one that is still open is brought up to date with the next step', async () => {
  const told = await merged('Draft');
  const { cast, pull } = told;
  await soon(told);
  await cast.sponsor.comments(pull, '/sep status final');
  await soon(told);
  expect(own(told).map(({ title, state }) => `${title} ${state}`)).toEqual(['SEP-12: Final open']);
  expect(branchText(told, FILE)).toContain('- **Status**: Final');
  await ends(told);
});

test('what people merged further on is not taken back', async () => {
  const told = await merged('Final');
  await soon(told);
  expect(own(told)).toEqual([]);
  expect(status(told)).toContain('says Final, and the record Accepted. What people merged is not taken back');
  await told.cast.sponsor.comments(told.pull, '/sep status final');
  await soon(told);
  expect(status(told)).not.toContain('**File**');
  expect(own(told)).toEqual([]);
  await ends(told);
});

test('the rendered page is changed with it only where that is certain', async () => {
  const page = `---\ntitle: Short frames\n---\n\n- **Status**: Accepted\n\n## Abstract\n\nAccepted by all.\n`;
  const told = await merged('Accepted', { [PAGE]: page });
  await told.cast.sponsor.comments(told.pull, '/sep status final');
  await soon(told);
  expect(branchText(told, PAGE)).toBe(page.replace('**Status**: Accepted', '**Status**: Final'));
  expect(own(told)[0]?.body).toContain('and the same line of its rendered page');
  await ends(told);
  const badge = `---\ntitle: Short frames\n---\n\n<Badge>Accepted</Badge>\n\n- **Status**: Accepted\n\n## Abstract\n`;
  const other = await merged('Accepted', { [PAGE]: badge });
  await other.cast.sponsor.comments(other.pull, '/sep status final');
  await soon(other);
  expect(branchText(other, PAGE)).toBe(badge);
  expect(own(other)[0]?.body).toContain('Run `npm run generate:seps` and commit what it writes to this branch.');
  await ends(other);
});

test('a branch of that name that somebody else has made is left alone, and that is said', async () => {
  const told = await merged();
  const { cast, pull, world, repo } = told;
  const keeper = world.user('tidewire-keeper');
  const main = repo.refs.get('refs/heads/main')!;
  told.sandbox.actions.createRef(keeper.caller, repo, `refs/heads/${BRANCH}`, main);
  await keeper.pushesTo(repo, { 'elsewhere.md': 'mine\n' }, BRANCH);
  const theirs = repo.refs.get(`refs/heads/${BRANCH}`);
  await cast.sponsor.comments(pull, '/sep status final');
  await soon(told);
  expect(own(told)).toEqual([]);
  expect(repo.refs.get(`refs/heads/${BRANCH}`)).toBe(theirs);
  expect(status(told)).toContain(`The branch ${BRANCH} is there already, and it is not as Convenor left it.`);
  // Once it is gone, Convenor tries again within the hour.
  told.sandbox.actions.deleteRef(keeper.caller, repo, `refs/heads/${BRANCH}`);
  await told.sandbox.clock.advance({ minutes: 65 });
  await soon(told);
  expect(own(told)).toHaveLength(1);
  await ends(told);
});

const FAULTS: [string, Fault][] = [
  ['fails before', { kind: 'fails', status: 502 }],
  ['happens, and nobody hears of it', { kind: 'hangs-up-after' }],
];
const CALLS: [string, RegExp][] = [
  ['looking at the branch', /^Step$/],
  ['writing it down', /^Append$/],
  ['opening it', /^Publish$/],
];

test.each(FAULTS.flatMap(([how, fault]) => CALLS.map(([what, operation]) => [what, how, operation, fault] as const)))(
  'whatever call breaks off, there is one in the end: %s %s',
  async (_what, _how, operation, fault) => {
    const told = await merged();
    const { cast, pull, sandbox } = told;
    for (const nth of [1, 3]) sandbox.faults.add({ on: { operation }, nth, fault });
    await cast.sponsor.comments(pull, '/sep status final');
    await soon(told);
    await soon(told);
    sandbox.faults.clear();
    await told.bench.sweep();
    await soon(told);
    expect(own(told).map(({ title, state }) => `${title} ${state}`)).toEqual(['SEP-12: Final open']);
    expect(branchText(told, FILE)).toContain('- **Status**: Final');
    told.bench.log.errors.splice(0);
    await strike(told);
  },
);

test('a webhook that was lost is found by the sweep, also of a merged pull request and by another process', async () => {
  const told = await merged();
  const { cast, pull, world, bench } = told;
  await world.quietly(() => cast.sponsor.comments(pull, '/sep status final'));
  await bench.restart();
  await soon(told);
  expect(pull.labels).toContain('final');
  expect(own(told)).toHaveLength(1);
  await ends(told);
});
