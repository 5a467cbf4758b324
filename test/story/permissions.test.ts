import { expect, test } from 'vitest';
import { begin } from '../../src/sandbox/demo/story.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import type { AppPermissions, Installation } from '../../src/sandbox/state/types.js';
import { stageFor, strike, tidewire } from './stage.js';

/** The stage with the app installed with fewer permissions than app.yml asks for. */
async function stageWithout(name: string): Promise<{ stage: Stage; installation: Installation; all: AppPermissions }> {
  const stage = await stageFor(tidewire('wire-format'));
  const { sandbox, app, repo } = stage;
  const [whole] = sandbox.state.installations.values();
  const account = sandbox.state.accounts.get(repo.ownerId);
  if (!whole || !account) throw new Error('The app is not installed.');
  sandbox.actions.uninstallApp(whole);
  const all = app.permissions;
  const permissions = Object.fromEntries(
    Object.entries(all).map(([key, level]) => [key, key === name ? 'read' : level]),
  );
  const installation = sandbox.actions.installApp({ app, account, repositories: [repo], permissions });
  // What GitHub refuses for good brings the bot to no rest.
  stage.bench.patient = false;
  return { stage, installation, all };
}

/** The writes of the bot that GitHub took or refused, since a point in the list of requests. */
const writesSince = ({ sandbox }: Stage, since: number): number =>
  sandbox.requests.slice(since).filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql')).length;

test('without leave to write the record nothing is decided, the check says what is missing, and it heals by itself', async () => {
  const { stage, installation, all } = await stageWithout('contents');
  const { pull, bench, sandbox, world, cast } = await begin(stage);
  const held = pull.check('convenor/merge');
  expect(held?.conclusion).toBe('action_required');
  expect(held?.output.title).toBe('GitHub refuses the record, so nothing is decided');
  expect(held?.output.summary).toContain('contents: write');
  expect(held?.output.summary).toContain("accept the app's new permissions");
  await cast.sponsor.comments(pull, '/sep sponsor');
  expect([pull.labels, pull.botComments()]).toEqual([[], []]);
  expect(pull.checks).toHaveLength(1);

  bench.patient = true;
  await world.acts(() => sandbox.actions.acceptPermissions(installation, all));
  expect(pull.labels).toEqual(['SEP', 'draft']);
  expect(pull.check('convenor/merge')?.output.title).toBe('A draft, sponsored by kofiadu');
  await strike(stage);
});

test('without leave to write the record a nomination is told so, and begins once there is leave', async () => {
  const { stage, installation, all } = await stageWithout('contents');
  const { sandbox, world, repo } = stage;
  await stage.bench.start();
  const issue = await world.user('bolarsen').opensIssue({ repo, title: 'Ada', body: '/nominate @adaquist member' });
  expect(issue.lastBotComment()?.body).toContain('**GitHub refuses the record, so nothing is decided.**');
  expect(issue.lastBotComment()?.body).toContain("accept the app's new permissions");
  await world.user('bolarsen').comments(issue, '/ladder reject Never mind.');
  expect([issue.botComments().length, issue.labels]).toEqual([1, []]);

  stage.bench.patient = true;
  await world.acts(() => sandbox.actions.acceptPermissions(installation, all));
  expect(issue.botComments()).toHaveLength(1);
  expect(issue.statusComment()?.body).toContain('### adaquist as a member');
  await strike(stage);
});

test('the operator reads one clear sentence an hour, however many comments come', async () => {
  const { stage } = await stageWithout('contents');
  const { pull, bench, sandbox, cast } = await begin(stage);
  const told = (): string[] => bench.log.errors.splice(0).filter((line) => line.includes('#12'));
  expect(told()).toEqual([
    expect.stringMatching(
      /^tidewire\/tidewire#12: GitHub refused POST \/repos\/tidewire\/tidewire\/git\/trees: Resource not accessible by integration\. .* permission contents: write\. Give the app .* accept the app's new permissions in the installation's settings\. /,
    ),
  ]);
  await cast.author.comments(pull, 'Is anybody there?');
  await cast.sponsor.comments(pull, 'Not yet, it seems.');
  expect(told()).toEqual([]);

  const since = sandbox.requests.length;
  await sandbox.clock.advance({ minutes: 59 });
  expect(writesSince(stage, since)).toBe(0);
  await sandbox.clock.advance({ minutes: 1 });
  expect(writesSince(stage, since)).toBe(1);
  expect(told()).toHaveLength(1);
  await strike(stage);
});

test('without leave to write checks the log names the permission, and the gate stays shut', async () => {
  const { stage } = await stageWithout('checks');
  const { pull, bench } = await begin(stage);
  expect(pull.checks).toEqual([]);
  expect(bench.log.errors.splice(0).join('\n')).toContain('lacks the permission checks: write');
  expect(pull.statusComment()?.body).toContain('A new proposal that awaits a sponsor');
  await strike(stage);
});

test('an archived repository is left alone, and taken up again where it was left', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const { pull, bench, sandbox, world, repo, cast } = await begin(stage);
  const keeper = world.user('tidewire-keeper');
  await world.quietly(() => cast.sponsor.comments(pull, '/sep sponsor'));
  sandbox.actions.archiveRepository(keeper.caller, repo, true);
  await bench.sweep();
  await sandbox.clock.advance({ days: 60 });
  expect(pull.labels).toEqual(['SEP', 'proposal']);
  expect(bench.log.errors).toEqual([]);

  sandbox.actions.archiveRepository(keeper.caller, repo, false);
  await bench.sweep();
  expect(pull.labels).toEqual(['SEP', 'draft']);
  await strike(stage);
});

test('a repository that is archived at the start is found within a day of its return', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const { bench, sandbox, world, repo, cast } = stage;
  const pull = await cast.author.opensPullRequest({
    repo,
    title: 'SEP: Short frames',
    files: { 'seps/0000-short-frames.md': stage.play.proposal.text },
  });
  const keeper = world.user('tidewire-keeper');
  sandbox.actions.archiveRepository(keeper.caller, repo, true);
  const before = sandbox.requests.length;
  await bench.start();
  const asked = sandbox.requests.slice(before).map(({ path }) => path);
  expect(asked.some((path) => path.endsWith('/installation/repositories'))).toBe(true);
  expect(asked.some((path) => path.endsWith('/graphql'))).toBe(false);

  sandbox.actions.archiveRepository(keeper.caller, repo, false);
  await world.quietly(() => cast.author.comments(pull, 'Here we are again.'));
  await sandbox.clock.advance({ days: 1 });
  expect(pull.labels).toEqual(['SEP', 'proposal']);
  expect(bench.log.errors).toEqual([]);
  await strike(stage);
});
