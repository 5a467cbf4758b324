import type { ProposalState } from '../rules/schema.js';
import type { Entry } from './entry.js';

const DAY = 24 * 60 * 60 * 1000;

/** The slug of the group that is responsible for a proposal, or that it names; null for none. */
export const groupOf = ({ group, claimedGroup }: Pick<Entry, 'group' | 'claimedGroup'>): string | null =>
  group ?? claimedGroup;

/** Whether nothing more is to be decided of a proposal. */
export const isSettled = ({ status }: Pick<Entry, 'status'>): boolean =>
  ['accepted', 'final', 'rejected', 'withdrawn', 'superseded'].includes(status);

/** Days from one instant to another, to a tenth; null where one is not known. */
export const daysFrom = (from: string | null | undefined, to: string | null | undefined): number | null =>
  from == null || to == null ? null : tenth((Date.parse(to) - Date.parse(from)) / DAY);

const tenth = (days: number): number => Math.round(days * 10) / 10;

/** The median of what is known of some numbers; null where nothing is. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : tenth((low + high) / 2);
}

/** `3.5 days`; a dash where nothing is known. */
export const daysInWords = (days: number | null): string =>
  days === null ? '–' : `${days} ${days === 1 ? 'day' : 'days'}`;

/** The first instant since which a proposal had a status; null where it never had, or nobody knows. */
export const turnedAt = ({ course }: Pick<Entry, 'course'>, ...to: readonly ProposalState[]): string | null =>
  course?.turns.slice(1).find(({ status }) => to.includes(status))?.at ?? null;

/** Days that proposals have spent in a status before they left it, one number for each time. */
export function daysIn(entries: readonly Pick<Entry, 'course'>[], status: ProposalState): number[] {
  return entries.flatMap(({ course }) =>
    (course?.turns ?? []).flatMap((turn, index, all) => {
      const days = turn.status === status ? daysFrom(turn.at, all[index + 1]?.at) : null;
      return days === null ? [] : [days];
    }),
  );
}

/** When a proposal was accepted or rejected; null where it was not. */
export const decidedAt = (entry: Pick<Entry, 'course'>): string | null => turnedAt(entry, 'accepted', 'rejected');

/**
 * Whose word decided a proposal: that of its group where it accepted by its own authority or the core let it stand, else
 * the core's; null where neither has decided.
 */
export function decidedBy({ decisions }: Pick<Entry, 'decisions'>): 'group' | 'core' | null {
  for (const { form, closed } of decisions.toReversed()) {
    const outcome = closed?.outcome;
    if (form === 'core' && (outcome === 'accepted' || outcome === 'rejected')) return 'core';
    if (form === 'core-veto' && outcome === 'vetoed') return 'core';
    if (form === 'lead-veto' && outcome === 'vetoed') return 'core';
    if (form === 'veto-window' && outcome === 'accepted') return 'group';
    // What was objected to went to the core, which has said nothing that lasts.
    if (form === 'veto-window' || form === 'core') return null;
    if ((form === 'consensus' || form === 'vote') && (outcome === 'agreed' || outcome === 'passed')) return 'group';
  }
  return null;
}

/** A month of the calendar with what happened in it. */
export interface Month {
  /** `2026-11` */
  month: string;
  opened: number;
  accepted: number;
  /** Rejected, withdrawn or superseded. */
  ended: number;
}

/** The flow of the twelve months that end with that of a day, oldest first. @param asOf `YYYY-MM-DD` */
export function flowOf(entries: readonly Pick<Entry, 'course'>[], asOf: string): Month[] {
  const [year = 0, month = 0] = asOf.split('-').map(Number);
  const months = Array.from({ length: 12 }, (_, index): Month => {
    const count = year * 12 + month - 1 - 11 + index;
    const name = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
    return { month: name, opened: 0, accepted: 0, ended: 0 };
  });
  const byName = new Map(months.map((one) => [one.month, one]));
  for (const entry of entries) {
    const note = (at: string | null | undefined, what: Exclude<keyof Month, 'month'>): void => {
      const found = at == null ? undefined : byName.get(at.slice(0, 7));
      if (found) found[what] += 1;
    };
    note(entry.course?.openedAt, 'opened');
    note(turnedAt(entry, 'accepted'), 'accepted');
    note(turnedAt(entry, 'rejected', 'withdrawn', 'superseded'), 'ended');
  }
  return months;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11` → `Nov 2026` */
export const monthInWords = (month: string): string =>
  `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;

/** An instant's or a day's day: `3 Dec 2026`. */
export const dayInWords = (at: string): string => `${Number(at.slice(8, 10))} ${monthInWords(at.slice(0, 7))}`;
