import { loginKey } from './logins.js';
import { canonicalOrganization } from './organizations.js';
import type {
  Elector,
  Electorate,
  Governance,
  Group,
  GroupLevel,
  GroupPerson,
  NoElectorate,
  PersonRecord,
  Role,
  Source,
} from './types.js';

/** The person whom a login belongs to, without regard to case; null where no file names it. */
export function findPerson(governance: Governance, login: string): PersonRecord | null {
  const key = loginKey(login);
  return governance.people.find((person) => person.logins.some((own) => loginKey(own) === key)) ?? null;
}

/** The person to whom the roster gives the account with this numeric id; null where it gives it to nobody. */
export const personWithId = (governance: Governance, id: number): PersonRecord | null =>
  governance.people.find((person) => person.ids.includes(id)) ?? null;

/**
 * Whether an account may be the one that a login of the files means. Where the roster gives the ids of the login's
 * person, only these are, so that whoever takes over a login gets nothing by it; and an account whose id the roster
 * gives to one person is never another.
 */
export function isMeant(governance: Governance, login: string, id: number): boolean {
  const person = findPerson(governance, login);
  const owner = personWithId(governance, id);
  return owner ? owner === person : (person?.ids ?? []).length === 0;
}

/** A login's place on the ladder; whom no file names is a contributor. */
export const roleOf = (governance: Governance, login: string): Role =>
  findPerson(governance, login)?.role ?? 'contributor';

/** A group by its slug; null where there is no such charter. */
export const groupBySlug = (governance: Pick<Governance, 'groups'>, slug: string): Group | null =>
  governance.groups.find((group) => group.slug === slug.toLowerCase()) ?? null;

/** Whether an item of a charter is the one that some words name: by those that it begins with, without regard to case. */
export const itemBegins = (item: string, words: string): boolean => item.toLowerCase().startsWith(words.toLowerCase());

/** A group's name for people, `File Uploads Working Group`; the slug where no charter has it. */
export function titleOf(governance: Pick<Governance, 'groups'>, slug: string): string {
  const group = groupBySlug(governance, slug);
  return group ? `${group.title} ${group.kind === 'working-group' ? 'Working Group' : 'Interest Group'}` : slug;
}

/** The Core and Lead Maintainers: the body that decides what no group may. One entry for each person. */
export const coreBody = (governance: Governance): PersonRecord[] =>
  governance.people.filter((person) => person.role === 'core-maintainer' || person.role === 'lead-maintainer');

/** The leads of a group (facilitators of an Interest Group), as its leadership table and the roster say. */
export const leadsOf = (group: Group): GroupPerson[] => group.leads;

/** Logins of a group's participants: they may vote where the rules say so, and never raise the quorum. */
export const participantsOf = (group: Group): string[] =>
  group.members.flatMap((member) => (member.level === 'participant' && member.login !== null ? [member.login] : []));

/**
 * The quorum body of a Working Group: its WG members and leads, one entry for each person ("WG Member: counted for
 * quorum", working-interest-groups.mdx, Participation Levels). Leads count even where the membership table leaves them
 * out. Refused, with the ways out, where it cannot be known whole: a body that is too small would pass what it should
 * not.
 */
export function electorateOf(governance: Governance, group: Group): Electorate {
  if (group.kind === 'interest-group') {
    return none(
      'interest-group',
      `${group.title} is an Interest Group, and makes no binding decisions.`,
      'A Working Group or the core decides; the group can recommend.',
    );
  }
  if (group.status === 'retired') {
    const next = group.successor;
    return none('retired', `${group.title} is over.`, next ? `Its charter points to ${next}.` : 'The core decides.');
  }
  if (group.status === 'forming') {
    return none('forming', `${group.title} is still forming.`, 'The core decides until its charter is approved.');
  }
  if (!group.membersKnown) {
    return none(
      'no-membership-list',
      `The charter of ${group.title} has no whole list of members, so nobody knows who is counted.`,
      'A lead approves entries in the roster, the charter gets a membership table, or the core decides.',
    );
  }
  const counted = [
    ...group.leads.map((person) => ({ person, level: 'lead' as const })),
    ...group.members.flatMap((person) =>
      person.level === null || person.level === 'lead' || person.level === 'member'
        ? [{ person, level: person.level === 'member' ? ('member' as const) : person.level }]
        : [],
    ),
  ];
  const electors = new Map<PersonRecord | string, Elector>();
  for (const { person, level } of counted) {
    if (person.login === null || level === null) {
      const fault = person.login === null ? 'has no account that could be read' : 'has no known level';
      return none(
        'unreadable-member',
        `${person.name ?? `@${person.login ?? ''}`} (${person.path}, line ${person.line}) ${fault}, so the members of ${group.title} are not known whole.`,
        'Correct the row, or put the person into the roster; until then the core decides.',
      );
    }
    const record = findPerson(governance, person.login);
    const key = record ?? loginKey(person.login);
    if (electors.has(key)) continue;
    electors.set(key, {
      login: record?.login ?? person.login,
      logins: record?.logins ?? [person.login],
      name: record?.name ?? person.name,
      level,
      organization: record ? record.organization : canonicalOrganization(person.organization, governance.organizations),
    });
  }
  return electors.size > 0
    ? { ok: true, electors: [...electors.values()] }
    : none('no-members', `${group.title} has neither leads nor WG members.`, 'The core decides.');
}

const none = (reason: NoElectorate, message: string, help: string): Electorate => ({
  ok: false,
  reason,
  message,
  help,
});

/** A person's place in a group. */
export interface GroupPlace extends Source {
  group: Group;
  /** Null where the charter's word is no known level. */
  level: GroupLevel | null;
  /** `YYYY-MM-DD`, from the roster; null where it does not say. */
  since: string | null;
  /** `YYYY-MM-DD`, the last day of a lead's term or of the roster's entry; null where none is named. */
  until: string | null;
}

/** Every group that a person has a place in, by slug, each once: a lead is one even where a table says less. */
export const placesOf = (governance: Governance, person: PersonRecord): GroupPlace[] =>
  governance.groups.flatMap((group) => {
    const isPerson = ({ login }: GroupPerson): boolean =>
      login !== null && person.logins.some((own) => loginKey(own) === loginKey(login));
    const lead = group.leads.find(isPerson);
    const member = group.members.find(isPerson);
    const entry = lead ?? member;
    if (!entry) return [];
    const { since, termEnds: until, path, line } = entry;
    return [{ group, level: lead ? 'lead' : (member?.level ?? null), since, until, path, line }];
  });
