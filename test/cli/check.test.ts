import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES } from '../../src/proposal/index.js';
import { CHARTER } from './kettles.js';
import { MAINTAINERS as CORE, PROPOSAL, SPECIFICATION as ALL, convenor, folderWith } from './terminal.js';

/** With the lead of the group on the ladder, so that nothing is left to say. */
const MAINTAINERS = CORE.replace(
  '## Core',
  '## SDK Maintainers\n\n### Tea\n\n- [Grace Example](https://github.com/grace-example)\n\n## Core',
);
const SPECIFICATION = { ...ALL, 'MAINTAINERS.md': MAINTAINERS };

interface Report {
  rules: { from: string; name: string };
  files: number;
  errors: number;
  warnings: number;
  infos: number;
  problems: {
    path: string;
    line: number;
    column: number;
    severity: string;
    code: string;
    message: string;
    help: string | null;
    excerpt: string | null;
  }[];
}

/** The report on a folder for machines, with each problem as one line. */
async function report(cwd: string, today = '2026-12-03'): Promise<Report & { status: number; said: string[] }> {
  const { status, out, err } = await convenor(['check', '--json', '.'], { cwd, today });
  expect(err).toBe('');
  const read = JSON.parse(out) as Report;
  const said = read.problems.map((each) => `${each.path}:${each.line}:${each.column} ${each.severity} ${each.code}`);
  return { ...read, status, said };
}

