import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHARTER } from './kettles.js';
import { convenor, folderWith, MAINTAINERS, SPECIFICATION } from './terminal.js';

const ROSTER = '.github/convenor/roster.yml';
const KETTLES = 'docs/community/working-groups/kettles.mdx';
/** The line of a text that holds these words. */
const lineOf = (text: string, words: string): number => text.split('\n').findIndex((each) => each.includes(words)) + 1;
const withRoster = (people: string, more: Record<string, string> = {}): string =>
  folderWith({ ...SPECIFICATION, [ROSTER]: `version: 1\npeople:\n${people}`, ...more });

interface Report {
  errors: number;
  warnings: number;
  infos: number;
  problems: { path: string; line: number; code: string; others: { path: string; line: number }[] }[];
}
const report = (out: string): Report => JSON.parse(out) as Report;

describe('a person checks who is who', () => {
  it('is told what the files leave open, and that nothing is wrong', async () => {
    const seen = await convenor(['people', 'check'], { cwd: folderWith(SPECIFICATION) });
    const line = lineOf(CHARTER, '| WG Lead');
    expect(seen).toEqual({
      status: 0,
      out: [
        KETTLES,
        `  ${line}:1  info  @grace-example leads Kettles, and has no place on the ladder by MAINTAINERS.md.  people/lead-not-on-ladder`,
        '        A lead is a Member at least: once that is known, write it into the roster (`role: member`).',
        '',
        '0 errors, 0 warnings, 1 note in 2 files',
        '',
      ].join('\n'),
      err: '',
    });
  });

  it('is told of a difference with both places', async () => {
    const cwd = withRoster(
      '  - { logins: [mary-member], ids: [3], groups: [{ group: kettles, level: member, until: 2026-11-30 }] }\n',
    );
    const { status, out } = await convenor(['people', 'check', '--json', '.'], { cwd, today: '2026-12-01' });
    const { problems, ...counts } = report(out);
    expect({ status, ...counts }).toEqual({ status: 1, errors: 0, warnings: 1, infos: 1 });
    expect(problems.find(({ code }) => code === 'people/membership-over')).toMatchObject({
      path: KETTLES,
      line: lineOf(CHARTER, '| Mary Member'),
      others: [{ path: ROSTER, line: 3 }],
    });
  });

  it('hears of terms by the day of the look', async () => {
    const charter = CHARTER.replace('| Initial |', '| ends 2027-01-02 |');
    const cwd = folderWith({ ...SPECIFICATION, [KETTLES]: charter });
    const codes = async (today: string): Promise<string[]> =>
      report((await convenor(['people', 'check', '--json'], { cwd, today })).out)
        .problems.map(({ code }) => code)
        .filter((code) => code.startsWith('people/term'));
    expect(await codes('2026-12-02')).toEqual([]);
    expect(await codes('2026-12-03')).toEqual(['people/term-ending']);
    expect(await codes('2027-01-03')).toEqual(['people/term-over']);
  });

  it.each([
    ['one id twice', '  - { logins: [a], ids: [1] }\n  - { logins: [b], ids: [1] }\n', 4, 'stands already in line 3'],
    ["a login in another's name", '  - { logins: [a] }\n  - { logins: [b, A] }\n', 4, 'stands already in line 3'],
    ['a role that is none', '  - { logins: [a], roles: [{ role: maintaner }] }\n', 3, 'Did you mean `maintainer`?'],
    ['a day that is none', '  - { logins: [a], roles: [{ role: member, since: 2026-02-30 }] }\n', 3, 'no such day'],
    ['a misspelt key', '  - { login: [a] }\n', 3, 'Did you mean `logins`?'],
  ])('is told where a roster has %s', async (_, people, line, words) => {
    const { status, out } = await convenor(['people', 'check'], { cwd: withRoster(people) });
    expect(status).toBe(1);
    expect(out).toContain(`${ROSTER}\n`);
    expect(out).toMatch(new RegExp(`^ +${line}:\\d+ +error `, 'm'));
    expect(out).toContain(words);
  });

  it('is told that a charter was cut in half', async () => {
    const cwd = folderWith({ ...SPECIFICATION, [KETTLES]: CHARTER.slice(0, CHARTER.indexOf('## Membership')) });
    const { status, out } = await convenor(['people', 'check'], { cwd });
    expect(status).toBe(1);
    expect(out).toMatch(/error {2}The charter ends under "Authority & Decision Rights": .*people\/charter-cut/);
  });

  it('learns where nothing says who is who', async () => {
    const { status, err } = await convenor(['people', 'check'], { cwd: folderWith({ 'seps/README.md': 'x' }) });
    expect(status).toBe(2);
    expect(err).toBe(
      `convenor: nothing in "." says who is who: there is none of ${ROSTER}, docs/community/working-groups, docs/community/interest-groups, MAINTAINERS.md. The rules may name other places (paths).\n`,
    );
  });
});

