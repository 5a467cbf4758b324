import { expect, it } from 'vitest';
import { instant } from '../../src/ledger/line-parts.js';

it.each([
  ['2026-11-02T09:00:00Z', true],
  ['2026-11-02T09:00:00.123456789Z', true],
  ['2028-02-29T23:59:59Z', true],
  ['2026-02-29T09:00:00Z', false],
  ['2026-02-31T09:00:00Z', false],
  ['2026-13-01T09:00:00Z', false],
  ['2026-11-02T24:00:00Z', false],
  ['2026-11-02T25:61:61Z', false],
  ['2026-11-02T09:00:60Z', false],
  ['2026-11-02T09:00:00.1234567890Z', false],
  ['2026-11-02T09:00:00+01:00', false],
])('a line may be of %s: %s', (at, may) => {
  expect(instant.safeParse(at).success).toBe(may);
});
