import { loginKey } from './logins.js';
import type { ReadSources } from './sources.js';
import type { Governance, Listed, Maintainers, PersonRecord, Roster, RosterPerson, Source } from './types.js';

/** One thing that one place says of one person. */
export interface Statement extends Source {
  about: 'login' | 'id' | 'name' | 'organization' | 'role' | 'moderator' | 'emeritus' | 'area' | 'group';
  /** As the place says it: `core-maintainer`, `Kiln Works`, `lead of kettle-timers`; empty for a moderator. */
  says: string;
  /**
   * Whether it counts on the day of the look: false for what is over, and for what a source before it settles otherwise.
   * The same thing said twice counts twice.
   */
  holds: boolean;
}

type Holds = (span: { since: string | null; until: string | null }) => boolean;

/**
 * What each place says of each person, roster first, then the charters, then MAINTAINERS.md, then the organisation's members.
 * @param asOf `YYYY-MM-DD`, the day for which `governance` was made
 */
export function statementsOf(
  sources: ReadSources,
  governance: Governance,
  asOf: string,
): Map<PersonRecord, Statement[]> {
  const records = new Map(governance.people.flatMap((person) => person.logins.map((own) => [loginKey(own), person])));
  const entries = new Map(
    (sources.roster?.people ?? []).flatMap((entry) => entry.logins.map((own) => [loginKey(own), entry])),
  );
  const said = new Map<PersonRecord, Statement[]>(governance.people.map((person) => [person, []]));
  const say: Say = (login, place, about, says, holds) => {
    const person = login === null ? undefined : records.get(loginKey(login));
    if (person) said.get(person)?.push({ about, says, holds, path: place.path, line: place.line });
  };
  const entryOf = (login: string | null): RosterPerson | null =>
    (login === null ? undefined : entries.get(loginKey(login))) ?? null;
  if (sources.roster) {
    sayRoster(sources.roster, ({ since, until }) => (since ?? '') <= asOf && asOf <= (until ?? '9999-12-31'), say);
  }
  sayCharters(sources, entryOf, say);
  if (sources.maintainers) sayMaintainers(sources.maintainers, entryOf, say);
  for (const login of sources.members?.logins ?? []) {
    const entry = entryOf(login);
    const settled = entry !== null && (entry.emeritus || entry.roles.length > 0);
    say(login, { path: sources.members?.source ?? '', line: 1 }, 'role', 'member', !settled);
  }
  return said;
}

type Say = (login: string | null, place: Source, about: Statement['about'], says: string, holds: boolean) => void;

function sayRoster(roster: Roster, holds: Holds, say: Say): void {
  for (const person of roster.people) {
    const login = person.logins[0] ?? null;
    const at = (line: number): Source => ({ path: roster.source, line });
    say(login, at(person.lines.logins), 'login', person.logins.map((own) => `@${own}`).join(', '), true);
    if (person.ids.length > 0) say(login, at(person.lines.ids), 'id', person.ids.join(', '), true);
    if (person.name !== null) say(login, at(person.lines.name), 'name', person.name, true);
    if (person.organization !== null) {
      say(login, at(person.lines.organization), 'organization', person.organization, true);
    }
    for (const each of person.roles) say(login, at(each.line), 'role', `${each.role}${spanOf(each)}`, holds(each));
    if (person.moderator) say(login, at(person.lines.moderator), 'moderator', '', true);
    if (person.emeritus) say(login, at(person.lines.emeritus), 'emeritus', '', true);
    for (const each of person.groups) {
      say(login, at(each.line), 'group', `${each.level} of ${each.group}${spanOf(each)}`, holds(each));
    }
  }
}

/** ` since 2026-01-01 until 2026-06-30, by #71`; empty where nothing is said. */
const spanOf = (each: { since: string | null; until: string | null; decision: string | null }): string =>
  `${each.since === null ? '' : ` since ${each.since}`}${each.until === null ? '' : ` until ${each.until}`}${each.decision === null ? '' : `, by ${each.decision}`}`;

function sayCharters(sources: ReadSources, entryOf: (login: string | null) => RosterPerson | null, say: Say): void {
  for (const group of sources.groups) {
    const rows = [
      ...group.leads.map((person) => ({ person, level: 'lead', emeritus: false })),
      ...group.members.map((person) => ({
        person,
        level: person.level ?? person.rawLevel ?? 'member',
        emeritus: false,
      })),
      ...group.emeritus.map((person) => ({ person, level: '', emeritus: true })),
    ];
    for (const { person, level, emeritus } of rows) {
      const { login } = person;
      const entry = entryOf(login);
      const settled = entry?.emeritus === true || entry?.groups.some((each) => each.group === group.slug) === true;
      if (emeritus) say(login, person, 'emeritus', `of ${group.slug}`, true);
      else {
        const term = person.term === null ? '' : `, term: ${person.term}`;
        say(login, person, 'group', `${level} of ${group.slug}${term}`, !settled);
      }
      if (person.name !== null) say(login, person, 'name', person.name, entry?.name == null);
      if (person.organization !== null) {
        say(login, person, 'organization', person.organization, entry?.organization == null);
      }
    }
  }
}

function sayMaintainers(
  maintainers: Maintainers,
  entryOf: (login: string | null) => RosterPerson | null,
  say: Say,
): void {
  const listed = (each: Listed, about: Statement['about'], says: string): void => {
    const place = { path: maintainers.source, line: each.line };
    const entry = entryOf(each.login);
    const settled = entry?.emeritus === true || (about === 'role' && (entry?.roles.length ?? 0) > 0);
    say(each.login, place, about, says, !settled || about === 'emeritus');
    say(each.login, place, 'name', each.name, entry?.name == null);
  };
  for (const each of maintainers.lead) listed(each, 'role', 'lead-maintainer');
  for (const each of maintainers.core) listed(each, 'role', 'core-maintainer');
  for (const each of maintainers.maintainers) {
    listed(each, 'role', 'maintainer');
    say(each.login, { path: maintainers.source, line: each.line }, 'area', each.area.name, true);
  }
  for (const each of maintainers.moderators) listed(each, 'moderator', '');
  for (const each of maintainers.emeritus) {
    listed(each, 'emeritus', [each.area === null ? '' : `of ${each.area}`, each.note ?? ''].filter(Boolean).join(', '));
  }
}
