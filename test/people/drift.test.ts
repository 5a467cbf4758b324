import { describe, expect, it } from 'vitest';
import { inspectPeople, readSources, type Problem } from '../../src/people/index.js';
import { charter, LEADS, MEMBERS, WG_PATH, type Parts } from './writing.js';

const PATHS = {
  workingGroups: 'docs/community/working-groups',
  interestGroups: 'docs/community/interest-groups',
  maintainers: 'MAINTAINERS.md',
  roster: 'roster.yml',
};

/** Everybody of the charter by the same names and logins, so that nothing differs. */
const LIST = `## Lead Maintainers

- [Lou Orr](https://github.com/LouOrr)

## Core Maintainers

- [Cy Dorn](https://github.com/cydorn)

## Community Moderators

- [Di Eng](https://github.com/dieng)

## Working Group & Interest Group Maintainers

### Kettle Timers Working Group

- [Ada Bell](https://github.com/adabell)
- [Bo Carr](https://github.com/bocarr)
`;

interface Written {
  charter?: Partial<Parts>;
  /** The whole charter, where parts are not enough. */
  text?: string;
  list?: string;
  /** The roster's people. */
  people?: string;
  today?: string;
}

function found(written: Written): Problem[] {
  const texts = {
    maintainers: written.list ?? LIST,
    roster: written.people === undefined ? null : `version: 1\npeople:\n${written.people}`,
    charters: [{ path: WG_PATH, text: written.text ?? charter(written.charter) }],
  };
  return inspectPeople(readSources(texts, PATHS), written.today ?? '2026-12-03');
}

/** Each as `severity code path:line (other places)`. */
const said = (written: Written): string[] =>
  found(written).map(({ severity, code, path, line, others = [] }) =>
    [
      severity,
      code.replace('people/', ''),
      `${short(path)}:${line}`,
      ...others.map((each) => `${short(each.path)}:${each.line}`),
    ].join(' '),
  );
const short = (path: string): string => (path === WG_PATH ? 'charter' : path === 'MAINTAINERS.md' ? 'list' : path);

/** The line of the charter that begins with these words, after the first `skip` of them. */
const line = (text: string, source = charter()): number =>
  source.split('\n').findIndex((each) => each.startsWith(text)) + 1;
const ADA = line('| Lead | Ada Bell');
const BO = line('| Lead | Bo Carr');
const CY = line('| Cy Dorn');
const DI = line('| Di Eng');

describe('charter and list of maintainers', () => {
  it('are left in peace where they agree', () => {
    expect(said({})).toEqual([]);
  });

  it.each<[string, Written, string[]]>([
    [
      "a lead whom the group's list leaves out",
      { list: LIST.replace('- [Bo Carr](https://github.com/bocarr)\n', '') },
      [`info lead-not-listed charter:${BO} list:15`, `info lead-not-on-ladder charter:${BO}`],
    ],
    [
      'somebody on the list whom the charter does not know',
      { list: `${LIST}- [Ed Foss](https://github.com/edfoss)\n` },
      [`warning listed-not-in-charter list:19 charter:${ADA}`],
    ],
    [
      'one name with another account in each',
      { list: LIST.replace('com/bocarr', 'com/bo-carr') },
      [
        `info lead-not-on-ladder charter:${BO}`,
        `info two-accounts list:18 charter:${BO}`,
        `warning listed-not-in-charter list:18 charter:${BO}`,
      ],
    ],
    [
      'one account with the names of two people',
      { list: LIST.replace('[Cy Dorn]', '[Max Ott]') },
      [`warning login-in-anothers-name list:7 charter:${CY}`],
    ],
    [
      'one person written in two ways',
      { list: LIST.replace('[Cy Dorn]', '[Cyrus (Cy) Dorn]') },
      [`info name-differs list:7 charter:${CY}`],
    ],
    [
      'a list of a group without a charter',
      { list: `${LIST}\n### Cup Sizes Working Group\n\n- [Lou Orr](https://github.com/LouOrr)\n` },
      ['warning group-without-charter list:20'],
    ],
    [
      'a list that calls the group another kind',
      { list: LIST.replace('Timers Working', 'Timers Interest') },
      ['warning group-kind-differs list:15 charter:6'],
    ],
    [
      'another organisation in two places',
      { charter: { membership: MEMBERS.replace('Kiln Works', 'Fjord     ') } },
      [`warning organization-contradicts charter:${line('| Ada Bell')} charter:${ADA}`],
    ],
    [
      'an emeritus of the core who is still in its list',
      { list: `${LIST}\n## Emeritus\n\n- [Cy Dorn](https://github.com/cydorn) (Core Maintainer Emeritus)\n` },
      ['warning emeritus-still-listed list:7 list:22'],
    ],
    ['a term that ends soon', { today: '2027-02-20' }, [`info term-ending charter:${ADA}`]],
    ['a term that is over', { today: '2027-08-20' }, [`warning term-over charter:${ADA}`]],
  ])('are compared: %s', (_, written, expected) => {
    expect(said(written).toSorted()).toEqual(expected.toSorted());
  });

  it('says who is emeritus of a group and still in it', () => {
    const text = charter().replace(
      '## Operations',
      '## Emeritus Membership\n\n| Name | GitHub |\n| - | - |\n| Cy Dorn | @cydorn |\n\n## Operations',
    );
    expect(said({ text })).toEqual([
      `warning emeritus-still-listed charter:${CY} charter:${line('| Cy Dorn | @', text)}`,
    ]);
  });

  it('says that a group is over that is still listed', () => {
    const text = charter().replace('## Group Type', '<Note>\n  This group is retired.\n</Note>\n\n## Group Type');
    expect(said({ text })).toEqual(['warning retired-group-listed list:15 charter:6', 'info group-retired charter:6']);
  });

  it('takes the days of notice from whoever asks', () => {
    const texts = { maintainers: LIST, roster: null, charters: [{ path: WG_PATH, text: charter() }] };
    const codes = (notice: number): string[] =>
      inspectPeople(readSources(texts, PATHS), '2027-01-20', notice).map(({ code }) => code);
    expect([codes(30), codes(60)]).toEqual([[], ['people/term-ending']]);
  });
});

