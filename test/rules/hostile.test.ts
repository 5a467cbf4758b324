import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { diffRules, loadRules, type RulesResult } from '../../src/rules/index.js';

const PACK = readFileSync('rules/mcp/rules.yml', 'utf8');
const mcp = loadRules(null);
const RUNS = { numRuns: 100 };

/** Whatever a text is, the answer is rules, or problems that each stand on a line of it, in words. */
function answers(text: string, result: RulesResult): void {
  if (result.ok) return;
  const lines = text.split('\n');
  expect(result.problems.length).toBeGreaterThan(0);
  for (const { path, line, column, message, excerpt } of result.problems) {
    if (path !== '.github/convenor.yml') continue;
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect((lines[line - 1] ?? '').startsWith(excerpt.slice(0, 20))).toBe(true);
    expect(message).toMatch(/^\S[^]*[.?!)\]`]$/);
    expect(message).not.toMatch(/undefined|\[object|NaN/);
  }
}

/** A piece of the pack cut out, doubled, or written over with something else. */
const mutation = fc.record({
  at: fc.nat(PACK.length),
  length: fc.nat(400),
  by: fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      '\t',
      '- ',
      ': ',
      '[',
      '{',
      '*a ',
      '&a ',
      '"',
      '!x ',
      '%',
      '---\n',
      '? ',
      '|\n',
      '>-\n',
      '<<: ',
      '\r\n',
      '\0',
    ),
    fc.string({ maxLength: 20, unit: 'grapheme' }),
    fc.nat(PACK.length).map((from) => PACK.slice(from, from + 200)),
  ),
});

describe('Any text at all', () => {
  it('gets an answer: the pack with pieces cut out, moved and written over', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        let text = PACK;
        for (const { at, length, by } of mutations) text = text.slice(0, at) + by + text.slice(at + length);
        answers(text, loadRules(text));
      }),
      RUNS,
    );
  });

  it('gets an answer: other values where rules belong', () => {
    const keys = fc.constantFrom(
      'rules',
      'delegation',
      'grants',
      'labels',
      'states',
      'paths',
      'consensus',
      'vote',
      'who',
      'extends',
      '__proto__',
      'toString',
      'table',
      'transitions',
      'quorum',
      'kettles',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(keys, tree, { minKeys: 1, maxKeys: 5 }), (values) => {
        const text = stringify(values);
        answers(text, loadRules(text));
      }),
      RUNS,
    );
  });

  it('that is rules can be compared with any other', () => {
    const day = fc.integer({ min: 10, max: 60 });
    const people = fc.subarray(['anyone', 'author', 'lead', 'core-maintainer'], { minLength: 1 });
    fc.assert(
      fc.property(day, people, people, (significant, opens, who) => {
        const read = loadRules(stringify({ rules: { consensus: { significant, opens }, closing: { who } } }));
        if (!read.ok || !mcp.ok) throw new Error('These are rules.');
        const there = diffRules(mcp.loaded.rules, read.loaded.rules);
        expect(there.some(({ says }) => says.startsWith('Significant consensus'))).toBe(significant !== 10);
        expect(diffRules(read.loaded.rules, read.loaded.rules)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('Reading takes time that grows with the text, and not faster', () => {
  it.each([
    ['keys that there are not', (n: number) => Array.from({ length: n }, (_, at) => `k${at}: 1\n`).join('')],
    ['dashes', (n: number) => '- '.repeat(n)],
    ['spaces and dashes', (n: number) => `${'-  '.repeat(30)}${' '.repeat(n)}x`],
    ['brackets', (n: number) => '[]'.repeat(n)],
    ['a long text', (n: number) => `name: "${'x'.repeat(n)}"`],
    ['anchors', (n: number) => Array.from({ length: n }, (_, at) => `k${at}: &a${at} 1\n`).join('')],
  ])('%s', (_name, make) => {
    const text = make(100_000).slice(0, 99_000);
    const began = performance.now();
    answers(text, loadRules(text));
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('and more problems than people read end with that said', () => {
    const result = loadRules(Array.from({ length: 1000 }, (_, at) => `k${at}: 1\n`).join(''));
    expect(result.ok ? [] : result.problems).toHaveLength(201);
    expect(result.ok ? '' : result.problems.at(-1)?.message).toBe(
      'There are more problems than these: mend these first.',
    );
  });
});
