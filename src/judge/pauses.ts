import { Temporal } from 'temporal-polyfill';
import type { LineOf } from '../ledger/lines.js';

/** A span in which the pull request was closed; both ends as ISO 8601. */
export interface Pause {
  from: string;
  to: string;
}

/** The spans in which a pull request was closed and that have ended. While one lasts nothing falls, so it needs no end. */
export function pausesIn(pulls: readonly LineOf<'pull'>[]): Pause[] {
  const pauses: Pause[] = [];
  let from: string | null = null;
  for (const { state, at } of pulls) {
    if (state === 'closed') from ??= at;
    if (state === 'open' && from !== null) {
      pauses.push({ from, to: at });
      from = null;
    }
  }
  return pauses;
}

/**
 * A decision's deadline with the time added in which its pull request was closed. Silence about what is closed is no
 * consent: whoever closes a proposal and opens it again later must not find it agreed, and no window passes unseen.
 * @returns ISO 8601 to the second
 */
export function postponed(openedAt: string, deadline: string, pauses: readonly Pause[]): string {
  const instant = (at: string): Temporal.Instant => Temporal.Instant.from(at);
  const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0;
  let end = instant(deadline);
  for (const { from, to } of pauses) {
    const begins = isBefore(instant(from), instant(openedAt)) ? instant(openedAt) : instant(from);
    const lasts = isBefore(begins, end) && isBefore(begins, instant(to));
    if (lasts) end = end.add(begins.until(instant(to)));
  }
  return end.toString({ smallestUnit: 'second' });
}
