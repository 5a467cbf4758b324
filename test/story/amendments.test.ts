import { expect, test } from 'vitest';
import { stageFor, strike, tidewire } from './stage.js';

const PATH = 'seps/0007-utc-time-stamps.md';
const { files } = tidewire('wire-format');
const MERGED = files[PATH]!;

/** The author opens a pull request that changes files of the default branch. */
async function amended(changes: Record<string, string | null>, rules?: string) {
  const more = rules === undefined ? {} : { '.github/convenor.yml': rules };
  const stage = await stageFor(tidewire('wire-format', { files: { ...files, ...more } }));
  await stage.bench.start();
  const since = stage.sandbox.requests.length;
  const pull = await stage.cast.author.opensPullRequest({ repo: stage.repo, title: 'Mend', files: changes });
  const asked = stage.sandbox.requests.slice(since).map(({ operation }) => operation);
  return { ...stage, pull, asked };
}

test('a pull request that rewrites a final proposal is told so on its line, in a check and nowhere else', async () => {
  const text = MERGED.replace('A reading MUST', 'A reading SHOULD');
  expect(text).not.toBe(MERGED);
  const stage = await amended({ [PATH]: text });
  const { pull } = stage;
  const check = pull.check('convenor/proposal');
  expect(check?.conclusion).toBe('success');
  expect(check?.annotations.map(({ path, title }) => `${path} ${title ?? ''}`)).toEqual([
    `${PATH} status/final-changed`,
  ]);
  expect(check?.output.summary).toContain('This proposal is final, and its text is changed here.');
  expect(pull.check('convenor/merge')).toBeNull();
  expect(pull.botComments()).toEqual([]);
  expect(pull.labels).toEqual([]);
  expect(stage.bench.log.errors).toEqual([]);
  await strike(stage);
});

test('what only keeps the books of a merged proposal is nothing to speak of', async () => {
  const stage = await amended({ [PATH]: MERGED.replace('**Status**: Final', '**Status**: final ') });
  expect(stage.pull.check('convenor/proposal')?.output.title).toBe('Changes 1 merged proposal');
  expect(stage.pull.check('convenor/proposal')?.annotations).toEqual([]);
  await strike(stage);
});

test('a field is broken by a change: only that is said, and it is red until it is mended', async () => {
  const stage = await amended({ [PATH]: MERGED.replace('**Type**: Standards Track', '**Type**: Nonsense') });
  const { pull, cast } = stage;
  expect(pull.check('convenor/proposal')?.conclusion).toBe('failure');
  expect(pull.check('convenor/proposal')?.annotations.map(({ title }) => title)).toEqual(['preamble/type-vocabulary']);
  await cast.author.pushes(pull, { files: { [PATH]: MERGED.replace('(@bolarsen)', '(@bolarsen).') }, message: 'Oh' });
  expect(pull.check('convenor/proposal')?.conclusion).toBe('success');
  expect(stage.bench.log.errors).toEqual([]);
  await strike(stage);
});

test('a merged proposal that is taken away is spoken of, though no line can carry it', async () => {
  const stage = await amended({ [PATH]: null });
  const check = stage.pull.check('convenor/proposal');
  expect(check?.annotations).toEqual([]);
  expect(check?.output.title).toBe('1 to look at in 1 merged proposal');
  expect(check?.output.summary).toContain('takes away "Time stamps in UTC", which is merged.');
  await strike(stage);
});

test('two proposals in one go, one of them moved: each is read once, with one request for both', async () => {
  const other = MERGED.replaceAll('SEP-7', 'SEP-8').replace('#7', '#8');
  const more = { 'seps/0008-other.md': other };
  const stage = await stageFor(tidewire('wire-format', { files: { ...files, ...more } }));
  await stage.bench.start();
  const moved = { [PATH]: MERGED.replace('to the second', 'to the minute'), 'seps/0008-other.md': null };
  const pull = await stage.cast.author.opensPullRequest({
    repo: stage.repo,
    title: 'Mend',
    files: { ...moved, 'seps/0008-better-name.md': other },
  });
  const asked = stage.sandbox.requests.map(({ operation }) => operation);
  expect(asked.filter((operation) => operation === 'FilesAt')).toHaveLength(1);
  expect(pull.check('convenor/proposal')?.output.title).toBe('1 to look at in 2 merged proposals');
  expect(stage.bench.log.errors).toEqual([]);
  await strike(stage);
});

test('where the checks are required, an amendment gets both', async () => {
  const rules = 'extends: mcp\nname: tidewire\nchecks:\n  answerAll: true\n';
  const stage = await amended({ [PATH]: MERGED.replace('to the second', 'to the minute') }, rules);
  expect(stage.pull.check('convenor/merge')?.conclusion).toBe('success');
  expect(stage.pull.check('convenor/proposal')?.conclusion).toBe('success');
  await strike(stage);
});

test('a comment, a label and a sweep make no second look at an amendment', async () => {
  const stage = await amended({ [PATH]: MERGED.replace('to the second', 'to the minute') });
  const since = stage.sandbox.requests.length;
  await stage.cast.member.comments(stage.pull, 'Is that so?');
  const asked = stage.sandbox.requests.slice(since).map(({ operation }) => operation);
  expect(asked).toEqual([]);
  await strike(stage);
});

