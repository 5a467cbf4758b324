import { loginKey, uniqueLogins } from './logins.js';
import { withKnownAliases } from './organizations.js';
import { withRosterMemberships } from './roster-memberships.js';
import {
  ROLES,
  type Governance,
  type Group,
  type Listed,
  type Maintainers,
  type OrganizationMembers,
  type Problem,
  type Role,
  type Roster,
  type RosterRole,
} from './types.js';
import { sayOneName, weigh, type Said } from './weigh.js';

/** The sources; `asOf` (`YYYY-MM-DD`) is the day of the look, on which terms of the roster hold or do not. */
export interface PeopleSources {
  roster: Roster | null;
  groups: Group[];
  maintainers: Maintainers | null;
  members?: OrganizationMembers | null;
  /** Left out: every entry of the roster without `until` holds, none with one. */
  asOf?: string;
}

/**
 * Joins what the sources say: the roster first, then the charters, then MAINTAINERS.md, then the organisation's members. Who has several logins in the
 * roster is one person; without it every login is a person of its own. Where the roster gives somebody a role, or calls
 * them emeritus, other sources do not count for that. A group's lead has no place on the ladder by that alone.
 */
export function mergePeople(sources: PeopleSources): Governance {
  const organizations = withKnownAliases(sources.roster?.organizations ?? {});
  const holds = (span: { since: string | null; until: string | null }): boolean =>
    sources.asOf === undefined
      ? span.until === null
      : (span.since ?? '') <= sources.asOf && sources.asOf <= (span.until ?? '9999-12-31');
  const laid = withRosterMemberships(sources.groups, sources.roster, holds);
  const people = new Map<string, Said>();
  const problems: Problem[] = [...laid.problems];

  if (sources.roster) addRoster(sources.roster, people, holds);
  for (const group of laid.groups) addGroup(group, people);
  if (sources.maintainers) addMaintainers(sources.maintainers, people, problems);
  if (sources.members) addMembers(sources.members, people);

  const distinct = [...new Set(people.values())];
  sayOneName(distinct, problems);
  const records = distinct.map((said) => weigh(said, organizations, problems));
  return {
    people: records.toSorted((a, b) => order(loginKey(a.login), loginKey(b.login))),
    groups: laid.groups.toSorted((a, b) => order(a.slug, b.slug)),
    roster: sources.roster,
    organizations,
    problems,
  };
}

function saidOf(people: Map<string, Said>, login: string): Said {
  const key = loginKey(login);
  const known = people.get(key);
  if (known) return known;
  const said: Said = {
    logins: [login],
    roster: null,
    name: null,
    organizations: [],
    role: 'contributor',
    since: null,
    moderator: false,
    emeritus: false,
    active: false,
    areas: [],
    sources: [],
  };
  people.set(key, said);
  return said;
}

function addRoster(roster: Roster, people: Map<string, Said>, holds: (span: RosterRole) => boolean): void {
  for (const person of roster.people) {
    const [first, ...others] = person.logins;
    if (first === undefined) continue;
    const said = saidOf(people, first);
    for (const other of others) people.set(loginKey(other), said);
    const place = { path: roster.source, line: person.line };
    said.logins = uniqueLogins(person.logins);
    said.roster = person;
    said.name = person.name;
    const held = person.roles.filter(holds);
    said.role = highest(held.map((each) => each.role));
    said.since = held.find((each) => each.role === said.role)?.since ?? null;
    said.moderator = person.moderator;
    said.emeritus = person.emeritus;
    said.sources.push(place);
    if (person.organization !== null) said.organizations.push({ ...place, text: person.organization });
  }
}

function addGroup(group: Group, people: Map<string, Said>): void {
  const listed = [
    ...group.leads.map((person) => ({ person, active: true })),
    ...group.members.map((person) => ({ person, active: true })),
    ...group.emeritus.map((person) => ({ person, active: false })),
  ];
  for (const { person, active } of listed) {
    if (person.login === null) continue;
    const said = saidOf(people, person.login);
    const place = { path: person.path, line: person.line };
    said.name ??= person.name;
    if (active) said.active = true;
    else said.emeritus = true;
    said.sources.push(place);
    if (person.organization !== null && said.roster?.organization == null) {
      said.organizations.push({ ...place, text: person.organization });
    }
  }
}

function addMaintainers(maintainers: Maintainers, people: Map<string, Said>, problems: Problem[]): void {
  const add = (listed: Listed, change: (said: Said) => void): void => {
    if (listed.login === null) return;
    const said = saidOf(people, listed.login);
    said.name ??= listed.name;
    said.sources.push({ path: maintainers.source, line: listed.line });
    change(said);
  };
  const give = (listed: Listed, role: Role): void =>
    add(listed, (said) => {
      const ruled = said.roster !== null && (said.roster.roles.length > 0 || said.roster.emeritus);
      if (!ruled) said.role = highest([said.role, role]);
      else if (ROLES.indexOf(role) > ROLES.indexOf(said.role))
        problems.push(drift(listed, role, said, maintainers.source));
    });
  for (const listed of maintainers.lead) give(listed, 'lead-maintainer');
  for (const listed of maintainers.core) give(listed, 'core-maintainer');
  for (const listed of maintainers.maintainers) {
    give(listed, 'maintainer');
    const said = listed.login === null ? undefined : people.get(loginKey(listed.login));
    if (said?.areas.every((area) => area.kind !== listed.area.kind || area.name !== listed.area.name)) {
      said.areas.push(listed.area);
    }
  }
  for (const listed of maintainers.moderators) {
    add(listed, (said) => void (said.moderator ||= said.roster?.emeritus !== true));
  }
  for (const listed of maintainers.emeritus) add(listed, (said) => void (said.emeritus = true));
}

/** Who belongs to the organisation is a member; nobody has more or less by it, and who is emeritus stays that. */
function addMembers({ source, logins }: OrganizationMembers, people: Map<string, Said>): void {
  for (const login of logins) {
    const said = saidOf(people, login);
    said.sources.push({ path: source, line: 1 });
    const ruled = said.emeritus || (said.roster !== null && (said.roster.roles.length > 0 || said.roster.emeritus));
    if (!ruled) said.role = highest([said.role, 'member']);
  }
}

const drift = (listed: Listed, role: Role, said: Said, path: string): Problem => ({
  code: 'people/role-contradicts',
  severity: 'warning',
  path,
  line: listed.line,
  column: 1,
  message: `@${listed.login ?? ''} is listed as ${role} here; the roster says ${said.emeritus ? 'emeritus' : said.role}, and that holds.`,
  help: 'Make the two agree.',
  others: said.sources.slice(0, 1),
});

const highest = (roles: Role[]): Role =>
  ROLES[Math.max(0, ...roles.map((role) => ROLES.indexOf(role)))] ?? 'contributor';

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
