import { Temporal } from 'temporal-polyfill';

/**
 * An instant some business days later, at the same time of the day in UTC: Saturdays and Sundays are not counted, and
 * what begins on one of them begins on Monday. Holidays are not known here.
 * @returns ISO 8601 to the second
 */
export function plusBusinessDays(at: string, days: number): string {
  const begins = Temporal.Instant.from(at).toZonedDateTimeISO('UTC');
  let day = begins;
  while (isWeekend(day)) day = day.add({ days: 1 });
  for (let rest = days; rest > 0; rest--) {
    do day = day.add({ days: 1 });
    while (isWeekend(day));
  }
  return day.toInstant().toString({ smallestUnit: 'second' });
}

const isWeekend = ({ dayOfWeek }: { dayOfWeek: number }): boolean => dayOfWeek > 5;
