import { describe, expect, test } from 'vitest';
import { markerOf } from '../../src/facts/texts.js';
import { requestsInWords } from '../../src/sandbox/demo/costs.js';
import { strike } from './stage.js';
import {
  CLEAN,
  marks,
  offered,
  offers,
  PATH,
  slipped,
  states,
  summary,
  textOf,
  unaChanges,
  unaOpens,
} from './slips.js';

const DATE = { '- **Created**: 2026-11-20': '- **Created**: 20 November 2026' };
const SLIPS = slipped({
  ...DATE,
  '- **Status**: Draft': '- **Status**: WIP',
  '- **PR**: #12': '- **PR**: TBD',
  'A gauge MAY send short frames.': 'A gauge MUST not send long frames.',
});

/** So many paragraphs, each with a slip that one edit mends. */
const shouting = (count: number): string =>
  Array.from({ length: count }, (_, index) => `A gauge of kind ${index + 1} MUST not send long frames.`).join('\n\n');
const withSlips = (count: number): string => slipped({ 'A gauge MAY send short frames.': shouting(count) });

test('nothing is said of a clean proposal', async () => {
  const told = await unaOpens(CLEAN);
  expect([marks(told), states(told)]).toEqual([[], []]);
  expect(told.pull.check('convenor/proposal')?.output.title).toBe('The document is in order');
  expect(summary(told).trim()).toBe('The document is in order.');
  await strike(told);
});

test.each(['In-Review', 'Accepted', 'Final'])(
  'a new proposal that claims to be %s is offered the word Draft',
  async (claim) => {
    const told = await unaOpens(slipped({ '- **Status**: Draft': `- **Status**: ${claim}` }));
    expect(offers(told).map(({ line, to, state }) => `${line} ${to} ${state}`)).toEqual(['3 - **Status**: Draft open']);
    expect(told.pull.botReviewComments()[0]?.body).toContain('it awaits a sponsor, and until then the file says Draft');
    await strike(told);
  },
);

test('a word for a status that only a decision gives is asked about, and never offered', async () => {
  const told = await unaOpens(slipped({ '- **Status**: Draft': '- **Status**: Approved' }));
  expect([marks(told), states(told)]).toEqual([['3 preamble/status-vocabulary'], []]);
  expect(summary(told)).toContain('Has that been decided?');
  await strike(told);
});

test('a first proposal with a few slips: one is accepted, one mended by hand, one waved away', async () => {
  const told = await unaOpens(SLIPS);
  const { pull, cast, bench, sandbox } = told;
  // Each remark stands on its line; what one edit mends is offered there; one comment and one review tell of it all.
  expect(marks(told)).toEqual([
    '3 preamble/status-vocabulary',
    '5 preamble/date',
    '9 preamble/pull-request',
    '22 rfc2119/half-capitals',
  ]);
  expect(offers(told).map(({ code, line, to }) => `${line} ${code} ${to.slice(0, 24)}`)).toEqual([
    '3 preamble/status-vocabulary - **Status**: Draft',
    '5 preamble/date - **Created**: 2026-11-2',
    '9 preamble/pull-request - **PR**: https://github',
    '22 rfc2119/half-capitals A gauge MUST NOT send lo',
  ]);
  expect(pull.botReviews()).toHaveLength(1);
  expect(pull.botComments()).toHaveLength(1);
  expect(pull.check('convenor/proposal')?.conclusion).toBe('failure');

  await cast.author.acceptsSuggestion(pull, offered(told, 'preamble/status-vocabulary').comment);
  expect(pull.check('convenor/proposal')?.conclusion).toBe('success');
  await unaChanges(told, (text) => text.replace('- **PR**: TBD', '- **PR**: #12'));
  await cast.author.resolvesThread(pull, offered(told, 'rfc2119/half-capitals').comment);
  const ends = [
    'preamble/status-vocabulary resolved by unareed',
    'preamble/date open',
    'preamble/pull-request resolved by convenor[bot]',
    'rfc2119/half-capitals resolved by unareed',
  ];
  expect(states(told)).toEqual(ends);
  expect(marks(told)).toEqual(['5 preamble/date', '22 rfc2119/half-capitals']);

  // Nothing is repeated: not by a push, not by a process that remembers nothing, not by a sweep weeks later.
  await unaChanges(told, (text) => text.replace('so takes a third', 'takes about a third'));
  await bench.restart();
  await sandbox.clock.advance({ days: 20 });
  await bench.sweep();
  await unaChanges(told, (text) => `${text}\nAnother branch receives them.\n`);
  expect(states(told)).toEqual(ends);
  expect(pull.botReviews()).toHaveLength(1);
  // The leads who were asked have not answered: that alone is said again.
  expect(pull.botComments().map(({ body }) => markerOf(body))).toEqual(['status', 'remind:1']);
  // What was waved away stays in the check, with the edit that would mend it.
  expect(summary(told)).toContain('+A gauge MUST NOT send long frames.');
  expect(bench.log.errors).toEqual([]);
  await strike(told);
});

