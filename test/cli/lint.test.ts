import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convenor, folderWith, PROPOSAL } from './terminal.js';

/** Two things that one edit mends, and one that only its author can. */
const SLIPS = PROPOSAL.replace('**Type**: Standards Track', '**Type**: Standard')
  .replace('2026-10-01', '1 Oct 2026')
  .replace('## Rationale', '## Reasons');

describe('an author lints a proposal', () => {
  it('and hears nothing of one that is in order', async () => {
    const cwd = folderWith({ 'seps/12-tea.md': PROPOSAL });
    expect(await convenor(['lint', 'seps/12-tea.md'], { cwd })).toEqual({
      status: 0,
      err: '',
      out: '0 errors, 0 warnings in 1 file\n',
    });
  });

  it('and is told what to mend, where, and what Convenor can mend', async () => {
    const cwd = folderWith({ 'seps/12-tea.md': SLIPS });
    const { status, out } = await convenor(['lint', 'seps/12-tea.md'], { cwd });
    expect(status).toBe(1);
    expect(out.split('\n')).toEqual([
      'seps/12-tea.md',
      '   1:1  warning  The section "Rationale" is missing.  section/missing',
      '        Add a heading such as "## Rationale" with at least a sentence; if there is nothing to say, say that.',
      '  4:13  warning  The type "Standard" was read as "Standards Track".  preamble/type-vocabulary',
      expect.stringContaining('        '),
      '  5:16  warning  The date "1 Oct 2026" was read as 2026-10-01.  preamble/date',
      expect.stringContaining('        '),
      '',
      '0 errors, 3 warnings in 1 file',
      '2 findings can be mended: convenor lint --fix',
      '',
    ]);
  });

  it('and lets Convenor mend it: those lines and no other byte', async () => {
    const source = `\uFEFF${SLIPS.replaceAll('\n', '\r\n')}  `;
    const cwd = folderWith({ 'seps/12-tea.md': source });
    const file = join(cwd, 'seps/12-tea.md');
    chmodSync(file, 0o640);
    const { status, out } = await convenor(['lint', '--fix', 'seps/12-tea.md'], { cwd });
    expect(readFileSync(file, 'utf8')).toBe(
      source.replace(': Standard\r', ': Standards Track\r').replace('1 Oct 2026', '2026-10-01'),
    );
    expect(out).toMatch(/^Mended seps\/12-tea\.md:4 .*\nMended seps\/12-tea\.md:5 .*\n\n/);
    expect(out).toContain('0 errors, 1 warning in 1 file\n');
    expect(status).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(cwd, 'seps'))).toEqual(['12-tea.md']);
  });

  it('and a second run finds nothing more to mend, nor does it touch the file', async () => {
    const cwd = folderWith({ 'seps/12-tea.md': SLIPS });
    await convenor(['lint', '--fix', 'seps'], { cwd });
    const before = lstatSync(join(cwd, 'seps/12-tea.md')).ino;
    const { out } = await convenor(['lint', '--fix', 'seps'], { cwd });
    expect(out).not.toContain('Mended');
    expect(lstatSync(join(cwd, 'seps/12-tea.md')).ino).toBe(before);
  });

  it('and hears nothing of links where only the file has come, without its repository', async () => {
    const cwd = folderWith({ '12-tea.md': PROPOSAL.replace('## Motivation\n', '## Motivation\n\n[a](./13.md)\n') });
    expect((await convenor(['lint', '12-tea.md'], { cwd })).out).toBe('0 errors, 0 warnings in 1 file\n');
  });

  it('and is told of leftover advice and of links that lead nowhere on this disk', async () => {
    const advice = 'Say here what everybody gains from it, and why nobody loses anything.';
    const cwd = folderWith({
      '.git/HEAD': '',
      'seps/TEMPLATE.md': `# SEP-0000: Title\n\n## Abstract\n\n${advice}\n`,
      'seps/12-tea.md': PROPOSAL.replace(
        '## Motivation\n',
        `## Motivation\n\n${advice}\n\n[a](./12-tea.md) [b](13.md)\n`,
      ),
    });
    const { out } = await convenor(['lint', '--format', 'json', 'seps'], { cwd });
    expect(JSON.parse(out)).toMatchObject({
      files: 1,
      problems: [
        { code: 'section/template-text', line: 17, severity: 'info' },
        { code: 'link/path', line: 19, severity: 'warning', help: expect.any(String) as string },
      ],
    });
  });

  it('and reads why a finding matters', async () => {
    const { status, out } = await convenor(['lint', '--explain', 'section/missing']);
    expect(status).toBe(0);
    expect(out).toMatch(/^# section\/missing\n\n[^]*Good:[^]*Not so good:/);
    expect(await convenor(['lint', '--explain', 'missing'])).toMatchObject({ status: 2, out: '' });
    expect((await convenor(['lint', '--explain', 'section/mising'])).err).toContain('Did you mean "section/missing"?');
  });
});

