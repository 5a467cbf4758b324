import { Temporal } from 'temporal-polyfill';
import type { LineOf } from '../ledger/lines.js';
import { earliest } from './instants.js';

/** A span in which not everybody could speak; both ends as ISO 8601. */
export interface Pause {
  from: string;
  to: string;
}

/**
 * The spans in which a pull request was closed, its conversation locked, or the repository archived, and that have ended.
 * While one lasts nothing falls, so it needs no end. Those that overlap are one.
 */
export const pausesIn = (pulls: readonly LineOf<'pull'>[], muted: readonly LineOf<'muted'>[]): Pause[] =>
  restsIn(pulls, muted).pauses;

/**
 * Since when such a span lasts that has not ended, or since when the pull request is merged, after which no deadline comes;
 * null where neither is so. Whatever is said in it is before every deadline that was still to come when it began: that is
 * put off by as long as it lasts.
 */
export function restsSince(pulls: readonly LineOf<'pull'>[], muted: readonly LineOf<'muted'>[]): string | null {
  const merged = pulls.findLast(({ state }) => state === 'merged')?.at ?? null;
  return earliest([restsIn(pulls, muted).since, merged]);
}

function restsIn(
  pulls: readonly LineOf<'pull'>[],
  muted: readonly LineOf<'muted'>[],
): { pauses: Pause[]; since: string | null } {
  const changes = [
    ...pulls.flatMap(({ at, state }) => (state === 'merged' ? [] : [{ at, cause: 'pull', rests: state === 'closed' }])),
    ...muted.map(({ at, by, muted: rests }) => ({ at, cause: by, rests })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const pauses: Pause[] = [];
  const causes = new Set<string>();
  let from: string | null = null;
  for (const { at, cause, rests } of changes) {
    if (rests) causes.add(cause);
    else causes.delete(cause);
    if (rests) from ??= at;
    if (causes.size === 0 && from !== null) {
      pauses.push({ from, to: at });
      from = null;
    }
  }
  return { pauses, since: from };
}

/**
 * A decision's deadline with the time added in which not everybody could speak. Such silence is no consent: whoever
 * closes or locks a proposal and opens it again later must not find it agreed, and no window passes unseen.
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