test('an amendment older than the installation is left in peace until somebody pushes', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const { sandbox, cast, repo, bench, app } = stage;
  const installation = [...sandbox.state.installations.values()][0];
  const account = sandbox.state.accounts.get(repo.ownerId);
  if (!installation || !account) throw new Error('The app is not installed.');
  sandbox.actions.uninstallApp(installation);
  const text = MERGED.replace('to the second', 'to the minute');
  const pull = await cast.author.opensPullRequest({ repo, title: 'Old', files: { [PATH]: text } });
  await sandbox.clock.advance({ days: 1 });
  sandbox.actions.installApp({ app, account, repositories: [repo] });
  await bench.start();
  expect(pull.check('convenor/proposal')).toBeNull();
  await cast.author.pushes(pull, { files: { [PATH]: MERGED.replace('to the second', 'to the hour') }, message: 'Or' });
  expect(pull.check('convenor/proposal')?.output.title).toBe('1 to look at in 1 merged proposal');
  await strike(stage);
});

/** What an amendment's check marks, as "line code". */
const marks = ({ pull }: { pull: { check: (name: string) => { annotations: Mark[] } | null } }): string[] =>
  (pull.check('convenor/proposal')?.annotations ?? []).map(({ startLine, title }) => `${startLine} ${title ?? ''}`);
interface Mark {
  startLine: number;
  title: string | null;
}

test('an amendment that brings links is told of those that lead nowhere, for one request; those of before are not asked', async () => {
  const old = MERGED.replace('## Abstract', 'See [what was](./gone-before.md).\n\n## Abstract');
  const stage = await stageFor(tidewire('wire-format', { files: { ...files, [PATH]: old } }));
  await stage.bench.start();
  const since = stage.sandbox.requests.length;
  const link = '[a](./nothing.md), [b](./own.png) and [SEP-999999](https://tidewire.example/999999)';
  const pull = await stage.cast.author.opensPullRequest({
    repo: stage.repo,
    title: 'Links',
    files: { [PATH]: old.replace('## Abstract', `See ${link}.\n\n## Abstract`), 'seps/own.png': 'x' },
  });
  const asked = stage.sandbox.requests.slice(since).map(({ operation }) => operation);
  expect(asked.filter((operation) => operation === 'Existence')).toHaveLength(1);
  expect(asked.filter((operation) => operation === 'FilesAt')).toHaveLength(1);
  expect(marks({ pull }).map((mark) => mark.split(' ')[1])).toEqual([
    'status/final-changed',
    'link/path',
    'link/proposal',
  ]);
  expect(pull.check('convenor/proposal')?.output.summary).toContain('seps/nothing.md');
  await strike(stage);
});

test('an amendment without new links costs no request for them', async () => {
  const stage = await amended({ [PATH]: MERGED.replace('to the second', 'to the minute') });
  expect(stage.asked.filter((operation) => operation === 'Existence')).toEqual([]);
  await strike(stage);
});

test('an amendment that takes away what a proposal links to is told so', async () => {
  const old = MERGED.replace('## Abstract', '![states](./states.png)\n\n## Abstract');
  const before = { ...files, [PATH]: old, 'seps/states.png': 'x' };
  const stage = await stageFor(tidewire('wire-format', { files: before }));
  await stage.bench.start();
  const pull = await stage.cast.author.opensPullRequest({
    repo: stage.repo,
    title: 'Clean up',
    files: { [PATH]: old.replace('## Abstract', '## Abstract '), 'seps/states.png': null },
  });
  expect(marks({ pull }).map((mark) => mark.split(' ')[1])).toEqual(['link/path']);
  await strike(stage);
});

test.each([
  ['Draft', ['status/step']],
  ['Accepted', ['status/step']],
  ['Superseded', ['relation/one-sided']],
])('a final proposal is set to %s', async (status, said) => {
  const stage = await amended({ [PATH]: MERGED.replace('**Status**: Final', `**Status**: ${status}`) });
  expect(marks(stage).map((mark) => mark.split(' ')[1])).toEqual(said);
  await strike(stage);
});

test('the books of a step that the rules know are nothing to speak of', async () => {
  const accepted = MERGED.replace('**Status**: Final', '**Status**: Accepted');
  const stage = await stageFor(tidewire('wire-format', { files: { ...files, [PATH]: accepted } }));
  await stage.bench.start();
  const pull = await stage.cast.author.opensPullRequest({
    repo: stage.repo,
    title: 'Final',
    files: { [PATH]: MERGED },
  });
  expect(marks({ pull })).toEqual([]);
  await strike(stage);
});

test('what was wrong before stays unsaid when lines move, also where it names other lines', async () => {
  const twice = MERGED.replace('## Rationale', '### Units\n\na\n\n### Units\n\nb\n\n## Rationale');
  expect(twice).not.toBe(MERGED);
  const stage = await stageFor(tidewire('wire-format', { files: { ...files, [PATH]: twice } }));
  await stage.bench.start();
  const moved = twice.replace('- **Type**', '- **Issue**: #3\n- **Type**');
  const pull = await stage.cast.author.opensPullRequest({ repo: stage.repo, title: 'Issue', files: { [PATH]: moved } });
  expect(marks({ pull })).toEqual([]);
  await strike(stage);
});
