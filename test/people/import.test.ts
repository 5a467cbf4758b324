import { describe, expect, it } from 'vitest';
import {
  draftRoster,
  electorateOf,
  peopleOn,
  placesOf,
  readRoster,
  readSources,
  type Governance,
  type ReadSources,
} from '../../src/people/index.js';
import { charter, IG_PATH, MEMBERS, WG_PATH } from './writing.js';

const ROSTER = 'roster.yml';
const PATHS = {
  workingGroups: 'docs/community/working-groups',
  interestGroups: 'docs/community/interest-groups',
  maintainers: 'MAINTAINERS.md',
  roster: ROSTER,
};
const TODAY = '2026-12-03';

const LIST = `## Lead Maintainers

- [Lou Orr](https://github.com/LouOrr)

## Core Maintainers

- [Bo Carr](https://github.com/bocarr)
- Nobody Yet

## Emeritus

- [Mo Poe](https://github.com/mopoe) (Core Maintainer Emeritus)
- [Di Eng](https://github.com/dieng)

## SDK Maintainers

### Tin SDK

- [Ada Bell](https://github.com/ada-at-work)
- [Ned "Nail": #1](https://github.com/000-000)

## Community Moderators

- [Di Eng](https://github.com/dieng)
`;

const texts = (change: { membership?: string | null; list?: string } = {}) => ({
  maintainers: change.list ?? LIST,
  roster: null,
  charters: [
    { path: WG_PATH, text: charter(change.membership === undefined ? {} : { membership: change.membership }) },
    {
      path: IG_PATH.replace('kettle-timers', 'steam'),
      text: charter({ type: 'Interest Group', front: 'title: Steam' }),
    },
  ],
});

/** What is known of people and bodies, without where it is said. */
const known = (governance: Governance): unknown => ({
  people: governance.people.map((person) => ({
    ...person,
    sources: [],
    places: placesOf(governance, person).map(({ group, level }) => [group.slug, level]),
  })),
  bodies: governance.groups.map((group) => {
    const body = electorateOf(governance, group);
    return [group.slug, body.ok ? body.electors.map(({ login }) => login).toSorted() : body.reason];
  }),
  core: governance.people.filter(({ role }) => role.endsWith('maintainer')).map(({ login, role }) => [login, role]),
});

const imported = (sources: ReadSources): string => draftRoster(sources, TODAY).text;
const withRoster = (sources: ReadSources, text: string): ReadSources => {
  const { roster, problems } = readRoster(text, ROSTER);
  expect(problems).toEqual([]);
  return { ...sources, roster };
};

describe('a roster that was imported', () => {
  it.each([
    ['a whole charter', {}],
    ['a group without a membership list', { membership: null }],
    ['a row without an account', { membership: MEMBERS.replace(/\[@cydorn\]\S*/, '') }],
    ['a level that is none', { membership: MEMBERS.replace('WG Member', 'Friend') }],
    ['an organisation on which two places differ', { membership: MEMBERS.replace('Kiln Works', 'Fjord     ') }],
  ])('changes nobody and no quorum body beside what it comes from: %s', (_, change) => {
    const sources = readSources(texts(change), PATHS);
    const before = known(peopleOn(sources, TODAY));
    expect(known(peopleOn(withRoster(sources, imported(sources)), TODAY))).toEqual(before);
  });

  it('gives the same people by itself, but for what they maintain', () => {
    const sources = readSources(texts(), PATHS);
    const bare = (governance: Governance): unknown =>
      governance.people.map((person) => ({ ...person, sources: [], areas: [] }));
    const alone = withRoster({ ...sources, maintainers: null, groups: [] }, imported(sources));
    expect(bare(peopleOn(alone, TODAY))).toEqual(bare(peopleOn(sources, TODAY)));
  });

  it('names the place of each thing, and what a person has to settle', () => {
    const text = imported(readSources(texts(), PATHS));
    const entryOf = (login: string): string[] => {
      const entry = text.split('\n\n').find((part) => part.includes(`logins: [ ${login}`)) ?? '';
      return entry.split('\n').filter((each) => each !== 'people:' && each !== '');
    };
    expect(entryOf('bocarr')).toEqual([
      '  - logins: [ bocarr ]',
      expect.stringMatching(/^ {4}name: Bo Carr # docs\/.*kettle-timers\.mdx:\d+$/),
      expect.stringMatching(/^ {4}organization: Amazon # docs\/.*kettle-timers\.mdx:\d+; docs\/.*steam\.mdx:\d+$/),
      '    roles:',
      '      - { role: core-maintainer } # MAINTAINERS.md:7',
      '    groups:',
      expect.stringMatching(
        /^ {6}- { group: kettle-timers, level: lead } # docs\/.*kettle-timers\.mdx:\d+; term: Initial$/,
      ),
      expect.stringMatching(/^ {6}- { group: steam, level: lead } # docs\/.*steam\.mdx:\d+; term: Initial$/),
    ]);
    expect(entryOf('adabell').slice(0, 2)).toEqual([
      '  # Leads a group, and leads are members at least: roles: [{ role: member }], if that is so.',
      '  # @ada-at-work (MAINTAINERS.md:19) has the same name: if it is one person, make one entry of the two.',
    ]);
    expect(entryOf('dieng')[0]).toBe('  # Emeritus (MAINTAINERS.md:13), and active elsewhere.');
    expect(entryOf('mopoe').at(-1)).toBe('    emeritus: true # MAINTAINERS.md:12');
    expect(text).toContain('organizations:\n  Amazon: [ Amazon Web Services, AWS ]\n');
  });

  it('gives nobody an end, an id or a beginning that no file names', () => {
    const { roster } = readRoster(imported(readSources(texts(), PATHS)), ROSTER);
    const spans = roster?.people.flatMap(({ roles, groups }) => [...roles, ...groups]) ?? [];
    expect(spans.filter(({ since, until }) => since !== null || until !== null)).toEqual([]);
    expect(roster?.people.filter(({ ids }) => ids.length > 0)).toEqual([]);
    expect(spans.length).toBeGreaterThan(8);
  });

  it('says at its head who is left out, since nobody can act for an entry without an account', () => {
    const { left, text, people } = draftRoster(readSources(texts(), PATHS), TODAY);
    expect(left).toEqual(['Nobody Yet (MAINTAINERS.md:8)']);
    expect(text).toContain('# - Nobody Yet (MAINTAINERS.md:8)\n');
    expect(people).toBe(9);
  });

  it('can be read whatever stands in the tables', () => {
    const membership = MEMBERS.replace('Cy Dorn ', '# Cy: [x], {y}\u0085 ').replace('Fjord ', '"F": \'j\' #1');
    const sources = readSources(texts({ membership }), PATHS);
    const before = known(peopleOn(sources, TODAY));
    expect(known(peopleOn(withRoster(sources, imported(sources)), TODAY))).toEqual(before);
  });

  it('can be read, and changes nobody, wherever its sources were cut', () => {
    const whole = texts();
    const [text = '', list] = [whole.charters[0]?.text, whole.maintainers];
    for (let share = 0; share <= 1; share += 0.02) {
      const cut = (all: string): string => all.slice(0, Math.round(all.length * share));
      const sources = readSources(
        { ...whole, maintainers: cut(list), charters: [{ path: WG_PATH, text: cut(text) }] },
        PATHS,
      );
      const before = known(peopleOn(sources, TODAY));
      expect(known(peopleOn(withRoster(sources, imported(sources)), TODAY))).toEqual(before);
    }
  });
});
