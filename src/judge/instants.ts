import { Temporal } from 'temporal-polyfill';

/** A deadline closes only in a look that began at least this long after it: late words need time to turn up. */
export const GRACE_MINUTES = 5;

/** An instant some whole days of 24 hours later, as ISO 8601 to the second. */
export const plusDays = (at: string, days: number): string =>
  Temporal.Instant.from(at)
    .add({ hours: 24 * days })
    .toString({ smallestUnit: 'second' });

/** An instant some minutes later, as ISO 8601 to the second. */
export const plusMinutes = (at: string, minutes: number): string =>
  Temporal.Instant.from(at).add({ minutes }).toString({ smallestUnit: 'second' });

/** The instant at which a day (`YYYY-MM-DD`, UTC) is over. */
export const endOfDay = (day: string): string =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('UTC').toInstant().toString({ smallestUnit: 'second' });

/** An instant some months of the calendar later in UTC, as ISO 8601 to the second; the last day of a shorter month. */
export const plusMonths = (at: string, months: number): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO('UTC').add({ months }).toInstant().toString({ smallestUnit: 'second' });

/** The latest of some instants, of which there is one at least. */
export const latest = (first: string, ...others: readonly (string | null)[]): string =>
  others.reduce<string>((last, at) => (at !== null && isBefore(last, at) ? at : last), first);

/** The earliest of some instants; null where there is none. */
export const earliest = (instants: readonly (string | null)[]): string | null =>
  instants.reduce((first, at) => (first === null || (at !== null && isBefore(at, first)) ? at : first), null);

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
