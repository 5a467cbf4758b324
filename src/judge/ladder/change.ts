import { standingOf, type LadderStanding, type RosterChange } from '../../people/index.js';
import type { Governance } from '../../people/types.js';
import type { Place } from '../../ledger/nomination-lines.js';
import type { Nomination } from './state.js';

/**
 * What a decision changes in the roster; null where it changes nothing.
 * @param number of the issue
 * @param logins of the files that mean the nominee, in lower case
 * @param governance the default branch's, which says whether somebody who lays something down holds anything else
 */
export function changeOf(
  nomination: Nomination,
  number: number,
  { logins, governance }: { logins: readonly string[]; governance: Governance },
): RosterChange | null {
  const { matter, nominee, to, group, closed } = nomination;
  if (closed?.outcome !== 'approved') return null;
  const day = closed.at.slice(0, 10);
  const of = { id: nominee.id, also: nominee.also, login: nominee.login, logins };
  const base = { of, day, decision: `#${number}`, gives: null, takes: null, emeritus: null };
  const what = partOf(to, group);
  if (matter === 'advance' || matter === 'return') {
    return what === null || what.kind === 'everything' ? null : { ...base, gives: what, emeritus: false };
  }
  if (what === null) return null;
  const [own = nominee.login] = logins;
  const isLast = what.kind === 'everything' || isAll(standingOf(governance, own, day), to, group);
  return { ...base, takes: what, emeritus: isLast ? true : null };
}

function partOf(to: Place, group: string | null): Exclude<RosterChange['takes'], null> | null {
  switch (to) {
    case 'everything':
    case 'moderator':
      return { kind: to };
    case 'wg-member':
    case 'lead':
      return group === null ? null : { kind: 'group', group, level: to === 'lead' ? 'lead' : 'member' };
    default:
      return { kind: 'role', role: to };
  }
}

/** Whether what somebody lays down is all that they hold, so that they are emeritus then. */
const isAll = ({ role, moderator, places }: LadderStanding, to: Place, group: string | null): boolean =>
  (role === 'contributor' || role === to) &&
  (!moderator || to === 'moderator') &&
  places.every((place) => place.group.slug === group);
