import { expect, test } from 'vitest';
import { begin } from '../../src/sandbox/demo/story.js';
import { checkRunsOf } from '../../src/sandbox/state/checks.js';
import { rewritten, stageFor, strike, tidewire } from './stage.js';

/** The rules as Tidewire has them, with something laid over. */
const rulesWith = (more: string): string => `extends: mcp\nname: tidewire\n${more}`;

test('rules that never could be read decide nothing, are named in both checks, and heal when they are mended', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const { pull, bench, world, repo, cast, sandbox } = await begin(stage);
  const keeper = world.user('tidewire-keeper');
  const good = stage.play.files['.github/convenor.yml'] ?? '';
  await world.quietly(() => {
    rewritten(stage, { '.github/convenor.yml': rulesWith('labels:\n  kinds: SEP\n') });
    return Promise.resolve();
  });
  // The bot tries again and again, and says the same each time: it comes to no rest, so only one look is waited for.
  bench.patient = false;
  await cast.sponsor.comments(pull, '/sep sponsor');
  const held = pull.check('convenor/merge');
  expect(held?.conclusion).toBe('action_required');
  expect(held?.output.title).toBe('The rules cannot be read, so nothing is decided');
  expect(held?.output.summary).toContain('convenor.yml:4:3');
  expect(pull.labels).toEqual(['SEP', 'proposal']);
  expect(bench.log.errors.splice(0).join('\n')).toContain('kinds');

  await bench.sweep();
  const [said] = checkRunsOf(repo, repo.refs.get('refs/heads/main') ?? '');
  expect(said?.output.title).toBe('.github/convenor.yml cannot be read, so nothing is decided');
  expect(said?.output.summary).toContain('**nothing is decided** in this repository');
  const since = sandbox.requests.length;
  await cast.author.comments(pull, 'Will anybody look at this?');
  // What was found at this commit is not looked for again, in no history.
  expect(sandbox.requests.slice(since).map(({ operation }) => operation)).toEqual(['Snapshot']);
  bench.log.errors.splice(0);

  bench.patient = true;
  await keeper.pushesTo(repo, { '.github/convenor.yml': good });
  await bench.sweep();
  expect(pull.labels).toEqual(['SEP', 'draft']);
  expect(pull.check('convenor/merge')?.output.title).toBe('A draft, sponsored by kofiadu');
  const [mended] = checkRunsOf(repo, repo.refs.get('refs/heads/main') ?? '');
  expect(mended?.conclusion).toBe('success');
  await strike(stage);
});

test('what is no proposal costs one look, and then nothing', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  await stage.bench.start();
  const pull = await stage.cast.outsider.opensPullRequest({
    repo: stage.repo,
    title: 'Mend a typing error',
    files: { 'README.md': '# Tidewire\n\nAn open protocol for tide gauges and harbours.\n' },
  });
  const since = stage.sandbox.requests.length;
  await stage.cast.lead.comments(pull, 'Thank you!');
  await stage.cast.lead.labels(pull, 'documentation');
  await stage.cast.lead.approves(pull);
  expect(stage.sandbox.requests.length - since).toBe(0);
  expect(pull.botComments()).toEqual([]);
  expect(pull.checks).toEqual([]);
  await strike(stage);
});

test('where its checks are required, what is no proposal gets them in green', async () => {
  const files = { ...tidewire('wire-format').files, '.github/convenor.yml': rulesWith('checks:\n  answerAll: true\n') };
  const stage = await stageFor(tidewire('wire-format', { files }));
  await stage.bench.start();
  const pull = await stage.cast.outsider.opensPullRequest({
    repo: stage.repo,
    title: 'Mend a typing error',
    files: { 'README.md': '# Tidewire\n\nAn open protocol for tide gauges and harbours.\n' },
  });
  expect(pull.checks.map(({ name, conclusion }) => `${name} ${conclusion ?? ''}`).sort()).toEqual([
    'convenor/merge success',
    'convenor/proposal success',
  ]);
  await strike(stage);
});

test('a merge queue gets its checks where they are required', async () => {
  const files = { ...tidewire('wire-format').files, '.github/convenor.yml': rulesWith('checks:\n  answerAll: true\n') };
  const stage = await stageFor(tidewire('wire-format', { files }));
  await stage.bench.start();
  const { repo, sandbox, world } = stage;
  const pull = await stage.cast.outsider.opensPullRequest({
    repo,
    title: 'Mend a typing error',
    files: { 'README.md': '# Tidewire\n\nAn open protocol for tide gauges and harbours.\n' },
  });
  const keeper = world.user('tidewire-keeper');
  const { headOid } = await world.acts(() => sandbox.actions.enqueue(keeper.caller, pull.now));
  const runs = checkRunsOf(repo, headOid);
  expect(runs.map(({ name, conclusion }) => `${name} ${conclusion ?? ''}`).sort()).toEqual([
    'convenor/merge success',
    'convenor/proposal success',
  ]);
  await strike(stage);
});

test('pull requests older than the installation are left in peace until somebody acts on them', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const { sandbox, world, repo, cast, bench } = stage;
  const { installation, owner } = { installation: [...sandbox.state.installations.values()][0], owner: repo.ownerId };
  if (!installation) throw new Error('The app is not installed.');
  const account = sandbox.state.accounts.get(owner);
  if (!account) throw new Error('The owner is gone.');
  sandbox.actions.uninstallApp(installation);
  const text = stage.play.proposal.text;
  const pull = await cast.author.opensPullRequest({ repo, title: 'Old', files: { 'seps/0000-old.md': text } });
  await cast.sponsor.comments(pull, '/sep sponsor');
  await sandbox.clock.advance({ days: 1 });
  sandbox.actions.installApp({ app: stage.app, account, repositories: [repo] });
  await bench.start();
  expect(pull.botComments()).toEqual([]);
  expect(pull.checks).toEqual([]);
  expect(pull.labels).toEqual([]);

  await world.acts(() => sandbox.actions.createComment(cast.author.caller, pull.now, 'Is this still wanted?'));
  expect(pull.statusComment()?.body).toContain('A new proposal that awaits a sponsor');
  expect(pull.labels).toEqual(['SEP', 'proposal']);
  await strike(stage);
});
