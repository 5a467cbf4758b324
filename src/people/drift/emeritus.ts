import { matchGroup } from '../match.js';
import { contradiction, placeWords } from '../problems.js';
import type { ReadSources } from '../sources.js';
import type { Governance, Group, GroupPerson, Listed, Maintainers, Problem, Source } from '../types.js';
import type { SamePerson } from './same-person.js';
import type { DriftCheck } from './types.js';

/** Who is emeritus in one place, and still listed in the same capacity in another. */
export const emeritusStillListed: DriftCheck = ({ sources, governance, samePerson }) => [
  ...ofRoster(sources, samePerson),
  ...sources.groups.flatMap((group) => ofCharter(group, sources.maintainers, governance, samePerson)),
  ...(sources.maintainers ? ofMaintainers(sources.maintainers, samePerson) : []),
];

/** The roster's word takes the person out; the places that still list them are old. Roles are said by the merge. */
function ofRoster({ roster, groups, maintainers }: ReadSources, samePerson: SamePerson): Problem[] {
  return (roster?.people ?? [])
    .filter(({ emeritus }) => emeritus)
    .flatMap((person) => {
      const at = { path: roster?.source ?? '', line: person.lines.emeritus };
      const isPerson = ({ login }: { login: string | null }): boolean => samePerson(person.logins[0] ?? null, login);
      const rows = groups
        .filter((group) => person.groups.every((each) => each.group !== group.slug))
        .flatMap((group) => activeIn(group).filter(isPerson));
      const moderating = (maintainers?.moderators ?? [])
        .filter(isPerson)
        .map((each) => ({ path: maintainers?.source ?? '', line: each.line }));
      return [...rows, ...moderating].map((row) =>
        contradiction(
          'people/emeritus-still-listed',
          'warning',
          row,
          [at],
          `@${person.logins[0] ?? ''} is listed here, and emeritus in ${placeWords(at)}; the roster holds, so they have no part in this.`,
          'Move the row to an emeritus list, or give the place in the roster.',
        ),
      );
    });
}

/** Emeritus of a group by its charter, and active in it by the same charter or by MAINTAINERS.md. */
function ofCharter(
  group: Group,
  maintainers: Maintainers | null,
  governance: Governance,
  samePerson: SamePerson,
): Problem[] {
  return group.emeritus.flatMap((former) => {
    const listed = (maintainers?.maintainers ?? [])
      .filter(({ area, login }) => samePerson(former.login, login) && isAbout(area.name, group, governance))
      .map(({ line }) => ({ path: maintainers?.source ?? '', line }));
    const rows = activeIn(group).filter(({ login }) => samePerson(former.login, login));
    return [...rows, ...listed].map((row) => stillListed(former.login, row, former, `of ${group.title}`));
  });
}

/** Emeritus by one list of MAINTAINERS.md, and in the list of the same role or area. */
function ofMaintainers(maintainers: Maintainers, samePerson: SamePerson): Problem[] {
  const place = ({ line }: Listed): Source => ({ path: maintainers.source, line });
  return maintainers.emeritus.flatMap((former) => {
    const note = former.note ?? '';
    const { area } = former;
    const lists = [
      ...(/\blead maintainer\b/i.test(note) ? maintainers.lead : []),
      ...(/\bcore maintainer\b/i.test(note) ? maintainers.core : []),
      ...maintainers.maintainers.filter((each) => each.area.name.toLowerCase() === area?.toLowerCase()),
    ];
    return lists
      .filter(({ login }) => samePerson(former.login, login))
      .map((listed) => stillListed(former.login, place(listed), place(former), area === null ? '' : `of ${area}`));
  });
}

const stillListed = (login: string | null, at: Source, former: Source, of: string): Problem =>
  contradiction(
    'people/emeritus-still-listed',
    'warning',
    at,
    [{ path: former.path, line: former.line }],
    `@${login ?? ''} is listed here, and emeritus${of === '' ? '' : ` ${of}`} in ${placeWords(former)}.`,
    'Take the person out of the list that is old.',
  );

const activeIn = (group: Group): GroupPerson[] => [
  ...group.leads,
  ...group.members.filter(({ login }) => !group.leads.some((lead) => lead.login === login)),
];

function isAbout(name: string, group: Group, governance: Governance): boolean {
  const match = matchGroup(governance, name);
  return match.kind === 'one' && match.group.slug === group.slug;
}
