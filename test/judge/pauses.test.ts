import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pausesIn, postponed } from '../../src/judge/pauses.js';
import type { LineOf } from '../../src/ledger/lines.js';

const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`;
const pull = (day: number, state: LineOf<'pull'>['state']): LineOf<'pull'> => ({ kind: 'pull', at: at(day), state });
const muted = (day: number, is: boolean, by: LineOf<'muted'>['by'] = 'lock'): LineOf<'muted'> => ({
  kind: 'muted',
  at: at(day),
  muted: is,
  by,
});

/** The days from which and to which nobody could be sure to speak. */
const days = (pulls: LineOf<'pull'>[], mutes: LineOf<'muted'>[]): string[] =>
  pausesIn(pulls, mutes).map(({ from, to }) => `${Number(from.slice(8, 10))}-${Number(to.slice(8, 10))}`);

describe('The clock of a decision rests', () => {
  it.each<[string, LineOf<'pull'>[], LineOf<'muted'>[], string[]]>([
    ['never', [], [], []],
    ['while it is closed', [pull(2, 'closed'), pull(5, 'open')], [], ['2-5']],
    ['while it is locked', [], [muted(2, true), muted(5, false)], ['2-5']],
    ['while it is archived', [], [muted(2, true, 'archive'), muted(5, false, 'archive')], ['2-5']],
    ['without an end while that lasts', [], [muted(2, true)], []],
    ['not after a merge', [pull(2, 'merged')], [], []],
    [
      'once where one reason follows upon another',
      [pull(3, 'closed'), pull(7, 'open')],
      [muted(2, true), muted(5, false)],
      ['2-7'],
    ],
    [
      'once where one lies in another',
      [pull(3, 'closed'), pull(4, 'open')],
      [muted(2, true), muted(8, false)],
      ['2-8'],
    ],
    [
      'as long as one reason is left',
      [],
      [
        muted(2, true),
        muted(3, true, 'archive'),
        muted(4, false),
        muted(6, false, 'archive'),
        muted(9, true),
        muted(10, false),
      ],
      ['2-6', '9-10'],
    ],
    [
      'as often as it is locked, however often that is said',
      [],
      [muted(2, true), muted(3, true), muted(5, false), muted(6, false)],
      ['2-5'],
    ],
  ])('%s', (_, pulls, mutes, expected) => {
    expect(days(pulls, mutes)).toEqual(expected);
    // Looks find them in any order.
    expect(
      days(
        [...pulls],
        [...mutes].reverse().sort((a, b) => (a.at < b.at ? -1 : 1)),
      ),
    ).toEqual(expected);
  });

  it('by just as long as it rested within it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 27 }), fc.integer({ min: 0, max: 20 }), (from, length) => {
        const [opened, deadline] = [at(5), at(15)];
        const to = Math.min(28, from + length);
        const end = Date.parse(postponed(opened, deadline, [{ from: at(from), to: at(to) }]));
        const within = from >= 15 ? 0 : Math.max(0, to - Math.max(from, 5));
        expect(end - Date.parse(deadline)).toBe(within * 86_400_000);
      }),
    );
  });
});
