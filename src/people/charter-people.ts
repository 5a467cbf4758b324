import type { SectionedDocument, Row, Section } from './document.js';
import { cellOf, itemsOf, lineOf, loginsIn, plain, rowsOf, wordsOf } from './document.js';
import { levelOf, personOfItem, personOfRow } from './cells.js';
import { uniqueLogins } from './logins.js';
import { atLine, type ProblemLog } from './problems.js';
import type { GroupKind, GroupLevel, GroupLines, GroupMember, GroupPerson } from './types.js';
import { samePerson } from './work-items.js';

/** Everybody whom a charter names in its tables. */
export interface CharterPeople {
  leads: GroupPerson[];
  members: GroupMember[];
  membersKnown: boolean;
  emeritus: GroupPerson[];
  sponsoredBy: string[];
  lines: Pick<GroupLines, 'sponsors' | 'membership'>;
}

/**
 * Reads the leadership, membership and emeritus tables. `endsEarly` says that the charter is cut: then a membership
 * table that nothing follows is not taken for whole.
 */
export function readPeople(
  document: SectionedDocument,
  kind: GroupKind,
  endsEarly: boolean,
  log: ProblemLog,
): CharterPeople {
  const leadership = document.sections.find((section) => section.key === 'leadership');
  const leads = leadership ? readLeads(leadership, log) : [];
  const membership = document.sections.find((section) => ['membership', 'members'].includes(section.key));
  const members = membership ? readMembers(membership, leads, log) : [];
  const whole = !endsEarly || membership !== document.sections.at(-1);
  const membersKnown = members.length > 0 && whole;
  if (!membersKnown) sayNoList(membership, members, kind, log);
  sayLeadsWithoutOffice(leads, members, log);
  const sponsors = leadership ? sponsorsOf(leadership) : { logins: [], line: null };
  return {
    leads,
    members,
    membersKnown,
    emeritus: document.sections
      .filter((section) => section.key.includes('emeritus'))
      .flatMap((section) => peopleOf(rowsOf(section.own), log)),
    sponsoredBy: sponsors.logins,
    lines: { sponsors: sponsors.line, membership: membership?.line ?? null },
  };
}

function readLeads(section: Section, log: ProblemLog): GroupPerson[] {
  const rows = rowsOf(section.own).filter((row) => isLeadRow(row, log));
  const tabled = peopleOf(rows, log);
  const leads = tabled.length > 0 ? tabled : itemsOf(section.own).flatMap((item) => personOfItem(item, log.path) ?? []);
  if (leads.length === 0) {
    log.error(
      'people/no-leads',
      atLine(section.line),
      'No lead could be read from the leadership section.',
      'List each lead in a table with the columns Role, Name, Organization, GitHub and Term.',
    );
  }
  return leads;
}

/** A row without a role is a lead's, as the table is one of leads; one with another role gives no power by it. */
function isLeadRow(row: Row, log: ProblemLog): boolean {
  const role = wordsOf(cellOf(row, 'role', 'position'));
  if (role === null || (/\b(?:co-?)?(?:lead|facilitator|chair)\b/i.test(role) && !/\bsponsor/i.test(role))) return true;
  log.warning(
    'people/lead-role-unknown',
    atLine(row.line),
    `"${role}" is no role that leads a group, so nobody leads by this row.`,
    'Write Lead (Working Group) or Facilitator (Interest Group), or name the person under another heading.',
  );
  return false;
}

function readMembers(section: Section, leads: GroupPerson[], log: ProblemLog): GroupMember[] {
  const rows = rowsOf(section.own);
  return rows
    .flatMap((row) => {
      const person = personOfRow(row, log);
      if (!person) return [];
      const rawLevel = wordsOf(cellOf(row, 'level', 'role', 'tier', 'participation'));
      return [{ ...person, level: readLevel(rawLevel, person, leads, log), rawLevel }];
    })
    .filter((person, index, all) => !isDouble(person, index, all, log));
}

/** What a row's word for a level means. "Maintainer" is a role on the ladder: in a group, its bearer is a member of it. */
function readLevel(raw: string | null, person: GroupPerson, leads: GroupPerson[], log: ProblemLog): GroupLevel | null {
  const place = atLine(person.line);
  const who = person.name ?? `@${person.login ?? ''}`;
  const level = raw === null ? null : levelOf(raw);
  if (level !== null) return level;
  if (raw !== null && /^(?:core |lead )?maintainer$/i.test(raw)) {
    const read = leads.some((lead) => samePerson(lead, person)) ? 'lead' : 'member';
    log.info(
      'people/level-maintainer',
      place,
      `"${raw}" is no level of participation; ${who} is read as ${read === 'lead' ? 'a lead, as in the leadership table' : 'a WG member'}.`,
      'Write Lead, WG Member, Participant or Observer.',
    );
    return read;
  }
  log.warning(
    'people/level-unknown',
    place,
    raw === null ? `The row of ${who} gives no level.` : `"${raw}" is no level of participation (${who}).`,
    'Write Lead, WG Member, Participant or Observer; until then the group has no quorum body.',
  );
  return null;
}

const peopleOf = (rows: Row[], log: ProblemLog): GroupPerson[] =>
  rows.flatMap((row) => personOfRow(row, log) ?? []).filter((person, index, all) => !isDouble(person, index, all, log));

function isDouble(person: GroupPerson, index: number, all: GroupPerson[], log: ProblemLog): boolean {
  const first = all.slice(0, index).find((other) => samePerson(other, person));
  if (!first) return false;
  log.warning(
    'people/person-twice',
    atLine(person.line),
    `${person.name ?? `@${person.login ?? ''}`} is already listed in line ${first.line}; this row does not count.`,
    'Keep one row for each person.',
  );
  return true;
}

function sponsorsOf(section: Section): { logins: string[]; line: number | null } {
  const said = section.own.filter((node) => /^(?:co-?)?sponsor(?:s|ed by)?\b/i.test(plain(node)));
  const first = said[0];
  return { logins: uniqueLogins(said.flatMap((node) => loginsIn(node))), line: first ? lineOf(first) : null };
}

function sayNoList(section: Section | undefined, members: GroupMember[], kind: GroupKind, log: ProblemLog): void {
  const found = !section
    ? 'The charter has no membership section'
    : members.length > 0
      ? 'The charter ends within its membership list'
      : 'The membership section has no table of people';
  const group = kind === 'working-group';
  const message = group ? `${found}: the group has no quorum body, and cannot decide.` : `${found}.`;
  const help = group
    ? 'List the members in a table (Name, Organization, GitHub, Discord, Level), or have a lead approve their entries in the roster; until then the core decides.'
    : 'Interest Groups need none; list the participants where the group wants them known.';
  const code = section ? 'people/membership-unreadable' : 'people/no-membership-list';
  log[group ? 'warning' : 'info'](code, section ? atLine(section.line) : undefined, message, help);
}

function sayLeadsWithoutOffice(leads: GroupPerson[], members: GroupMember[], log: ProblemLog): void {
  for (const member of members) {
    if (member.level !== 'lead' || leads.some((lead) => samePerson(lead, member))) continue;
    log.warning(
      'people/lead-not-in-leadership',
      atLine(member.line),
      `${member.name ?? `@${member.login ?? ''}`} is called a lead here, and the leadership table does not have them.`,
      'The leadership table says who leads; make the two agree.',
    );
  }
}
