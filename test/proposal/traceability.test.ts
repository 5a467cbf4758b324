import { describe, expect, it } from 'vitest';
import { normativeStatements, readProposal, readTraceability, withoutRow } from '../../src/proposal/index.js';

const FILE = `# Rows for kettles.
sep: 7
spec_url: https://example.org/draft/kettles#whistle
requirements:
  - check: sep-7-whistles
    text: "Kettles MUST whistle at 100 degrees"
    url: https://example.org/draft/kettles#loud
  - text: 'Kettles SHOULD be quiet at night & by day'
    excluded: 'Nobody hears it; not observable'
    issue: https://github.com/kettles/conformance/issues/4
`;

const problems = (text: string, number = 7): string[] =>
  readTraceability(text, number).problems.map(({ line, message }) => `${line} ${message}`);

describe('A traceability file', () => {
  it('has a row for each requirement: a check, or why there is none', () => {
    expect(readTraceability(FILE, 7)).toEqual({
      rows: [
        { line: 5, text: 'Kettles MUST whistle at 100 degrees', check: 'sep-7-whistles', excluded: null },
        {
          line: 8,
          text: 'Kettles SHOULD be quiet at night & by day',
          check: null,
          excluded: 'Nobody hears it; not observable',
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['another number', FILE.replace('sep: 7', 'sep: 8'), ['2 `sep` is not 7.']],
    ['a number as text', FILE.replace('sep: 7', 'sep: "7"'), ['2 `sep` is not 7.']],
    ['no number', FILE.replace('sep: 7\n', ''), ['1 `sep` is not 7.']],
    ['nothing', '', ['1 It is no map with `sep` and `requirements`.']],
    ['a list', '- sep: 7', ['1 It is no map with `sep` and `requirements`.']],
    ['no rows', 'sep: 7\nrequirements: []', ['2 `requirements` is no list with a row in it.']],
    ['no list', 'sep: 7\nrequirements: none', ['2 `requirements` is no list with a row in it.']],
    ['no requirements', 'sep: 7', ['1 `requirements` is no list with a row in it.']],
    ['a row that is none', 'sep: 7\nrequirements:\n  - whistle', ['3 This row is no map.']],
    [
      'a row without a text',
      'sep: 7\nrequirements:\n  - check: a',
      ['3 This row has no `text`: the requirement as the proposal says it.'],
    ],
    [
      'a row with neither',
      'sep: 7\nrequirements:\n  - text: Kettles MUST',
      ['3 This row has neither a `check` nor a reason why it is `excluded`.'],
    ],
    [
      'a row with an empty reason',
      'sep: 7\nrequirements:\n  - text: Kettles MUST\n    excluded: "  "',
      ['3 This row has neither a `check` nor a reason why it is `excluded`.'],
    ],
    [
      'a row with both',
      'sep: 7\nrequirements:\n  - text: Kettles MUST\n    check: a\n    excluded: b',
      ['3 This row has a `check` and is `excluded`: it can be one of the two.'],
    ],
    [
      'a check of two words',
      'sep: 7\nrequirements:\n  - text: Kettles MUST\n    check: a b',
      ['3 A `check` is one identifier, without spaces.'],
    ],
    [
      'a key that stands twice',
      'sep: 7\nrequirements:\n  - text: Kettles MUST\n    check: a\n    check: b',
      ['3 `check` stands twice in this row.'],
    ],
    [
      'a row that is an alias',
      'sep: 7\nrequirements:\n  - &one\n    text: Kettles MUST\n    check: a\n  - *one',
      ['6 This row is no map.'],
    ],
    [
      'a text that is an alias',
      'sep: 7\nspec_url: &u Kettles MUST\nrequirements:\n  - text: *u\n    check: a',
      ['4 This row has no `text`: the requirement as the proposal says it.'],
    ],
    [
      'several rows that are wrong, each with its line',
      'sep: 7\nrequirements:\n  - check: a\n  - text: Kettles MUST\n    check: b\n  - 3',
      ['3 This row has no `text`: the requirement as the proposal says it.', '6 This row is no map.'],
    ],
  ])('says of %s what is wrong', (_name, text, said) => {
    expect(problems(text)).toEqual(said);
  });

  it('says where it is no YAML', () => {
    expect(problems('sep: 7\nrequirements:\n\t- text: a')[0]).toMatch(/^3 It is no YAML: /);
    expect(problems('sep: !!js/function 7\nrequirements: []')[0]).toMatch(/^1 It is no YAML: /);
    expect(problems('sep: 7\nrequirements: [')[0]).toMatch(/^2 It is no YAML: /);
    expect(problems('sep: 7\n---\nsep: 8')[0]).toMatch(/It is no YAML: /);
  });

  it('is never larger than it looks, and never deeper', () => {
    const bomb = [
      'sep: 7',
      'a0: &a0 [x, x]',
      ...Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`),
    ];
    const started = performance.now();
    expect(problems(`${bomb.join('\n')}\nrequirements: *a40`)).toEqual([
      '43 `requirements` is no list with a row in it.',
    ]);
    expect(problems(`sep: 7\nrequirements: ${'['.repeat(5000)}`)[0]).toMatch(/^2 Values lie deeper/);
    expect(problems('x'.repeat(256_001))).toEqual(['1 It has more than 256000 characters.']);
    const many = 'sep: 7\nrequirements:\n' + '  - text: Kettles MUST\n    check: a\n'.repeat(1001);
    expect(problems(many)).toEqual(['2003 Rows after the 1000th are not read.']);
    expect(readTraceability('sep: 7\nrequirements:\n' + '  - 1\n'.repeat(500), 7).problems).toHaveLength(20);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

const SPECIFICATION = `# SEP-7: Kettles

- **Status**: Draft
- **Type**: Standards Track

## Abstract

Kettles MUST be loved.

## Specification

The key words "MUST" and "SHOULD" are as in RFC 2119.

A kettle MUST whistle at 100
degrees, and SHOULD stop then. It may be blue. Kettles **MUST NOT** whistle in \`MUST\` mode.

- A kettle SHOULD say \`pip\`; see below.
- MAY-be it is red.
1. It is REQUIRED to have a lid.

\`\`\`
Kettles MUST burn.
\`\`\`

> Kettles MUST quote.

### Examples

This kettle MUST sing.

### Lids

Lids are RECOMMENDED to be round. Lids SHALL NOT be square.

## Rationale

They MUST be tea.
`;
const of = (source: string) => normativeStatements(source, readProposal(source, { path: 'seps/7-kettles.md' }));

describe('The statements of a specification', () => {
  it('are its sentences that demand something, with their lines', () => {
    expect(of(SPECIFICATION).map(({ line, demand, text }) => `${line} ${demand} ${text}`)).toEqual([
      '14 MUST A kettle MUST whistle at 100 degrees, and SHOULD stop then.',
      '15 MUST Kettles **MUST NOT** whistle in `MUST` mode.',
      '17 SHOULD A kettle SHOULD say `pip`; see below.',
      '19 MUST It is REQUIRED to have a lid.',
      '33 SHOULD Lids are RECOMMENDED to be round.',
      '33 MUST Lids SHALL NOT be square.',
    ]);
  });

  it('are none where the document cannot be read, and never more than somebody reads', () => {
    expect(of('')).toEqual([]);
    expect(of(`## Specification\n\n${'A kettle MUST. '.repeat(10)}\n\n${'A lid MUST.\n\n'.repeat(1000)}`)).toHaveLength(
      300,
    );
  });
});

describe('What has no row', () => {
  const gaps = (...rows: string[]): number[] =>
    withoutRow(
      of(SPECIFICATION),
      rows.map((text, index) => ({ line: index, text, check: 'a', excluded: null })),
    ).map(({ line }) => line);

  it('is what no row says in about the same words', () => {
    expect(gaps()).toEqual([14, 15, 17, 19, 33, 33]);
    expect(gaps('A kettle MUST whistle at 100 degrees.')).toEqual([15, 17, 19, 33, 33]);
    expect(gaps('MUST whistle at 100 degrees', 'MUST NOT whistle in `MUST` mode')).toEqual([17, 19, 33, 33]);
    expect(gaps('Lids SHALL NOT be square (the form)', 'It is required to have a lid')).toEqual([14, 15, 17, 33]);
  });

  it('is not met by words that every sentence has', () => {
    expect(gaps('It MUST be', 'kettle', 'The MUST SHOULD a')).toEqual([14, 15, 17, 19, 33, 33]);
  });
});
