import { describe, expect, it } from 'vitest';
import { compareMoments, END_OF_INSTANT, inOrderOfTime, timeline } from '../../src/ledger/fold/timeline.js';
import type { LineBody, LineOf } from '../../src/ledger/lines.js';
import { Issue } from '../judge/ladder/history.js';

const [OPENED, NOMINATED, NOMINATION, SETTLED] = new Issue()
  .says('core', '/nominate @nominee member')
  .written()
  .after({ days: 7 })
  .written().all as [LineOf<'opened'>, LineOf<'act'>, LineOf<'nomination'>, LineOf<'settled'>];

const at = (time: string): string => `2026-11-02T${time}:00Z`;

/** A word at a time of one day, from a comment of that name. */
const act = (time: string, id: string, index = 0): LineOf<'act'> => ({
  ...NOMINATED,
  at: at(time),
  source: { ...NOMINATED.source, id, index },
});
const nomination = (time: string, id: string): LineOf<'nomination'> => ({
  ...NOMINATION,
  at: at(time),
  cause: { source: id, index: 0 },
});
const settled = (time: string, cause: LineOf<'settled'>['cause'] = null): LineOf<'settled'> => ({
  ...SETTLED,
  at: at(time),
  cause,
});
const lapses = (time: string): LineOf<'lapses'> => ({ ...{ kind: 'lapses', at: at(time), to: 'dormant', why: '' } });
const made = (time: string): LineOf<'made'> => ({ kind: 'made', at: at(time), key: 'k' });
const head = (time: string, commit: string): LineOf<'head-seen'> => ({
  ...{ kind: 'head-seen', at: at(time), commit, path: 'seps/7.md', normative: 'a'.repeat(64), touches: [], more: 0 },
  claims: { number: 7, title: 'Kettles', type: null, status: null, authors: [], sponsor: null, group: null },
  pushedBy: { who: null, isBot: false },
});
const takenOver = (time: string): LineOf<'taken-over'> => ({
  ...{ kind: 'taken-over', at: at(time), status: 'draft', sponsor: null, evidence: [], conflicts: [] },
  rules: NOMINATED.rules,
});
const closes = (time: string, decision: string): LineOf<'closes'> => ({
  ...{ kind: 'closes', at: at(time), decision, cause: null, outcome: 'agreed', why: '' },
  tally: { yes: 1, no: 0, abstain: 0, spoken: 1, electorate: 1 },
});

it.each<[string, [string, string, number], [string, string, number], number]>([
  ['an earlier instant', ['09:00', 'b', 5], ['09:01', 'a', 0], -1],
  ['a later instant', ['09:01', 'a', 0], ['09:00', 'b', 5], 1],
  ['an id before another', ['09:00', 'a', 5], ['09:00', 'b', 0], -1],
  ['an id behind another', ['09:00', 'b', 0], ['09:00', 'a', 5], 1],
  ['a first command of a comment', ['09:00', 'a', 0], ['09:00', 'a', 1], -1],
  ['a second command', ['09:00', 'a', 1], ['09:00', 'a', 0], 1],
  ['the same', ['09:00', 'a', 1], ['09:00', 'a', 1], 0],
  ['a deadline, after every word of its instant', ['09:00', END_OF_INSTANT, 0], ['09:00', 'zzz', 9], 1],
])('The order of a ledger: %s', (_, [time, source, index], [otherTime, otherSource, otherIndex], expected) => {
  const one = { at: at(time), source, index };
  const other = { at: at(otherTime), source: otherSource, index: otherIndex };
  expect(Math.sign(compareMoments(one, other))).toBe(expected);
});

it('An instant is the same however it is written', () => {
  const one = { at: '2026-11-02T09:00:00Z', source: 'a', index: 0 };
  expect(compareMoments(one, { ...one, at: '2026-11-02T09:00:00.000Z' })).toBe(0);
});

