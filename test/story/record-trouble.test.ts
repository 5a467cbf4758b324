import { describe, expect, test } from 'vitest';
import { chain } from '../../src/ledger/chain.js';
import type { Line, LineBody } from '../../src/ledger/lines.js';
import { begin, type Told } from '../../src/sandbox/demo/story.js';
import { needObject } from '../../src/sandbox/git/objects.js';
import { ledgerOf } from './end.js';
import { brought, RULES, rulesWith, status, WIRE_FORMAT, withItem } from './places.js';
import { filesAt } from './record.js';
import { stageFor, strike, tidewire } from './stage.js';

const RECORD = 'refs/heads/convenor/record';
const DISTRUST = 'The record cannot be trusted';

const says = (told: Told, login: string, body: string): Promise<unknown> =>
  told.world.user(login).comments(told.pull, body);
const headOf = ({ repo }: Told): string => repo.refs.get(RECORD) ?? '';

/** Points the record's branch somewhere else, as an administrator can. */
function pointsTo({ sandbox, world, repo }: Told, commit: string): void {
  sandbox.actions.updateRef(world.user('tidewire-keeper').caller, repo, RECORD, commit, true);
}

const gate = ({ pull }: Told): string | undefined => pull.check('convenor/merge')?.output.title ?? undefined;
const why = ({ pull }: Told): string => pull.check('convenor/merge')?.output.summary ?? '';

/** Who has cast a ballot, by the ledger. */
const voters = (told: Told): string[] =>
  ledgerOf(told).flatMap((line) =>
    line.kind === 'act' && line.command.startsWith('vote ') && line.command !== 'vote start' ? [line.by.login] : [],
  );

/** A vote of the group in which one has voted yes. */
async function voted(): Promise<Told> {
  const rules = rulesWith({ 'wire-format': { authority: 'advise' } });
  const told = await brought({ [WIRE_FORMAT]: withItem(WIRE_FORMAT), [RULES]: rules });
  await says(told, 'kofiadu', '/sep sponsor');
  await says(told, 'noorhaddad', '/vote start routine');
  await says(told, 'noorhaddad', '/vote yes\nTwo bytes are enough.');
  return told;
}

/** A ballot that nobody cast, written by somebody with access so that it follows from the lines before, byte for byte. */
async function forges(told: Told): Promise<void> {
  const { world, repo } = told;
  const lines = ledgerOf(told) as Line[];
  const ballot = lines.find((line) => line.kind === 'act' && line.command === 'vote yes');
  if (ballot?.kind !== 'act') throw new Error('nobody has voted');
  const { v: _v, seq: _seq, prev: _prev, ...body } = ballot;
  const by = { id: world.user('tomasvik').account.id, login: 'tomasvik' };
  const forged: LineBody = { ...body, by, source: { ...body.source, id: 'IC_forged' } };
  const written = filesAt(told, 'ledgers/12/').join('');
  const text =
    written +
    chain([forged], written.trimEnd().split('\n').at(-1) ?? null)
      .map((line) => `${line}\n`)
      .join('');
  await world.user('tidewire-keeper').pushesTo(repo, { 'ledgers/12/0001.jsonl': text }, 'convenor/record');
}

/** Goes on where the bot tries again and again. */
async function impatiently(told: Told, act: () => Promise<unknown>): Promise<string> {
  told.bench.patient = false;
  await act();
  told.bench.patient = true;
  return told.bench.log.errors.splice(0).join('\n');
}

describe('A commit of the record that the app did not make', () => {
  test('is noticed however well it follows; nothing counts from it, and once it is put back everything does', async () => {
    const told = await voted();
    const good = headOf(told);
    const before = status(told);
    await forges(told);
    expect(voters(told)).toEqual(['noorhaddad', 'tomasvik']);
    const log = await impatiently(told, () => says(told, 'linokafor', '/vote yes'));
    expect(gate(told)).toBe(DISTRUST);
    expect(why(told)).toMatch(
      /The last commit of the record, [0-9a-f]{12}, is by [^,]*keeper[^,]*, and not by this app\./,
    );
    expect(why(told)).toContain('docs/operating.md');
    expect(status(told)).toBe(before);
    expect(log).toContain('not by this app');

    pointsTo(told, good);
    await told.sandbox.clock.advance({ minutes: 15 });
    expect(gate(told)).not.toBe(DISTRUST);
    expect(voters(told)).toEqual(['noorhaddad', 'linokafor']);
    await strike(told);
  });

  test('is noticed by the sweep where nobody says anything, and so is that it is gone', async () => {
    const told = await voted();
    const good = headOf(told);
    await forges(told);
    const log = await impatiently(told, () => told.bench.sweep());
    expect(gate(told)).toBe(DISTRUST);
    expect(log).toContain('not by this app');
    pointsTo(told, good);
    await told.bench.sweep();
    expect(gate(told)).not.toBe(DISTRUST);
    // While nothing more happens, nothing more is asked.
    const since = told.sandbox.requests.length;
    await told.bench.sweep();
    expect(told.sandbox.requests.slice(since).map(({ operation }) => operation)).toEqual(['Sweep']);
    await strike(told);
  });

  test('is noticed where it bears the name of the app, which anybody can write over a commit', async () => {
    const told = await voted();
    const good = headOf(told);
    const { sandbox, world, repo } = told;
    const { caller } = world.user('tidewire-keeper');
    const { author, tree } = needObject(sandbox.state.objects, 'commit', good);
    const commit = sandbox.actions.createCommit(caller, repo, {
      message: 'Record 1 lines',
      tree,
      parents: [good],
      author,
    });
    pointsTo(told, commit);
    await impatiently(told, () => says(told, 'linokafor', '/vote yes'));
    expect(gate(told)).toBe(DISTRUST);
    expect(why(told)).toContain('is not signed by GitHub for this app');
    pointsTo(told, good);
    await told.sandbox.clock.advance({ minutes: 15 });
    expect(voters(told)).toEqual(['noorhaddad', 'linokafor']);
    await strike(told);
  });
});

