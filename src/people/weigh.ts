import { distance } from '../near.js';
import { keyOf } from './document.js';
import { loginKey } from './logins.js';
import { canonicalOrganization, organizationsIn, sameOrganization, type Aliases } from './organizations.js';
import type { Area, PersonRecord, Problem, Role, RosterPerson, Source } from './types.js';

/** What the sources say of one person, before it is weighed. */
export interface Said {
  /** In order of source, as written. */
  logins: string[];
  roster: RosterPerson | null;
  name: string | null;
  organizations: (Source & { text: string })[];
  role: Role;
  /** First day in the role, from the roster. */
  since: string | null;
  moderator: boolean;
  emeritus: boolean;
  /** A charter has the person as a lead or on its membership list. */
  active: boolean;
  areas: Area[];
  sources: Source[];
}

/** What all the sources together make of a person. */
export function weigh(said: Said, aliases: Aliases, problems: Problem[]): PersonRecord {
  const holdsSomething = said.role !== 'contributor' || said.moderator || said.active;
  return {
    login: said.logins[0] ?? '',
    logins: said.logins,
    ids: said.roster?.ids ?? [],
    name: said.name,
    role: said.role,
    since: said.since,
    moderator: said.moderator,
    emeritus: said.roster?.emeritus === true || (said.emeritus && !holdsSomething),
    organization: organizationOf(said, aliases, problems),
    areas: said.areas,
    sources: said.sources,
  };
}

/** An organisation that two sources name differently is unknown; where they overlap, it is what they share. */
function organizationOf(said: Said, aliases: Aliases, problems: Problem[]): string | null {
  const texts = said.organizations.filter(({ text }) => organizationsIn(text, aliases).length > 0);
  const [first, ...others] = texts;
  let organization = first ? canonicalOrganization(first.text, aliases) : null;
  for (const other of others) {
    if (organization === null) break;
    const shared = organizationsIn(organization, aliases).filter((name) =>
      organizationsIn(other.text, aliases).some(
        (each) => each === name || sameOrganization(each, name, aliases) === 'same',
      ),
    );
    if (shared.length === 0) {
      problems.push({
        code: 'people/organization-contradicts',
        severity: 'warning',
        path: other.path,
        line: other.line,
        column: 1,
        message: `@${said.logins[0] ?? ''} belongs to "${other.text}" here and to "${first?.text ?? ''}" in ${first?.path ?? ''}, line ${first?.line ?? 0}; their organisation is taken as unknown.`,
        help: 'Correct the older place, or name the organisation (or the alias) in the roster.',
        others: first ? [{ path: first.path, line: first.line }] : [],
      });
    }
    organization = shared.length > 0 ? shared.join(' / ') : null;
  }
  return organization;
}

/** One name with several accounts may be one person or several: only the roster can say. */
export function sayOneName(people: Said[], problems: Problem[]): void {
  const first = new Map<string, Said>();
  for (const said of people) {
    if (said.name === null) continue;
    const other = first.get(keyOf(said.name));
    if (!other) {
      first.set(keyOf(said.name), said);
      continue;
    }
    const place = said.sources[0] ?? { path: '', line: 1 };
    const elsewhere = other.sources[0] ?? place;
    const [login, second] = [said.logins[0] ?? '', other.logins[0] ?? ''];
    problems.push({
      code: 'people/two-accounts',
      severity: 'info',
      ...place,
      column: 1,
      message: `${said.name} is @${login} here and @${second} in ${elsewhere.path}, line ${elsewhere.line}; they count as two people.`,
      help:
        distance(loginKey(login), loginKey(second)) <= 2
          ? 'If one of them is a slip of the pen, correct it; if both are one person, give both logins in one entry of the roster.'
          : 'If that is one person, give both logins in one entry of the roster.',
      others: [elsewhere],
    });
  }
}
