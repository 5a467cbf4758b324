import { Temporal } from 'temporal-polyfill';

/** The last second of a day in UTC, `2026-12-20T23:59:59Z`, from `2026-12-20`; null for what is no day of the calendar. */
export function lastSecondOf(word: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(word)) return null;
  try {
    return `${Temporal.PlainDate.from(word, { overflow: 'reject' }).toString()}T23:59:59Z`;
  } catch {
    return null;
  }
}
