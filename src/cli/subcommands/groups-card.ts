import type { Duty } from '../../judge/duties/duty.js';
import {
  matchGroup,
  type Electorate,
  type Governance,
  type Group,
  type GroupPerson,
  type Problem,
} from '../../people/index.js';
import { clean, type Paint } from '../terminal.js';
import { factLines, problemSection, shortPlace } from './people-card.js';

/** All that is shown of a group. */
export interface GroupView {
  group: Group;
  quorumBody: Electorate;
  duties: readonly Duty[];
  problems: readonly Problem[];
  governance: Governance;
}

/** A group for people, line by line, each with its place. */
export function groupCard({ group, quorumBody, duties, problems, governance }: GroupView, paint: Paint): string[] {
  const { lines } = group;
  const at = (line: number | null): string => (line === null ? '' : `  line ${line}`);
  const kind = group.kind === 'working-group' ? 'Working Group' : 'Interest Group';
  const status = `${group.status}${group.successor === null ? '' : `, its work is in ${group.successor}`}`;
  return [
    `${paint('strong', clean(group.title))} (${group.slug})`,
    ...factLines([
      ['Charter', group.source],
      ['Kind', `${kind}${at(lines.kind)}`],
      ['Status', `${status}${at(lines.status)}`],
      ['Channel', group.channel === null ? 'not known' : `${group.channel}${at(lines.channel)}`],
      ['Mission', group.mission === null ? 'not known' : `${group.mission}${at(lines.mission)}`],
      ['Sponsors', `${group.sponsoredBy.map((login) => `@${login}`).join(', ') || 'not named'}${at(lines.sponsors)}`],
      ['Quorum body', quorumWords(quorumBody)],
    ]),
    ...list('Leads', group.leads, personWords),
    ...list(
      group.membersKnown ? 'Members' : 'Members (no whole list)',
      group.members,
      (member) => `${(member.level ?? member.rawLevel ?? 'unknown level').padEnd(11)}  ${personWords(member)}`,
    ),
    ...list('Emeritus', group.emeritus, personWords),
    ...list('In scope', group.scope.in, ({ text, line }) => `${text}${at(line)}`),
    ...list('Out of scope', group.scope.out, ({ text, line }) => `${text}${at(line)}`),
    ...list('Related groups', group.related, ({ name, slugs, line }) => {
      const known = slugs.length > 0 || matchGroup(governance, name).kind !== 'none';
      return `${name}${known ? '' : ' (no charter)'}${at(line)}`;
    }),
    ...list('Decision rights', group.authority, ({ decision, level, line }) => `${decision}: ${level}${at(line)}`),
    ...list('Work items and topics', group.workItems, ({ title, numbers, status: state, championRaw, line }) => {
      const seps = numbers.map((number) => `SEP-${number}`).join(', ');
      const told = [seps, state ?? '', `champion: ${championRaw ?? 'none'}`].filter(Boolean).join('; ');
      return `${title} (${told})${at(line)}`;
    }),
    ...list('Meetings', group.meetings, ({ name, frequency, duration, line }) => {
      const told = [frequency, duration].filter((part) => part !== null).join(', ');
      return `${name}${told === '' ? '' : ` (${told})`}${at(line)}`;
    }),
    ...list('Duties of its leads', duties, ({ name, state, says, cases }) => {
      const told = cases.map(({ day, says: what, url }) => `${day}: ${what}${url === null ? '' : ` (${url})`}.`);
      return `${state.padEnd(9)}  ${name}. ${[says, ...told].join(' ')}`;
    }),
    ...problemSection(problems, paint),
    '',
  ];
}

const quorumWords = (body: Electorate): string =>
  body.ok
    ? `${body.electors.length}: ${body.electors.map(({ login }) => `@${login}`).join(', ')}`
    : `none. ${body.message} ${body.help}`;

function personWords({ name, login, organization, term, since, ...place }: GroupPerson): string {
  const account = login === null ? 'no account' : `@${login}`;
  const told = [organization, term === null ? null : `term: ${term}`, since === null ? null : `since ${since}`];
  return (
    [`${name ?? ''} ${account}`.trim(), ...told.filter((part) => part !== null)].join(', ') + `  ${shortPlace(place)}`
  );
}

/** A heading with its entries; nothing without entries. */
const list = <T>(heading: string, entries: readonly T[], words: (entry: T) => string): string[] =>
  entries.length === 0 ? [] : ['', heading, ...entries.map((entry) => `  ${clean(words(entry))}`)];
