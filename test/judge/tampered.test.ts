import { describe, expect, it } from 'vitest';
import { plusDays } from '../../src/judge/instants.js';
import type { LineBody, LineOf } from '../../src/ledger/lines.js';
import { elector, history, playAt } from './history.js';

/**
 * Ledgers whose chain somebody has mended after changing them, so that only playing them again can tell. A doubt is all
 * that is asked for here: nothing is decided from a ledger that has one.
 */
const accepted = (): LineBody[] =>
  history().isADraft().startsConsensus('lena').after({ days: 6 }).look().accept('rosa', 'sven', 'tomoko').look().lines;

const LATER = '2027-03-01T00:00:00Z';
const doubts = (lines: readonly LineBody[]): string[] => playAt(LATER, lines).doubts.map(({ says }) => says);

/** The lines with every line of a kind and decision changed. */
const changed = <Kind extends 'opens' | 'closes'>(
  kind: Kind,
  decision: string,
  change: Partial<LineOf<Kind>>,
): LineBody[] =>
  accepted().map((line) => (line.kind === kind && line.decision === decision ? { ...line, ...change } : line));

describe('A ledger that is as it was written', () => {
  it('gives no doubt', () => {
    expect(doubts(accepted())).toEqual([]);
    expect(playAt(LATER, accepted()).emitted).toEqual([]);
    expect(playAt(LATER, accepted()).state.status).toBe('accepted');
  });
});

describe('A closing that was changed', () => {
  const closing = accepted().find((line) => line.kind === 'closes' && line.decision === 'D2') as LineOf<'closes'>;
  it.each<[string, Partial<LineOf<'closes'>>]>([
    ['in its outcome', { outcome: 'rejected' }],
    ['in its time', { at: plusDays(closing.at, -1) }],
    ['in its yes', { tally: { ...closing.tally, yes: 4 } }],
    ['in its no', { tally: { ...closing.tally, no: 1 } }],
    ['in its abstentions', { tally: { ...closing.tally, abstain: 1 } }],
    ['in its electorate', { tally: { ...closing.tally, electorate: 5 } }],
    ['in its cause', { cause: null }],
  ])('is doubted: %s', (_name, change) => {
    expect(doubts(changed('closes', 'D2', change))).toHaveLength(1);
  });
});

describe('An opening that was changed', () => {
  it.each<[string, Partial<LineOf<'opens'>>]>([
    ['in its form', { form: 'veto-window' }],
    ['in its time', { at: '2026-11-02T08:00:00Z' }],
    ['in its weight', { weight: 'significant' }],
    ['in its group', { group: 'teapots' }],
    ['in what was declared', { breaking: 'breaking' }],
    ['in its deadline, so that nobody had time to object', { deadline: '2026-11-02T09:05:00Z' }],
    ['in its cause', { cause: { source: 'IC_9999', index: 0 } }],
    [
      'in its rules, to some that the record does not hold',
      { rules: { commit: 'c'.repeat(40), sha256: 'e'.repeat(64) } },
    ],
  ])('is doubted: %s', (_name, change) => {
    expect(doubts(changed('opens', 'D1', change)).length).toBeGreaterThan(0);
  });

  it.each<[string, Partial<LineOf<'opens'>>]>([
    ['its quorum', { quorum: { num: 0, den: 1, strict: false, of: 'electorate' } }],
    ['its quorum, taken away', { quorum: null }],
    ['its threshold', { threshold: { num: 0, den: 1, strict: false, of: 'cast' } }],
    ['its electorate, made smaller', { electorate: [elector('rosa')] }],
  ])('is doubted in a decision of the core: %s', (_name, change) => {
    expect(doubts(changed('opens', 'D2', change)).length).toBeGreaterThan(0);
  });
});

