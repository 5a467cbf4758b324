import { atField, fieldOf } from '../places.js';
import type { Check, Report, ReviewContext } from '../types.js';

export const futureDate: Check = {
  code: 'preamble/future-date',
  level: { draft: 'warning', review: 'error', decided: 'info' },
  wants: 'The days of creation and acceptance have come already.',
  why: 'A day that is still to come is a slip, mostly of the year, and everything that is counted from it is wrong.',
  good: '- **Created**: 2026-03-09',
  bad: '- **Created**: 2036-03-09',
  check({ proposal, context }) {
    const days = [
      ['created', proposal.created],
      ['accepted', proposal.accepted?.date ?? null],
    ] as const;
    return days.flatMap(([name, day]): Report[] => {
      const field = fieldOf(proposal, name);
      if (!field || day === null || !isFuture(day, context)) return [];
      const message = `The day ${day} is still to come.`;
      return [{ ...atField(field), message, help: 'Look at the year and the month.' }];
    });
  },
};

/** East of UTC, tomorrow has begun already. */
function isFuture(day: string, { today }: ReviewContext): boolean {
  if (today === undefined || today === null) return false;
  const [days, now] = [Date.parse(day), Date.parse(today)].map((time) => time / 86_400_000);
  return days !== undefined && now !== undefined && days > now + 1;
}
