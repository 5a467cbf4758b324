import { describe, expect, test } from 'vitest';
import { chaptersFor, begin, type Told } from '../../src/sandbox/demo/story.js';
import type { AppPermissions, Installation } from '../../src/sandbox/state/types.js';
import { ledgerOf } from './end.js';
import { status } from './places.js';
import { stageFor, strikeWhole, tidewire } from './stage.js';

/**
 * A consensus of Discovery, whose word stands unless the core objects, opened on Monday 23 November 2026 for ten days.
 * What happens then happens in the middle of it.
 */
async function decided(): Promise<Told> {
  const told = await begin(await stageFor(tidewire('discovery')));
  for (const chapter of chaptersFor('veto-window')) {
    await chapter.act(told);
    if (chapter.name === 'consensus opened') break;
  }
  expect(status(told)).toContain('until Thursday 3 December 2026 09:01 UTC');
  return told;
}

const keeper = ({ world }: Told) => world.user('tidewire-keeper');

/** How the decisions of the record have ended, with their instants to the minute. */
const ends = (told: Told): string[] =>
  ledgerOf(told).flatMap((line) => (line.kind === 'closes' ? [`${line.outcome} ${line.at.slice(0, 16)}`] : []));

const days = (told: Told, count: number): Promise<void> => told.sandbox.clock.advance({ days: count });

async function over(told: Told, errors: readonly RegExp[] = []): Promise<void> {
  expect(told.bench.log.errors.filter((error) => !errors.some((known) => known.test(error)))).toEqual([]);
  await strikeWhole(told);
}

/** The only installation of the app. */
function installationOf({ sandbox }: Told): Installation {
  const [installation] = sandbox.state.installations.values();
  if (!installation) throw new Error('The app is not installed.');
  return installation;
}

describe('a conversation that is locked', () => {
  test('stops the clock, since not everybody could object; the checks go on, and nothing new is said', async () => {
    const told = await decided();
    const { pull, world, cast } = told;
    const before = pull.botComments().length;
    await days(told, 2);
    await keeper(told).locks(pull);
    expect(pull.check('convenor/merge')?.output.title).toContain(
      'its conversation is locked, and no deadline falls until it is unlocked',
    );
    expect(pull.check('convenor/merge')?.output.summary).toContain(
      'Next: **Who locked the conversation** unlocks it; the time in between is added to the deadline.',
    );
    // Who has write access may still speak: it counts, and is answered later.
    await world.user('bolarsen').comments(pull, '/block too-late\nNo.\nAlternative: yes.');
    await days(told, 30);
    expect(ends(told)).toEqual([]);
    expect(pull.botComments()).toHaveLength(before);

    await world.acts(() => told.sandbox.actions.unlock(keeper(told).caller, pull.now));
    expect(status(told)).toContain('until Saturday 2 January 2027 09:01 UTC');
    expect(pull.botComments()).toHaveLength(before + 1);
    expect(pull.lastBotComment()?.body).toContain('> /block too-late');
    await cast.member.comments(pull, '/block seen\nI could not say this before.\nAlternative: wait.');
    expect(status(told)).toContain('blocked by 1 objection');
    await days(told, 12);
    expect(ends(told)).toEqual(['blocked 2027-01-02T09:01']);
    await over(told);
  });

  test('and unlocked again while nobody looked has stopped it all the same', async () => {
    const told = await decided();
    const { pull, world, bench, sandbox } = told;
    await bench.stop();
    await days(told, 1);
    await world.quietly(() => keeper(told).locks(pull));
    await days(told, 20);
    sandbox.actions.unlock(keeper(told).caller, pull.now);
    await bench.start();
    expect(ends(told)).toEqual([]);
    expect(status(told)).toContain('until Wednesday 23 December 2026 09:01 UTC');
    expect(ledgerOf(told).flatMap((line) => (line.kind === 'muted' ? [`${line.by} ${line.muted}`] : []))).toEqual([
      'lock true',
      'lock false',
    ]);
    await over(told);
  });

  test('before anything was said gets its comment when it is unlocked, and its checks at once', async () => {
    const stage = await stageFor(tidewire('wire-format'));
    const { cast, repo, bench, sandbox, world } = stage;
    const pull = await cast.author.opensPullRequest({
      repo,
      title: 'SEP: Short frames',
      files: { 'seps/0000-short-frames.md': stage.play.proposal.text },
    });
    await world.user('tidewire-keeper').locks(pull);
    await bench.start();
    // It is older than Convenor's first look at it, so that somebody has to act on it first.
    await cast.author.pushes(pull, { files: { 'seps/0000-short-frames.md': `${stage.play.proposal.text}\nMore.\n` } });
    expect(pull.botComments()).toEqual([]);
    expect(pull.botReviews()).toEqual([]);
    expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
    expect(pull.labels).toEqual(['SEP', 'proposal']);
    await world.acts(() => sandbox.actions.unlock(world.user('tidewire-keeper').caller, pull.now));
    expect(pull.statusComment()?.body).toContain('A new proposal that awaits a sponsor');
    expect(pull.botReviews()).toHaveLength(1);
    expect(bench.log.errors).toEqual([]);
    await strikeWhole(stage);
  });
});

