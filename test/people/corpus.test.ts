import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  coreBody,
  draftRoster,
  electorateOf,
  groupBySlug,
  inspectPeople,
  matchGroup,
  mergePeople,
  peopleOn,
  placesOf,
  readCharter,
  readMaintainers,
  readRoster,
  readSources,
  type Governance,
  type Group,
  type ReadSources,
} from '../../src/people/index.js';

const SPEC = new URL('../../../shared/corpus/spec/', import.meta.url);
const missing = !existsSync(SPEC);

const paths = missing
  ? []
  : ['working-groups', 'interest-groups'].flatMap((folder) =>
      readdirSync(new URL(`docs/community/${folder}/`, SPEC)).map((file) => `docs/community/${folder}/${file}`),
    );
const textOf = (path: string): string => readFileSync(new URL(path, SPEC), 'utf8');

const read = paths.map((path): { group: Group; codes: string[] } => {
  const { group, problems } = readCharter(textOf(path), path);
  return { group, codes: problems.map(({ code, line }) => `${code.replace('people/', '')}:${line}`) };
});
const charters = () => read;
const maintainersFile = () => readMaintainers(textOf('MAINTAINERS.md'), 'MAINTAINERS.md');

const sources = (): ReadSources =>
  readSources(
    {
      maintainers: textOf('MAINTAINERS.md'),
      roster: null,
      charters: paths.map((path) => ({ path, text: textOf(path) })),
    },
    {
      workingGroups: 'docs/community/working-groups',
      interestGroups: 'docs/community/interest-groups',
      maintainers: 'MAINTAINERS.md',
      roster: '.github/convenor/roster.yml',
    },
  );

/** Each real group: how many other groups it names, decision rights, meetings; lines of its status and its channel. */
const MORE: Record<
  string,
  [related: number, rights: number, meetings: number, status: number | null, channel: number | null]
> = {
  agents: [2, 8, 1, null, 105],
  apps: [4, 8, 1, null, 82],
  auth: [5, 0, 1, null, 66],
  'enterprise-managed-authorization': [3, 0, 1, 6, 68],
  'file-uploads': [3, 8, 1, null, 88],
  'financial-services': [5, 0, 1, null, 101],
  'inspector-v2': [4, 8, 1, null, 84],
  interceptors: [2, 8, 1, null, null],
  'primitive-grouping': [4, 0, 1, null, 86],
  registry: [1, 8, 1, null, 79],
  sdk: [3, 9, 1, null, 68],
  security: [6, 0, 1, null, 104],
  'server-card': [2, 8, 1, null, 68],
  'skills-over-mcp': [3, 8, 1, null, 108],
  'tool-annotations': [2, 0, 1, null, 63],
  'triggers-events': [2, 8, 1, null, null],
};

/** Each real group: its kind, leads, rows of its membership table, WG members among them, work items, scope in and out. */
const GROUPS: Record<
  string,
  [kind: string, leads: number, rows: number, members: number, items: number, within: number, without: number]
> = {
  agents: ['working-group', 2, 2, 0, 3, 6, 3],
  apps: ['working-group', 3, 6, 3, 7, 9, 4],
  auth: ['interest-group', 3, 0, 0, 0, 10, 6],
  'enterprise-managed-authorization': ['interest-group', 2, 0, 0, 0, 5, 4],
  'file-uploads': ['working-group', 1, 3, 2, 3, 4, 2],
  'financial-services': ['interest-group', 2, 2, 0, 4, 8, 5],
  'inspector-v2': ['working-group', 3, 4, 1, 6, 8, 3],
  interceptors: ['working-group', 5, 0, 0, 6, 4, 3],
  'primitive-grouping': ['interest-group', 2, 3, 1, 3, 3, 2],
  registry: ['working-group', 1, 4, 3, 7, 7, 5],
  sdk: ['working-group', 1, 0, 0, 3, 6, 4],
  security: ['interest-group', 2, 4, 0, 6, 8, 6],
  'server-card': ['working-group', 2, 3, 1, 3, 4, 3],
  'skills-over-mcp': ['working-group', 2, 17, 0, 4, 4, 3],
  'tool-annotations': ['interest-group', 2, 9, 0, 4, 5, 4],
  'triggers-events': ['working-group', 2, 0, 0, 2, 4, 3],
};

/** What is said of the real charters, with lines. */
const SAID: Record<string, string[]> = {
  auth: ['membership-unreadable:54'],
  'enterprise-managed-authorization': ['group-retired:6', 'membership-unreadable:54'],
  'inspector-v2': ['level-maintainer:69', 'level-maintainer:70', 'level-maintainer:71'],
  interceptors: ['no-membership-list:1'],
  'primitive-grouping': ['level-maintainer:78'],
  sdk: ['membership-unreadable:58'],
  'server-card': ['section-twice:84', 'work-item-twice:88'],
  'triggers-events': ['no-membership-list:1'],
};

