import type { LineOf } from '../../ledger/lines.js';
import type { Place, StandingThen } from '../../ledger/nomination-lines.js';
import type { LadderRole, Rules, Standing } from '../../rules/schema.js';
import { numberInWords } from '../../rules/words.js';
import { plusDays } from '../instants.js';
import { quietMonths, quietRule } from './quiet.js';
import type { Asked, NominationOpening } from './state.js';
import { stepTo, type Target } from './steps.js';

const asStandings = (roles: readonly LadderRole[]): Standing[] =>
  roles.flatMap((role): Standing[] => (role === 'contributor' ? [] : [role]));

/**
 * What the rules ask of a matter: for who is to be emeritus by the highest that they hold, for a place in a group as for a
 * member, and nothing of who steps down.
 */
export function askedOf(
  { matter, to, standing }: { matter: LineOf<'nomination'>['matter']; to: Place; standing: Pick<StandingThen, 'role'> },
  rules: Rules,
): Asked {
  if (matter === 'advance' || matter === 'return') {
    const { to: _, ...step } = stepTo(to as Target, rules);
    const settles = step.approves.length > 0 ? step.approves : asStandings(rules.rules.nomination.settles);
    return { ...step, settles };
  }
  const { days, member, maintainer, core } = rules.rules.emeritus;
  const ends: Record<LadderRole, readonly LadderRole[]> = {
    ...{ contributor: member, member, maintainer, 'core-maintainer': core, 'lead-maintainer': core },
  };
  const isAsked = matter !== 'step-down';
  const approves = isAsked ? asStandings(to === 'everything' ? ends[standing.role] : member) : [];
  const months = matter === 'inactive' ? quietMonths(to, standing.role, rules) : null;
  return {
    rule: matter === 'inactive' ? quietRule(to) : 'emeritus',
    ...{ from: 'contributor', months: 0, support: [], objects: [], onboarding: [] },
    attested: months === null ? [] : [`no contribution for ${numberInWords(months, 'month')}`],
    days: isAsked ? days : 0,
    approves,
    approvals: isAsked ? 1 : 0,
    settles: approves,
  };
}

/** Everybody who may have a say in a matter, as standings: whoever sponsors, objects, approves or settles. */
export const saysIn = ({ support, objects, approves, settles }: Asked): Standing[] => [
  ...support.flatMap(({ roles }) => roles),
  ...objects,
  ...approves,
  ...settles,
];

/** Whether a role is one that the nominee had held before: then the step to it is a return. */
export const isReturn = (
  matter: NominationOpening['matter'],
  to: Place,
  { held }: Pick<StandingThen, 'held'>,
): boolean => matter === 'advance' && held.some((role) => role === to);

/** Until when everybody may speak by what the rules ask, before any pause; null where they wait for nobody. */
export const deadlineBy = (at: string, { days }: Pick<Asked, 'days'>): string | null =>
  days > 0 ? plusDays(at, days) : null;