describe('a person asks for somebody', () => {
  const people =
    '  - logins: [mary-member, mary-at-home]\n    ids: [3, 4]\n    roles:\n      - { role: member, since: 2026-02-01, decision: "#7" }\n    groups:\n      - { group: kettles, level: lead, since: 2026-03-01 }\n';

  it('sees what is known, what each place says, and what of it does not count', async () => {
    const listed = `${MAINTAINERS}- [Mary Member](https://github.com/mary-member)\n`;
    const cwd = withRoster(people, { 'MAINTAINERS.md': listed });
    const { status, out } = await convenor(['people', 'show', '@Mary-At-Home'], { cwd });
    expect(status).toBe(0);
    const row = lineOf(CHARTER, '| Mary Member');
    expect(out.split('\n').slice(0, 14)).toEqual([
      'Mary Member (@mary-member, @mary-at-home)',
      '  Role          member, since 2026-02-01',
      '  Organisation  Example Inc',
      '  Maintains     nothing that a list names',
      '  Account ids   3, 4',
      `  Groups        lead of kettles (Working Group, since 2026-03-01)  ${ROSTER}:8`,
      '',
      'What each place says',
      `  ${ROSTER}:3                 login: @mary-member, @mary-at-home`,
      `  ${ROSTER}:4                 id: 3, 4`,
      `  ${ROSTER}:6                 member since 2026-02-01, by #7`,
      `  ${ROSTER}:8                 lead of kettles since 2026-03-01`,
      `  ${KETTLES}:${row}  member of kettles (not counted); name: Mary Member; organization: Example Inc`,
      '  MAINTAINERS.md:10                             core-maintainer (not counted); name: Mary Member',
    ]);
    expect(out).toContain(`To settle\n  ${ROSTER}:8  warning  The roster makes @mary-member lead in kettles`);
  });

  it('gets the same for another program', async () => {
    const { out } = await convenor(['people', 'show', '--json', 'mary-member'], { cwd: withRoster(people) });
    const { statements, problems, ...known } = JSON.parse(out) as Record<string, unknown>;
    expect(known).toEqual({
      login: 'mary-member',
      logins: ['mary-member', 'mary-at-home'],
      ids: [3, 4],
      name: 'Mary Member',
      role: 'member',
      since: '2026-02-01',
      moderator: false,
      emeritus: false,
      organization: 'Example Inc',
      areas: [],
      groups: [
        {
          group: 'kettles',
          kind: 'working-group',
          status: 'active',
          level: 'lead',
          since: '2026-03-01',
          until: null,
          path: ROSTER,
          line: 8,
        },
      ],
    });
    expect(statements).toContainEqual({ about: 'id', says: '3, 4', holds: true, path: ROSTER, line: 4 });
    expect(problems).toMatchObject([{ code: 'people/level-contradicts' }]);
  });

  it.each([
    ['@cora-cor', 'no file names @cora-cor. Did you mean @cora-core?'],
    ['Cora Core', 'no file names @Cora Core. Did you mean @cora-core?'],
    ['stranger', 'no file names @stranger. Look for a slip in the login.'],
  ])('is told who was probably meant by %s', async (login, words) => {
    expect(await convenor(['people', 'show', login], { cwd: folderWith(SPECIFICATION) })).toEqual({
      status: 2,
      out: '',
      err: `convenor: ${words}\n`,
    });
  });

  it('gets no half an answer while the roster cannot be read', async () => {
    const { status, out, err } = await convenor(['people', 'show', 'cora-core'], {
      cwd: withRoster('  - { login: [a] }\n'),
    });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^convenor: the roster cannot be read, .*roster\.yml:3 .*See: convenor people check \.\n$/);
  });
});

