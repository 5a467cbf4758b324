import type { GroupPlace, PersonRecord, Problem, Source, Statement } from '../../people/index.js';
import { clean, type Paint } from '../terminal.js';

/** All that is shown of a person. */
export interface PersonView {
  person: PersonRecord;
  places: readonly GroupPlace[];
  statements: readonly Statement[];
  /** What is to be settled about them. */
  problems: readonly Problem[];
}

/** A person for people, line by line. */
export function personCard({ person, places, statements, problems }: PersonView, paint: Paint): string[] {
  const logins = person.logins.map((login) => `@${login}`).join(', ');
  const facts: [string, string][] = [
    ['Role', `${person.role}${person.since === null ? '' : `, since ${person.since}`}`],
    ...(person.emeritus ? [['', 'emeritus'] satisfies [string, string]] : []),
    ...(person.moderator ? [['', 'community moderator'] satisfies [string, string]] : []),
    ['Organisation', person.organization ?? 'not known'],
    ['Maintains', person.areas.map(({ name }) => name).join(', ') || 'nothing that a list names'],
    ['Account ids', person.ids.join(', ') || 'not known yet; pinned when Convenor first sees the account'],
    ...(places.length === 0 ? [['Groups', 'none'] satisfies [string, string]] : []),
    ...places.map((place, index): [string, string] => [index === 0 ? 'Groups' : '', placeWords(place)]),
  ];
  const where = [...new Set(statements.map(shortPlace))];
  const width = Math.max(0, ...where.map((each) => each.length));
  return [
    paint('strong', clean(person.name === null ? logins : `${person.name} (${logins})`)),
    ...factLines(facts),
    '',
    'What each place says',
    ...where.map((place) => {
      const said = statements.filter((each) => shortPlace(each) === place);
      return `  ${clean(place.padEnd(width))}  ${said.map((each) => statementWords(each, paint)).join('; ')}`;
    }),
    ...problemSection(problems, paint),
    '',
  ];
}

/** `lead of kettles`, `for Tin SDK`, `name: Ada Example`. */
function statementWords({ about, says, holds }: Statement, paint: Paint): string {
  const words =
    about === 'group' || about === 'role'
      ? says
      : about === 'moderator'
        ? 'community moderator'
        : about === 'area'
          ? `for ${says}`
          : about === 'emeritus'
            ? `emeritus ${says}`.trimEnd()
            : `${about}: ${says}`;
  return holds ? clean(words) : paint('quiet', `${clean(words)} (not counted)`);
}

function placeWords({ group, level, since, until, ...place }: GroupPlace): string {
  const spans = [since === null ? '' : `since ${since}`, until === null ? '' : `term to ${until}`].filter(Boolean);
  const kind = group.kind === 'working-group' ? 'Working Group' : 'Interest Group';
  const status = group.status === 'active' ? '' : `, ${group.status}`;
  return `${level ?? 'unknown level'} of ${group.slug} (${[`${kind}${status}`, ...spans].join(', ')})  ${shortPlace(place)}`;
}

/** Labels and values under each other; a value without label belongs to the one above. */
export function factLines(facts: readonly [string, string][]): string[] {
  const width = Math.max(...facts.map(([label]) => label.length));
  return facts.map(([label, value]) => `  ${label.padEnd(width)}  ${clean(value)}`);
}

/** What is to be settled, each with its place and the next step; nothing where all is in order. */
export const problemSection = (problems: readonly Problem[], paint: Paint): string[] =>
  problems.length === 0
    ? []
    : [
        '',
        'To settle',
        ...problems.flatMap((each) => [
          `  ${clean(shortPlace(each))}  ${paint(each.severity, each.severity)}  ${clean(each.message)}`,
          paint('quiet', `    ${clean(each.help)}`),
        ]),
      ];

/** `MAINTAINERS.md:12` */
export const shortPlace = ({ path, line }: Source): string => `${path}:${line}`;
