import { describe, expect, it } from 'vitest';
import type { LineBody, LineOf } from '../../src/ledger/lines.js';
import { history, type History } from './history.js';
import { adding } from './told/ledger.js';

const made = (at: string, key: string): LineOf<'made'> => ({ kind: 'made', at, key });
const doubts = (told: History, at: string): string[] => told.seenAt(at).doubts.map(({ says }) => says);
const NOT_GIVEN = 'The notice of its dormancy is not what its warnings give.';

/** Opened on 2 November, warned on 2 and 25 April, and dormant on 2 May at 09:02, seven days after the last warning. */
const warned = (told: History = history()): History =>
  adding(told, made('2027-04-02T09:00:00Z', 'warn:1'), made('2027-04-25T09:02:00Z', 'warn:2'));
const noticed = (): History => warned().at('2027-04-25T09:03:00Z').look();
/** Kofi sponsors it in time and leaves on 1 May, so that it waits anew, and is warned anew half a year later. */
const again = (): History =>
  adding(
    noticed().at('2027-04-28T09:00:00Z').sponsors('kofi').at('2027-05-01T09:00:00Z').says('kofi', '/sep unsponsor'),
    made('2027-10-02T09:00:00Z', 'warn:3'),
    made('2027-10-25T09:00:00Z', 'warn:4'),
  );

describe('A proposal that waits for a sponsor a second time', () => {
  it('is given notice by the warnings of that time alone, and both notices stand', () => {
    const told = again().at('2027-10-25T09:03:00Z').look();
    const notices = told.lines.filter((line) => line.kind === 'notice');
    expect(notices.map(({ at, deadline }) => [at, deadline])).toEqual([
      ['2027-04-25T09:02:00Z', '2027-05-02T09:02:00Z'],
      ['2027-10-25T09:00:00Z', '2027-11-01T09:00:00Z'],
    ]);
    const { state, doubts: found } = told.seenAt('2027-11-01T09:05:00Z');
    expect(found).toEqual([]);
    expect(state.passed.map(({ status, at }) => [status, at])).toEqual([
      ['proposal', null],
      ['draft', '2027-04-28T09:00:00Z'],
      ['proposal', '2027-05-01T09:00:00Z'],
      ['dormant', '2027-11-01T09:00:00Z'],
    ]);
  });

  it('is not dormant by the notice of the first', () => {
    const { state } = again().seenAt('2027-10-20T00:00:00Z');
    expect(state).toMatchObject({ status: 'proposal', lapsesAt: null });
  });
});

describe('A notice that is written', () => {
  const change = (more: Partial<LineOf<'notice'>>): History => {
    const told = noticed();
    const lines = told.lines.map((line): LineBody => (line.kind === 'notice' ? { ...line, ...more } : line));
    told.lines.splice(0, told.lines.length, ...lines);
    return told;
  };
  const notice = noticed().lines.find((line) => line.kind === 'notice')!;
  const LATER = '2027-04-26T00:00:00Z';

  it('stands, though a sponsor before its last warning was found only later', () => {
    const late = noticed().at('2027-04-25T09:00:00Z').sponsors('kofi');
    expect(late.seenAt(LATER).state).toMatchObject({ status: 'draft', lapsesAt: null });
    expect(doubts(late, LATER)).toEqual([]);
  });

  it.each<[string, History]>([
    ['names another end', change({ deadline: '2027-05-01T09:02:00Z' })],
    ['is dated otherwise than its last warning', change({ at: '2027-04-25T09:01:59Z' })],
    [
      'names rules that the record does not hold',
      change({ rules: { commit: 'c'.repeat(40), sha256: 'e'.repeat(64) } }),
    ],
    ['is older than the proposal', change({ at: '2026-11-02T08:59:59Z' })],
    ['stands where one warning was given', adding(history(), made('2027-04-02T09:00:00Z', 'warn:1'), notice)],
    ['stands where nobody was asked for a sponsor', adding(warned(history().takenOver('draft', 'kofi')), notice)],
    [
      'stands where something else was made',
      adding(history(), made('2027-04-02T09:00:00Z', 'w:1'), made(notice.at, 'w:2'), notice),
    ],
  ])('is doubted where it %s', (_, told) => expect(doubts(told, LATER)).toContain(NOT_GIVEN));

  it('is given in time by a warning that was seen in the second in which the proposal was opened', () => {
    const told = adding(
      history(),
      made('2026-11-02T09:00:00Z', 'warn:1'),
      made('2027-04-25T09:02:00Z', 'warn:2'),
      notice,
    );
    expect(doubts(told, LATER)).toEqual([]);
  });
});
