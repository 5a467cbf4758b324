import type { Rules } from '../../rules/schema.js';
import type { SubjectState } from '../state.js';
import { missing, there, type Sight } from './sight.js';

/** A responsible group, of the proposals of which the rules wish one: new ones, and none whose kind the core decides. */
export function grouped(
  { group, groups, openedAt, head }: Pick<SubjectState, 'group' | 'groups' | 'openedAt' | 'head'>,
  { rules }: Rules,
  titleOf: (slug: string) => string,
): Sight {
  if (group) return there(`The ${titleOf(group.slug)} is responsible.`);
  if (groups.length > 0) return there(`It touches several groups: ${groups.map(titleOf).join(', ')}.`);
  const { since } = rules['working-group'];
  if (since !== null && openedAt !== null && openedAt < since) {
    return there('It is older than the wish for a group.');
  }
  const reserved = rules['reserved-matters'].tracks.find((track) => track === head?.claims.type);
  if (reserved) return there(`The core decides proposals of the kind ${reserved}.`);
  return missing('No group is responsible for it.');
}
