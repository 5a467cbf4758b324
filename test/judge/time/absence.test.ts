import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAway, writeAway } from '../../../src/facts/away.js';
import { absenceBy, awayWords, withWords, type Away, type AwayWord } from '../../../src/judge/time/absence.js';
import { history } from '../history.js';

const TODAY = '2026-11-10';
const word = (id: number, at: string, until: string | null): AwayWord => ({
  id,
  login: `p${id}`,
  at: `2026-11-${at}T09:00:00Z`,
  until,
});
const listOf = (...words: AwayWord[]): Map<number, Away> => withWords(new Map(), words, TODAY);
const self = (id: number): number[] => [id];

describe('Who is away', () => {
  it('is so up to and with the day they named', () => {
    const until = absenceBy(listOf(word(1, '02', '2026-11-20')), self);
    expect(until(1, TODAY)).toBe('2026-11-20');
    expect(until(1, '2026-11-20')).toBe('2026-11-20');
    expect(until(1, '2026-11-21')).toBeNull();
    expect(until(2, TODAY)).toBeNull();
  });

  it('is here again with their word, wherever they said the one and the other', () => {
    const words = [word(1, '02', '2026-11-20'), word(1, '05', null)];
    expect(absenceBy(listOf(...words), self)(1, TODAY)).toBeNull();
    // A look at the proposal where they said that they are away puts their word in again, and it changes nothing.
    const again = withWords(listOf(...words), [word(1, '02', '2026-11-20')], TODAY);
    expect(absenceBy(again, self)(1, TODAY)).toBeNull();
  });

  it('is away until the later word, also where that is the earlier day', () => {
    const longer = [word(1, '02', '2026-11-12'), word(1, '03', '2026-12-01')];
    expect(absenceBy(listOf(...longer), self)(1, TODAY)).toBe('2026-12-01');
    const shorter = [word(1, '02', '2026-12-01'), word(1, '03', '2026-11-12')];
    expect(absenceBy(listOf(...shorter), self)(1, TODAY)).toBe('2026-11-12');
    const over = [word(1, '02', '2026-12-01'), word(1, '03', '2026-11-04')];
    expect(absenceBy(listOf(...over), self)(1, TODAY)).toBeNull();
  });

  it('says so with any of their accounts', () => {
    const until = absenceBy(listOf(word(2, '02', '2026-11-20')), (id) => (id === 1 ? [1, 2] : [id]));
    expect(until(1, TODAY)).toBe('2026-11-20');
    const back = absenceBy(
      listOf(word(2, '02', '2026-11-20'), word(1, '03', '2026-11-30'), word(1, '04', null)),
      () => [1, 2],
    );
    expect(back(2, TODAY)).toBeNull();
    // The earlier word stands first here, and the later one counts all the same.
    const again = absenceBy(listOf(word(1, '03', null), word(2, '04', '2026-11-20')), () => [1, 2]);
    expect(again(1, TODAY)).toBe('2026-11-20');
  });

  it('is so by what was said on a proposal, and said rightly', () => {
    const told = history()
      .says('kofi', '/away until 2026-11-20')
      .says('mira', '/away until yesterday')
      .says('kofi', '/sep sponsor')
      .says('lena', '/away until 2026-12-01')
      .says('lena', '/back');
    expect(awayWords(told.seenAt().state).map(({ login, until }) => [login, until])).toEqual([
      ['kofi', '2026-11-20'],
      ['lena', '2026-12-01'],
      ['lena', null],
    ]);
  });

  it('is here again where they came back on one proposal before what they said on another was read', () => {
    const late = withWords(listOf(word(1, '05', null)), [word(1, '02', '2026-11-20')], TODAY);
    expect(absenceBy(late, self)(1, TODAY)).toBeNull();
  });

  it('is forgotten once no word of theirs can say anything any more', () => {
    const list = listOf(word(1, '02', '2026-11-20'), word(2, '03', null));
    expect([...withWords(list, [], '2027-11-03').keys()]).toEqual([1, 2]);
    expect([...withWords(list, [], '2027-11-04').keys()]).toEqual([2]);
    expect([...withWords(list, [word(1, '02', '2026-11-20')], '2027-11-05').keys()]).toEqual([]);
  });

  it('comes out the same in whatever groups and however often the words of proposals are put in', () => {
    const words = fc.array(
      fc.record({
        id: fc.integer({ min: 1, max: 3 }),
        at: fc.integer({ min: 1, max: 9 }),
        until: fc.option(fc.constantFrom('2026-11-08', '2026-11-15', '2026-12-24')),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(words, fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 8 }), (said, where) => {
        // No two words of one instant: a person writes one comment at a time.
        const all = said.map(({ id, at, until }, index) => ({
          ...word(id, String(at).padStart(2, '0'), until),
          at: `2026-11-${String(at).padStart(2, '0')}T09:00:${String(index).padStart(2, '0')}Z`,
        }));
        const of = (place: number): AwayWord[] => all.filter((_, index) => (where[index] ?? 0) === place);
        const once = withWords(new Map(), all, TODAY);
        const apart = withWords(withWords(new Map(), of(1), TODAY), of(0), TODAY);
        expect(writeAway(apart)).toBe(writeAway(once));
        expect(writeAway(withWords(apart, of(1), TODAY))).toBe(writeAway(once));
      }),
    );
  });

  it('stands in a file that is the same for the same list', () => {
    const list = listOf(word(12, '02', '2026-11-20'), word(3, '04', '2026-12-20'));
    const text = writeAway(list);
    expect(text).toBe(writeAway(new Map([...list].reverse())));
    expect([...readAway(text)].sort()).toEqual([...list].sort());
    expect(readAway(null).size).toBe(0);
    expect(() => readAway('{"ada":{}}')).toThrow();
  });
});
