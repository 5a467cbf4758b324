import type { Line } from '../ledger/lines.js';
import type { Said } from './facts.js';

/** What GitHub shows a look may lag behind what was written there by so long. */
const LAG_MINUTES = 5;

/** Lines that carry the instant of the look that wrote them. */
const STAMPED: ReadonlySet<Line['kind']> = new Set<Line['kind']>(['head-seen', 'bound', 'intent', 'made']);

/**
 * What a look finds said, without what an earlier one had before it: that one wrote down everything that was a command
 * then. So a new alias, or a command that Convenor learns, never runs what somebody wrote before it was one, whoever
 * reads the whole conversation anew.
 */
export function unheard(said: readonly Said[], ledger: readonly Line[]): Said[] {
  const last = ledger.reduce(
    (latest, { kind, at }) => (STAMPED.has(kind) ? Math.max(latest, Date.parse(at)) : latest),
    0,
  );
  return said.filter(({ at }) => Date.parse(at) >= last - LAG_MINUTES * 60_000);
}
