import { peopleOn, type ReadSources } from '../sources.js';
import { statementsOf } from '../statements.js';
import type { Problem } from '../types.js';
import { emeritusStillListed } from './emeritus.js';
import { groupLists } from './group-lists.js';
import { leadsOffTheLadder, rolesNotListed } from './ladder.js';
import { membershipsDiffer } from './memberships.js';
import { namesDiffer } from './names.js';
import { idsMissing } from './roster-ids.js';
import { samePersonIn } from './same-person.js';
import { termsDue } from './terms.js';
import type { DriftCheck } from './types.js';

const CHECKS: readonly DriftCheck[] = [
  emeritusStillListed,
  groupLists,
  leadsOffTheLadder,
  rolesNotListed,
  membershipsDiffer,
  namesDiffer,
  idsMissing,
  termsDue,
];

/** Days before and after the last day of a term in which its end is said, where no rule says otherwise. */
export const TERM_NOTICE = 30;

/**
 * Everything that is to be said of the sources: each by itself, and where they differ. Each thing once, by path and
 * line. With a roster that cannot be read only the sources by themselves: it may be what settles the rest.
 * @param today `YYYY-MM-DD`
 * @param notice days before and after the end of a term in which it is said
 */
export function inspectPeople(sources: ReadSources, today: string, notice: number = TERM_NOTICE): Problem[] {
  if (sources.rosterBroken) return inOrder(sources.problems);
  const governance = peopleOn(sources, today);
  const statements = statementsOf(sources, governance, today);
  const samePerson = samePersonIn(governance);
  const context = { sources, governance, samePerson, statements, today, notice };
  const found = [...sources.problems, ...governance.problems, ...CHECKS.flatMap((check) => check(context))];
  const said = new Set<string>();
  return inOrder(
    found.filter(({ code, path, line, message }) => {
      // Joining the sources says again what reading one of them said of the same place.
      const key = code === 'people/two-accounts' ? `${code} ${path} ${line}` : `${code} ${path} ${line} ${message}`;
      if (said.has(key)) return false;
      said.add(key);
      return true;
    }),
  );
}

const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column));
