import { Document, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { keyOf } from './document.js';
import { canonicalOrganization, organizationsIn } from './organizations.js';
import { placesOf, type GroupPlace } from './queries.js';
import { peopleOn, type ReadSources } from './sources.js';
import { statementsOf, type Statement } from './statements.js';
import { ROLES, type Governance, type PersonRecord, type Source } from './types.js';

/** A roster to review, as the text of its file. */
export interface RosterDraft {
  text: string;
  /** How many people are in it. */
  people: number;
  /** Entries of the sources that are not in it, each with its place: they name no account. */
  left: string[];
}

/**
 * Writes down as a roster what the charters, MAINTAINERS.md and the organisation's list of members say. Read back beside them it changes nothing: the same
 * people in the same roles and groups. Comments name the line that each thing comes from. What no file says is left
 * out, not guessed: the ids of accounts (they are pinned when Convenor first sees an account), since when somebody
 * holds what they hold, and the last day of a lead's term, since in a roster that would end their place by itself.
 * @param sources without a roster
 * @param today `YYYY-MM-DD`
 */
export function draftRoster(sources: ReadSources, today: string): RosterDraft {
  const governance = peopleOn(sources, today);
  const statements = statementsOf(sources, governance, today);
  const people = governance.people.toSorted((a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role));
  const left = withoutAccount(sources);
  const byName = new Map<string, PersonRecord[]>();
  for (const person of people) byName.set(nameKey(person), [...(byName.get(nameKey(person)) ?? []), person]);
  const document = new Document({
    version: 1,
    ...organizationsOf(governance, statements),
    people: people.map((person) => entryOf(person, placesOf(governance, person))),
  });
  document.commentBefore = headOf(sources, today, left);
  const entries = document.get('people', true) as YAMLSeq<YAMLMap>;
  entries.items.forEach((entry, index) => {
    const person = people[index];
    if (!person) return;
    const said = statements.get(person) ?? [];
    explain(entry, person, said, placesOf(governance, person));
    const settle = [
      ...toSettle(person, said, placesOf(governance, person)),
      ...namesakesOf(person, byName.get(nameKey(person)) ?? []),
    ];
    if (settle.length > 0) entry.commentBefore = settle.map((text) => ` ${shown(text)}`).join('\n');
    entry.spaceBefore = index > 0;
  });
  const organizations = document.get('organizations', true) as YAMLMap<unknown, Node> | undefined;
  for (const { value } of organizations?.items ?? []) if (value) inFlow(value);
  return { text: document.toString({ lineWidth: 0 }), people: people.length, left };
}

const entryOf = (person: PersonRecord, places: GroupPlace[]): Record<string, unknown> => {
  const groups = places.flatMap(({ group, level }) => (level === null ? [] : [{ group: group.slug, level }]));
  return {
    logins: person.logins,
    ...(person.name === null ? {} : { name: person.name }),
    ...(person.organization === null ? {} : { organization: person.organization }),
    ...(person.role === 'contributor' ? {} : { roles: [{ role: person.role }] }),
    ...(person.moderator ? { moderator: true } : {}),
    ...(groups.length === 0 ? {} : { groups }),
    ...(person.emeritus ? { emeritus: true } : {}),
  };
};

/** Puts behind each line where it comes from. */
function explain(entry: YAMLMap, person: PersonRecord, said: readonly Statement[], places: GroupPlace[]): void {
  const about = (what: Statement['about'], says?: string): Statement[] =>
    said.filter((each) => each.about === what && (says === undefined || each.says === says));
  const remark = (node: unknown, text: string): void => {
    if (text !== '') (node as Node).comment = ` ${shown(text)}`;
  };
  const node = (key: string): unknown => entry.get(key, true);

  inFlow(node('logins') as Node);
  for (const [key, from] of [
    ['name', about('name', person.name ?? '').slice(0, 1)],
    ['organization', about('organization')],
    ['moderator', about('moderator')],
    ['emeritus', about('emeritus')],
  ] as const) {
    if (entry.has(key)) remark(node(key), placesOfAll(from));
  }
  const roles = node('roles') as YAMLSeq<Node> | undefined;
  for (const role of roles?.items ?? []) {
    inFlow(role);
    const areas = person.role === 'maintainer' ? about('area').map(({ says }) => says) : [];
    remark(role, `${placesOfAll(about('role', person.role))}${areas.length === 0 ? '' : ` (${areas.join(', ')})`}`);
  }
  const groups = node('groups') as YAMLSeq<Node> | undefined;
  const known = places.filter(({ level }) => level !== null);
  groups?.items.forEach((each, index) => {
    const place = known[index];
    if (!place) return;
    inFlow(each);
    const { group } = place;
    const term = group.leads.find((lead) => lead.path === place.path && lead.line === place.line)?.term ?? null;
    const over = group.status === 'retired' ? '; the group is over' : '';
    remark(each, `${short(place)}${term === null ? '' : `; term: ${term}`}${over}`);
  });
}

/** What the files leave open about a person. */
function toSettle(person: PersonRecord, said: readonly Statement[], places: GroupPlace[]): string[] {
  const organizations = said.filter(({ about }) => about === 'organization');
  const differ = person.organization === null && organizations.length > 0;
  const emeritus = person.emeritus ? [] : said.filter(({ about }) => about === 'emeritus');
  return [
    ...(differ
      ? [
          `The files differ on the organisation: ${organizations.map((each) => `"${each.says}" (${short(each)})`).join(', ')}.`,
        ]
      : []),
    ...emeritus.map((each) => `${`Emeritus ${each.says}`.trimEnd()} (${short(each)}), and active elsewhere.`),
    ...places
      .filter(({ level }) => level === null)
      .map((place) => `Level unknown in ${place.group.slug} (${short(place)}): not in the list below.`),
    ...(person.role === 'contributor' && places.some(({ level }) => level === 'lead')
      ? ['Leads a group, and leads are members at least: roles: [{ role: member }], if that is so.']
      : []),
  ];
}

/** Who has no name is like nobody. */
const nameKey = ({ name, login }: PersonRecord): string => (name === null ? `@${login}` : keyOf(name));

/** The first few only: a table in which a thousand rows have one name is no table of people. */
const namesakesOf = (person: PersonRecord, all: readonly PersonRecord[]): string[] =>
  all
    .slice(0, 4)
    .filter((other) => other !== person)
    .map(({ login, sources: [place] }) => {
      const at = place ? ` (${short(place)})` : '';
      return `@${login}${at} has the same name: if it is one person, make one entry of the two.`;
    });

/** The aliases that the organisations of these people need. */
function organizationsOf(
  governance: Governance,
  statements: ReadonlyMap<PersonRecord, readonly Statement[]>,
): { organizations?: Record<string, string[]> } {
  const texts = [...statements.values()].flat().filter(({ about }) => about === 'organization');
  const written = new Set(texts.flatMap(({ says }) => organizationsIn(says, {})));
  const needed = Object.entries(governance.organizations).filter(([name]) =>
    [...written].some((each) => each !== name && canonicalOrganization(each, governance.organizations) === name),
  );
  return needed.length === 0 ? {} : { organizations: Object.fromEntries(needed) };
}

function headOf({ maintainers, groups, members }: ReadSources, today: string, left: readonly string[]): string {
  const from = [
    members && `the members of ${members.source}`,
    maintainers?.source,
    groups.length > 0 ? `${groups.length} charter${groups.length === 1 ? '' : 's'}` : null,
  ]
    .filter(Boolean)
    .join(' and ');
  const lines = [
    `Written by \`convenor people import\` on ${today} from ${from || 'nothing'}, for a person to review.`,
    'Behind each line stands the place that it comes from. No file says, and so it is left out:',
    '- ids: add `ids: [12345]`, one for each login (`gh api users/LOGIN --jq .id`). Without them, a login is pinned to',
    '  the account that has it when Convenor first sees it.',
    '- since: add `since: 2026-01-31` to a role or group where you know the day.',
    '- until: a lead whose term is over stays a lead until somebody else is. Add `until` only where a day ends it.',
    '- who of these logins are one person: give them in one entry, `logins: [first, second]`.',
    ...(left.length === 0 ? [] : ['Not in this list, since they name no account:', ...left.map((each) => `- ${each}`)]),
  ];
  return lines.map((line) => ` ${shown(line)}`).join('\n');
}

function withoutAccount({ maintainers, groups }: ReadSources): string[] {
  const listed = maintainers
    ? [maintainers.lead, maintainers.core, maintainers.maintainers, maintainers.moderators, maintainers.emeritus]
        .flat()
        .map((each) => ({ name: each.name, login: each.login, path: maintainers.source, line: each.line }))
    : [];
  const rows = groups.flatMap((group) => [...group.leads, ...group.members, ...group.emeritus]);
  return [...listed, ...rows]
    .filter(({ login }) => login === null)
    .map((each) => `${each.name ?? 'somebody'} (${short(each)})`);
}

const inFlow = (node: Node): void => {
  (node as Node & { flow?: boolean }).flow = true;
};
const short = ({ path, line }: Source): string => `${path}:${line}`;

/** `MAINTAINERS.md:9, 199; docs/a.mdx:3` */
const placesOfAll = (from: readonly Source[]): string =>
  [...new Set(from.map(({ path }) => path))]
    .map((path) => {
      const lines = from.filter((each) => each.path === path).map(({ line }) => line);
      // A page on the web has no lines.
      return path.startsWith('https://') ? path : `${path}:${[...new Set(lines)].join(', ')}`;
    })
    .join('; ');

/** Text from files, as a comment can hold it. */
const shown = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, ' ');
