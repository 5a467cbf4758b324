import type { LineOf } from '../../ledger/lines.js';
import type { Place, StandingThen } from '../../ledger/nomination-lines.js';
import type { LadderRole, Rules, Standing } from '../../rules/schema.js';
import type { Asked } from './state.js';
import { stepTo, type Target } from './steps.js';

const asStandings = (roles: readonly LadderRole[]): Standing[] =>
  roles.flatMap((role): Standing[] => (role === 'contributor' ? [] : [role]));

/** What the rules ask of a matter: for who is to be emeritus by the highest that they hold, and nothing of who steps down. */
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
  const isCore = standing.role === 'core-maintainer' || standing.role === 'lead-maintainer';
  const approves = asStandings(isCore ? core : standing.role === 'maintainer' ? maintainer : member);
  const isAsked = matter === 'emeritus';
  return {
    ...{ rule: 'emeritus', from: 'contributor', months: 0, support: [], objects: [], attested: [], onboarding: [] },
    days: isAsked ? days : 0,
    approves: isAsked ? approves : [],
    approvals: isAsked ? 1 : 0,
    settles: isAsked ? approves : [],
  };
}

/** Everybody who may have a say in a matter, as standings: whoever sponsors, objects, approves or settles. */
export const saysIn = ({ support, objects, approves, settles }: Asked): ReadonlySet<Standing> =>
  new Set([...support.flatMap(({ roles }) => roles), ...objects, ...approves, ...settles]);