describe('a person checks their clone', () => {
  it('is told that a repository in order is in order, and by which rules', async () => {
    const seen = await convenor(['check', '.'], { cwd: folderWith(SPECIFICATION) });
    expect(seen).toEqual({
      status: 0,
      out: 'Rules: the pack "mcp", since there is no .github/convenor.yml.\n\n0 errors, 0 warnings in 3 files\n',
      err: '',
    });
  });

  it('is told what is wrong with templates of its own, each said once', async () => {
    const folder = '.github/convenor/templates';
    const cwd = folderWith({ ...SPECIFICATION, [`${folder}/status.liquid`]: '\n{{ headlin }}' });
    writeFileSync(join(cwd, folder, 'reply.liquid'), Buffer.from([0x7b, 0xff, 0xfe]));
    const { said, status, files } = await report(cwd);
    expect(said).toEqual([
      `${folder}/reply.liquid:1:1 error file/not-utf8`,
      `${folder}/status.liquid:2:4 error template/unknown-variable`,
    ]);
    expect({ status, files }).toEqual({ status: 1, files: 5 });
  });

  it('is told under each file what is to be mended, with the place and the next step', async () => {
    const cwd = folderWith({
      ...SPECIFICATION,
      '.github/convenor.yml': 'extends: mcp\nrules:\n  consensus: { minor: 0 }\n',
      'seps/12-tea.md': PROPOSAL.replace('2026-10-01', '2026-13-01'),
    });
    const { status, out } = await convenor(['check', '.'], { cwd });
    expect(status).toBe(1);
    expect(out.split('\n').filter((line) => /^\S/.test(line))).toEqual([
      'Rules: .github/convenor.yml has errors. The rest was looked at with the paths of the pack "mcp".',
      '.github/convenor.yml',
      'seps/12-tea.md',
      '2 errors, 0 warnings in 4 files',
    ]);
    expect(out).toContain('\n  3:16  error  `rules.consensus.minor`: ');
    expect(out).toContain('\n        |   consensus: { minor: 0 }\n');
    expect(out).toMatch(/\n {2}5:16 {2}error {2}\S.* {2}preamble\/date\n {8}\S/);
  });

  it('learns that notes alone are no finding', async () => {
    const { status, said, infos } = await report(
      folderWith({ ...SPECIFICATION, 'seps/12-tea.md': PROPOSAL.replace('- **Working Group**: Kettles\n', '') }),
    );
    expect({ status, said, infos }).toEqual({
      status: 0,
      said: ['seps/12-tea.md:8:1 info preamble/working-group'],
      infos: 1,
    });
  });

  it('is told where the sources contradict each other, each thing once', async () => {
    const roster = 'version: 1\npeople:\n  - logins: [cora-core]\n    ids: [7]\n    roles: [{ role: maintainer }]\n';
    const twice = `${MAINTAINERS}- [Lena Lead](https://github.com/lena-too)\n`;
    const { said, errors, warnings, infos, files } = await report(
      folderWith({ ...SPECIFICATION, 'MAINTAINERS.md': twice, '.github/convenor/roster.yml': roster }),
    );
    expect(said).toEqual([
      'MAINTAINERS.md:15:1 warning people/role-contradicts',
      'MAINTAINERS.md:16:1 info people/two-accounts',
    ]);
    expect({ errors, warnings, infos, files }).toEqual({ errors: 0, warnings: 1, infos: 1, files: 4 });
  });

  it('is told only what is wrong with the roster while nobody can read it: it may settle the rest', async () => {
    const { said, status } = await report(
      folderWith({ ...SPECIFICATION, '.github/convenor/roster.yml': 'version: 1\npeople:\n  - login: cora-core\n' }),
    );
    expect(status).toBe(1);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((line) => !line.startsWith('.github/convenor/roster.yml:3:'))).toEqual([]);
  });

  it('is told of terms by the day of the look', async () => {
    const ends =
      'version: 1\npeople:\n  - logins: [cora-core]\n    ids: [7]\n    roles:\n      - { role: core-maintainer, until: 2026-12-03 }\n';
    const cwd = folderWith({ ...SPECIFICATION, '.github/convenor/roster.yml': ends });
    expect((await report(cwd, '2026-11-02')).said).toEqual([]);
    expect((await report(cwd, '2026-12-03')).said).toEqual(['.github/convenor/roster.yml:6:1 info people/term-ending']);
    expect((await report(cwd, '2026-12-04')).said).toEqual(
      expect.arrayContaining(['MAINTAINERS.md:15:1 warning people/role-contradicts']),
    );
  });

  it("finds proposals and charters where the repository's own rules say", async () => {
    const rules =
      'extends: minimal\npaths:\n  proposals: ideas\n  workingGroups: docs/working-groups\n  maintainers: PEOPLE.md\n';
    const { said, rules: used } = await report(
      folderWith({
        '.github/convenor.yml': rules,
        'ideas/0012-tea.md': '',
        'seps/0013-coffee.md': '',
        'docs/working-groups/kettles.mdx': CHARTER,
        'PEOPLE.md': MAINTAINERS,
      }),
    );
    expect(used).toEqual({ from: 'file', name: 'minimal' });
    expect(said).toEqual(['ideas/0012-tea.md:1:1 error file/empty']);
  });

  it('hears of a proposal what only the whole clone can tell', async () => {
    const rules = 'extends: mcp\npaths: { template: seps/START.md }\n';
    const advice = 'Say here in one sentence why anybody would want tea.';
    const tea = PROPOSAL.replace('Ada Example (@ada-example)', 'Lena Lead (@lena-laed)')
      .replace('2026-10-01', '2027-10-01')
      .replace('- **PR**', '- **Requires**: SEP-13, SEP-999\n- **PR**')
      .replace(
        'Tea MUST be hot,',
        `[Cups](../docs/cups.md) and [secrets](../../etc/passwd)\n\n${advice}\n\nTea MUST be hot,`,
      );
    const cwd = folderWith({
      ...SPECIFICATION,
      '.github/convenor.yml': rules,
      'seps/START.md': `# SEP-NNNN: Title\n\n${advice}\n`,
      'seps/12-tea.md': tea,
      'seps/13-cake.md': PROPOSAL.replaceAll('12', '13').replace('Draft', 'Withdrawn'),
      'docs/seps/11-water.mdx': '',
    });
    const { problems } = await report(cwd);
    const of = (file: string): string[] =>
      problems.filter(({ path }) => path === file).map(({ line, code, message }) => `${line} ${code}: ${message}`);
    expect(of('seps/12-tea.md')).toEqual([
      '1 companion/missing: The rendered page "docs/seps/12-tea.mdx" is missing.',
      '5 preamble/future-date: The day 2027-10-01 is still to come.',
      '6 people/unknown-handle: The roster does not know "@lena-laed"; is "@lena-lead" meant?',
      '9 relation/one-sided: SEP-13 is required, and it is withdrawn.',
      '14 link/path: The link leads to "docs/cups.md", and the repository has no such file.',
      '14 link/path: The link leads to "../etc/passwd", and the repository has no such file.',
      '16 section/template-text: This line is still the advice of the template.',
    ]);
    expect(of('seps/13-cake.md')).toEqual([
      '1 companion/missing: The rendered page "docs/seps/13-cake.mdx" is missing.',
    ]);
  });

  it.each([
    ['only observes it', 'rules: { rendered-page: { mode: observe } }\n', 'docs/seps/11-water.mdx'],
    ['is here without the folder of such pages', '', 'docs/index.mdx'],
  ])('hears nothing of rendered pages where the repository %s', async (_, rules, page) => {
    const { said } = await report(
      folderWith({ ...SPECIFICATION, '.github/convenor.yml': `extends: mcp\n${rules}`, [page]: '' }),
    );
    expect(said).toEqual([]);
  });

  it('is asked about no login while the roster cannot be read: it may know it', async () => {
    const broken = 'version: 1\npeople:\n  - login: ada-exampel\n';
    const files = { ...SPECIFICATION, 'MAINTAINERS.md': MAINTAINERS.replaceAll('cora-core', 'ada-exampl') };
    const { said } = await report(folderWith(files));
    expect(said).toEqual(['seps/12-tea.md:6:32 info people/unknown-handle']);
    const { said: unsure } = await report(folderWith({ ...files, '.github/convenor/roster.yml': broken }));
    expect(unsure.filter((line) => line.startsWith('seps/'))).toEqual([]);
  });

  it('cannot be led out of the clone by a link to what a symbolic link names', async () => {
    const cwd = folderWith({ ...SPECIFICATION, 'seps/12-tea.md': `${PROPOSAL}\n[a](./away)\n` });
    symlinkSync('../../..', join(cwd, 'seps/away'));
    expect((await report(cwd)).said).toEqual([expect.stringMatching(/ link\/path$/)]);
  });

  it('is told that nobody can decide where neither charters nor people are', async () => {
    const { said } = await report(folderWith({ 'seps/12-tea.md': PROPOSAL }));
    expect(said).toEqual([
      'MAINTAINERS.md:1:1 error people/no-core',
      'docs/community/working-groups:1:1 warning people/no-charters',
    ]);
  });
});

