import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differentOrganizations } from '../../src/judge/organizations.js';
import { sameOrganization } from '../../src/people/index.js';

it.each<[string, (string | null)[], number]>([
  ['two of one', ['Kiln', 'Kiln'], 1],
  ['two of two', ['Kiln', 'Fjord'], 2],
  ['one by two names', ['AWS', 'Amazon'], 1],
  ['an unknown one', ['Kiln', null, 'TBD'], 1],
  ['two who belong to nobody', ['Independent', 'self-employed'], 2],
  ['one of both, and one of each', ['Kiln / Fjord', 'Kiln', 'Fjord'], 2],
  ['one who shares with two others, and is asked first', ['A / B', 'A / C', 'B / D'], 2],
  ['a ring', ['A / B', 'B / C', 'C / D', 'D / A'], 2],
  ['somebody of whom nobody knows it', [null], 0],
  ['one who does not say it, asked first', ['TBD', 'Kiln'], 1],
  ['a row', ['A / B', 'B / C', 'C / D'], 2],
  ['one between three', ['A / B / C', 'A / D', 'B / D', 'C / D'], 1],
  ['nobody', [], 0],
])('%s', (_, organizations, count) => {
  expect(differentOrganizations(organizations)).toBe(count);
});

it('is told at once of many who share in threes, or in a row', () => {
  const threes = Array.from({ length: 15 }, (_, at) => [
    `A${at} / B${at}`,
    `B${at} / C${at}`,
    `C${at} / A${at}`,
  ]).flat();
  expect(differentOrganizations(threes)).toBe(15);
  const row = Array.from({ length: 16 }, (_, at) => `A${at} / A${at + 1}`);
  expect(differentOrganizations(row)).toBe(8);
  expect(differentOrganizations([...row.slice(8), ...row.slice(0, 8)])).toBe(8);
});

it('is the most people of whom no two share an organisation, in whatever order they spoke', () => {
  const one = fc.subarray(['A', 'B', 'C', 'D', 'E'], { minLength: 1, maxLength: 3 }).map((some) => some.join(' / '));
  const apart = (some: readonly string[]): boolean =>
    some.every((a, at) => some.slice(at + 1).every((b) => sameOrganization(a, b) === 'different'));
  const most = (all: readonly string[]): number =>
    Math.max(
      ...Array.from({ length: 2 ** all.length }, (_, mask) => {
        const some = all.filter((__, at) => (mask >> at) % 2 === 1);
        return apart(some) ? some.length : 0;
      }),
    );
  fc.assert(
    fc.property(fc.array(one, { maxLength: 7 }), (all) => {
      expect(differentOrganizations(all)).toBe(most(all));
      expect(differentOrganizations(all.toReversed())).toBe(most(all));
    }),
  );
});