describe('A ledger in the order of time', () => {
  const acts = (...lines: LineBody[]): string[] =>
    timeline(lines).acts.map(({ act: { source }, late }) => `${source.id}${source.index}${late ? ' late' : ''}`);

  it('has the words as GitHub dates them, whatever the order in which looks found them', () => {
    expect(acts(act('09:02', 'b'), act('09:01', 'c', 1), act('09:02', 'a'), act('09:01', 'c'))).toEqual([
      ...['c0', 'c1', 'a0', 'b0'],
    ]);
  });

  it('has a word once that two looks have written', () => {
    expect(acts(act('09:01', 'a'), act('09:01', 'a'), act('09:01', 'a', 1))).toEqual(['a0', 'a1']);
    expect(acts(act('09:01', 'a'), settled('09:02'), act('09:01', 'a'))).toEqual(['a0']);
  });

  it.each<[string, LineBody]>([
    ['a nomination opened', nomination('09:05', 'b')],
    ['it was settled', settled('09:05')],
    ['a decision closed', closes('09:05', 'D1')],
    ['a proposal came to rest', lapses('09:05')],
  ])('takes for late what was written after %s that lies later', (_, line) => {
    expect(acts(line, act('09:04', 'c'), act('09:06', 'd'))).toEqual(['c0 late', 'd0']);
    expect(acts(act('09:04', 'c'), line)).toEqual(['c0']);
  });

  it('takes nothing for late after a line that settles nothing', () => {
    expect(acts(made('09:05'), act('09:04', 'c'))).toEqual(['c0']);
    expect(acts(act('09:05', 'b'), act('09:04', 'c'))).toEqual(['c0', 'b0']);
  });

  it('goes by the last of what was settled, and not by the last line', () => {
    expect(acts(settled('09:05'), nomination('09:03', 'b'), act('09:04', 'c'))).toEqual(['c0 late']);
    expect(acts(nomination('09:03', 'b'), settled('09:05'), act('09:04', 'c'))).toEqual(['c0 late']);
  });

  it('has the word that opens or ends it at its place, and what is said in its instant before a deadline', () => {
    expect(acts(nomination('09:05', 'b'), act('09:05', 'a'), act('09:05', 'b'), act('09:05', 'c'))).toEqual([
      ...['a0 late', 'b0', 'c0'],
    ]);
    expect(acts(settled('09:05', { source: 'b', index: 1 }), act('09:05', 'b'), act('09:05', 'b', 1))).toEqual([
      ...['b0 late', 'b1'],
    ]);
    expect(acts(settled('09:05'), act('09:05', 'z'))).toEqual(['z0 late']);
    expect(acts(lapses('09:05'), act('09:05', 'z'))).toEqual(['z0 late']);
  });

  it('keeps of each kind what there is, and the first line of what there is once', () => {
    const second = { ...OPENED, at: at('10:00') };
    const lines = [OPENED, NOMINATED, NOMINATION, made('09:03'), SETTLED, second];
    expect(timeline(lines)).toEqual({
      ...{ opened: OPENED, heads: [], headsAtClosing: new Map(), bounds: [], takenOver: null, confirmed: [] },
      acts: [{ act: NOMINATED, late: false }],
      ...{ opens: [], closes: [], pulls: [], muted: [], intents: [], mades: [made('09:03')], notices: [], lapses: [] },
      ...{ nominations: [NOMINATION], settled: [SETTLED], lines },
    });
    expect(timeline([]).opened).toBeNull();
  });

  it('knows how many heads had been seen when a decision closed first', () => {
    const lines = [head('09:00', 'a'), head('09:01', 'b'), closes('09:02', 'D1'), head('09:03', 'c')];
    const { headsAtClosing } = timeline([...lines, closes('09:04', 'D2'), closes('09:04', 'D1')]);
    expect([...headsAtClosing]).toEqual([
      ['D1', 2],
      ['D2', 3],
    ]);
  });
});

describe('The lines of one look', () => {
  const order = (...lines: LineBody[]): string[] =>
    inOrderOfTime(lines).map((line) => `${line.kind} ${line.at.slice(11, 16)}`);

  it('stand in the order of time, that which causes before what it causes', () => {
    const word = act('09:05', 'b');
    expect(order(settled('09:09'), nomination('09:05', 'b'), act('09:05', 'c'), act('09:05', 'a'))).toEqual([
      ...['act 09:05', 'nomination 09:05', 'act 09:05', 'settled 09:09'],
    ]);
    expect(inOrderOfTime([word, nomination('09:05', 'b')]).map(({ kind }) => kind)).toEqual(['act', 'nomination']);
    expect(order(made('09:05'), settled('09:05'), act('09:05', 'z'))).toEqual([
      ...['act 09:05', 'made 09:05', 'settled 09:05'],
    ]);
  });

  it('begin with the opening, then what was taken over, then the heads, whenever these were seen', () => {
    const opened = { ...OPENED, at: at('09:25') };
    expect(order(act('09:01', 'a'), head('09:20', 'a'), head('09:10', 'b'), takenOver('09:30'), opened)).toEqual([
      ...['opened 09:25', 'taken-over 09:30', 'head-seen 09:10', 'head-seen 09:20', 'act 09:01'],
    ]);
  });
});
