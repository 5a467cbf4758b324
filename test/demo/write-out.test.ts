import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeOut } from '../../src/sandbox/demo/write-out.js';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'convenor-out-')), 'demo-out');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const texts = (files: Record<string, string>): Map<string, string> => new Map(Object.entries(files));

const here = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== '.convenor-demo.json')
    .map((entry) => entry.name)
    .sort();

describe('the folder of the dashboard', () => {
  test('holds what the last story left, and nothing of the one before', async () => {
    await writeOut(folder, texts({ 'dashboard/a.md': 'a', 'old/b.md': 'b' }));
    await writeOut(folder, texts({ 'dashboard/a.md': 'A' }));
    expect(await here()).toEqual(['a.md']);
    expect(await readFile(join(folder, 'dashboard/a.md'), 'utf8')).toBe('A');
    expect(await readdir(folder)).toEqual(['.convenor-demo.json', 'dashboard']);
  });

  test("leaves a person's own files alone, even where the demo would write", async () => {
    await mkdir(join(folder, 'dashboard'), { recursive: true });
    await writeFile(join(folder, 'dashboard/mine.md'), 'mine');
    await writeFile(join(folder, 'dashboard/a.md'), 'mine, too');
    const left = await writeOut(folder, texts({ 'dashboard/a.md': 'a', 'dashboard/b.md': 'b' }));
    expect(left).toEqual(['dashboard/a.md']);
    await writeOut(folder, new Map());
    expect(await here()).toEqual(['a.md', 'mine.md']);
    expect(await readFile(join(folder, 'dashboard/a.md'), 'utf8')).toBe('mine, too');
  });

  test('nothing outside of it is touched, whatever its list says', async () => {
    await mkdir(folder);
    await writeFile(join(folder, '../outside.md'), 'stays');
    await writeFile(join(folder, '.convenor-demo.json'), '["../outside.md"]');
    await expect(writeOut(folder, texts({ 'a.md': 'a' }))).rejects.toThrow('leads out of');
    expect(await readFile(join(folder, '../outside.md'), 'utf8')).toBe('stays');
  });
});
