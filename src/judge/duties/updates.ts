import { daysBetween } from '../../people/index.js';
import type { Discussion, Looked } from './discussed.js';
import type { Duty } from './duty.js';

/** So many days before it is due, an update that is not there is worth saying. */
const NOTICE = 14;

/** What the rule asks: at the ends of which months, and what a title holds; null where every discussion is an update. */
interface Asked {
  months: readonly number[];
  titled: string | null;
}

/**
 * Whether the last update that was due is there. One belongs to the day that it is nearest to, so that a few days late are
 * not taken for a quarter early.
 */
export function updateDuty(looked: Looked, { months, titled }: Asked, now: string): Duty[] {
  const today = now.slice(0, 10);
  const due = dueDays(months, today);
  const [last, next] = [due.findLast((day) => day < today), due.find((day) => day >= today)];
  if (last === undefined || next === undefined) return [];
  const duty = { rule: 'group-updates', name: 'Updates' } as const;
  if (!looked.ok) return [{ ...duty, state: 'unchecked', says: `Not checked: ${looked.why}`, cases: [] }];
  const words = titled?.toLowerCase() ?? '';
  const updates = looked.discussions
    .filter(({ title }) => title.toLowerCase().includes(words))
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const [newest] = updates;
  const found = newest ? `The last one that was found is of ${dayOf(newest)}.` : `None was found in ${looked.where}.`;
  const isThere = (day: string): boolean => updates.some((update) => nearest(due, dayOf(update)) === day);
  // What lies further back than was read may be there all the same.
  const isSeen = looked.isWhole || (looked.oldest !== null && nearest(due, looked.oldest.slice(0, 10)) < last);
  if (!isThere(last) && !isSeen) {
    return [
      { ...duty, state: 'unchecked', says: 'Not checked: there are more discussions than were read.', cases: [] },
    ];
  }
  if (!isThere(last)) {
    const cases = [{ day: last, says: 'was due by the end of this day', url: newest?.url ?? null }];
    return [{ ...duty, state: 'failed', says: found, cases }];
  }
  if (!isThere(next) && daysBetween(today, next) <= NOTICE) {
    const cases = [{ day: next, says: 'is due by the end of this day', url: newest?.url ?? null }];
    return [{ ...duty, state: 'open', says: found, cases }];
  }
  return [{ ...duty, state: 'held', says: `${found} The next is due by ${next}.`, cases: [] }];
}

const dayOf = ({ createdAt }: Discussion): string => createdAt.slice(0, 10);

/** The days at whose end updates are due, from the year before last to the next, in order: at least two past ones and one to come. */
function dueDays(months: readonly number[], today: string): string[] {
  const year = Number(today.slice(0, 4));
  return [-2, -1, 0, 1]
    .flatMap((more) => months.map((month) => new Date(Date.UTC(year + more, month, 0)).toISOString().slice(0, 10)))
    .sort();
}

/** The day of some that is nearest to one; the earlier of two. */
const nearest = (days: readonly string[], day: string): string =>
  days.reduce((best, one) => (Math.abs(daysBetween(one, day)) < Math.abs(daysBetween(best, day)) ? one : best));