describe('a job lints a folder', () => {
  it('and gets annotations that GitHub shows, with nothing that could end them early', async () => {
    const cwd = folderWith({ 'seps/12-tea,cake.md': PROPOSAL.replace('Draft', 'Nearly 100%::done') });
    const { status, out } = await convenor(['lint', '--format', 'github', 'seps'], { cwd });
    expect(status).toBe(1);
    const [first, ...others] = out.split('\n');
    expect(first).toMatch(
      /^::error file=seps\/12-tea%2Ccake\.md,line=3,endLine=3,col=15,title=preamble\/status-vocabulary::"Nearly 100%25::done" /,
    );
    expect(others).toEqual(['']);
  });

  it('and gets everything as JSON, with the mends', async () => {
    const cwd = folderWith({ 'seps/12-tea.md': SLIPS, 'seps/README.md': 'None.', 'MAINTAINERS.md': 'Us.' });
    const { out } = await convenor(['lint', '--format', 'json', '.'], { cwd });
    expect(JSON.parse(out)).toMatchObject({
      files: 1,
      errors: 0,
      warnings: 3,
      infos: 0,
      mended: [],
      problems: [
        { path: 'seps/12-tea.md', code: 'section/missing', fix: null },
        { line: 4, fix: { startLine: 4, endLine: 4, replacement: '- **Type**: Standards Track' } },
        { line: 5, endLine: 5, column: 16, endColumn: 26 },
      ],
    });
  });

  it('and hears of relations that the other files do not share', async () => {
    const cwd = folderWith({
      'seps/12-tea.md': PROPOSAL.replace('- **PR**', '- **Requires**: SEP-13\n- **PR**'),
      'seps/13-cake.md': PROPOSAL.replace('SEP-12', 'SEP-13').replace('- **PR**: #12', '- **Requires**: SEP-12'),
    });
    const { out } = await convenor(['lint', 'seps'], { cwd });
    expect(out.match(/This is a circle: .*?\./g)).toEqual([
      'This is a circle: SEP-12 requires SEP-13 requires SEP-12.',
      'This is a circle: SEP-13 requires SEP-12 requires SEP-13.',
    ]);
  });

  it('and is told of what cannot be opened, when the others are linted', async () => {
    const cwd = folderWith({ 'a.md': PROPOSAL });
    mkdirSync(join(cwd, 'empty'));
    symlinkSync('a.md', join(cwd, 'b.md'));
    const { status, out, err } = await convenor(['lint', 'a.md', 'b.md', 'gone.md', 'empty'], { cwd });
    expect(status).toBe(2);
    expect(out).toContain('The file is a symbolic link.  file/symlink');
    expect(err).toContain('"gone.md" does not exist');
    expect(err).toContain('there is no proposal in the folder "empty"');
  });

  it.each([
    [['lint'], 'needs at least one file or folder'],
    [['lint', '--format', 'xml', 'a.md'], 'there is no format "xml". Take one of: text, json, github.'],
    [['lint', '--format', 'constructor', 'a.md'], 'there is no format'],
  ])('and is told how to ask: %j', async (args, problem) => {
    const { status, err } = await convenor(args);
    expect(status).toBe(2);
    expect(err).toContain(problem);
  });
});

