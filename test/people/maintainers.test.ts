import { describe, expect, it } from 'vitest';
import { whyBroken } from '../../src/facts/readable.js';
import { readMaintainers } from '../../src/people/index.js';

const FILE = `# Maintainers

Some words about [a page](https://example.org/community).

## Lead Maintainers

- [Ada Bell](https://github.com/adabell)

## Core Maintainers

- [Bo Carr](https://github.com/bocarr)

## Emeritus

- [Cy Dorn](https://github.com/cydorn) (Founder, Lead Maintainer Emeritus)

## SDK Maintainers

### Tin SDK

- [Ada Bell](https://github.com/ada-at-work)
- [Di Eng](https://github.com/dieng)

## Project Maintainers

### Whistle

- [Ed Foss](https://github.com/edfoss)

#### Whistle Emeritus

- [Flo Gray](https://github.com/flogray)

## Community Moderators

- [Di Eng](https://github.com/dieng)

## Working Group & Interest Group Maintainers

Not every [group](https://example.org/groups) has one.

### Lids Interest Group

**Note:** They speak for their products.

- [Gil Hay](https://github.com/gilhay) - Big Kettle
- Hal Ito

### Spouts Working Group

- [Ed Foss](https://github.com/edfoss)

## Friends

- [Ivo Jay](https://github.com/ivojay)
`;
const PATH = 'MAINTAINERS.md';
const { maintainers, problems } = readMaintainers(FILE, PATH);
const lineOf = (text: string, from = FILE): number => from.slice(0, from.indexOf(text)).split('\n').length;

describe('MAINTAINERS.md', () => {
  it('gives each list its people with their line', () => {
    expect(maintainers.lead).toEqual([{ name: 'Ada Bell', login: 'adabell', line: 7 }]);
    expect(maintainers.core.map(({ login }) => login)).toEqual(['bocarr']);
    expect(maintainers.moderators.map(({ login }) => login)).toEqual(['dieng']);
  });

  it('takes maintainers of SDKs, of projects and of groups for maintainers, each of their area', () => {
    expect(maintainers.maintainers.map(({ login, area }) => `${login ?? '?'}: ${area.kind} ${area.name}`)).toEqual([
      'ada-at-work: sdk Tin SDK',
      'dieng: sdk Tin SDK',
      'edfoss: project Whistle',
      'gilhay: group Lids Interest Group',
      '?: group Lids Interest Group',
      'edfoss: group Spouts Working Group',
    ]);
    expect(maintainers.groups.map(({ name, kind, people }) => [name, kind, people.length])).toEqual([
      ['Lids Interest Group', 'interest-group', 2],
      ['Spouts Working Group', 'working-group', 1],
    ]);
  });

  it('takes nobody under "Emeritus", however deep the heading, for a maintainer', () => {
    expect(maintainers.emeritus.map(({ login, note, area }) => [login, note, area])).toEqual([
      ['cydorn', 'Founder, Lead Maintainer Emeritus', null],
      ['flogray', null, 'Whistle'],
    ]);
  });

  it('says what it cannot know: no account, a heading that is no role, one name with two accounts', () => {
    expect(problems.map(({ code, severity, line }) => [code, severity, line])).toEqual([
      ['people/two-accounts', 'info', lineOf('- [Ada Bell](https://github.com/ada-at-work')],
      ['people/login-unreadable', 'warning', lineOf('- Hal Ito')],
      ['people/heading-unknown', 'warning', lineOf('## Friends')],
    ]);
  });

  it('says that a file without a core leaves it without voters', () => {
    expect(readMaintainers('', PATH).problems).toMatchObject([{ code: 'people/no-core', severity: 'error' }]);
    const cut = readMaintainers(FILE.slice(0, FILE.indexOf('## Core')), PATH);
    expect(cut.problems[0]?.message).toContain('Core Maintainers');
    expect(cut.problems[0]?.message).not.toContain('Lead Maintainers');
  });
});

describe('A list that stops within an entry', () => {
  const paths = { workingGroups: 'wg', interestGroups: 'ig', maintainers: 'MAINTAINERS.md', roster: 'roster.yml' };
  const codes = (text: string): string[] => {
    const file = { kind: 'maintainers', path: 'MAINTAINERS.md', text, isNoText: false } as const;
    return whyBroken(file, paths).map(({ code, line }) => `${code} ${line}`);
  };
  const whole =
    '# Maintainers\n\n## Lead Maintainers\n\n- [Ada Bell](https://github.com/adabell)\n- [Bo Carr](https://github.com/bocarr)';

  it.each([1, 5, 20, 33, 35])('is not whole, and its last whole version counts: %i characters cut off', (cut) => {
    expect(codes(whole.slice(0, -cut))).toEqual(['people/maintainers-cut 6']);
  });

  it.each([
    whole,
    `${whole}\n`,
    `${whole} (since [May](https://example.org))\n`,
    '# Maintainers\n',
    '',
    '- [x] done\n',
  ])('and one that ends with an entry, or with none, is: %j', (text) => {
    expect(codes(text)).toEqual([]);
  });
});
