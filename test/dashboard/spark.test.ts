import { describe, expect, it } from 'vitest';
import { monthsOf, shownMonths, sparkFiles } from '../../src/dashboard/spark.js';
import type { Model } from '../../src/dashboard/model.js';
import { entry } from './entries.js';

const opened = (pull: number, at: string, accepted: string | null = null) =>
  entry(pull, {
    course: {
      openedAt: at,
      sponsoredAt: null,
      turns: [{ status: 'draft', at }, ...(accepted === null ? [] : [{ status: 'accepted' as const, at: accepted }])],
      rounds: [],
    },
  });
const wire = [
  opened(7, '2025-12-30T09:00:00Z', '2026-03-01T00:00:00Z'),
  opened(8, '2026-11-02T09:00:00Z'),
  opened(9, '2026-11-03T09:00:00Z'),
  opened(5, '2025-11-30T23:59:59Z'),
];

describe("A group's last twelve months", () => {
  it('count what was opened and accepted in each, and nothing before them', () => {
    expect(monthsOf(wire, '2026-11-23')).toEqual({
      opened: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      accepted: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
      from: 'Dec 2025',
    });
    expect(monthsOf([], '2026-11-23')).toBeNull();
  });

  it('are shown as a picture that says the same in words', () => {
    const model = { own: new Map([['wire', wire]]), asOf: '2026-11-23' } as unknown as Model;
    const shown = shownMonths(model, 'wire', '../');
    expect(shown).toMatchObject({
      says: '3 opened, 1 accepted',
      picture: { alt: '3 opened, 1 accepted since Dec 2025' },
    });
    const months = monthsOf(wire, '2026-11-23');
    const files = months ? sparkFiles(months) : [];
    expect(files.map(({ path }) => `../${path}`)).toEqual([shown?.picture.light, shown?.picture.dark]);
    // The fullest month is as high as there is room, another one of half as many is half as high.
    expect(files[0]?.text.match(/height="18"|height="9"/g)).toEqual(['height="9"', 'height="18"', 'height="9"']);
    expect(shownMonths(model, 'discovery', '../')).toBeNull();
  });
});
