import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runDemo } from '../../src/sandbox/demo/run.js';
import { listener } from './telling.js';

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const there = existsSync(corpus);
const real = (number: number): string[] => ['--repo', `${corpus}/spec`, '--pull', `${corpus}/pulls/${number}`];

describe.skipIf(!there)(`on real charters (skipped where ../shared/corpus is missing)`, () => {
  test('a real proposal is brought to the group whose charter lists it', { timeout: 120_000 }, async () => {
    const heard = await listener();
    expect(await runDemo(['--once', ...real(2356)], heard.io)).toBe(0);
    expect(heard.complained()).toBe('');
    expect(heard.said()).toContain('pull request #2356, for File Uploads.');
    expect(heard.said()).toMatch(/Status {3}Final\./);
    await rm(heard.cwd, { recursive: true });
  });

  test('a proposal that no charter lists is brought to no group; those that could decide are named', async () => {
    const heard = await listener();
    expect(await runDemo(['--once', ...real(3118)], heard.io)).toBe(2);
    expect(heard.complained()).toContain('No group can be found for #3118');
    expect(heard.complained()).toContain('--group: agents, apps, file-uploads');
  });
});
