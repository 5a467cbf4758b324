import { describe, expect, it } from 'vitest';
import type { Discussed, Discussion } from '../../../src/judge/duties/discussed.js';
import { discussion, duty, notes } from './ground.js';

describe('An agenda', () => {
  const MEETING = 'Kettles WG meeting 2026-11-20';
  it.each([
    ['2026-11-13T23:59:59Z', 'held: Of 1 meeting that discussions name, all.'],
    ['2026-11-14T00:00:00Z', 'failed: Of 1 meeting that discussions name, 1 came later. | 2026-11-20 6 days ahead'],
    [
      '2026-11-20T08:00:00Z',
      'failed: Of 1 meeting that discussions name, 1 came later. | 2026-11-20 announced on the day',
    ],
    [
      '2026-11-21T08:00:00Z',
      'failed: Of 1 meeting that discussions name, 1 came later. | 2026-11-20 announced after it',
    ],
  ])('that came at %s is %s', (at, expected) => {
    expect(duty(/Agendas 7 days ahead/, notes(discussion(MEETING, at)), '2026-11-23T00:00:00Z')).toBe(expected);
  });

  it('of a meeting to come counts as well, and the first of several for one day', () => {
    const both = notes(
      discussion(MEETING, '2026-11-19T00:00:00Z'),
      discussion(`${MEETING} agenda`, '2026-11-01T00:00:00Z'),
    );
    expect(duty(/Agendas/, both, '2026-11-10T00:00:00Z')).toBe('held: Of 1 meeting that discussions name, all.');
  });

  it('of several that came late are said in the order of their days', () => {
    const late = notes(
      discussion('Kettles 2026-11-22', '2026-11-21T09:00:00Z'),
      discussion('Kettles 2026-11-12', '2026-11-10T09:00:00Z'),
      discussion('Kettles 2026-11-17', '2026-11-16T09:00:00Z'),
    );
    expect(duty(/Agendas/, late, '2026-11-23T00:00:00Z')).toBe(
      'failed: Of 3 meetings that discussions name, 3 came later. | 2026-11-12 2 days ahead | 2026-11-17 1 day ahead | 2026-11-22 1 day ahead',
    );
  });

  it('of more than a month ago is no matter any more', () => {
    const old = notes(discussion(MEETING, '2026-11-19T00:00:00Z'));
    expect(duty(/Agendas/, old, '2026-12-21T00:00:00Z')).toMatch(/^failed/);
    expect(duty(/Agendas/, old, '2026-12-22T00:00:00Z')).toMatch(
      /^unchecked: Not checked: no discussion in Meeting Notes/,
    );
  });
});

