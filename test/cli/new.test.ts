import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProposal } from '../../src/proposal/index.js';
import { convenor, folderWith } from './terminal.js';

const ADA = ['--author', 'Ada Example (@ada-example)'];
const STANDARDS = ['--type', 'Standards Track'];
const clone = (files: Record<string, string> = {}) => folderWith({ 'seps/README.md': 'Proposals.', ...files });

describe('an author begins a proposal', () => {
  it('with a file that lacks only what they alone can say', async () => {
    const cwd = clone();
    const { status, out, err } = await convenor(
      ['new', 'Tea: hot, & early', ...ADA, '--author', 'bosample', ...STANDARDS, '--group', 'Kettles'],
      { cwd, today: '2026-12-03' },
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('Wrote seps/0000-tea-hot-early.md.');
    expect(out).toContain('Taken for GitHub logins: @bosample.');
    const path = 'seps/0000-tea-hot-early.md';
    expect(readProposal(readFileSync(join(cwd, path)), { path })).toMatchObject({
      title: 'Tea: hot, & early',
      status: 'draft',
      type: 'Standards Track',
      created: '2026-12-03',
      authors: [{ name: 'Ada Example', github: 'ada-example' }, { github: 'bosample' }],
      sponsors: [],
      workingGroup: 'Kettles',
      pr: null,
      diagnostics: [],
    });
    const lint = await convenor(['lint', '--format', 'json', 'seps'], { cwd, today: '2026-12-03' });
    expect(lint.status).toBe(0);
    const { problems } = JSON.parse(lint.out) as { problems: { code: string }[] };
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['section/empty']));
    expect(problems).toHaveLength(7);
  });

  it('of another track with the sections of that', async () => {
    const cwd = clone();
    await convenor(['new', 'Tea at four', ...ADA, '--type', 'process'], { cwd });
    const source = readFileSync(join(cwd, 'seps/0000-tea-at-four.md'), 'utf8');
    expect(source.match(/^## .*/gm)).toEqual(['## Abstract', '## Motivation', '## Specification', '## Rationale']);
    expect((await convenor(['lint', 'seps'], { cwd })).status).toBe(0);
  });

  it('and never loses the one they had', async () => {
    const cwd = clone({ 'seps/0000-tea.md': 'Mine.' });
    const { status, err } = await convenor(['new', 'Tea', ...ADA, ...STANDARDS], { cwd });
    expect({ status, kept: readFileSync(join(cwd, 'seps/0000-tea.md'), 'utf8') }).toEqual({ status: 2, kept: 'Mine.' });
    expect(err).toContain('is there already');
  });

  it('in a folder of their own choice, which is made', async () => {
    const cwd = folderWith({});
    expect(await convenor(['new', 'Tea', ...ADA, ...STANDARDS, '--folder', 'a/b'], { cwd })).toMatchObject({
      status: 0,
    });
    expect(readFileSync(join(cwd, 'a/b/0000-tea.md'), 'utf8')).toMatch(/^# SEP-0000: Tea\n/);
  });

  it.each<[string, string[], string]>([
    ['no type', ['Tea', ...ADA], 'needs --type'],
    ['no such type', ['Tea', ...ADA, '--type', 'idea'], 'needs --type'],
    ['no author', ['Tea', ...STANDARDS], 'needs --author'],
    ['nobody as author', ['Tea', ...STANDARDS, '--author', '[your name]'], 'placeholder'],
    ['a login or a name', ['Tea', ...STANDARDS, '--author', 'Ada'], '"Ada" may be a name or a GitHub login'],
    ['a remark as author', ['Tea', ...STANDARDS, '--author', 'In progress'], 'Nobody can be made out in "In progress"'],
    ['a remark as sponsor', ['Tea', ...ADA, ...STANDARDS, '--sponsor', 'Help wanted'], 'reads like a remark'],
    ['a sponsor without a login', ['Tea', ...ADA, ...STANDARDS, '--sponsor', 'Bo Sample'], 'no GitHub login is given'],
    ['no title', ['!?', ...ADA, ...STANDARDS], 'is no title'],
    ['no title but a number', ['SEP-12: ', ...ADA, ...STANDARDS], 'is no title'],
  ])('and is told what is missing: %s', async (_, args, problem) => {
    const { status, err } = await convenor(['new', ...args], { cwd: clone() });
    expect(status).toBe(2);
    expect(err).toContain(problem);
  });

  it('and a name alone stays one', async () => {
    const cwd = clone();
    const { status, out } = await convenor(['new', 'Tea', '--author', 'Ada Example', ...STANDARDS], { cwd });
    expect(status).toBe(0);
    expect(out).not.toContain('logins');
    expect(readFileSync(join(cwd, 'seps/0000-tea.md'), 'utf8')).toContain('- **Author(s)**: Ada Example\n');
  });

  it('and is not left with a file in the wrong place', async () => {
    const { status, err } = await convenor(['new', 'Tea', ...ADA, ...STANDARDS], { cwd: folderWith({}) });
    expect(status).toBe(2);
    expect(err).toContain('no folder "seps" here');
  });
});
