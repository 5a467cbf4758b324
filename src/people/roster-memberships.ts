import { nearest } from '../near.js';
import { loginKey } from './logins.js';
import type { Group, GroupMember, GroupPerson, Problem, Roster, RosterMembership, RosterPerson } from './types.js';

type Holds = (span: { since: string | null; until: string | null }) => boolean;

/**
 * Lays the roster's memberships over the charters': what the roster says of a person in a group holds. An entry that
 * is over takes the person out, and so does "emeritus" ("No ongoing responsibilities or privileges",
 * contributor-ladder.mdx) but for the groups that the entry itself gives. A group whose charter lists nobody gets its
 * membership list from the roster, once that names a member; one whose list is there in part (a charter cut in half)
 * stays without.
 */
export function withRosterMemberships(
  groups: Group[],
  roster: Roster | null,
  holds: Holds,
): { groups: Group[]; problems: Problem[] } {
  if (!roster) return { groups, problems: [] };
  const problems: Problem[] = [];
  const slugs = new Set(groups.map((group) => group.slug));
  const entries = roster.people.flatMap((person) => person.groups.map((membership) => ({ person, membership })));
  for (const { membership } of entries) {
    if (slugs.has(membership.group)) continue;
    const near = nearest(membership.group, slugs);
    problems.push({
      code: 'people/roster-unknown-group',
      severity: 'warning',
      path: roster.source,
      line: membership.line,
      column: 1,
      message: `There is no charter for a group \`${membership.group}\`.`,
      help: near === null ? "Use the charter's file name without its ending." : `Did you mean \`${near}\`?`,
    });
  }
  const laid = groups.map((group) => {
    const own = entries.filter(({ membership }) => membership.group === group.slug);
    // Leads alone do not say who else is counted.
    const listsMembers = own.some(({ membership }) => holds(membership) && membership.level === 'member');
    const membersKnown = group.membersKnown || (group.members.length === 0 && listsMembers);
    const start = own.reduce(
      (state, { person, membership }) => {
        if (holds(membership)) return place(state, person, membership, roster.source, problems);
        const returns = own.some((other) => other.person === person && holds(other.membership));
        return returns ? state : remove(state, person);
      },
      { ...group, membersKnown },
    );
    const returned = new Set(own.flatMap(({ person, membership }) => (holds(membership) ? [person] : [])));
    return roster.people
      .filter((person) => person.emeritus && !returned.has(person))
      .reduce((state, person) => remove(state, person), start);
  });
  return { groups: laid, problems };
}

function place(
  group: Group,
  person: RosterPerson,
  membership: RosterMembership,
  path: string,
  problems: Problem[],
): Group {
  const before = [...group.members, ...group.leads.map((lead) => ({ ...lead, level: 'lead' as const }))].find((each) =>
    isOne(each, person),
  );
  if (before?.level != null && before.level !== membership.level) {
    problems.push({
      code: 'people/level-contradicts',
      severity: 'warning',
      path,
      line: membership.line,
      column: 1,
      message: `The roster makes @${person.logins[0] ?? ''} ${membership.level} in ${group.slug}, its charter (line ${before.line}) ${before.level}; the roster holds.`,
      help: 'Make the two agree.',
      others: [{ path: before.path, line: before.line }],
    });
  }
  const known = before ?? { name: null, organization: null, term: null, termEnds: null };
  const entry: GroupPerson = {
    login: person.logins[0] ?? null,
    name: person.name ?? known.name,
    organization: person.organization ?? known.organization,
    term: known.term,
    termEnds: membership.until ?? known.termEnds,
    since: membership.since,
    path,
    line: membership.line,
  };
  const cleared = remove(group, person);
  const member: GroupMember = { ...entry, level: membership.level, rawLevel: membership.level };
  return {
    ...cleared,
    leads: membership.level === 'lead' ? [...cleared.leads, entry] : cleared.leads,
    members: [...cleared.members, member],
  };
}

const remove = (group: Group, person: RosterPerson): Group => ({
  ...group,
  leads: group.leads.filter((each) => !isOne(each, person)),
  members: group.members.filter((each) => !isOne(each, person)),
});

function isOne(each: GroupPerson, person: RosterPerson): boolean {
  const login = each.login;
  return login !== null && person.logins.some((own) => loginKey(own) === loginKey(login));
}
