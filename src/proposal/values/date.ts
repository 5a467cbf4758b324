import { isPlaceholder, saysAbsent } from './absent.js';
import { textOf, type Piece } from './inline.js';
import type { Say } from './say.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const HELP = 'Write the day as YYYY-MM-DD, for example 2026-03-09.';

/** An ISO day that exists, or null. Other unambiguous ways to write a day are read with a warning. */
export function readDate(value: readonly Piece[], say: Say): string | null {
  const text = textOf(value);
  if (saysAbsent(text)) return null;
  if (isPlaceholder(text)) {
    say('error', 'preamble/date', 'The date is still the one of the template.', HELP);
    return null;
  }
  const found = findDay(text);
  if (found === null) {
    say('error', 'preamble/date', `"${text}" cannot be read as one certain day.`, HELP);
    return null;
  }
  const day = isoDay(found.year, found.month, found.day);
  if (day === null) {
    say('error', 'preamble/date', `"${text}" is not a day of the calendar.`, HELP);
    return null;
  }
  if (day !== text) say('warning', 'preamble/date', `The date "${text}" was read as ${day}.`, HELP);
  return day;
}

interface Day {
  year: number;
  month: number;
  day: number;
}

/** A weekday, or a mark for "about", which say nothing that the date does not. */
const BEFORE = /^(?:(?:~|≈|on|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)[.,]?\s*)+(?=[\dA-Z])/i;

/** The day that a text begins with. `03/04/2026` is two different days in two countries and is none; `28/02/2026` is one. */
export function findDay(written: string): Day | null {
  const text = written.replace(BEFORE, '').replace(/[‐‑–—−]/g, '-');
  const cjk = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/.exec(text);
  if (cjk) return { year: Number(cjk[1]), month: Number(cjk[2]), day: Number(cjk[3]) };
  const digits = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text);
  if (digits) return { year: Number(digits[1]), month: Number(digits[2]), day: Number(digits[3]) };
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (yearLast) return oneOf(Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4]));
  const yearFirst = /^(\d{4})[\s-]+([A-Za-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?(?!\d)/.exec(text);
  if (yearFirst) return named(yearFirst[1], yearFirst[2], yearFirst[3]);
  const ymd = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (ymd) return { year: Number(ymd[1]), month: Number(ymd[3]), day: Number(ymd[4]) };
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/.exec(text);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/.exec(text);
  return dayFirst ? named(dayFirst[3], dayFirst[2], dayFirst[1]) : null;
}

/** Day and month in an order that only their size tells; null where both could be either. */
function oneOf(a: number, b: number, year: number): Day | null {
  if (a > 12 || a === b) return { year, month: b, day: a };
  return b > 12 ? { year, month: a, day: b } : null;
}

function named(year: string | undefined, month: string | undefined, day: string | undefined): Day | null {
  const index = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase());
  return index === -1 ? null : { year: Number(year), month: index + 1, day: Number(day) };
}

/** `YYYY-MM-DD`, or null for a day that does not exist. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
