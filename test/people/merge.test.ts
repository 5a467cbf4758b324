import { describe, expect, it } from 'vitest';
import {
  coreBody,
  electorateOf,
  findPerson,
  groupBySlug,
  mergePeople,
  participantsOf,
  readCharter,
  readMaintainers,
  readRoster,
  roleOf,
  type Governance,
} from '../../src/people/index.js';
import { charter, IG_PATH, MEMBERS, WG_PATH, type Parts } from './writing.js';

const MAINTAINERS = `## Lead Maintainers

- [Lou Orr](https://github.com/LouOrr)

## Core Maintainers

- [Bo Carr](https://github.com/bocarr)
- [Ada Bell](https://github.com/ada-at-work)

## Emeritus

- [Mo Poe](https://github.com/mopoe) (Core Maintainer Emeritus)
- [Di Eng](https://github.com/dieng)

## SDK Maintainers

### Tin SDK

- [Bo Carr](https://github.com/BoCarr)
- [Ned Quay](https://github.com/nedquay)

## Community Moderators

- [Ned Quay](https://github.com/nedquay)
`;

interface Written {
  roster?: string;
  charter?: Partial<Parts>;
  path?: string;
  asOf?: string;
}

function governance(written: Written = {}): Governance {
  const roster = written.roster === undefined ? null : readRoster(`version: 1\n${written.roster}`, 'roster.yml').roster;
  if (written.roster !== undefined) expect(roster).not.toBeNull();
  const path = written.path ?? WG_PATH;
  const { group } = readCharter(charter(written.charter), path);
  const { maintainers } = readMaintainers(MAINTAINERS, 'MAINTAINERS.md');
  return mergePeople({
    roster,
    groups: [group],
    maintainers,
    ...(written.asOf === undefined ? {} : { asOf: written.asOf }),
  });
}
const kettle = (known: Governance) => groupBySlug(known, 'Kettle-Timers')!;
const electors = (known: Governance): string[] => {
  const electorate = electorateOf(known, kettle(known));
  return electorate.ok ? electorate.electors.map(({ login }) => login) : [electorate.reason];
};
const codes = (known: Governance): string[] => known.problems.map(({ code }) => code);

describe('who somebody is', () => {
  it('is found by login without case, with everything that the files say and where', () => {
    expect(findPerson(governance(), 'BOCARR')).toMatchObject({
      login: 'bocarr',
      role: 'core-maintainer',
      organization: 'Amazon',
      areas: [{ kind: 'sdk', name: 'Tin SDK' }],
      sources: [{ path: WG_PATH }, { path: 'MAINTAINERS.md', line: 7 }, { path: 'MAINTAINERS.md', line: 19 }],
    });
  });

  it.each([
    ['louorr', 'lead-maintainer'],
    ['nedquay', 'maintainer'],
    ['adabell', 'contributor'],
    ['mopoe', 'contributor'],
    ['nobody-knows', 'contributor'],
  ])('@%s stands as %s', (login, role) => {
    expect(roleOf(governance(), login)).toBe(role);
  });

  it('is emeritus only where they hold nothing now', () => {
    const known = governance();
    expect(findPerson(known, 'mopoe')?.emeritus).toBe(true);
    expect(findPerson(known, 'dieng')?.emeritus).toBe(false);
    expect(findPerson(known, 'nedquay')).toMatchObject({ moderator: true, emeritus: false });
  });

  it('is emeritus where the roster says so, whatever an older list still gives them', () => {
    const known = governance({ roster: 'people: [{ logins: [nedquay], emeritus: true }]' });
    expect(findPerson(known, 'nedquay')).toMatchObject({ role: 'contributor', moderator: false, emeritus: true });
  });

  it('is one person with several logins only if the roster says so', () => {
    expect(coreBody(governance()).map(({ login }) => login)).toEqual(['ada-at-work', 'bocarr', 'LouOrr']);
    expect(codes(governance())).toEqual(['people/two-accounts']);

    const known = governance({ roster: 'people: [{ logins: [adabell, ada-at-work], ids: [7, 8] }]' });
    expect(findPerson(known, 'Ada-At-Work')).toMatchObject({ login: 'adabell', ids: [7, 8], role: 'core-maintainer' });
    expect(coreBody(known)).toHaveLength(3);
    expect(codes(known)).toEqual([]);
  });

  it('stands on the ladder where the roster says, and the difference is told', () => {
    const known = governance({ roster: 'people: [{ logins: [bocarr], roles: [{ role: member }] }]' });
    expect(roleOf(known, 'bocarr')).toBe('member');
    expect(known.problems).toMatchObject([
      { code: 'people/role-contradicts', path: 'MAINTAINERS.md', line: 7 },
      { code: 'people/role-contradicts', line: 19 },
      { code: 'people/two-accounts' },
    ]);
  });

  it('holds a role of the roster on its days, the last one included', () => {
    const roster = 'people: [{ logins: [zed], roles: [{ role: member, since: 2026-01-01, until: 2026-03-31 }] }]';
    expect(findPerson(governance({ roster, asOf: '2026-02-01' }), 'zed')?.since).toBe('2026-01-01');
    expect(
      ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'].map((asOf) =>
        roleOf(governance({ roster, asOf }), 'zed'),
      ),
    ).toEqual(['contributor', 'member', 'member', 'contributor']);
  });

  it('has no organisation where two places name two, and that is told', () => {
    const membership = MEMBERS.replace('Kiln Works', 'Fjord     ');
    const known = governance({ charter: { membership } });
    expect(findPerson(known, 'adabell')?.organization).toBeNull();
    expect(codes(known)).toContain('people/organization-contradicts');
    const ruled = governance({
      charter: { membership },
      roster: 'people: [{ logins: [adabell], organization: Fjord }]',
    });
    expect(findPerson(ruled, 'adabell')?.organization).toBe('Fjord');
  });

  it('has one organisation under all its names', () => {
    const membership = MEMBERS.replace('Kiln Works', 'KW / Maintainer');
    const known = governance({ charter: { membership }, roster: 'organizations: { Kiln: [KW, Kiln Works] }' });
    expect(findPerson(known, 'adabell')?.organization).toBe('Kiln');
  });
});

