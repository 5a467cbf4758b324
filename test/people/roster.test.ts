import { describe, expect, it } from 'vitest';
import { readRoster } from '../../src/people/index.js';

const PATH = '.github/convenor/roster.yml';
const FILE = `version: 1
organizations:
  Kiln Works: [KW, Kiln]
people:
  - ids: [101, 102]
    logins: [adabell, ada-at-work]
    name: Ada Bell
    organization: KW
    roles:
      - { role: maintainer, since: 2025-01-01, until: 2025-12-31 }
      - { role: core-maintainer, since: 2026-01-01, decision: '#71' }
    groups:
      - { group: Kettle-Timers, level: lead, since: 2026-01-01 }
  - logins: [cydorn]
    emeritus: true
`;
const places = (source: string): string[] => {
  const { roster, problems } = readRoster(source, PATH);
  expect(roster).toBeNull();
  return problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
};

describe('the roster', () => {
  it('gives people with their accounts, roles and groups, and the line of each', () => {
    const { roster, problems } = readRoster(FILE, PATH);
    expect(problems).toEqual([]);
    expect(roster).toEqual({
      source: PATH,
      organizations: { 'Kiln Works': ['KW', 'Kiln'] },
      organizationLines: { 'Kiln Works': 3 },
      people: [
        {
          ids: [101, 102],
          logins: ['adabell', 'ada-at-work'],
          name: 'Ada Bell',
          organization: 'KW',
          roles: [
            { role: 'maintainer', since: '2025-01-01', until: '2025-12-31', decision: null, line: 10 },
            { role: 'core-maintainer', since: '2026-01-01', until: null, decision: '#71', line: 11 },
          ],
          moderator: false,
          groups: [
            { group: 'kettle-timers', level: 'lead', since: '2026-01-01', until: null, decision: null, line: 13 },
          ],
          emeritus: false,
          line: 5,
          lines: { ids: 5, logins: 6, name: 7, organization: 8, moderator: 5, emeritus: 5 },
        },
        {
          ids: [],
          logins: ['cydorn'],
          name: null,
          organization: null,
          roles: [],
          moderator: false,
          groups: [],
          emeritus: true,
          line: 14,
          lines: { ids: 14, logins: 14, name: 14, organization: 14, moderator: 14, emeritus: 15 },
        },
      ],
    });
  });

  it.each([
    ['a key of a person', FILE.replace('name: Ada', 'nmae: Ada'), 'Did you mean `name`?'],
    ['a key of a role', FILE.replace(', until: 2025-12-31', ', untli: 2025-12-31'), 'Did you mean `until`?'],
    ['a key of a membership', FILE.replace('level: lead, since', 'level: lead, sinse'), 'Did you mean `since`?'],
    ['a key of the file', FILE.replace('organizations:', 'organisations:'), 'Did you mean `organizations`?'],
    ['a role', FILE.replace('role: maintainer', 'role: maintaner'), 'Did you mean `maintainer`?'],
    ['a level', FILE.replace('level: lead', 'level: laed'), 'Did you mean `lead`?'],
    [
      'a key that nothing is like',
      FILE.replace('emeritus: true', 'salary: 12'),
      'There are: ids, logins, name, organization, roles, moderator, groups, emeritus.',
    ],
  ])('says what was probably meant by %s', (_, source, help) => {
    expect(readRoster(source, PATH).problems.map((problem) => problem.help)).toEqual([help]);
  });

  it.each<[string, string, string[]]>([
    ['an unknown key, at the key', FILE.replace('name: Ada', 'nmae: Ada'), ['people/roster-unknown-key 7:5']],
    ['a role that is none', FILE.replace('core-maintainer', 'boss'), ['people/roster-value 11:11']],
    ['a day that is none', FILE.replace('2025-12-31', '2025-02-30'), ['people/roster-value 10:48']],
    ['a term that ends before it begins', FILE.replace('2025-12-31', '2024-12-31'), ['people/roster-value 10:48']],
    ['an id that belongs to two', FILE.replace('[cydorn]', '[cydorn]\n    ids: [102]'), ['people/roster-twice 15:11']],
    ["a login in another's name", FILE.replace('[cydorn]', '[AdaBell]'), ['people/roster-twice 14:14']],
    ['a name of two organisations', FILE.replace('people:', '  Kin: [kw]\npeople:'), ['people/roster-twice 4:9']],
    [
      'a role of an emeritus',
      FILE.replace('emeritus: true', 'emeritus: true\n    roles: [{ role: member }]'),
      ['people/roster-value 15:5'],
    ],
    ['no login', FILE.replace('[cydorn]', '[]'), ['people/roster-value 14:5']],
    ['a login that is none', FILE.replace('[cydorn]', '["cy dorn"]'), ['people/roster-value 14:14']],
    ['a missing version', FILE.replace('version: 1\n', ''), ['people/roster-value 1:1']],
    ['a list in place of a map', '- adabell\n', ['people/roster-value 1:1']],
    ['an empty file', '', ['people/roster-value 1:1']],
    ['a key given twice', `${FILE}version: 1\n`, ['people/roster-yaml 16:1']],
    ['a file cut in a list', FILE.slice(0, FILE.indexOf(', ada-at-work')), ['people/roster-yaml 6:21']],
    ['brackets without end', `people: ${'['.repeat(30_000)}`, ['people/roster-too-heavy 1:1']],
    ['a list in a list, and so on', '- '.repeat(30_000), ['people/roster-too-heavy 1:1']],
    ['more than a roster can be', `# ${'x'.repeat(300_000)}`, ['people/roster-too-heavy 1:1']],
    ['aliases, of which bombs are made', 'version: 1\npeople: &a [*a]\n', ['people/roster-alias 1:1']],
  ])('takes nothing from a file with %s', (_, source, expected) => {
    expect(places(source)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['', 'The roster is empty: it begins with `version: 1`.'],
    [FILE.replace('version: 1\n', ''), '`version`: this is missing: it is `1`.'],
    [FILE.replace('[cydorn]', 'cydorn'), '`people.1.logins`: this has to be a list.'],
  ])('says in words what belongs there %#', (source, expected) => {
    expect(readRoster(source, PATH).problems.map(({ message }) => message)).toEqual([expected]);
  });

  it('says everything that is wrong at once', () => {
    expect(places(FILE.replace('[101, 102]', '[0]').replace('emeritus: true', 'emeritus: maybe'))).toEqual([
      'people/roster-value 5:11',
      'people/roster-value 15:5',
    ]);
  });
});
