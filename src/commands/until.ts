import { inWords, isBefore, plusDays } from '../judge/instants.js';
import type { RuleId } from '../rules/schema.js';
import { refused, type Effect } from './command.js';
import { lastSecondOf } from './day.js';
import { quoted } from './quoted.js';

/** A decision may be asked to run for as long as this, in days. */
const LONGEST = 366;

/** Whether an argument is the instant that {@link readUntil} made of a day. */
export const isInstant = (word: string): boolean => /^\d{4}-\d\d-\d\dT23:59:59Z$/.test(word);

/** Words without `until YYYY-MM-DD`, and the last second of that day; `problem` where there is no such day. */
export function readUntil(words: readonly string[]): {
  until: string | null;
  others: string[];
  problem: string | null;
} {
  const index = words.indexOf('until');
  if (index === -1) return { until: null, others: [...words], problem: null };
  const day = words[index + 1] ?? '';
  const until = lastSecondOf(day);
  const others = words.filter((_, place) => place !== index && place !== index + 1);
  const problem = until === null ? `needs a day of the calendar behind \`until\`, and ${quoted(day)} is none.` : null;
  return { until, others, problem };
}

/**
 * The refusal of a deadline that comes too early or too late; null where it does.
 * @param least the earliest deadline that the rules allow
 */
export function tooEarly(
  until: string,
  { at, least, rule }: { at: string; least: string; rule: RuleId },
): Effect | null {
  if (isBefore(until, least)) {
    const next = `The earliest is ${inWords(least)}; name that day or a later one, or leave \`until\` out.`;
    return refused(rule, `${inWords(until)} is earlier than the rules allow.`, next);
  }
  if (isBefore(plusDays(at, LONGEST), until)) {
    return refused(rule, `${inWords(until)} is more than a year away.`, 'Name an earlier day.');
  }
  return null;
}