const wordsOf = (text: string): string[] => text.split(' ').slice(0, 3);
const nameOf = (path: string): string =>
  path
    .split('/')
    .at(-1)
    ?.replace(/\.\w+$/, '') ?? path;

/** Where the real files differ, on 31 August 2026. */
const DIFFER: string[] = [
  'info two-accounts MAINTAINERS:62',
  'warning listed-not-in-charter MAINTAINERS:162 security:79',
  'warning listed-not-in-charter MAINTAINERS:164 security:79',
  'warning group-without-charter MAINTAINERS:172',
  'warning group-without-charter MAINTAINERS:189',
  'warning listed-not-in-charter MAINTAINERS:204 agents:73',
  'warning listed-not-in-charter MAINTAINERS:206 agents:73',
  'warning group-without-charter MAINTAINERS:222',
  'info lead-not-listed tool-annotations:41 MAINTAINERS:218',
  'info lead-not-on-ladder tool-annotations:41',
  'info lead-not-listed agents:74 MAINTAINERS:202',
  'info lead-not-listed apps:48 MAINTAINERS:208',
  'info lead-not-on-ladder interceptors:40',
  'info lead-not-on-ladder interceptors:41',
  'warning term-over server-card:38',
  'warning term-over server-card:39',
  'info name-differs skills-over-mcp:86 server-card:39',
];

