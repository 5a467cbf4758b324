import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { entry } from '../dashboard/entries.js';
import { convenor, folderWith, SPECIFICATION } from './terminal.js';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/spec', import.meta.url));

const filesIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((path) => statSync(join(folder, path)).isFile()).sort();

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

/** The pages of a clone, in a folder of their own. */
async function made(clone: string, ...more: string[]): Promise<string> {
  const out = join(folderWith({}), 'out');
  const { status, err } = await convenor(['dashboard', clone, '--out', out, ...more]);
  expect([status, err]).toEqual([0, '']);
  return out;
}

describe('convenor dashboard', () => {
  it('makes pages without decisions where there is no record, and says so', async () => {
    const clone = folderWith(SPECIFICATION);
    const out = join(folderWith({}), 'out');
    const { status, out: said } = await convenor(['dashboard', clone, '--out', out]);
    expect(status).toBe(0);
    expect(said).toContain('7 files, 7 of them written (no record, so without decisions).');
    expect(filesIn(out)).toEqual([
      ...['README.md', 'agenda.md', 'audit.md', 'groups/kettles.md', 'health.md', 'people.md', 'proposals/12-tea.md'],
    ]);
    expect(read(out, 'proposals/12-tea.md')).toContain('Nothing is recorded of it here');
    const group = read(out, 'groups/kettles.md');
    expect(group).toContain('# Kettles Working Group');
    expect(group).toContain('| Grace Example (grace-example) | Example Ltd | lead |');
    expect(group).toContain('| [SEP-12](../proposals/12-tea.md): draft |');
    expect(group).toContain('2 people are counted for its decisions.');
  });

  it('writes the same bytes again, and touches only what differs', async () => {
    const clone = folderWith(SPECIFICATION);
    const [once, twice] = [await made(clone), await made(clone)];
    for (const path of filesIn(once)) expect(read(twice, path)).toBe(read(once, path));
    writeFileSync(join(once, 'agenda.md'), 'Something else.\n');
    const { out } = await convenor(['dashboard', clone, '--out', once]);
    expect(out).toContain('7 files, 1 of them written');
    expect(read(once, 'agenda.md')).toBe(read(twice, 'agenda.md'));
  });

  it('keeps what people wrote between the markers', async () => {
    const clone = folderWith(SPECIFICATION);
    const out = await made(clone);
    const page = read(out, 'groups/kettles.md');
    writeFileSync(
      join(out, 'groups/kettles.md'),
      page.replace('<!-- /yours -->', 'We meet for tea.\n\n<!-- /yours -->'),
    );
    writeFileSync(join(clone, 'seps/12-tea.md'), read(clone, 'seps/12-tea.md').replace('Draft', 'Final'));
    const again = await convenor(['dashboard', clone, '--out', out]);
    expect(again.out).toMatch(/ 3 of them written/);
    expect(read(out, 'groups/kettles.md')).toContain('): final |');
    expect(read(out, 'groups/kettles.md')).toMatch(/kept -->\nWe meet for tea\.\n\n<!-- \/yours -->\n$/);
  });

  it('shows what a record says in place of what a file says', async () => {
    const record = folderWith({
      'ledgers/12/0001.jsonl': '',
      'index/12.json': JSON.stringify(entry(12, { title: 'Tea, as recorded', status: 'in-review' })),
    });
    const out = await made(folderWith(SPECIFICATION), '--record', record);
    expect(filesIn(out)).toContain('proposals/12.md');
    expect(filesIn(out)).not.toContain('proposals/12-tea.md');
    expect(read(out, 'README.md')).toContain('[Tea, as recorded](proposals/12.md)');
    expect(read(out, 'agenda.md')).toContain('Decides, or returns it');
  });

  it('makes no pages of half a record', async () => {
    const record = folderWith({ 'ledgers/12/0001.jsonl': '', 'index/12.json': '{}' });
    const { status, err } = await convenor([
      ...['dashboard', folderWith(SPECIFICATION), '--record', record, '--out', join(folderWith({}), 'out')],
    ]);
    expect(status).toBe(2);
    expect(err).toContain('index/12.json in the record is not of its form');
  });

  it('makes none by rules that cannot be read, and asks where they go', async () => {
    const broken = folderWith({ ...SPECIFICATION, '.github/convenor.yml': 'extends: [' });
    const out = join(folderWith({}), 'out');
    expect((await convenor(['dashboard', broken, '--out', out])).err).toContain('.github/convenor.yml cannot be read');
    expect(existsSync(out)).toBe(false);
    expect((await convenor(['dashboard', broken])).err).toContain('--out OUT');
  });
});

describe.skipIf(!existsSync(CORPUS))('convenor dashboard on the corpus (left out without ../shared/corpus)', () => {
  it('gives a page for each group and each proposal', async () => {
    const out = await made(CORPUS);
    const names = (folder: string, ending: RegExp): string[] =>
      readdirSync(join(CORPUS, folder))
        .filter((name) => ending.test(name))
        .map((name) => name.replace(ending, '.md'));
    const community = 'docs/community';
    const groups = [
      ...names(`${community}/working-groups`, /\.mdx$/),
      ...names(`${community}/interest-groups`, /\.mdx$/),
    ];
    expect(readdirSync(join(out, 'groups')).sort()).toEqual(groups.sort());
    const proposals = readdirSync(join(CORPUS, 'seps')).filter((name) => /^\d/.test(name));
    expect(readdirSync(join(out, 'proposals')).sort()).toEqual(proposals.sort());
  });
});
