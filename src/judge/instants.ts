import { Temporal } from 'temporal-polyfill';

/** An instant some whole days of 24 hours later, as ISO 8601 to the second. */
export const plusDays = (at: string, days: number): string =>
  Temporal.Instant.from(at)
    .add({ hours: 24 * days })
    .toString({ smallestUnit: 'second' });

/** An instant some minutes later, as ISO 8601 to the second. */
export const plusMinutes = (at: string, minutes: number): string =>
  Temporal.Instant.from(at).add({ minutes }).toString({ smallestUnit: 'second' });

/** Whether `a` is before `b`. */
export const isBefore = (a: string, b: string): boolean => Temporal.Instant.compare(a, b) < 0;

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** An instant as people read it: `Thursday 3 December 2026 17:00 UTC`. */
export function inWords(at: string): string {
  const instant = Temporal.Instant.from(at);
  const time = instant.toString({ smallestUnit: 'minute' }).slice(11, 16);
  return `${DAY.format(instant.epochMilliseconds).replace(',', '')} ${time} UTC`;
}

/** The same where there is little room: `Thu 3 Dec 2026 17:00 UTC`. */
export function inShort(at: string): string {
  const [weekday = '', day, month = '', ...rest] = inWords(at).split(' ');
  return [weekday.slice(0, 3), day, month.slice(0, 3), ...rest].join(' ');
}