describe.skipIf(missing)('the real charters and MAINTAINERS.md (skipped where ../shared/corpus is missing)', () => {
  it('gives for each group what a reader counts in its charter', () => {
    const found = charters().map(({ group }) => [
      group.slug,
      [
        group.kind,
        group.leads.length,
        group.members.length,
        group.members.filter(({ level }) => level === 'member').length,
        group.workItems.length,
        group.scope.in.length,
        group.scope.out.length,
      ],
    ]);
    expect(Object.fromEntries(found)).toEqual(GROUPS);
  });

  it('knows the members of a group where it has a membership table, and an account for everybody', () => {
    for (const { group } of charters()) {
      expect([group.slug, group.membersKnown]).toEqual([group.slug, (GROUPS[group.slug]?.[2] ?? 0) > 0]);
      expect([...group.leads, ...group.members, ...group.emeritus].filter(({ login }) => login === null)).toEqual([]);
    }
  });

  it('says of each charter what is odd in it, and nothing else', () => {
    const said = charters().filter(({ codes }) => codes.length > 0);
    expect(Object.fromEntries(said.map(({ group, codes }) => [group.slug, codes]))).toEqual(SAID);
  });

  it('finds the SEPs that work items name', () => {
    const named = charters().flatMap(({ group }) =>
      group.workItems.flatMap(({ kind, numbers }) => numbers.map((number) => `${group.slug} ${kind} ${number}`)),
    );
    expect(named).toEqual([
      'file-uploads work-item 2356',
      'interceptors work-item 1763',
      'server-card work-item 2127',
      'server-card work-item 2127',
      'skills-over-mcp work-item 2640',
      'security topic 2809',
      'tool-annotations topic 1862',
      'tool-annotations topic 1913',
      'tool-annotations topic 1984',
      'tool-annotations topic 2417',
    ]);
  });

  it('finds the channels, the emeritus members, the sponsors, the end of terms and the folded group', () => {
    const groups = charters().map(({ group }) => group);
    const of = (slug: string): Group => groups.find((group) => group.slug === slug)!;
    expect(groups.filter(({ channel }) => channel === null).map(({ slug }) => slug)).toEqual([
      'interceptors',
      'triggers-events',
    ]);
    expect(of('sdk').channel).toBe('#general-sdk-dev');
    expect(of('registry').emeritus).toHaveLength(2);
    expect(of('file-uploads').sponsoredBy).toHaveLength(2);
    expect(of('server-card').leads.map(({ termEnds }) => termEnds)).toEqual(['2026-08-14', '2026-08-14']);
    expect(of('enterprise-managed-authorization')).toMatchObject({ status: 'retired', successor: 'auth' });
    expect(groups.filter(({ status }) => status !== 'active')).toHaveLength(1);
    expect(of('inspector-v2').workItems.map(({ champions }) => champions.length)).toEqual([2, 1, 1, 3, 3, 1]);
  });

  it('reads every list of MAINTAINERS.md', () => {
    const { maintainers, problems } = maintainersFile();
    const areas = maintainers.maintainers.map(({ area }) => area.kind);
    expect({
      lead: maintainers.lead.length,
      core: maintainers.core.length,
      sdk: areas.filter((kind) => kind === 'sdk').length,
      project: areas.filter((kind) => kind === 'project').length,
      group: areas.filter((kind) => kind === 'group').length,
      moderators: maintainers.moderators.length,
      emeritus: maintainers.emeritus.length,
      groups: maintainers.groups.length,
    }).toEqual({ lead: 2, core: 6, sdk: 49, project: 16, group: 31, moderators: 6, emeritus: 6, groups: 11 });
    expect(problems.map(({ code, line }) => `${code}:${line}`)).toEqual(['people/two-accounts:62']);
  });

  it('gives each Working Group its quorum body, or says that it has none', () => {
    const governance = mergePeople({
      roster: null,
      groups: charters().map(({ group }) => group),
      maintainers: maintainersFile().maintainers,
    });
    const sizes = governance.groups
      .filter(({ kind }) => kind === 'working-group')
      .map((group) => {
        const electorate = electorateOf(governance, group);
        return [group.slug, electorate.ok ? electorate.electors.length : electorate.reason];
      });
    expect(Object.fromEntries(sizes)).toEqual({
      agents: 2,
      apps: 6,
      'file-uploads': 3,
      'inspector-v2': 4,
      interceptors: 'no-membership-list',
      registry: 4,
      sdk: 'no-membership-list',
      'server-card': 3,
      'skills-over-mcp': 2,
      'triggers-events': 'no-membership-list',
    });
    expect(coreBody(governance)).toHaveLength(8);
  });

  it('gives for each group the other groups, decision rights, meetings, and where it says how it stands', () => {
    const found = charters().map(({ group }) => [
      group.slug,
      [group.related.length, group.authority.length, group.meetings.length, group.lines.status, group.lines.channel],
    ]);
    expect(Object.fromEntries(found)).toEqual(MORE);
  });

  it('has a line for everything, on which it stands', () => {
    for (const { group } of charters()) {
      const lines = textOf(group.source).split('\n');
      const at = (line: number | null): string => lines[(line ?? 0) - 1] ?? '';
      expect(at(group.lines.title)).toMatch(/^title: /);
      expect(at(group.lines.kind)).toMatch(/Group Type/);
      expect(wordsOf(group.mission ?? '')).toEqual(wordsOf(at(group.lines.mission)));
      for (const person of [...group.leads, ...group.members, ...group.emeritus]) {
        expect(at(person.line)).toContain(person.login);
      }
      for (const entry of [...group.scope.in, ...group.scope.out, ...group.related]) {
        expect(at(entry.line)).toMatch(/^- /);
      }
      for (const row of [...group.authority, ...group.workItems, ...group.meetings]) {
        expect(at(row.line)).toMatch(/^\| .*\|$/);
      }
      for (const item of group.workItems) {
        for (const number of item.numbers) expect(at(item.line)).toContain(String(number));
        for (const champion of item.champions) {
          if (item.championRaw?.includes(champion)) expect(at(item.line)).toContain(champion);
        }
      }
    }
  });

  it('finds where the real files differ', () => {
    const found = inspectPeople(sources(), '2026-08-31').map(
      ({ severity, code, path, line, others = [] }) =>
        `${severity} ${code.replace('people/', '')} ${nameOf(path)}:${line}${others.map((each) => ` ${nameOf(each.path)}:${each.line}`).join('')}`,
    );
    const alone = new Set(Object.entries(SAID).flatMap(([slug, all]) => all.map((each) => `${slug}:${each}`)));
    const between = found.filter((each) => {
      const [, code = '', place = ''] = each.split(' ');
      const [slug = '', line = ''] = place.split(':');
      return !alone.has(`${slug}:${code}:${line}`);
    });
    expect(between).toEqual(DIFFER);
  });

  it('imports a roster that changes nobody and no quorum body', () => {
    const before = sources();
    const { roster, problems } = readRoster(draftRoster(before, '2026-08-31').text, '.github/convenor/roster.yml');
    expect(problems).toEqual([]);
    const known = (governance: Governance): unknown => [
      governance.people.map((person) => ({
        ...person,
        sources: [],
        places: placesOf(governance, person).map(({ group, level }) => [group.slug, level]),
      })),
      governance.groups.map((group) => {
        const body = electorateOf(governance, group);
        return [group.slug, body.ok ? body.electors.map(({ login }) => login).toSorted() : body.reason];
      }),
    ];
    expect(known(peopleOn({ ...before, roster }, '2026-08-31'))).toEqual(known(peopleOn(before, '2026-08-31')));
    expect(roster?.people).toHaveLength(109);
  });

  it('knows every group by its title, its slug and its channel', () => {
    const groups = charters().map(({ group }) => group);
    const governance = mergePeople({ roster: null, groups, maintainers: null });
    for (const group of groups) {
      for (const text of [`The ${group.title} Group`, group.slug, group.channel ?? group.slug]) {
        expect(matchGroup(governance, text)).toEqual({ kind: 'one', group: groupBySlug(governance, group.slug) });
      }
    }
  });
});
