import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewQueue, type Queued } from '../../src/routing/index.js';

const entry = (pull: number, more: Partial<Queued> = {}): Queued => ({
  pull,
  open: true,
  status: 'in-review',
  since: '2026-11-02T09:00:00Z',
  priorityArea: null,
  sponsor: 'kofi',
  group: null,
  ...more,
});

const pulls = (entries: Queued[]): number[] => reviewQueue(entries).map((one) => one.entry.pull);

describe('The review queue', () => {
  it('puts a priority area first, then who has waited longest, then the older pull request', () => {
    const late = { since: '2026-11-09T09:00:00Z' };
    const area = { priorityArea: 'primitives' };
    const entries = [entry(4, late), entry(3), entry(2), entry(9, { ...late, ...area }), entry(8, area)];
    expect(pulls(entries)).toEqual([8, 9, 2, 3, 4]);
    expect(reviewQueue(entries)[0]).toEqual({
      place: 1,
      entry: entries[4],
      waitsFor: 'core',
      expedited: true,
      since: '2026-11-02T09:00:00Z',
    });
  });

  it.each<[string, Partial<Queued>, string | null]>([
    ['in review, by the core', {}, 'core'],
    ['a sponsored draft', { status: 'draft' }, 'review'],
    ['a draft with a group', { status: 'draft', sponsor: null, group: 'kettles' }, 'review'],
    ['a draft with nobody to review it', { status: 'draft', sponsor: null }, null],
    ['without a sponsor', { status: 'proposal', sponsor: null, group: 'kettles' }, null],
    ['accepted', { status: 'accepted' }, null],
    ['withdrawn', { status: 'withdrawn' }, null],
    ['closed', { open: false }, null],
  ])('waits: %s', (_, more, waitsFor) => {
    expect(reviewQueue([entry(1, more)])[0]?.waitsFor ?? null).toBe(waitsFor);
  });

  it('is the same in whatever order proposals come, and nobody waits longer behind an equal', () => {
    const at = fc.integer({ min: 0, max: 20 }).map((days) => new Date(Date.UTC(2026, 10, 1 + days)).toISOString());
    const some = fc.uniqueArray(
      fc.record({
        pull: fc.integer({ min: 1, max: 50 }),
        open: fc.boolean(),
        status: fc.constantFrom<Queued['status']>('proposal', 'draft', 'in-review', 'accepted'),
        since: at,
        priorityArea: fc.constantFrom(null, 'primitives'),
        sponsor: fc.constantFrom(null, 'kofi'),
        group: fc.constantFrom(null, 'kettles'),
      }),
      { selector: ({ pull }) => pull },
    );
    fc.assert(
      fc.property(some, (entries) => {
        const queue = reviewQueue(entries);
        expect(reviewQueue(entries.toReversed())).toEqual(queue);
        expect(queue.map(({ place }) => place)).toEqual(queue.map((_, index) => index + 1));
        for (const [index, one] of queue.slice(1).entries()) {
          const before = queue[index]!;
          expect(before.expedited || !one.expedited).toBe(true);
          if (before.expedited === one.expedited) expect(before.since <= one.since).toBe(true);
        }
      }),
    );
  });
});