describe('the quorum body of a group', () => {
  it('has its leads and WG members, even a lead whom the membership table leaves out, and no participants', () => {
    const known = governance();
    expect(electors(known)).toEqual(['adabell', 'bocarr', 'cydorn']);
    expect(electorateOf(known, kettle(known))).toMatchObject({
      electors: [
        { level: 'lead', organization: 'Kiln Works' },
        { level: 'lead', organization: 'Amazon' },
        { level: 'member', organization: null },
      ],
    });
    expect(participantsOf(kettle(known))).toEqual(['dieng']);
  });

  it('counts a person with two accounts once', () => {
    const membership = `${MEMBERS}\n| Cy Dorn at home | | @cyhome | | WG Member |`;
    expect(electors(governance({ charter: { membership } }))).toHaveLength(4);
    const known = governance({ charter: { membership }, roster: 'people: [{ logins: [cyhome, cydorn] }]' });
    expect(electors(known)).toEqual(['adabell', 'bocarr', 'cyhome']);
  });

  it.each<[string, Written, string]>([
    ['is an Interest Group', { charter: { type: 'Interest Group' }, path: IG_PATH }, 'interest-group'],
    ['is still forming', { charter: { type: '**Working Group** (proposed)' } }, 'forming'],
    ['lists no members', { charter: { membership: null } }, 'no-membership-list'],
    [
      'lists somebody without an account',
      { charter: { membership: MEMBERS.replace(/\[@cydorn\]\S*/, '') } },
      'unreadable-member',
    ],
    [
      'lists somebody at no known level',
      { charter: { membership: MEMBERS.replace('WG Member', 'Friend') } },
      'unreadable-member',
    ],
    [
      'names a lead by two accounts',
      { charter: { leadership: '| Name | GitHub |\n| - | - |\n| X | [@x](https://github.com/y) |' } },
      'unreadable-member',
    ],
  ])('is refused with the ways out where the group %s', (_, written, reason) => {
    const known = governance(written);
    expect(electorateOf(known, kettle(known))).toMatchObject({ ok: false, reason });
  });

  it('can come from the roster where the charter lists nobody, and not where it lists some', () => {
    const roster = 'people: [{ logins: [cydorn], groups: [{ group: kettle-timers, level: member }] }]';
    expect(electors(governance({ roster, charter: { membership: null } }))).toEqual(['adabell', 'bocarr', 'cydorn']);

    const half = charter().slice(0, charter().indexOf('| Di Eng'));
    const { group } = readCharter(half, WG_PATH);
    const cut = mergePeople({
      roster: readRoster(`version: 1\n${roster}`, 'r').roster,
      groups: [group],
      maintainers: null,
    });
    expect(electors(cut)).toEqual(['no-membership-list']);
  });

  it.each(['participant', 'lead'])(
    'does not come to be because the roster names a %s: who else is counted?',
    (level) => {
      const roster = `people: [{ logins: [dieng], groups: [{ group: kettle-timers, level: ${level} }] }]`;
      expect(electors(governance({ roster, charter: { membership: null } }))).toEqual(['no-membership-list']);
    },
  );

  it('has nobody whom the roster calls emeritus, but where the same entry gives them a place again', () => {
    const emeritus = (groups: string): string => `people: [{ logins: [cydorn], emeritus: true${groups} }]`;
    expect(electors(governance({ roster: emeritus('') }))).toEqual(['adabell', 'bocarr']);
    const back = emeritus(', groups: [{ group: kettle-timers, level: member }]');
    expect(electors(governance({ roster: back }))).toEqual(['adabell', 'bocarr', 'cydorn']);
  });

  it('names the place that says so for each of its people, charter or roster', () => {
    const roster =
      'people:\n  - logins: [zed]\n    groups: [{ group: kettle-timers, level: member, since: 2026-01-05 }]';
    const known = governance({ roster });
    expect(kettle(known).members.find(({ login }) => login === 'zed')).toMatchObject({
      path: 'roster.yml',
      line: 4,
      since: '2026-01-05',
    });
    expect(findPerson(known, 'zed')?.sources).toEqual([
      { path: 'roster.yml', line: 3 },
      { path: 'roster.yml', line: 4 },
    ]);
  });

  it('follows the roster where the charter says otherwise', () => {
    const roster = (entry: string): string =>
      `people: [{ logins: [bocarr], groups: [{ group: kettle-timers, ${entry} }] }]`;
    expect(electors(governance({ roster: roster('level: participant') }))).toEqual(['adabell', 'cydorn']);
    expect(codes(governance({ roster: roster('level: participant') }))).toContain('people/level-contradicts');
    expect(electors(governance({ roster: roster('level: lead, until: 2026-01-01'), asOf: '2026-01-02' }))).toEqual([
      'adabell',
      'cydorn',
    ]);
    expect(electors(governance({ roster: roster('level: lead, until: 2026-01-01'), asOf: '2026-01-01' }))).toContain(
      'bocarr',
    );
    expect(codes(governance({ roster: roster('level: lead').replace('kettle-timers', 'kettles') }))).toContain(
      'people/roster-unknown-group',
    );
  });
});
