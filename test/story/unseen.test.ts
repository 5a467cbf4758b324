import { describe, expect, test } from 'vitest';
import { begin, chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import { ledgerOf } from './end.js';
import { consensus, brought, RULES, rulesWith, status, WIRE_FORMAT, withItem } from './places.js';
import { stageFor, strike, tidewire } from './stage.js';

/** A consensus of Discovery, whose word stands unless the core objects within a week, until 3 December 2026 09:01. */
async function agreeing(): Promise<Told> {
  const told = await begin(await stageFor(tidewire('discovery')));
  for (const chapter of chaptersFor('veto-window')) {
    await chapter.act(told);
    if (chapter.name === 'consensus opened') break;
  }
  expect(status(told)).toContain('until Thursday 3 December 2026 09:01 UTC');
  return told;
}

/** Nothing looks for so many days, and then a process that remembers nothing does. */
async function asleepFor(told: Told, time: { days?: number; minutes?: number }, meanwhile = async () => {}) {
  await told.bench.stop();
  await meanwhile();
  await told.sandbox.clock.advance(time);
  await told.bench.start();
}

const ends = (told: Told): string[] =>
  ledgerOf(told).flatMap((line) => (line.kind === 'closes' ? [`${line.outcome} ${line.at.slice(0, 16)}`] : []));
const spans = (told: Told): string[] =>
  ledgerOf(told).flatMap((line) =>
    line.kind === 'muted' ? [`${line.by} ${line.muted ? 'from' : 'to'} ${line.at.slice(0, 13)}`] : [],
  );

async function over(told: Told): Promise<void> {
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
}

describe('A window that opens by a deadline while nobody looks', () => {
  test('has not run out before anybody could read of it: it lasts as long from the look that finds it', async () => {
    const told = await agreeing();
    await asleepFor(told, { days: 30 });
    const { now } = told.sandbox.state;
    expect(ends(told)).toEqual(['agreed 2026-12-03T09:01']);
    expect(spans(told)).toEqual(['unseen from 2026-12-03T09', `unseen to ${now.slice(0, 13)}`]);
    expect(status(told)).toMatch(/it stands unless a Core Maintainer objects until \w+ 30 December 2026/);
    // The line that opens it says when it opened, and how long by the rules.
    const opens = ledgerOf(told).findLast((line) => line.kind === 'opens');
    expect(opens).toMatchObject({ form: 'veto-window', at: '2026-12-03T09:01:37Z', deadline: '2026-12-10T09:01:37Z' });
    // Who looks again adds nothing, and what is written adds up.
    await told.bench.restart();
    expect(spans(told)).toHaveLength(2);
    expect(status(told)).not.toContain('does not add up');
    await told.sandbox.clock.advance({ days: 6 });
    expect(ends(told)).toHaveLength(1);
    await told.sandbox.clock.advance({ days: 2 });
    expect(ends(told)).toEqual(['agreed 2026-12-03T09:01', expect.stringMatching(/^accepted 2026-12-30T/)]);
    expect(told.pull.labels).toEqual(['SEP', 'accepted']);
    await over(told);
  });

  test('can be objected to in that time, and what was said unseen counts as well', async () => {
    const told = await agreeing();
    await asleepFor(told, { days: 30 });
    await told.world.user('bolarsen').comments(told.pull, '/veto It breaks every buoy.');
    expect(ends(told).at(-1)).toMatch(/^objected 2026-12-2/);
    await over(told);

    const early = await agreeing();
    await asleepFor(early, { days: 12 }, async () => {
      await early.sandbox.clock.advance({ days: 11 });
      await early.world.user('bolarsen').comments(early.pull, '/veto It breaks every buoy.');
    });
    expect(ends(early).at(-1)).toMatch(/^objected 2026-12-04T/);
    await over(early);
  });

  test('is as long as ever where a look comes within the hour', async () => {
    const told = await agreeing();
    await told.sandbox.clock.advanceTo('2026-12-03T09:00:00Z');
    await asleepFor(told, { minutes: 50 });
    expect(spans(told)).toEqual([]);
    expect(status(told)).toContain('objects until Thursday 10 December 2026 09:01 UTC');
    await over(told);
  });
});

test('a vote to which a blocked consensus comes while nobody looks has all its time', async () => {
  const rules = rulesWith({ 'wire-format': { authority: 'advise' } });
  const told = await brought({ [WIRE_FORMAT]: withItem(WIRE_FORMAT), [RULES]: rules });
  await consensus(told, 'noorhaddad', 'minor');
  await told.world.user('linokafor').comments(told.pull, '/block checksum\nToo few.\nAlternative: four bytes.');
  await asleepFor(told, { days: 60 });
  expect(ends(told)).toHaveLength(1);
  expect(status(told)).toContain('Before the vote of the Wire Format Working Group until');
  expect(spans(told)).toHaveLength(2);
  await over(told);
});

describe('What a group decides by its own authority', () => {
  /** A consensus of Wire Format until 28 November 2026 09:01, whose word can be recalled for a week. */
  async function deciding(): Promise<Told> {
    const rules = rulesWith({ 'wire-format': { authority: 'decide' } });
    const told = await brought({ [WIRE_FORMAT]: withItem(WIRE_FORMAT), [RULES]: rules });
    await consensus(told, 'noorhaddad');
    return told;
  }
  const row = (told: Told): string => /\*\*Recall\*\* \| (.*) \|/.exec(status(told))?.[1] ?? 'none';

  test('while nobody looks can be recalled for as long, from the look that finds it', async () => {
    const told = await deciding();
    await asleepFor(told, { days: 40 });
    expect(ends(told)).toEqual(['agreed 2026-11-28T09:01']);
    expect(row(told)).toMatch(/^The core may recall it until \w+ 9 Jan 2027/);
    await told.bench.restart();
    expect(spans(told)).toHaveLength(2);
    await told.sandbox.clock.advance({ days: 6 });
    await told.world.user('yaramensah').comments(told.pull, '/recall It contradicts Discovery.');
    expect(told.pull.labels).toEqual(['SEP', 'in-review']);
    await over(told);
  });

  test('is not out of reach of the core because its author closes the pull request for that time', async () => {
    const told = await deciding();
    await told.sandbox.clock.advance({ days: 5, minutes: 10 });
    expect(row(told)).toMatch(/^The core may recall it until Sat 5 Dec 2026/);
    await told.cast.author.closes(told.pull);
    await told.sandbox.clock.advance({ days: 20 });
    await told.world.user('yaramensah').comments(told.pull, '/recall It contradicts Discovery.');
    expect(told.pull.lastBotComment()?.body).toContain('The pull request was closed by then.');
    await told.cast.author.reopens(told.pull);
    expect(row(told)).toMatch(/^The core may recall it until Fri 25 Dec 2026/);
    await told.world.user('yaramensah').comments(told.pull, '/recall It contradicts Discovery.');
    expect(told.pull.labels).toEqual(['SEP', 'in-review']);
    await over(told);
  });

  test('can be recalled for as long as the rules said when it was opened, whatever they say since', async () => {
    const told = await deciding();
    await told.sandbox.clock.advance({ days: 5, minutes: 10 });
    const rules = rulesWith({ 'wire-format': { authority: 'decide' } }, 'rules:\n  recall:\n    days: 1\n');
    await told.world.user('tidewire-keeper').pushesTo(told.repo, { [RULES]: rules });
    await told.sandbox.clock.advance({ days: 3 });
    await told.world.user('yaramensah').comments(told.pull, '/recall It contradicts Discovery.');
    expect(told.pull.labels).toEqual(['SEP', 'in-review']);
    await over(told);
  });
});

test('a consensus that somebody opened by a word ends at its time, whoever looks', async () => {
  const told = await agreeing();
  await asleepFor(told, { days: 10, minutes: 30 });
  expect(ends(told)).toEqual(['agreed 2026-12-03T09:01']);
  expect(spans(told)).toEqual([]);
  await over(told);
});
