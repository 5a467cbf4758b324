import { describe, expect, it } from 'vitest';
import { endOfDay, inShort, inWords, plusDays, plusMinutes, plusMonths } from '../../src/judge/instants.js';

describe('An instant', () => {
  it.each<[string, () => string, string]>([
    ['days later', () => plusDays('2026-11-02T09:00:00.123Z', 1), '2026-11-03T09:00:00Z'],
    ['minutes later', () => plusMinutes('2026-11-02T09:00:30.999Z', 2), '2026-11-02T09:02:30Z'],
    [
      'months later, on the last day of a shorter one',
      () => plusMonths('2026-08-31T09:00:00.5Z', 6),
      '2027-02-28T09:00:00Z',
    ],
    ['at the end of a day', () => endOfDay('2026-12-31'), '2027-01-01T00:00:00Z'],
  ])('is written to the second, %s', (_, found, expected) => {
    expect(found()).toBe(expected);
  });

  it('is told to the minute, with its weekday', () => {
    expect(inWords('2026-11-02T09:05:59.9Z')).toBe('Monday 2 November 2026 09:05 UTC');
    expect(inShort('2026-11-02T09:05:59.9Z')).toBe('Mon 2 Nov 2026 09:05 UTC');
  });
});
