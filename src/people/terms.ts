import { loginKey } from './logins.js';
import type { Group, GroupPerson, Role, Roster, RosterMembership, RosterPerson, RosterRole, Source } from './types.js';

/**
 * How a day stands to the last day of a term: `running` while that is further away than the days of notice, `ending`
 * within them and on the day itself, `ended` for as many days after it, `overdue` from then on.
 */
export type TermState = 'running' | 'ending' | 'ended' | 'overdue';

/** The end of a term, at the place that names it. */
export interface Term extends Source {
  /** Null where the place names no account. */
  login: string | null;
  name: string | null;
  /** The group that the person leads, or the role on the ladder. */
  of: { group: string } | { role: Role };
  /** `YYYY-MM-DD`, the last day; it still belongs to the term. */
  lastDay: string;
  /** Whole days from the day of the look to the last day: 0 on it, negative after it. */
  days: number;
  state: TermState;
}

/** Whole days from one day to another, both `YYYY-MM-DD`; negative where the second is before the first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/**
 * Where a term stands.
 * @param today `YYYY-MM-DD`
 * @param notice days before and after the last day in which its end is worth saying
 */
export function termState(lastDay: string, today: string, notice: number): { days: number; state: TermState } {
  const days = daysBetween(today, lastDay);
  if (days > notice) return { days, state: 'running' };
  if (days >= 0) return { days, state: 'ending' };
  return { days, state: -days <= notice ? 'ended' : 'overdue' };
}

/**
 * Every term that somebody should know about on a day, soonest ended first: those that are ending, that ended, and those
 * of charters that are overdue. A charter's term ends nothing by itself (no clause says so), so it is said until it is
 * renewed or the lead is replaced. What the roster ends is over by itself, and need not be said for ever.
 * @param sources charters as read, without the roster laid over them
 */
export function dueTerms(
  sources: { groups: readonly Group[]; roster: Roster | null },
  today: string,
  notice: number,
): Term[] {
  const people = sources.roster?.people ?? [];
  const term = (
    place: Source,
    who: Pick<Term, 'login' | 'name' | 'of'>,
    lastDay: string | null,
    overdueToo: boolean,
  ): Term[] => {
    if (lastDay === null) return [];
    const { days, state } = termState(lastDay, today, notice);
    if (state === 'running' || (state === 'overdue' && !overdueToo)) return [];
    return [{ ...who, lastDay, days, state, path: place.path, line: place.line }];
  };
  const ofCharters = sources.groups
    .filter(({ status }) => status !== 'retired')
    .flatMap((group) =>
      group.leads
        .filter((lead) => !rosterSaysMore(people, group, lead))
        .flatMap((lead) =>
          term(lead, { login: lead.login, name: lead.name, of: { group: group.slug } }, lead.termEnds, true),
        ),
    );
  const ofRoster = people.flatMap((person) => {
    const path = sources.roster?.source ?? '';
    const who = { login: person.logins[0] ?? null, name: person.name };
    const leading = person.groups
      .filter((each) => each.level === 'lead' && !goesOn(each, inGroup(person, each.group)))
      .flatMap((each) => term({ path, line: each.line }, { ...who, of: { group: each.group } }, each.until, false));
    const roles = person.roles
      .filter((each) => !goesOn(each, person.roles))
      .flatMap((each) => term({ path, line: each.line }, { ...who, of: { role: each.role } }, each.until, false));
    return [...leading, ...roles];
  });
  return [...ofCharters, ...ofRoster].toSorted((a, b) => a.days - b.days);
}

/** Whether the roster gives a last day of its own for a charter's lead, or takes them out. */
function rosterSaysMore(people: readonly RosterPerson[], group: Group, lead: GroupPerson): boolean {
  const { login } = lead;
  if (login === null) return false;
  const entry = people.find((person) => person.logins.some((own) => loginKey(own) === loginKey(login)));
  return entry !== undefined && (entry.emeritus || inGroup(entry, group.slug).some(({ until }) => until !== null));
}

const inGroup = (person: RosterPerson, slug: string): RosterMembership[] =>
  person.groups.filter(({ group }) => group === slug);

/** Whether a later entry takes up where one ends: then its end is history. */
function goesOn(span: RosterRole | RosterMembership, all: readonly (RosterRole | RosterMembership)[]): boolean {
  const { until } = span;
  return until !== null && all.some((other) => other !== span && (other.until === null || other.until > until));
}