describe('Notes', () => {
  const MEETING = 'Kettles WG meeting 2026-11-20';
  const EARLY = '2026-11-01T00:00:00Z';
  const LATE =
    'Of 1 meeting that discussions name, something was written in time after 0; whether it is the notes, only people can say.';
  it.each<[string, Discussion, string, string]>([
    [
      'written on the day',
      discussion(MEETING, EARLY, '2026-11-20T00:00:00Z'),
      '2026-11-23T00:00:01Z',
      'held: Of 1 meeting that discussions name, something was written in time after each; whether it is the notes, only people can say.',
    ],
    [
      'written at the last moment',
      discussion(MEETING, EARLY, '2026-11-23T00:00:00Z'),
      '2026-11-24T00:00:00Z',
      'held: ',
    ],
    [
      'written a second later',
      discussion(MEETING, EARLY, '2026-11-23T00:00:01Z'),
      '2026-11-24T00:00:00Z',
      `failed: ${LATE} | 2026-11-20 nothing was written until Monday 23 November 2026 00:00 UTC; notes were due by Monday 23 November 2026 00:00 UTC`,
    ],
    [
      'written before the day',
      discussion(MEETING, EARLY, '2026-11-19T23:59:59Z'),
      '2026-11-23T00:00:01Z',
      `failed: ${LATE} | 2026-11-20 nothing was written since; notes were due by Monday 23 November 2026 00:00 UTC`,
    ],
    [
      'not due yet',
      discussion(MEETING, EARLY),
      '2026-11-23T00:00:00Z',
      `open: ${LATE} | 2026-11-20 notes are due by Monday 23 November 2026 00:00 UTC`,
    ],
    [
      'of which not all was read',
      { ...discussion(MEETING, EARLY), isWhole: false },
      '2026-11-24T00:00:00Z',
      `unchecked: ${LATE} | 2026-11-20 not checked: more was written there than was read`,
    ],
    [
      'opened on the day',
      discussion(MEETING, '2026-11-20T20:00:00Z'),
      '2026-11-24T00:00:00Z',
      `unchecked: ${LATE} | 2026-11-20 not checked: it was opened on the day, for the agenda or the notes`,
    ],
    ['opened after the day', discussion(MEETING, '2026-11-21T20:00:00Z'), '2026-11-24T00:00:00Z', 'held: '],
    [
      'of a meeting to come',
      discussion(MEETING, EARLY),
      '2026-11-19T23:00:00Z',
      'unchecked: Not checked: no meeting is over yet.',
    ],
  ])('%s', (_, one, now, expected) => {
    expect(duty(/Notes within 48 hours/, notes(one), now)).toContain(expected);
  });

  it('of several meetings are said for each, in the order of their days', () => {
    const of = (day: string, ...added: string[]) => discussion(`Kettles WG meeting ${day}`, EARLY, ...added);
    const all = notes(
      of('2026-11-20'),
      discussion('Kettles and nothing more', EARLY),
      of('2026-11-12'),
      of('2026-11-16', '2026-11-17T09:00:00Z', '2026-11-16T09:00:00Z'),
      of('2026-11-14', '2026-11-30T00:00:00Z', '2026-11-17T00:00:01Z'),
    );
    expect(duty(/Notes/, all, '2026-11-21T00:00:00Z')).toBe(
      'failed: Of 4 meetings that discussions name, something was written in time after 1; whether it is the notes, only people can say. | ' +
        '2026-11-12 nothing was written since; notes were due by Sunday 15 November 2026 00:00 UTC | ' +
        '2026-11-14 nothing was written until Tuesday 17 November 2026 00:00 UTC; notes were due by Tuesday 17 November 2026 00:00 UTC | ' +
        '2026-11-20 notes are due by Monday 23 November 2026 00:00 UTC',
    );
  });

  it.each<[string, Discussion[], string]>([
    ['at the first moment of the day', [discussion(MEETING, '2026-11-20T00:00:00Z')], 'unchecked'],
    ['at the first moment after the day', [discussion(MEETING, '2026-11-21T00:00:00Z')], 'held'],
    ['after they were due', [discussion(MEETING, '2026-11-23T00:00:01Z')], 'failed'],
    [
      'on the day, beside one from before',
      [discussion(MEETING, EARLY), discussion(`${MEETING} notes`, '2026-11-20T12:00:00Z')],
      'unchecked',
    ],
    [
      'before the day, one read in part and one whole',
      [{ ...discussion(MEETING, EARLY), isWhole: false }, discussion(`${MEETING} notes`, EARLY)],
      'unchecked',
    ],
  ])('of which the discussion was opened %s', (_, discussions, state) => {
    expect(duty(/Notes/, notes(...discussions), '2026-11-24T00:00:00Z').split(':')[0]).toBe(state);
  });

  it('are awaited from the first moment of the day on', () => {
    const one = notes(discussion(MEETING, EARLY));
    expect(duty(/Notes/, one, '2026-11-20T00:00:00Z')).toMatch(/^open: /);
    expect(duty(/Notes/, one, '2026-11-19T23:59:59Z')).toBe('unchecked: Not checked: no meeting is over yet.');
  });

  it('that are missing are missing, whatever else was not read', () => {
    const cut: Discussed = {
      ok: true,
      categories: [{ name: 'Meeting Notes', isWhole: false, discussions: [discussion(MEETING, EARLY)] }],
    };
    expect(duty(/Notes/, cut, '2026-11-24T00:00:00Z')).toBe(
      `failed: ${LATE} | 2026-11-20 nothing was written since; notes were due by Monday 23 November 2026 00:00 UTC`,
    );
  });

  it('are no longer held where older discussions were not read', () => {
    const one = discussion(MEETING, EARLY, '2026-11-20T10:00:00Z');
    const cut = (oldest: string): Discussed => ({
      ok: true,
      categories: [{ name: 'Meeting Notes', isWhole: false, discussions: [one, discussion('Tea', oldest)] }],
    });
    expect(duty(/Notes/, cut('2026-10-22T00:00:00Z'), '2026-11-23T00:00:01Z')).toMatch(/^held/);
    expect(duty(/Notes/, cut('2026-10-23T00:00:00Z'), '2026-11-23T00:00:01Z')).toMatch(
      /^unchecked: .* Others are not checked: there are more discussions than were read\.$/,
    );
  });
});