describe('the roster against the others', () => {
  const entry = (login: string, rest: string): string => `  - { logins: [${login}], ids: [7], ${rest} }\n`;

  it.each<[string, string, string[]]>([
    [
      'a role that the list does not have',
      entry('dieng', 'roles: [{ role: maintainer }]'),
      ['warning role-not-listed roster.yml:3 list:1'],
    ],
    [
      'a role higher than the list has',
      entry('cydorn', 'roles: [{ role: lead-maintainer }]'),
      ['warning role-not-listed roster.yml:3 list:1'],
    ],
    [
      'a role lower than the list has',
      entry('cydorn', 'roles: [{ role: member }]'),
      ['warning role-contradicts list:7 roster.yml:3'],
    ],
    [
      'a moderator whom the list does not have',
      entry('cydorn', 'moderator: true'),
      ['warning role-not-listed roster.yml:3 list:1'],
    ],
    [
      'a place that is over, and a row that is still there',
      entry('cydorn', 'groups: [{ group: kettle-timers, level: member, until: 2026-08-31 }]'),
      [`warning membership-over charter:${CY} roster.yml:3`],
    ],
    [
      'another level',
      entry('dieng', 'groups: [{ group: kettle-timers, level: observer }]'),
      [`warning level-contradicts roster.yml:3 charter:${DI}`],
    ],
    [
      'members whom only one of them has',
      entry('zed', 'groups: [{ group: kettle-timers, level: member }]'),
      [
        `info membership-not-in-charter roster.yml:3 charter:${line('## Membership')}`,
        ...[ADA, BO, CY].map((each) => `info membership-not-in-roster charter:${each}`),
      ],
    ],
    [
      'an emeritus who is still listed everywhere',
      entry('dieng', 'emeritus: true'),
      [
        `warning emeritus-still-listed charter:${DI} roster.yml:3`,
        'warning emeritus-still-listed list:11 roster.yml:3',
      ],
    ],
    ['an organisation: the roster settles it', entry('adabell', 'organization: Fjord'), []],
    [
      "a login in another's name",
      '  - { name: Ada Bell, organization: Kiln Works, logins: [adabell, dieng], ids: [7, 8] }\n',
      [`error login-in-anothers-name roster.yml:3 roster.yml:3 charter:${DI}`],
    ],
    [
      'two people made one, without a name of its own',
      '  - { organization: Kiln Works, logins: [adabell, dieng], ids: [7, 8] }\n',
      [`error login-in-anothers-name roster.yml:3 charter:${ADA} charter:${DI}`],
    ],
    ['a missing id', '  - logins: [cydorn]\n', ['info ids-missing roster.yml:3']],
    [
      'a group that is misspelt',
      entry('zed', 'groups: [{ group: kettle-timer, level: member }]'),
      ['warning roster-unknown-group roster.yml:3'],
    ],
  ])('is compared: %s', (_, people, expected) => {
    expect(said({ people }).toSorted()).toEqual(expected.toSorted());
  });

  it('names the near group for a misspelt one', () => {
    const people = entry('zed', 'groups: [{ group: kettle-timer, level: member }]');
    expect(found({ people }).map(({ help }) => help)).toEqual(['Did you mean `kettle-timers`?']);
  });

  it('settles who has two accounts', () => {
    const list = LIST.replace('com/bocarr', 'com/bo-carr');
    expect(said({ list, people: '  - { logins: [bocarr, bo-carr], ids: [8, 9] }\n' })).toEqual([]);
  });

  it('says nothing against the others while it cannot be read: it may be what settles them', () => {
    const codes = said({ people: '  - { login: [x] }\n', list: LIST.replace('[Cy Dorn]', '[Max Ott]') });
    expect(codes.every((each) => each.includes('roster.yml'))).toBe(true);
    expect(codes.length).toBeGreaterThan(0);
  });
});

it('tells every difference with a sentence, a next step, and the other place in words', () => {
  const problems = found({
    list: `${LIST.replace('[Cy Dorn]', '[Max Ott]')}- [Ed Foss](https://github.com/edfoss)\n`,
    charter: { leadership: LEADS.replace('AWS ', 'Fjord') },
  });
  for (const { message, help, others = [] } of problems) {
    expect(message).toMatch(/[.]$/);
    expect(help).toMatch(/[.?]$/);
    for (const { line: at } of others) expect(message).toContain(`line ${at}`);
  }
  expect(problems).toHaveLength(2);
});