describe('a clone from a stranger', () => {
  it('cannot lead the check out of its folder', async () => {
    const outside = folderWith({ 'secret.md': '# A secret', 'charters/spies.mdx': CHARTER });
    const cwd = folderWith(SPECIFICATION);
    symlinkSync(join(outside, 'secret.md'), join(cwd, 'seps/13-secret.md'));
    symlinkSync('../../../../../../../../../../etc/hostname', join(cwd, 'seps/14-host.md'));
    symlinkSync('nowhere', join(cwd, 'seps/15-nowhere.md'));
    symlinkSync('16-loop.md', join(cwd, 'seps/16-loop.md'));
    symlinkSync('12-tea.md', join(cwd, 'seps/17-tea.md'));
    symlinkSync(join(outside, 'charters'), join(cwd, 'docs/community/interest-groups'));
    const { said } = await report(cwd);
    expect(said).toEqual([
      'docs/community/interest-groups:1:1 error file/outside',
      'seps/13-secret.md:1:1 error file/outside',
      'seps/14-host.md:1:1 error file/outside',
      'seps/15-nowhere.md:1:1 error file/missing',
      'seps/16-loop.md:1:1 error file/unreadable',
      'seps/17-tea.md:1:1 warning heading/number',
      'seps/17-tea.md:9:11 info preamble/pull-request',
    ]);
  });

  it('cannot break the check with what is no text, no file, or no end', async () => {
    const cwd = folderWith({
      ...SPECIFICATION,
      'seps/20-picture.md': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1),
      'seps/21-latin.md': Uint8Array.of(0x23, 0x20, 0xe9),
      'seps/22-endless.md': 'a'.repeat(MAX_BYTES + 10),
      'docs/community/working-groups/noise.mdx': Uint8Array.of(0, 1, 2),
      'docs/community/working-groups/huge.mdx': 'a'.repeat(MAX_BYTES + 10),
    });
    mkdirSync(join(cwd, 'seps/23-folder.md'));
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(cwd, 'seps/24-pipe.md')]);
    const { said, files } = await report(cwd);
    expect(said).toEqual([
      'docs/community/working-groups/huge.mdx:1:1 error file/too-large',
      'docs/community/working-groups/noise.mdx:1:1 error file/binary',
      'seps/20-picture.md:1:1 error file/binary',
      'seps/21-latin.md:1:1 error file/not-utf8',
      'seps/22-endless.md:1:1 error file/too-large',
      'seps/23-folder.md:1:1 error file/folder',
      ...(process.platform === 'win32' ? [] : ['seps/24-pipe.md:1:1 error file/unreadable']),
    ]);
    expect(files).toBe(process.platform === 'win32' ? 9 : 10);
  });

  it('cannot break it with rules that explode', async () => {
    const nine = (name: string): string => Array.from({ length: 9 }, () => `*${name}`).join(', ');
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [${nine('a')}]\nc: &c [${nine('b')}]\nd: [${nine('c')}]\n`;
    const { said, rules } = await report(folderWith({ ...SPECIFICATION, '.github/convenor.yml': bomb }));
    expect(rules.from).toBe('pack-instead');
    expect(said.length).toBeGreaterThan(0);
    expect(said.every((line) => /^\.github\/convenor\.yml:\d+:\d+ error rules\//.test(line))).toBe(true);
  });

  it('cannot move the cursor of who checks it', async () => {
    const sly = PROPOSAL.replace('Status**: Draft', 'Status**: \u001b[2J\u202eDraft\u009b31m');
    const cwd = folderWith({ ...SPECIFICATION, 'seps/12-tea.md': sly, 'seps/13-\u001b[2J.md': '' });
    for (const args of [
      ['check', '.'],
      ['check', '--json', '.'],
      ['parse', 'seps/12-tea.md'],
      ['parse', '--json', 'seps/12-tea.md'],
    ]) {
      const { out } = await convenor(args, { cwd });
      expect(out, args.join(' ')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
});

describe('a folder that is no specification repository', () => {
  it.each([
    ['has no proposals', { 'README.md': '# Tea' }, '.', 'it has no folder "seps"'],
    ['is not there', { 'README.md': '# Tea' }, 'nowhere', '"nowhere" does not exist'],
    ['is a file', { 'README.md': '# Tea' }, 'README.md', '"README.md" is a file'],
    [
      'looks elsewhere',
      { '.github/convenor.yml': 'paths: { proposals: ideas }' },
      '.',
      'has no folder "ideas", where .github/convenor.yml',
    ],
  ])('that %s is refused in one sentence', async (_, files, folder, words) => {
    const { status, out, err } = await convenor(['check', folder], { cwd: folderWith(files) });
    expect({ status, out, lines: err.split('\n').length }).toEqual({ status: 2, out: '', lines: 2 });
    expect(err).toContain(words);
  });

  it('with broken rules is told of these, for they may be why nothing was found', async () => {
    const { said, status } = await report(folderWith({ '.github/convenor.yml': 'paths: [' }));
    expect(status).toBe(1);
    expect(said).toContainEqual(expect.stringMatching(/^\.github\/convenor\.yml:1:\d+ error rules\/yaml$/));
  });
});

const spec = fileURLToPath(new URL('../../../shared/corpus/spec', import.meta.url));

describe.skipIf(!existsSync(spec))('the real repository (skipped where ../shared/corpus is missing)', () => {
  it('gets a report whose every place exists, in order, with a next step', async () => {
    const { problems, files, status, errors } = await report(spec);
    expect({ files, status, errors }).toEqual({ files: 40, status: 1, errors: 0 });
    const order = problems.map(({ path, line, column }) => [path, line, column] as const);
    expect(order).toEqual(order.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2])));
    for (const { path, line, column, help, code } of problems) {
      const text = readFileSync(join(spec, path), 'utf8').split('\n')[line - 1];
      expect(text, `${path}:${line}`).toBeDefined();
      expect(column, `${path}:${line}:${column}`).toBeLessThanOrEqual((text ?? '').length + 1);
      expect(help, code).toBeTruthy();
    }
  });

  it('is told of its proposals what only the clone can tell: links to files that are not in it, and nothing else', async () => {
    const { said } = await report(spec);
    const codes = /(?:link\/|relation\/|companion\/|section\/template|unknown-handle|future-date)/;
    expect(said.filter((line) => codes.test(line))).toEqual([
      'seps/1686-tasks.md:11:335 info link/path',
      'seps/2148-contributor-ladder.md:14:82 info link/path',
    ]);
  });

  it('gets the findings that a reader went through line by line (run with -u to write them anew, and read them)', async () => {
    const { said } = await report(spec);
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot('corpus-check.txt');
  });
});