test('of more than ten slips ten are offered, and each that is mended makes room for the next', async () => {
  const told = await unaOpens(withSlips(13));
  const { pull, cast } = told;
  const open = (): number => offers(told).filter(({ state }) => state === 'open').length;
  expect(marks(told)).toHaveLength(13);
  expect([open(), pull.botReviews().length]).toEqual([10, 1]);
  // The check has the edits of the rest.
  expect(summary(told).match(/^ {2}\+A gauge of kind/gm)).toHaveLength(3);

  const first = offers(told)[0]?.comment;
  await cast.author.acceptsSuggestion(pull, first);
  expect([open(), offers(told).length, pull.botReviews().length]).toEqual([10, 11, 2]);
  await unaChanges(told, (text) => text.replace(/MUST not/g, 'MUST NOT'));
  expect([open(), offers(told).length, pull.botReviews().length]).toEqual([0, 11, 2]);
  expect(marks(told)).toEqual([]);
  await strike(told);
});

test('a suggestion moves with its line, and is accepted where the line is then', async () => {
  const told = await unaOpens(slipped(DATE));
  await unaChanges(told, (text) => text.replace('- **Status**', '<!-- From the template of 2026. -->\n\n- **Status**'));
  expect(offers(told).map(({ line, state }) => `${line} ${state}`)).toEqual(['7 open']);
  expect(marks(told)).toEqual(['7 preamble/date']);
  await told.cast.author.acceptsSuggestion(told.pull, offered(told, 'preamble/date').comment);
  expect(textOf(told)).toContain('- **Created**: 2026-11-20\n');
  expect(marks(told)).toEqual([]);
  await strike(told);
});

test('a suggestion comes along when the file gets its number', async () => {
  const draft = 'seps/0000-short-frames.md';
  const told = await unaOpens(slipped(DATE), {}, {});
  const { pull, cast } = told;
  await cast.author.renamesFile(pull, PATH, draft);
  await cast.author.renamesFile(pull, draft, 'seps/0012-short-frames-by-satellite.md');
  expect(states(told)).toEqual([
    'preamble/date resolved by convenor[bot]',
    'preamble/date resolved by convenor[bot]',
    'preamble/date open',
  ]);
  expect(offers(told).at(-1)?.comment.path).toBe('seps/0012-short-frames-by-satellite.md');
  await strike(told);
});

describe('what a proposal refers to is looked up', () => {
  test('in one request for all that the default branch cannot answer', async () => {
    const told = await unaOpens(
      slipped({
        '- **PR**: #12': '- **Requires**: SEP-99999\n- **PR**: #12',
        'A buoy on': 'See [the measurements](./measured/frames.csv) and ![a frame](img/frame.png). A buoy on',
      }),
      {},
      { 'seps/img/frame.png': 'a picture\n' },
    );
    expect(marks(told)).toEqual(['9 link/proposal', '19 link/path']);
    expect(summary(told)).toContain('There is no SEP-99999.');
    expect(summary(told)).toContain('leads to `seps/measured/frames.csv`');
    expect(requestsInWords(told.sandbox.requests).match(/Exist\w+[^,]*/g)).toEqual(['Existence']);
    await told.cast.lead.comments(told.pull, 'Where are the measurements?');
    expect(requestsInWords(told.sandbox.requests).match(/Exist\w+[^,]*/g)).toEqual(['Existence']);
    await strike(told);
  });

  test('and costs nothing where a merged proposal answers', async () => {
    const told = await unaOpens(
      slipped({ 'A buoy on': 'Built on [time stamps](./0007-utc-time-stamps.md). A buoy on' }),
    );
    expect(marks(told)).toEqual([]);
    expect(requestsInWords(told.sandbox.requests)).not.toContain('Existence');
    await strike(told);
  });
});