describe('A record that was put back', () => {
  test("to a commit of the app's own has lost what was said since: nothing is decided on it", async () => {
    const told = await voted();
    const early = headOf(told);
    await says(told, 'linokafor', '/vote no\nFour bytes.');
    const late = headOf(told);
    pointsTo(told, early);
    const log = await impatiently(told, async () => {
      await says(told, 'tomasvik', '/vote yes');
      await told.sandbox.clock.advance({ minutes: 3 });
    });
    expect(gate(told)).toBe(DISTRUST);
    expect(why(told)).toContain('does not hold any more what it held');
    expect(log).toContain('does not hold any more');
    expect(headOf(told)).toBe(early);
    pointsTo(told, late);
    await told.sandbox.clock.advance({ minutes: 15 });
    expect(voters(told)).toEqual(['noorhaddad', 'linokafor', 'tomasvik']);
    await strike(told);
  });

  test('by an answer that is only behind is asked for again, and nothing is said', async () => {
    const told = await voted();
    const early = headOf(told);
    await says(told, 'linokafor', '/vote no\nFour bytes.');
    const late = headOf(told);
    pointsTo(told, early);
    const log = await impatiently(told, async () => {
      await says(told, 'tomasvik', '/vote yes');
      pointsTo(told, late);
      await told.sandbox.clock.advance({ seconds: 30 });
    });
    expect(log).toContain('asked again');
    expect(gate(told)).not.toBe(DISTRUST);
    expect(voters(told)).toEqual(['noorhaddad', 'linokafor', 'tomasvik']);
    await strike(told);
  });

  test('to nothing is not begun anew by the next proposal', async () => {
    const told = await voted();
    const good = headOf(told);
    const { sandbox, world, repo, cast, play } = told;
    sandbox.actions.deleteRef(world.user('tidewire-keeper').caller, repo, RECORD);
    const log = await impatiently(told, async () => {
      await cast.outsider.opensPullRequest({
        repo,
        title: 'SEP-0000: Longer frames',
        files: { 'seps/0000-longer-frames.md': play.proposal.text },
      });
      await sandbox.clock.advance({ minutes: 3 });
    });
    expect(repo.refs.has(RECORD)).toBe(false);
    expect(log).toContain('No new one is begun in its place');
    sandbox.actions.createRef(world.user('tidewire-keeper').caller, repo, RECORD, good);
    await sandbox.clock.advance({ minutes: 15 });
    expect(gate(told)).not.toBe(DISTRUST);
    await strike(told);
  });
});

test('a record that somebody deleted is not begun anew behind its back', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const told = await begin(stage);
  const { pull, bench, world, repo, cast, sandbox } = told;
  await cast.sponsor.comments(pull, '/sep sponsor');
  const before = ledgerOf(stage).length;
  const head = repo.refs.get('refs/heads/convenor/record') ?? '';
  const keeper = world.user('tidewire-keeper');
  sandbox.actions.deleteRef(keeper.caller, repo, 'refs/heads/convenor/record');
  bench.patient = false;
  await bench.restart();
  await cast.author.comments(pull, 'Is anybody there?');
  expect(pull.check('convenor/merge')?.output.title).toBe('The record cannot be trusted');
  expect(pull.check('convenor/merge')?.output.summary).toContain('is gone from the record branch');
  expect(repo.refs.has('refs/heads/convenor/record')).toBe(false);
  expect(bench.log.errors.splice(0)).not.toEqual([]);

  bench.patient = true;
  sandbox.actions.createRef(keeper.caller, repo, 'refs/heads/convenor/record', head);
  await sandbox.clock.advance({ minutes: 15 });
  await bench.sweep();
  expect(ledgerOf(stage).length).toBeGreaterThanOrEqual(before);
  expect(pull.check('convenor/merge')?.output.title).toBe('A draft, sponsored by kofiadu');
  await strike(stage);
});
