import { describe, expect, it } from 'vitest';
import { packRules } from '../../../src/facts/governing.js';
import type { Discussed } from '../../../src/judge/duties/discussed.js';
import type { Rules } from '../../../src/rules/schema.js';
import { discussion, duties, duty, updates } from './ground.js';

describe('An update', () => {
  const of = (at: string, title = 'Quarterly Update'): Discussed => updates(discussion(title, at));
  it.each<[string, Discussed, string, string]>([
    [
      'in time',
      of('2026-10-30T12:00:00Z'),
      '2026-11-23T00:00:00Z',
      'held: The last one that was found is of 2026-10-30. The next is due by 2027-01-31.',
    ],
    ['days late', of('2026-11-05T12:00:00Z'), '2026-11-23T00:00:00Z', 'held: '],
    [
      'of another quarter',
      of('2026-08-02T12:00:00Z'),
      '2026-11-23T00:00:00Z',
      'failed: The last one that was found is of 2026-08-02. | 2026-10-31 was due by the end of this day',
    ],
    [
      'called otherwise',
      of('2026-10-30T12:00:00Z', 'Where we stand'),
      '2026-11-23T00:00:00Z',
      'failed: None was found in Kettles WG. | 2026-10-31',
    ],
    [
      'on its day',
      of('2026-08-02T12:00:00Z'),
      '2026-10-31T00:00:00Z',
      'open: The last one that was found is of 2026-08-02. | 2026-10-31 is due by the end of this day',
    ],
    ['two weeks before', of('2026-08-02T12:00:00Z'), '2026-10-17T00:00:00Z', 'open: '],
    ['nearer to the one before', of('2026-12-16T12:00:00Z'), '2027-02-10T00:00:00Z', 'failed: '],
    ['nearer to the next', of('2026-12-17T12:00:00Z'), '2027-02-10T00:00:00Z', 'held: '],
    ['earlier', of('2026-08-02T12:00:00Z'), '2026-10-16T00:00:00Z', 'held: '],
    [
      'early already',
      updates(discussion('Update', '2026-08-02T12:00:00Z'), discussion('Update', '2026-10-16T12:00:00Z')),
      '2026-10-20T00:00:00Z',
      'held: ',
    ],
  ])('%s', (_, discussed, now, expected) => {
    expect(duty(/Updates/, discussed, now)).toContain(expected);
  });

  it('is not missed where it may lie further back than was read', () => {
    const cut = (oldest: string): Discussed => ({
      ok: true,
      categories: [{ name: 'Kettles', isWhole: false, discussions: [discussion('A question', oldest)] }],
    });
    expect(duty(/Updates/, cut('2026-11-01T00:00:00Z'), '2026-11-23T00:00:00Z')).toBe(
      'unchecked: Not checked: there are more discussions than were read.',
    );
    expect(duty(/Updates/, cut('2026-09-01T00:00:00Z'), '2026-11-23T00:00:00Z')).toMatch(/^failed/);
  });

  const asking = (months: number[], titled: string | null): Rules => {
    const rules = packRules();
    return {
      ...rules,
      rules: { ...rules.rules, 'group-updates': { ...rules.rules['group-updates'], months, titled } },
    };
  };
  const [first, second, third] = ['2026-04-20T00:00:00Z', '2026-08-02T00:00:00Z', '2026-10-16T00:00:00Z'];

  it.each([
    [first, second],
    [second, first],
  ])('is looked for in the newest, in whatever order they come: %s, %s', (one, other) => {
    const both = updates(discussion('Update', one), {
      ...discussion('Our update', other),
      url: `https://github.test/${other}`,
    });
    const [found] = duties(both, '2026-11-23T00:00:00Z').filter(({ name }) => name === 'Updates');
    expect(found).toEqual({
      ...{ rule: 'group-updates', name: 'Updates', state: 'failed' },
      says: 'The last one that was found is of 2026-08-02.',
      cases: [
        {
          day: '2026-10-31',
          says: 'was due by the end of this day',
          url: one === second ? 'https://github.test/6' : `https://github.test/${second}`,
        },
      ],
    });
  });

  it('that is due soon is said with the address of the last', () => {
    const [found] = duties(of(second, 'Update'), '2026-10-20T00:00:00Z').filter(({ name }) => name === 'Updates');
    expect(found?.cases).toEqual([
      { day: '2026-10-31', says: 'is due by the end of this day', url: 'https://github.test/6' },
    ]);
  });

  it('may be anything there, where the rules name no word for it, at months in any order', () => {
    const [found] = duties(of(third, 'Where we stand'), '2026-11-23T00:00:00Z', asking([10, 4], null)).filter(
      ({ name }) => name === 'Updates',
    );
    expect(found).toMatchObject({
      state: 'held',
      says: 'The last one that was found is of 2026-10-16. The next is due by 2027-04-30.',
      cases: [],
    });
    const [none] = duties(updates(), '2026-10-20T00:00:00Z', asking([10, 4], null)).filter(
      ({ name }) => name === 'Updates',
    );
    expect(none).toMatchObject({
      state: 'failed',
      says: 'None was found in Kettles WG.',
      cases: [{ day: '2026-04-30', url: null }],
    });
  });

  it('once a year belongs to the year that it is nearest to', () => {
    const yearly = (at: string) =>
      duties(of(at), '2026-01-17T00:00:00Z', asking([1], 'update')).find(({ name }) => name === 'Updates')?.state;
    expect(
      ['2024-03-01T00:00:00Z', '2024-07-31T00:00:00Z', '2024-08-02T00:00:00Z', '2025-07-01T00:00:00Z'].map(yearly),
    ).toEqual(['failed', 'failed', 'open', 'open']);
  });
});