describe('a person imports a roster', () => {
  it('writes it to a file, checks it, and finds nobody changed', async () => {
    const cwd = folderWith(SPECIFICATION);
    mkdirSync(join(cwd, '.github/convenor'), { recursive: true });
    const shown = async (): Promise<unknown> => {
      const { out } = await convenor(['people', 'show', '--json', 'mary-member'], { cwd });
      return { ...(JSON.parse(out) as Record<string, unknown>), groups: [], statements: [], problems: [] };
    };
    const before = await shown();
    expect(await convenor(['people', 'import', '--out', ROSTER, '.'], { cwd })).toEqual({
      status: 0,
      out: `Wrote ${ROSTER} with 4 people.\nReview it line by line, and look at it with: convenor people check .\n`,
      err: '',
    });
    const text = readFileSync(join(cwd, ROSTER), 'utf8');
    expect(text).toContain(
      `  - logins: [ mary-member ]\n    name: Mary Member # ${KETTLES}:${lineOf(CHARTER, '| Mary Member')}\n`,
    );
    expect(await shown()).toEqual(before);
    const { problems } = report((await convenor(['people', 'check', '--json'], { cwd })).out);
    expect(problems.map(({ code }) => code)).toEqual(['people/ids-missing', 'people/lead-not-on-ladder']);
  });

  it('sees it first, where no file is named', async () => {
    const cwd = folderWith(SPECIFICATION);
    const { status, out } = await convenor(['people', 'import', '.'], { cwd });
    expect(status).toBe(0);
    expect(out).toMatch(/^# Written by `convenor people import` on 2026-12-03 from MAINTAINERS.md and 1 charter,/);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a file that is there', { 'draft.yml': 'mine' }, '"draft.yml" is there already, and was left alone.'],
    ['a roster that is there', { [ROSTER]: 'version: 1\n' }, `"." has a roster (${ROSTER}).`],
    [
      'rules that cannot be read',
      { '.github/convenor.yml': 'extends: nothing\n' },
      'not everything in "." could be read.',
    ],
  ])('never writes over %s', async (_, files, words) => {
    const cwd = folderWith({ ...SPECIFICATION, ...files });
    const { status, out, err } = await convenor(['people', 'import', '--out', 'draft.yml', '.'], { cwd });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(words);
    if (files['draft.yml'] !== undefined) expect(readFileSync(join(cwd, 'draft.yml'), 'utf8')).toBe('mine');
  });

  it('is told to make the folder first', async () => {
    const { err } = await convenor(['people', 'import', '--out', ROSTER, '.'], { cwd: folderWith(SPECIFICATION) });
    expect(err).toBe(`convenor: there is no folder for "${ROSTER}". Make it first.\n`);
  });
});

it('text from files cannot command a terminal', async () => {
  const charter = CHARTER.replace('Mary Member', 'Mary \u001b[2JMember');
  const { out } = await convenor(['people', 'show', 'mary-member'], {
    cwd: folderWith({ ...SPECIFICATION, [KETTLES]: charter }),
  });
  expect(out).toContain('Mary \\x1b[2JMember');
  expect(out).not.toContain('\u001b');
});
