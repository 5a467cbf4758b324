import type { Proposal } from '../proposal/types.js';
import type { Rules } from '../rules/schema.js';
import { titleOf } from './binding.js';
import type { Ground, Matter, Reserved } from './types.js';

/**
 * Why a proposal is the core's to decide, as far as it can be known before a lead opens a decision: its track, and that
 * several groups are responsible. A document that does not say its track may be of a reserved one.
 * @param responsible slugs of the groups that have a claim which binds
 */
export function reservedBy({ proposal }: Matter, ground: Ground, responsible: readonly string[]): Reserved[] {
  const { crossGroup } = ground.rules.rules['reserved-matters'];
  const track = reservedTrack(proposal, ground.rules);
  const found: Reserved[] = track === null ? [] : [{ by: 'track', says: track }];
  const groups = [...new Set(responsible)].map((slug) => titleOf(ground, slug));
  if (crossGroup && groups.length > 1) {
    found.push({ by: 'cross-group', says: `It touches several groups: ${groups.join(', ')}.` });
  }
  return found;
}

/** Why the track of a proposal makes it the core's, in a sentence; null where it does not. */
export function reservedTrack({ type }: Pick<Proposal, 'type'>, { rules }: Rules): string | null {
  const { tracks } = rules['reserved-matters'];
  if (type === null) return tracks.length > 0 ? "It does not say of which track it is, so it may be the core's." : null;
  return tracks.includes(type) ? `The ${type} track is reserved to the core.` : null;
}
