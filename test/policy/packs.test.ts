import { describe, expect, it } from 'vitest';
import { PACKS } from '../../src/rules/index.js';
import { convenor } from '../cli/terminal.js';

describe('The stories of the packs', () => {
  it.each([...PACKS])('hold for %s', async (pack) => {
    const { out, err, status } = await convenor(['test', `rules/${pack}/tests`], { cwd: process.cwd() });
    expect(err).toBe('');
    expect(status, out).toBe(0);
  });
});
