import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editField, mendAll, readProposal, reviewProposal, type ReviewContext } from '../../src/proposal/index.js';
import { CLEAN, codes, read } from './documents.js';

/** `HOSTILE=long`: more documents, and the largest that are read. */
const LONG = process.env['HOSTILE'] === 'long';
const runs = (few: number): number => (LONG ? few * 10 : few);
const SIZES = [10_000, 100_000, LONG ? 1_000_000 : 400_000];

const PIECES = [
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '[',
  '](',
  ')',
  '<',
  '>',
  '|',
  '\n',
  '\r\n',
  '# ',
  '- ',
  '---\n',
  ': ',
  '&a ',
  '*a',
  '<!--',
  '-->',
  '@',
  ';',
  '\\',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '𝒶',
  '  - ',
  '|---|\n',
  '(',
  '{',
  '}',
];

/** A document with pieces cut out, moved, and put in between. */
const mutated = fc
  .array(
    fc.tuple(
      fc.nat(CLEAN.length),
      fc.nat(40),
      fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })),
      fc.nat(60),
    ),
    { maxLength: 12 },
  )
  .map((cuts) =>
    cuts.reduce(
      (text, [at, length, piece, times]) =>
        text.slice(0, at) + piece.repeat(times % 7 === 0 ? times : 1) + text.slice(at + length),
      CLEAN,
    ),
  );

/** Everything that a review may know, so that every check has its say. */
function everything(source: string): ReviewContext {
  const other = { status: 'withdrawn', requires: [7001], supersedes: [7001], supersededBy: [] } as const;
  return {
    path: 'seps/7001-lamps.md',
    source,
    pullRequest: 1,
    today: '2020-01-01',
    repository: 'harbour/specification',
    knownLogins: ['ada-exampel', 'grace-example'],
    knownNumbers: new Set([1]),
    relations: new Map([[12, other]]),
    exists: () => false,
    template: CLEAN,
    base: CLEAN.replace('Draft', 'Final'),
    companion: { path: 'docs/seps/{name}.mdx' },
  };
}

describe('hostile input', () => {
  it('never makes reading, reviewing or editing throw, and every place lies in the document', () => {
    fc.assert(
      fc.property(mutated, (source) => {
        const proposal = read(source);
        expect(codes(proposal)).not.toContain('error file/unreadable');
        const lines = source.split(/\r\n|\n|\r/).length;
        for (const finding of reviewProposal(proposal, everything(source))) {
          expect(finding.line).toBeGreaterThanOrEqual(1);
          expect(finding.endLine ?? finding.line).toBeLessThanOrEqual(lines);
          expect(finding.fix?.endLine ?? 1).toBeLessThanOrEqual(lines);
        }
        for (const field of proposal.fields) {
          expect(source.slice(field.position.value.start.offset, field.position.value.end.offset)).toBe(field.raw);
        }
        editField(source, 'status', 'Final');
        editField(source, 'number', '12');
        editField(source, 'workingGroup', 'Lanterns');
      }),
      { numRuns: runs(80) },
    );
  });

  it('mends until nothing is left to mend', () => {
    fc.assert(
      fc.property(mutated, (source) => {
        const context = everything(source);
        const { source: better } = mendAll(context);
        const left = reviewProposal(read(better), { ...context, source: better });
        expect(left.filter(({ fix }) => fix)).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(codes(readProposal(bytes, { path: 'x' }))).not.toContain('error file/unreadable');
      }),
      { numRuns: runs(200) },
    );
  });
});

const repeat =
  (piece: string) =>
  (size: number): string =>
    piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

