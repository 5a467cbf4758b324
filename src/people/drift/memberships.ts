import { loginKey } from '../logins.js';
import { contradiction, placeWords } from '../problems.js';
import type { Group, GroupPerson, Problem, RosterPerson, Source } from '../types.js';
import type { DriftCheck, DriftContext } from './types.js';

/**
 * The roster's places in groups against the charters': an entry that is over while the charter still lists the person,
 * one that the charter does not know, and people whom only the charter counts in a group that the roster keeps.
 */
export const membershipsDiffer: DriftCheck = (context) => {
  const { roster, groups } = context.sources;
  if (!roster) return [];
  return groups
    .filter(({ status }) => status !== 'retired')
    .flatMap((group) => {
      const entries = roster.people.flatMap((person) =>
        person.groups
          .filter((each) => each.group === group.slug)
          .map((each) => ({ person, ...each, place: { path: roster.source, line: each.line } })),
      );
      const current = entries.filter((entry) => holds(entry, context));
      const rows = rowsOf(group);
      return [
        ...entries.flatMap((entry) =>
          current.some(({ person }) => person === entry.person)
            ? []
            : rows.filter((row) => isOne(row, entry.person)).map((row) => over(entry.person, entry.place, row, group)),
        ),
        ...current
          .filter(({ person }) => group.membersKnown && !rows.some((row) => isOne(row, person)))
          .map(({ person, level, place }) => notInCharter(person, level, place, group)),
        ...(current.some(({ level }) => level === 'member' || level === 'lead')
          ? rows
              .filter((row) => isCounted(row, group) && !knownTo(roster.people, row, group))
              .map((row) => notInRoster(row, current[0]?.place ?? { path: roster.source, line: 1 }, group))
          : []),
      ];
    });
};

const over = (person: RosterPerson, place: Source, row: GroupPerson, group: Group): Problem =>
  contradiction(
    'people/membership-over',
    'warning',
    row,
    [place],
    `@${person.logins[0] ?? ''} is still listed here, and their place in ${group.title} is over by ${placeWords(place)}; the roster holds.`,
    'Take the row out of the charter, or renew the entry in the roster.',
  );

const notInCharter = (person: RosterPerson, level: string, place: Source, group: Group): Problem => {
  const charter = { path: group.source, line: group.lines.membership ?? 1 };
  return contradiction(
    'people/membership-not-in-charter',
    'info',
    place,
    [charter],
    `The roster makes @${person.logins[0] ?? ''} ${level} of ${group.title}; the charter's list (${placeWords(charter)}) does not have them. The roster holds.`,
    'Add a row to the charter.',
  );
};

const notInRoster = (row: GroupPerson, place: Source, group: Group): Problem =>
  contradiction(
    'people/membership-not-in-roster',
    'info',
    row,
    // Somebody else's entry: it shows that the roster keeps the group, and is none of this person's.
    [],
    `@${row.login ?? ''} is counted in ${group.title} by its charter alone; the roster lists others of the group (${placeWords(place)}).`,
    'Add them to the roster, so that it is known since when.',
  );

const holds = ({ since, until }: { since: string | null; until: string | null }, { today }: DriftContext): boolean =>
  (since ?? '') <= today && today <= (until ?? '9999-12-31');

/** Everybody whom the charter lists, each once, a lead by the row of the leadership table. */
const rowsOf = (group: Group): GroupPerson[] => [
  ...group.leads,
  ...group.members.filter((member) => !group.leads.some((lead) => sameLogin(lead.login, member.login))),
];

const isCounted = (row: GroupPerson, group: Group): boolean =>
  group.leads.includes(row) ||
  group.members.some((member) => member === row && (member.level === 'lead' || member.level === 'member'));

const knownTo = (people: readonly RosterPerson[], row: GroupPerson, group: Group): boolean =>
  row.login === null ||
  people.some(
    (person) => isOne(row, person) && (person.emeritus || person.groups.some((each) => each.group === group.slug)),
  );

const isOne = (row: GroupPerson, person: RosterPerson): boolean =>
  person.logins.some((own) => sameLogin(own, row.login));
const sameLogin = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && loginKey(a) === loginKey(b);
