import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/registry.js';
import { convenor } from './terminal.js';

describe('what people can write in comments', () => {
  it('is listed with its syntax and who may', async () => {
    const { status, out } = await convenor(['commands']);
    expect(status).toBe(0);
    for (const { usage, summary } of COMMANDS)
      expect(out).toMatch(new RegExp(`^${literal(usage)} +${literal(summary)}$`, 'm'));
    expect(out).toMatch(
      /^\/sep sponsor .*\n +For a maintainer, a Core Maintainer or a Lead Maintainer, for themselves\.$/m,
    );
  });

  it('is listed for machines', async () => {
    const { status, out } = await convenor(['commands', '--json']);
    const rows = JSON.parse(out) as Record<string, unknown>[];
    expect(status).toBe(0);
    expect(rows.map(({ name }) => name)).toEqual(COMMANDS.map(({ name }) => name));
    expect(rows.find(({ name }) => name === 'consensus start')).toEqual({
      name: 'consensus start',
      usage: expect.stringMatching(/^\/consensus start /) as unknown,
      who: 'a lead of the group',
      summary: expect.stringMatching(/\.$/) as unknown,
      examples: expect.arrayContaining([expect.stringMatching(/^\/consensus start /)]) as unknown,
    });
  });
});

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