describe('a repository', () => {
  test('that is archived stops the clock: nobody could speak in it', async () => {
    const told = await decided();
    const { pull, sandbox, bench, repo } = told;
    await days(told, 4);
    sandbox.actions.archiveRepository(keeper(told).caller, repo, true);
    await days(told, 40);
    expect(pull.labels).toEqual(['SEP', 'draft']);
    expect(bench.log.errors).toEqual([]);
    sandbox.actions.archiveRepository(keeper(told).caller, repo, false);
    await bench.sweep();
    expect(ends(told)).toEqual([]);
    expect(status(told)).toContain('until Tuesday 12 January 2027 09:');
    await days(told, 7);
    expect(ends(told)).toEqual(['agreed 2027-01-12T09:01']);
    await over(told);
  });

  test('that moves to somebody without Convenor is left alone without a word, and goes on where it was after its return', async () => {
    const told = await decided();
    const { pull, sandbox, bench, repo, world } = told;
    const [home, elsewhere] = [sandbox.state.accounts.get(repo.ownerId), world.organization('harbourlight')];
    if (!home) throw new Error('The owner is gone.');
    sandbox.actions.addOrganizationMember(elsewhere, keeper(told).account, 'admin');
    await days(told, 2);
    sandbox.actions.transferRepository(keeper(told).caller, repo, elsewhere);
    const since = sandbox.requests.length;
    await bench.sweep();
    await days(told, 12);
    const asked = sandbox.requests.slice(since).filter(({ authentication }) => !authentication);
    // One sweep, and one look at the deadline, have found that it is somebody else's.
    expect(asked.map(({ operation }) => operation)).toEqual(['Sweep', 'Snapshot']);
    expect(pull.labels).toEqual(['SEP', 'draft']);

    sandbox.actions.transferRepository(keeper(told).caller, repo, home);
    await world.acts(() => sandbox.actions.addToInstallation(installationOf(told), [repo]));
    expect(ends(told)).toEqual(['agreed 2026-12-03T09:01']);
    await over(told);
  });

  test('that moves to somebody with Convenor goes on there, with its record', async () => {
    const told = await decided();
    const { sandbox, repo, world, app, bench } = told;
    const elsewhere = world.organization('harbourlight');
    sandbox.actions.addOrganizationMember(elsewhere, keeper(told).account, 'admin');
    await days(told, 2);
    sandbox.actions.transferRepository(keeper(told).caller, repo, elsewhere);
    await world.acts(() => sandbox.actions.installApp({ app, account: elsewhere, repositories: [repo] }));
    await bench.sweep();
    await days(told, 9);
    expect(ends(told)).toEqual(['agreed 2026-12-03T09:01']);
    await over(told);
  });

  test('whose default branch is renamed goes on: GitHub moves its pull requests along', async () => {
    const told = await decided();
    const { sandbox, repo, bench, pull } = told;
    await days(told, 2);
    sandbox.actions.renameBranch(keeper(told).caller, repo, { from: 'main', to: 'trunk' });
    await bench.sweep();
    expect(pull.now.base.ref).toBe('trunk');
    expect(status(told)).toContain('In lazy consensus of the Discovery Working Group until Thursday 3 December 2026');
    await days(told, 9);
    expect(ends(told)).toEqual(['agreed 2026-12-03T09:01']);
    await over(told);
  });

  test('whose default branch is another one rests the decision, and says how it goes on', async () => {
    const told = await decided();
    const { sandbox, repo, bench, cast, pull } = told;
    sandbox.actions.createRef(keeper(told).caller, repo, 'refs/heads/next', repo.refs.get('refs/heads/main') ?? '');
    await days(told, 2);
    sandbox.actions.setDefaultBranch(keeper(told).caller, repo, 'next');
    await bench.sweep();
    expect(status(told)).toContain('it rests as a draft');
    expect(status(told)).toContain('changes the base to `next`; until then no deadline falls.');
    await days(told, 3);
    await cast.author.changesBase(pull, 'next');
    expect(status(told)).toContain('In lazy consensus of the Discovery Working Group until Thursday 3 December 2026');
    await over(told);
  });
});

