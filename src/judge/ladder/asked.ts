import type { LineOf } from '../../ledger/lines.js';
import type { Place, StandingThen } from '../../ledger/nomination-lines.js';
import type { LadderRole, Rules, Standing } from '../../rules/schema.js';
import { numberInWords } from '../../rules/words.js';
import { quietMonths, quietRule } from './quiet.js';
import type { Asked } from './state.js';
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
  const isGroups = matter === 'inactive' && to !== 'everything';
  const isCore = !isGroups && (standing.role === 'core-maintainer' || standing.role === 'lead-maintainer');
  const isMaintainer = !isGroups && standing.role === 'maintainer';
  const approves = asStandings(isCore ? core : isMaintainer ? maintainer : member);
  const isAsked = matter === 'emeritus' || matter === 'inactive';
  const months = matter === 'inactive' ? quietMonths(to, standing.role, rules) : null;
  return {
    rule: matter === 'inactive' ? quietRule(to) : 'emeritus',
    ...{ from: 'contributor', months: 0, support: [], objects: [], onboarding: [] },
    attested: months === null ? [] : [`no contribution for ${numberInWords(months, 'month')}`],
    days: isAsked ? days : 0,
    approves: isAsked ? approves : [],
    approvals: isAsked ? 1 : 0,
    settles: isAsked ? approves : [],
  };
}

/** Everybody who may have a say in a matter, as standings: whoever sponsors, objects, approves or settles. */
export const saysIn = ({ support, objects, approves, settles }: Asked): ReadonlySet<Standing> =>
  new Set([...support.flatMap(({ roles }) => roles), ...objects, ...approves, ...settles]);
