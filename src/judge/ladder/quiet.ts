import { Temporal } from 'temporal-polyfill';
import type { Place } from '../../ledger/nomination-lines.js';
import type { LadderRole, Rules } from '../../rules/schema.js';

/** The rule on the inactivity of whom: of a place in a group, or of one on the ladder. */
export const quietRule = (to: Place): 'group-inactivity' | 'ladder-inactivity' =>
  to === 'wg-member' || to === 'lead' ? 'group-inactivity' : 'ladder-inactivity';

/**
 * Months without taking part after which somebody may be asked whether they are still there; null where no rule says it.
 * @param to what they would lay down
 * @param role their place on the ladder
 */
export function quietMonths(to: Place, role: LadderRole, { rules }: Rules): number | null {
  if (quietRule(to) === 'group-inactivity') return rules['group-inactivity'].months;
  const { member, maintainer, core } = rules['ladder-inactivity'];
  switch (role) {
    case 'member':
      return member;
    case 'maintainer':
      return maintainer;
    case 'core-maintainer':
      return core;
    case 'contributor':
    case 'lead-maintainer':
      return null;
  }
}

/** The day so many months of the calendar before another; both `YYYY-MM-DD`. */
export const monthsBefore = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).subtract({ months }).toString();
