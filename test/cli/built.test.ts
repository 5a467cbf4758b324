import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, PROPOSAL, SPECIFICATION } from './terminal.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = mkdtempSync(join(tmpdir(), 'convenor-built-'));
const main = join(built, 'dist/cli/main.js');

/** The package as npm lays it out, built anew: `dist/` of the checkout may be missing or old. Types are checked elsewhere. */
beforeAll(() => {
  const target = ['--outDir', join(built, 'dist'), '--noCheck', '--incremental', 'false', '--tsBuildInfoFile', 'null'];
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', ...target],
    {
      cwd: root,
    },
  );
  cpSync(join(root, 'package.json'), join(built, 'package.json'));
  cpSync(join(root, 'rules'), join(built, 'rules'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(built, 'node_modules'));
}, 180_000);
afterAll(() => rmSync(built, { recursive: true }));

const convenor = (args: string[], cwd: string) =>
  spawnSync(process.execPath, [main, ...args], { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '' } });

describe('the built command', () => {
  it('is a script that the package names', () => {
    expect(readFileSync(main, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { bin: Record<string, string> };
    expect(bin).toEqual({ convenor: 'dist/cli/main.js' });
  });

  it('works on files, and ends in the status of what it found', () => {
    const cwd = folderWith({ ...SPECIFICATION, 'empty.md': '' });
    expect(convenor([], cwd)).toMatchObject({ status: 0, stderr: '' });
    expect(convenor(['check', '.'], cwd)).toMatchObject({ status: 0, stderr: '' });
    expect(convenor(['parse', 'empty.md'], cwd)).toMatchObject({ status: 1, stderr: '' });
    expect(convenor(['parse'], cwd)).toMatchObject({ status: 2, stdout: '' });
  });

  it('gives a slow reader everything, and is quiet when one stops reading', async () => {
    const cwd = folderWith({ 'a.md': PROPOSAL });
    const args = ['parse', '--json', ...Array.from({ length: 400 }, () => 'a.md')];
    const { stdout } = convenor(args, cwd);
    expect(stdout.length).toBeGreaterThan(200_000);
    expect(JSON.parse(stdout)).toHaveLength(400);

    const child = spawn(process.execPath, [main, ...args], { cwd });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect({ status, said }).toEqual({ status: 0, said: '' });
  });
});
