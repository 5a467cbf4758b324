import { loginKey } from '../logins.js';
import { contradiction, placeWords } from '../problems.js';
import { findPerson } from '../queries.js';
import { ROLES, type Group, type Problem, type Role, type Source } from '../types.js';
import type { DriftCheck } from './types.js';

/**
 * Leads to whom no source gives a place on the ladder. Leads and facilitators are Members at least
 * (contributor-ladder.mdx, Working Group and Interest Group Leadership), and membership is written down nowhere else.
 */
export const leadsOffTheLadder: DriftCheck = ({ sources, governance }) => {
  const said = new Set<unknown>();
  return governance.groups.filter(isOn).flatMap((group) =>
    group.leads.flatMap((lead) => {
      const person = lead.login === null ? null : findPerson(governance, lead.login);
      if (!person || person.role !== 'contributor' || said.has(person)) return [];
      said.add(person);
      const looked = [sources.maintainers?.source, sources.roster?.source].filter((path) => path !== undefined);
      return [
        contradiction(
          'people/lead-not-on-ladder',
          'info',
          { path: lead.path, line: lead.line },
          [],
          `@${person.login} leads ${group.title}, and has no place on the ladder by ${looked.join(' or ') || 'any file'}.`,
          'A lead is a Member at least: once that is known, write it into the roster (`role: member`).',
        ),
      ];
    }),
  );
};

const isOn = (group: Group): boolean => group.status !== 'retired';

/** Roles that the roster gives and MAINTAINERS.md does not list ("Listed in `MAINTAINERS.md`", contributor-ladder.mdx). */
export const rolesNotListed: DriftCheck = ({ sources, governance }) => {
  const { roster, maintainers } = sources;
  if (!roster || !maintainers) return [];
  const listed: [Role | 'moderator', readonly { login: string | null }[]][] = [
    ['lead-maintainer', maintainers.lead],
    ['core-maintainer', maintainers.core],
    ['maintainer', maintainers.maintainers],
    ['moderator', maintainers.moderators],
  ];
  const lists = (what: Role | 'moderator', logins: readonly string[]): boolean =>
    (listed.find(([role]) => role === what)?.[1] ?? []).some(
      ({ login }) => login !== null && logins.some((own) => loginKey(own) === loginKey(login)),
    );
  return roster.people.flatMap((entry): Problem[] => {
    const person = findPerson(governance, entry.logins[0] ?? '');
    if (!person) return [];
    const held = entry.roles.find(({ role }) => role === person.role);
    const problems: Problem[] = [];
    const highest = ROLES.findLast((role) => lists(role, person.logins)) ?? 'contributor';
    const unlisted = held && held.role !== 'member' && ROLES.indexOf(highest) < ROLES.indexOf(held.role);
    if (unlisted)
      problems.push(notListed(person.login, held.role, { path: roster.source, line: held.line }, maintainers.source));
    if (entry.moderator && !lists('moderator', person.logins)) {
      const at = { path: roster.source, line: entry.lines.moderator };
      problems.push(notListed(person.login, 'community moderator', at, maintainers.source));
    }
    return problems;
  });
};

const notListed = (login: string, role: string, at: Source, list: string): Problem =>
  contradiction(
    'people/role-not-listed',
    'warning',
    at,
    [{ path: list, line: 1 }],
    `The roster makes @${login} ${role}, and ${list} does not list them as that (${placeWords(at)}); the roster holds.`,
    `Add them to ${list}, or end the role in the roster.`,
  );