describe('A line that nothing in the ledger gives', () => {
  const lines = accepted();
  const opening = lines.find((line) => line.kind === 'opens') as LineOf<'opens'>;
  const closing = lines.find((line) => line.kind === 'closes') as LineOf<'closes'>;

  it('is doubted: an opening without an act', () => {
    expect(doubts([...lines, { ...opening, decision: 'D3' }])).toHaveLength(1);
    expect(doubts([...history().isADraft().lines, opening])).toHaveLength(1);
  });

  it('is doubted: a closing without a decision', () => {
    expect(doubts([...lines, { ...closing, decision: 'D3' }])).toHaveLength(1);
  });

  it('is doubted: a closing before its time, since the acts do not come to it', () => {
    const told = history().isADraft().goesToTheCore().look();
    const forged: LineOf<'closes'> = {
      kind: 'closes',
      at: told.clock,
      decision: 'D1',
      cause: null,
      outcome: 'accepted',
      tally: { yes: 4, no: 0, abstain: 0, spoken: 4, electorate: 4 },
      why: 'The core accepted.',
    };
    const seen = playAt(told.clock, [...told.lines, forged]);
    expect(seen.doubts).toHaveLength(1);
    expect(seen.state.status).not.toBe('accepted');
  });

  it('is doubted: a second opening or closing that says something else', () => {
    expect(doubts([...lines, { ...opening, weight: 'significant' }])).toHaveLength(1);
    expect(doubts([...lines, { ...closing, outcome: 'blocked' }])).toHaveLength(1);
  });
});

describe('What is doubted', () => {
  const lines = accepted();
  const opening = lines.find((line) => line.kind === 'opens') as LineOf<'opens'>;
  const closing = lines.find((line) => line.kind === 'closes') as LineOf<'closes'>;

  it.each<[LineBody[], string[]]>([
    [
      changed('closes', 'D2', { outcome: 'rejected' }),
      ['The closing of D2 says "rejected", and its acts come to "accepted" (outcome).'],
    ],
    [
      [...lines, { ...opening, deadline: '2026-11-02T09:05:00Z' }],
      ['The opening of D1 is not what its cause gives (deadline).'],
    ],
    // Two looks that raced have written it twice, and it is one thing to look into.
    [
      [...lines, ...[1, 2].map(() => ({ ...opening, decision: 'D3' }))],
      ['Nothing opens D3, which is written as open.'],
    ],
    [
      [...lines, ...[1, 2].map(() => ({ ...closing, decision: 'D3' }))],
      ['Nothing closes D3, which is written as closed.'],
    ],
    [
      [...lines, { kind: 'lapses', at: '2026-12-01T00:00:00Z', to: 'dormant', why: 'So it was.' }],
      ['Nothing makes it dormant, and it is written as that.'],
    ],
  ])('is told in a sentence', (changes, expected) => expect(doubts(changes)).toEqual(expected));

  it('is named with its line', () => {
    const lines = changed('closes', 'D2', { outcome: 'rejected' });
    const [doubt] = playAt(LATER, lines).doubts;
    expect(lines.indexOf(doubt!.about)).toBe(
      lines.findIndex((line) => line.kind === 'closes' && line.decision === 'D2'),
    );
  });
});

describe('An act that was taken out', () => {
  it('is noticed, for every act on which the outcome rests', () => {
    const lines = accepted();
    const acts = lines.filter((line) => line.kind === 'act');
    expect(acts).toHaveLength(6);
    for (const act of acts) expect(doubts(lines.filter((line) => line !== act)).length).toBeGreaterThan(0);
  });
});

describe('An act whose rules are not in the record', () => {
  it('is doubted, and does nothing', () => {
    const told = history().says('lena', '/sep adopt', { rules: { commit: 'c'.repeat(40), sha256: 'e'.repeat(64) } });
    const { state, doubts: found } = told.seenAt();
    expect(found).toHaveLength(1);
    expect(state.group).toBeNull();
  });
});

it('what was there before is taken over by the first look, and by no later one', () => {
  const late = history().isADraft().after({ days: 1 });
  const [, taken] = history().at(late.clock).takenOver('accepted', 'kofi').lines;
  if (taken?.kind !== 'taken-over') throw new Error('Nothing was taken over.');
  late.lines.push(taken);
  expect(late.seenAt().doubts.map(({ says }) => says)).toContain('It was taken over after the first look.');
  expect(history().takenOver('accepted', 'kofi').seenAt().doubts).toEqual([]);
});
