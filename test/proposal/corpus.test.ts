import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseToJson, readProposal } from '../../src/proposal/index.js';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

describe.skipIf(!existsSync(corpus))(
  'real proposals (skipped where ../shared/corpus is not beside the repository)',
  () => {
    it.each(expectations())('$file', ({ file, expected }) => {
      const read = parseToJson(file, readProposal(readFileSync(corpus + file), { path: file }));
      expect(read).toMatchObject({ path: file });
      for (const [key, value] of Object.entries(expected)) expect(read[key as keyof typeof read], key).toEqual(value);
    });
  },
);

function expectations(): { file: string; expected: Record<string, unknown> }[] {
  if (!existsSync(corpus)) return [];
  const json = (name: string): unknown => JSON.parse(readFileSync(`${corpus}expected/${name}`, 'utf8'));
  const merged = json('merged.json') as Record<string, Record<string, unknown>>;
  const pulls = json('pulls.json') as { file: string; expect: Record<string, unknown> }[];
  return [
    ...Object.entries(merged).map(([file, expected]) => ({ file: `spec/${file}`, expected })),
    ...pulls.map(({ file, expect: expected }) => ({ file, expected })),
  ];
}
