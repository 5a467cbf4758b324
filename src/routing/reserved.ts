import { titleOf } from './binding.js';
import type { Binding, Ground, Matter, Reserved } from './types.js';

/**
 * Why a proposal is the core's to decide, as far as it can be known before a lead opens a decision: its track, and that
 * several groups are responsible. A document that does not say its track may be of a reserved one.
 */
export function reservedBy({ proposal }: Matter, ground: Ground, bindings: readonly Binding[]): Reserved[] {
  const { tracks, crossGroup } = ground.rules.rules['reserved-matters'];
  const found: Reserved[] = [];
  if (proposal.type === null && tracks.length > 0) {
    found.push({ by: 'track', says: 'It does not say of which track it is, so it may be reserved to the core.' });
  } else if (proposal.type !== null && tracks.includes(proposal.type)) {
    found.push({ by: 'track', says: `The ${proposal.type} track is reserved to the core.` });
  }
  const groups = bindings.map(({ group }) => titleOf(ground, group));
  if (crossGroup && groups.length > 1) {
    found.push({ by: 'cross-group', says: `It touches several groups: ${groups.join(', ')}.` });
  }
  return found;
}