describe('a fork', () => {
  test('that is deleted closes the pull request: its decision rests for good, and a new one has to continue it', async () => {
    const told = await decided();
    const { cast, pull } = told;
    await days(told, 2);
    await cast.author.deletesFork(pull);
    expect(pull.now.state).toBe('closed');
    expect(status(told)).toContain('Closed as a draft; its open decision rests for good, since its branch is gone');
    expect(status(told)).toContain(
      'Next: **Who takes it up again** opens a new pull request whose description has the line `Continues #12`: the branch of this one is gone',
    );
    await days(told, 30);
    expect(ends(told)).toEqual([]);
    await over(told);
  });
});

describe('the app', () => {
  /** The app gets other permissions, as its owner gives it. */
  async function permitted(told: Told, permissions: AppPermissions): Promise<void> {
    await told.world.acts(() => told.sandbox.actions.acceptPermissions(installationOf(told), permissions));
  }

  test('that may not write the record any more decides nothing, says so, and ends the decision at its deadline afterwards', async () => {
    const told = await decided();
    const { pull, bench, app } = told;
    await days(told, 2);
    bench.patient = false;
    await permitted(told, { ...app.permissions, contents: 'read' });
    await days(told, 9);
    expect(ends(told)).toEqual([]);
    expect(pull.labels).toEqual(['SEP', 'draft']);
    expect(pull.check('convenor/merge')?.output.title).toBe('GitHub refuses the record, so nothing is decided');
    bench.patient = true;
    await permitted(told, app.permissions);
    expect(ends(told)).toEqual(['agreed 2026-12-03T09:01']);
    await over(told, [/GitHub refused/]);
  });

  test('that may not comment any more goes on deciding, in its record and its checks, and catches up', async () => {
    const told = await decided();
    const { pull, bench, app, cast } = told;
    await days(told, 2);
    bench.patient = false;
    await permitted(told, { ...app.permissions, issues: 'read', pull_requests: 'read' });
    await cast.member.comments(pull, '/block late\nNo.\nAlternative: yes.');
    expect(ledgerOf(told).findLast((line) => line.kind === 'act')?.command).toBe('block');
    expect(pull.check('convenor/merge')?.output.title).toContain('blocked by 1 objection');
    expect(status(told)).not.toContain('blocked');
    await days(told, 9);
    expect(ends(told)).toEqual(['blocked 2026-12-03T09:01']);
    expect(pull.check('convenor/merge')?.output.title).toContain('Before the vote of the Discovery Working Group');
    bench.patient = true;
    await permitted(told, app.permissions);
    expect(status(told)).toContain('Before the vote of the Discovery Working Group');
    await over(told, [/GitHub refused/]);
  });

  test('that is taken away and comes back keeps what was decided, and hears what was said meanwhile of none', async () => {
    const told = await decided();
    const { pull, sandbox, app, repo, cast, world } = told;
    await days(told, 2);
    await world.acts(() => sandbox.actions.uninstallApp(installationOf(told)));
    await cast.member.comments(pull, '/block unheard\nNo.\nAlternative: yes.');
    const since = sandbox.requests.length;
    await days(told, 1);
    expect(sandbox.requests.slice(since)).toEqual([]);
    const account = sandbox.state.accounts.get(repo.ownerId);
    if (!account) throw new Error('The owner is gone.');
    await world.acts(() => sandbox.actions.installApp({ app, account, repositories: [repo] }));
    await days(told, 8);
    expect(ends(told)).toEqual(['agreed 2026-12-03T09:01']);
    await over(told);
  });
});