describe('an author in a clone', () => {
  const advice = 'Say here in one sentence why anybody would want tea.';
  const started = PROPOSAL.replace('Tea MUST be hot,', `[Cups](../../docs/cups.md)\n\n${advice}\n\nTea MUST be hot,`);
  /** With rules of its own: proposals, template and rendered pages lie where no other repository has them. */
  const clone = (): string =>
    folderWith({
      '.github/convenor.yml':
        'extends: mcp\npaths: { proposals: ideas/open, template: ideas/START.md }\nrules: { rendered-page: { path: "site/{name}.html", command: make site } }\n',
      'ideas/START.md': `# SEP-NNNN: Title\n\n${advice}\n`,
      'ideas/open/12-tea.md': started,
      'site/11-water.html': '',
      'seps/13-cake.md': '',
      'docs/cups.md': '',
    });
  const lines = (out: string): string[] => [...out.matchAll(/^ +\d+:\d+ .*$/gm)].map(([line]) => line.trim());

  it.each([
    ['its root', '', '.', ''],
    ['the folder', '', 'ideas/open', ''],
    ['the file', '', 'ideas/open/12-tea.md', ''],
    ['the file from where it lies', 'ideas/open', '12-tea.md', '../../'],
  ])('who names %s hears what the rules there want', async (_, from, operand, up) => {
    const root = clone();
    const { out, err } = await convenor(['lint', operand], { cwd: join(root, from) });
    expect(err).toBe('');
    expect(lines(out)).toEqual([
      `1:1  info  The rendered page "${up}site/12-tea.html" is missing.  companion/missing`,
      '15:1  info  This line is still the advice of the template.  section/template-text',
    ]);
    expect(out).toContain('Run "make site" and commit what it writes.');
  });

  it('hears nothing of rendered pages of a document that lies elsewhere', async () => {
    const { out } = await convenor(['lint', '13-notes.md'], {
      cwd: folderWith({
        '.git/HEAD': '',
        'docs/seps/1.mdx': '',
        '13-notes.md': PROPOSAL.replace('SEP-12', 'SEP-13').replace('#12', '#13'),
      }),
    });
    expect(out).toBe('0 errors, 0 warnings in 1 file\n');
  });

  it('is told that a link leads out of it, whatever lies there', async () => {
    const outer = folderWith({
      'notes.md': '',
      'clone/.git': 'gitdir: elsewhere',
      'clone/seps/12-tea.md': `${PROPOSAL}[a](../../notes.md)\n`,
    });
    const seen = await convenor(['lint', 'clone'], { cwd: outer });
    expect(lines(seen.out)).toEqual([
      expect.stringContaining('leads to "notes.md", and the repository has no such file'),
    ]);
  });

  it('finds the template beside a file where the rules name one that is not there', async () => {
    const cwd = folderWith({
      '.git/HEAD': '',
      'ideas/template.md': advice,
      'ideas/12-tea.md': started.replace('[Cups](../../docs/cups.md)', 'x'),
    });
    expect(lines((await convenor(['lint', 'ideas'], { cwd })).out)).toEqual([
      expect.stringContaining('section/template-text'),
    ]);
  });

  it('is told once that its rules have errors, and gets the findings by the default pack', async () => {
    const cwd = folderWith({
      '.github/convenor.yml': 'extends: nowhere\n',
      'seps/12-tea.md': PROPOSAL,
      'seps/13-cake.md': '',
      'docs/seps/1.mdx': '',
    });
    const { status, out, err } = await convenor(['lint', 'seps/12-tea.md', 'seps', '.'], { cwd });
    expect(err).toBe(
      'convenor: ".github/convenor.yml" has errors, so the rules of the pack "mcp" were taken; "convenor check" shows the errors.\n',
    );
    expect(lines(out)).toEqual([
      '1:1  info  The rendered page "docs/seps/12-tea.mdx" is missing.  companion/missing',
      '1:1  error  The file is empty.  file/empty',
    ]);
    expect(status).toBe(1);
  });
});