describe('time', () => {
  it.each<[string, (size: number) => string]>([
    ['plain prose', repeat('A lamp is lit at dusk.\n')],
    ['open brackets', repeat('[')],
    ['open links', repeat('[a](')],
    ['asterisks', repeat('*')],
    ['half emphasis', repeat('*_a ')],
    ['backticks', repeat('`` ` ')],
    ['quotes in quotes', repeat('>')],
    ['bullets in bullets', repeat('- ')],
    [
      'bullets ever deeper',
      (size) => Array.from({ length: Math.sqrt(size) }, (_, depth) => `${' '.repeat(depth * 2)}- a\n`).join(''),
    ],
    ['a huge table', (size) => `\n\n| a | b |\n|---|---|\n${repeat('| **Status** | Draft |\n')(size)}`],
    ['a wide table', (size) => `\n\n${repeat('|a')(size / 2)}|\n${repeat('|-')(size / 2)}|\n`],
    ['headings', repeat('\n## a ##\n')],
    ['hashes', (size) => `\n# a${repeat(' #')(size)}`],
    ['fences', repeat('\n```\na\n')],
    ['comments', repeat('\n<!--')],
    ['comments in sentences', repeat('\na <!-- b')],
    ['comments over lines', repeat('\na <!-- b\nc -->')],
    ['half tags', repeat('<a b="')],
    ['items on one line, and lines below', (size) => `\n${repeat('+ ')(size / 2)}a${repeat('\na\n>b\n  c')(size / 2)}`],
    ['footnotes', repeat('\n[^a]: ')],
    ['fields', repeat('\n- **Status**: Draft')],
    ['unclosed keys', repeat('\n**a: b')],
    ['half addresses', repeat('a@b.')],
    ['spaces', (size) => `a${' '.repeat(size)}b`],
    ['a cell of spaces', (size) => `\n\n## A\n\n|${' '.repeat(size)}a`],
    ['unclosed code', repeat('\n## A\n`` a')],
    ['blank lines', repeat('\n')],
    ['links', repeat('[a](b) ')],
    ['links on lines', repeat('\n[a](#b)')],
    ['half links', repeat('](a')],
    ['brackets in targets', repeat('](()')],
    ['titles of links', repeat('](a "')],
    ['unclosed tags', repeat('<img src="')],
    ['ids', repeat('\n<a id="b">[c](#c)')],
    ['code in code', (size) => Array.from({ length: Math.sqrt(size) }, (_, at) => `${'`'.repeat(at)} `).join('')],
    ['marks to fill in', repeat('TODO [todo ')],
    ['half capitals on one line', repeat('MUST not ')],
    ['half capitals', (size) => `\n## Specification\n${repeat('\nServers must MUST not')(size)}`],
    ['deep headings', repeat('\n# a\n## a\n### a\n#### a\n##### a\n###### a')],
    ['advice of the template', repeat('\n\n\nLamps tell ships where the quay is.')],
    ['open expressions', repeat('{/*')],
  ])('grows no faster than the document: %s', (_, body) => {
    const start = '# SEP-1: T\n\n- **Status**: Draft\n- **Author(s)**: ';
    expectLinear((size) => start + body(size));
  });

  it.each<[string, (size: number) => string]>([
    ['aliases', repeat('a: &a [*a, *a]\n')],
    ['nested lists', repeat('x: [[[[\n')],
    ['many keys', repeat('status: Draft\n')],
  ])('grows no faster than the document: front matter of %s', (_, body) => {
    expectLinear((size) => `---\n${body(size)}\n---\n\n# SEP-1: T\n`);
  });
});

/**
 * The head that a parser sees is bounded, so a small document may cost as much as its whole head; from there on,
 * n times the text may cost n times the time, with room for a busy machine; a quadratic cost of any weight is above that.
 */
function expectLinear(make: (size: number) => string): void {
  const sources = SIZES.map(make);
  const times = sources.map(milliseconds);
  // What else the machine does makes one measurement longer, never shorter: whoever misses a bound tries again.
  if (!isLinear(times)) sources.forEach((source, at) => (times[at] = Math.min(times[at] ?? 0, milliseconds(source))));
  expect(isLinear(times), `${SIZES.join(', ')} bytes took ${times.map(Math.round).join(', ')} ms`).toBe(true);
}

/** Below this many milliseconds a clock says nothing. */
const FLOOR = 50;

function isLinear(times: readonly number[]): boolean {
  return times.every((time, at) => {
    if (at === 0) return true;
    const growth = (SIZES[at] ?? 0) / (SIZES[at - 1] ?? 1);
    return time < Math.max(FLOOR, ...times.slice(0, at)) * growth * 3 && time < 15_000;
  });
}

function milliseconds(source: string): number {
  const start = performance.now();
  reviewProposal(read(source), everything(source));
  return performance.now() - start;
}
