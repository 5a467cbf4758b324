import { describe, expect, test } from 'vitest';
import { mentions } from '../../src/people/index.js';
import { Bench } from '../../src/sandbox/bench.js';
import { begin, chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import { textAt } from '../../src/sandbox/actions/outdate.js';
import type { Fault } from '../../src/sandbox/faults.js';
import { offered, offers, opens, slipped, stageOfUna, states, summary, unaChanges, unaOpens, marks } from './slips.js';
import { stageFor, strike, tidewire } from './stage.js';

const SHOUTED = 'A gauge MUST not send long frames.';
const SLIPS = slipped({
  '- **Created**: 2026-11-20': '- **Created**: 20 November 2026',
  'A gauge MAY send short frames.': SHOUTED,
});

const levels = ({ pull }: Told): string[] =>
  (pull.check('convenor/proposal')?.annotations ?? []).map(({ title, level }) => `${title} ${level}`);

describe('a document that cannot be read or shown whole', () => {
  test('is too long: the check says so and what to do, and nothing else is said of it', async () => {
    const told = await unaOpens(`${SLIPS}\n${'A very long line of the protocol.\n'.repeat(20_000)}`);
    expect(told.pull.check('convenor/proposal')?.conclusion).toBe('failure');
    expect(marks(told)).toEqual(['1 file/too-large']);
    expect(summary(told)).toContain('The file is too long to be read whole. Move long examples into files beside it.');
    expect(offers(told)).toEqual([]);
    // It heals by itself.
    await unaChanges(told, () => SLIPS);
    expect(states(told)).toEqual(['preamble/date open', 'rfc2119/half-capitals open']);
    expect(told.bench.log.errors).toEqual([]);
    await strike(told);
  });

  test('has a diff that GitHub leaves out: the check has the edits in place of suggestions', async () => {
    const told = await unaOpens(`${SLIPS}\n${'Another reading.\n'.repeat(4_000)}`);
    expect(offers(told)).toEqual([]);
    expect(summary(told)).toContain('-- **Created**: 20 November 2026\n  +- **Created**: 2026-11-20');
    expect(summary(told)).toContain(`+${SHOUTED.replace('not', 'NOT')}`);
    expect(told.bench.log.errors).toEqual([]);
    await strike(told);
  });
});

describe('a text that means no good', () => {
  test('ends no fence, makes no markup and calls nobody, neither on the line nor in the check', async () => {
    const evil =
      'A gauge MUST not `````suggestion @bolarsen <img src=x> <!-- convenor:status --> [x](javascript:y) send.';
    const told = await unaOpens(
      slipped({ 'A gauge MAY send short frames.': evil, '- **Status**: Draft': '- **Status**: @bolarsen <img src=x>' }),
    );
    const { body } = offered(told, 'rfc2119/half-capitals').comment;
    expect(offered(told, 'rfc2119/half-capitals').to).toContain(evil.replace('not', 'NOT'));
    const outside = body.replace(/^(`{3,})suggestion[\s\S]*?^\1$/m, '').replace(/`[^`\n]*`/g, '');
    expect(outside).not.toMatch(/@|<img|\]\(/);
    // What stands in code speaks to nobody.
    expect(summary(told)).toContain('`@bolarsen` is not a status');
    const words = summary(told)
      .replace(/^ *(`{3,})diff[\s\S]*?^ *\1$/gm, '')
      .replace(/`[^`\n]*`/g, '');
    expect(mentions(words)).toEqual([]);
    expect(words).not.toContain('<img');
    await strike(told);
  });
});

test('while a consensus is open nothing new is suggested but what the record needs', async () => {
  const told = await unaOpens(slipped({ '- **Created**: 2026-11-20': '- **Created**: 20 November 2026' }));
  const { cast, pull } = told;
  await cast.lead.comments(pull, '/sep adopt');
  await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.lead.comments(pull, '/consensus start minor');
  await unaChanges(told, (text) => text.replace('A gauge MAY send short frames.', SHOUTED));
  expect(states(told)).toEqual(['preamble/date open', 'sponsor open']);
  expect(marks(told)).toContain('22 rfc2119/half-capitals');
  expect(summary(told)).toContain(`+${SHOUTED.replace('not', 'NOT')}`);
  // What was offered before may still be taken.
  await cast.author.acceptsSuggestion(pull, offered(told, 'preamble/date').comment);
  expect(states(told)).toEqual(['preamble/date resolved by unareed', 'sponsor open']);
  await strike(told);
});

test('a draft is judged gently, and more sharply once it is in review', async () => {
  const told = await unaOpens(slipped({ '- **PR**: #12': '- **PR**: TBD' }));
  const { pull, cast } = told;
  expect(levels(told)).toEqual(['preamble/pull-request notice']);
  await cast.sponsor.comments(pull, '/sep sponsor');
  expect(levels(told)).toEqual(['preamble/pull-request notice']);
  await cast.sponsor.comments(pull, '/sep status in-review');
  expect(pull.labels).toEqual(['SEP', 'in-review']);
  expect(levels(told)).toEqual(['preamble/sponsor-missing warning', 'preamble/pull-request warning']);
  expect(states(told)[0]).toBe('preamble/pull-request open');
  await strike(told);
});

test('of a final proposal there are notes only, and nothing more is suggested to its author', async () => {
  const told = await begin(await stageFor(tidewire('discovery')));
  const { pull, cast, sandbox } = told;
  for (const chapter of chaptersFor('veto-window')) await chapter.act(told);
  const before = offers(told).length;
  const path = 'seps/12-short-frames.md';
  const text = textAt(sandbox.state.objects, pull.head, path) ?? '';
  await cast.author.pushes(pull, { files: { [path]: text.replace(/^- \*\*PR\*\*.*$/m, '- **PR**: TBD') } });
  expect(pull.labels).toEqual(['SEP', 'final']);
  expect(levels(told)).toContain('preamble/pull-request notice');
  expect(levels(told).filter((level) => !level.endsWith(' notice'))).toEqual([]);
  expect(offers(told)).toHaveLength(before);
  expect(pull.check('convenor/merge')?.conclusion).toBe('success');
  await strike(told);
});

/** What GitHub says of a field that failed inside, although its effect is there. */
const REFUSED = { message: 'Something went wrong.', type: 'INTERNAL', path: ['m6'] };

describe('the review with the suggestions is made once', () => {
  const faults: { name: string; fault: Fault }[] = [
    { name: 'fails before anything happened', fault: { kind: 'fails', status: 502 } },
    { name: 'happens, and the line breaks', fault: { kind: 'hangs-up-after' } },
    { name: 'happens, and GitHub says that it did not', fault: { kind: 'partial-data', errors: [REFUSED] } },
  ];
  test.each(faults)('where it $name', async ({ fault }) => {
    const stage = await stageOfUna(SLIPS);
    await stage.bench.start();
    stage.sandbox.faults.add({ on: { query: /m6: addPullRequestReview/ }, fault });
    const pull = await opens(stage, SLIPS);
    const told = { ...stage, pull };
    expect(stage.sandbox.faults.pending).toEqual([]);
    expect(states(told)).toEqual(['preamble/date open', 'rfc2119/half-capitals open']);
    expect(pull.botReviews()).toHaveLength(1);
    await stage.bench.restart();
    expect(pull.botReviews()).toHaveLength(1);
    await strike(stage);
  });

  test('where two processes look at once; and what is double all the same is resolved', async () => {
    const stage = await stageOfUna(SLIPS);
    const { bench, world, app, sandbox } = stage;
    await bench.start();
    const firstRests = world.idle;
    const second = new Bench(world, app, stage.play.pace);
    const secondRests = world.idle;
    world.idle = async () => {
      await firstRests();
      await secondRests();
    };
    await second.start();
    const told = { ...stage, pull: await world.quietly(() => opens(stage, SLIPS)) };
    await Promise.all([bench.sweep(), second.sweep()]);
    expect(told.pull.botReviews()).toHaveLength(1);
    expect(states(told)).toEqual(['preamble/date open', 'rfc2119/half-capitals open']);

    // One that looked after the announcement and before the review was there has made it once more.
    const caller = sandbox.requests.findLast(({ operation }) => operation === 'Publish')?.caller;
    if (!caller) throw new Error('Nothing was published.');
    const comments = offers(told).map(({ comment: { path, line, body } }) => ({ path, line, body }));
    await world.acts(() => sandbox.actions.createReview(caller, told.pull.now, { event: 'COMMENT', comments }));
    await Promise.all([bench.sweep(), second.sweep()]);
    expect(states(told)).toEqual([
      'preamble/date open',
      'rfc2119/half-capitals open',
      'preamble/date resolved by convenor[bot]',
      'rfc2119/half-capitals resolved by convenor[bot]',
    ]);
    await second.stop();
    await strike(stage);
  });
});
