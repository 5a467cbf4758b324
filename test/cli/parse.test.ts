import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convenor, folderWith, PROPOSAL } from './terminal.js';

describe('an author parses a proposal', () => {
  it('and reads what Convenor reads', async () => {
    const cwd = folderWith({ 'seps/12-tea.md': PROPOSAL });
    expect(await convenor(['parse', 'seps/12-tea.md'], { cwd })).toEqual({
      status: 0,
      err: '',
      out: `seps/12-tea.md
  Title       SEP-12: Tea in the afternoon
  Status      draft
  Type        Standards Track
  Created     2026-10-01
  Authors     Ada Example (@ada-example)
  Sponsor     Grace Example (@grace-example)
  Group       Kettles
  PR          #12
`,
    });
  });

  it('and is told where a word is none that is known, with the place to click on', async () => {
    const cwd = folderWith({ 'a.md': PROPOSAL.replace('Draft', 'Nearly') });
    const { status, out } = await convenor(['parse', 'a.md'], { cwd });
    expect(status).toBe(1);
    expect(out).toContain('  Status      "Nearly", which is none that is known\n');
    expect(out).toMatch(/\n {2}a\.md:3:15 {2}error {2}\S.* {2}preamble\/status-vocabulary\n/);
  });

  it('and gets each card on its own, colours on a terminal alone', async () => {
    const cwd = folderWith({ 'a.md': PROPOSAL, 'b.md': PROPOSAL });
    const plain = await convenor(['parse', 'a.md', 'b.md'], { cwd });
    expect(plain.out.split('\n\n').map((text) => text.split('\n')[0])).toEqual(['a.md', 'b.md']);
    expect(plain.out).not.toContain('\u001b');
    const shown = await convenor(['parse', 'a.md', 'b.md'], { cwd, isTTY: true });
    expect(shown.out).toContain('\u001b[1ma.md');
  });
});

describe('a program parses proposals', () => {
  it('and gets the keys of the contract, in their order, under the path that it gave', async () => {
    const cwd = folderWith({ 'seps/12-tea.md': PROPOSAL });
    const { status, out, err } = await convenor(['parse', '--json', './seps/12-tea.md'], { cwd });
    const [only, ...others] = JSON.parse(out) as Record<string, unknown>[];
    expect({ status, err, others }).toEqual({ status: 0, err: '', others: [] });
    expect(Object.entries(only ?? {})).toEqual([
      ['path', './seps/12-tea.md'],
      ['number', 12],
      ['headingNumber', 12],
      ['title', 'Tea in the afternoon'],
      ['status', 'draft'],
      ['statusRaw', 'Draft'],
      ['type', 'Standards Track'],
      ['created', '2026-10-01'],
      ['authors', [{ name: 'Ada Example', github: 'ada-example' }]],
      ['authorGroup', null],
      ['sponsor', { name: 'Grace Example', github: 'grace-example' }],
      ['sponsors', [{ name: 'Grace Example', github: 'grace-example' }]],
      ['workingGroup', 'Kettles'],
      ['pr', 12],
      ['issue', null],
      ['supersedes', []],
      ['requires', []],
      ['related', []],
      ['extensionIdentifier', null],
      ['accepted', null],
      ['diagnostics', []],
    ]);
  });

  it('and gets the files that are there, when others are not', async () => {
    const cwd = folderWith({ 'a.md': PROPOSAL, 'folder/b.md': PROPOSAL });
    const { status, out, err } = await convenor(['parse', '--json', 'gone.md', 'a.md', 'folder', 'a.md/b.md'], { cwd });
    expect((JSON.parse(out) as { path: string }[]).map(({ path }) => path)).toEqual(['a.md']);
    expect(err).toBe(
      [
        'convenor: "gone.md" does not exist. Look for a slip in the path.',
        'convenor: "folder" is a folder. Name the files in it.',
        'convenor: "a.md/b.md" does not exist. Look for a slip in the path.',
        '',
      ].join('\n'),
    );
    expect(status).toBe(2);
  });

  it('and gets an empty array where no file is there at all', async () => {
    expect(await convenor(['parse', '--json', 'gone.md'])).toMatchObject({ status: 2, out: '[]\n' });
  });

  it.each([
    ['nothing', '', 'file/empty'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), 'file/binary'],
    ['Latin 1', Uint8Array.of(0x23, 0x20, 0xe9), 'file/not-utf8'],
    ['more than is read', 'x'.repeat(2_000_000), 'file/too-large'],
  ])('and is told of a file that holds %s', async (_, content, code) => {
    const { status, out } = await convenor(['parse', '--json', 'a.md'], { cwd: folderWith({ 'a.md': content }) });
    const [read] = JSON.parse(out) as { diagnostics: { code: string; severity: string }[] }[];
    expect({ status, said: read?.diagnostics }).toMatchObject({ status: 1, said: [{ code, severity: 'error' }] });
  });

  it.runIf(existsSync('/dev/zero'))('and never waits for the end of what has none', async () => {
    const { out } = await convenor(['parse', '--json', '/dev/zero']);
    expect(JSON.parse(out)).toMatchObject([{ path: '/dev/zero', diagnostics: [{ code: 'file/too-large' }] }]);
  });
});

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

describe.skipIf(!existsSync(corpus))('the real proposals (skipped where ../shared/corpus is missing)', () => {
  const expected = (name: string): unknown => JSON.parse(readFileSync(join(corpus, 'expected', name), 'utf8'));

  it('give the values that a reader finds in the merged ones', async () => {
    const merged = expected('merged.json') as Record<string, Record<string, unknown>>;
    const { out, err } = await convenor(['parse', '--json', ...Object.keys(merged)], { cwd: join(corpus, 'spec') });
    const read = JSON.parse(out) as Record<string, unknown>[];
    expect(err).toBe('');
    expect(read).toMatchObject(Object.entries(merged).map(([path, values]) => ({ path, ...values })));
  });

  it('and in the hardest open ones, among all of them at once', async () => {
    const hard = expected('pulls.json') as { file: string; expect: Record<string, unknown> }[];
    const files = readdirSync(join(corpus, 'pulls')).flatMap((pull) =>
      readdirSync(join(corpus, 'pulls', pull, 'seps')).map((name) => `pulls/${pull}/seps/${name}`),
    );
    const { out, err } = await convenor(['parse', '--json', ...files], { cwd: corpus });
    const read = new Map((JSON.parse(out) as { path: string }[]).map((each) => [each.path, each]));
    expect(err).toBe('');
    expect(read.size).toBe(54);
    for (const { file, expect: values } of hard) expect(read.get(file), dirname(file)).toMatchObject(values);
  });
});
