import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normativeHash } from '../../src/proposal/index.js';
import { visibleWords } from './visible-words.js';

const HEAD = '# SEP-7001: Lamps\n\n- **Status**: Draft\n- **Sponsor**: None\n\n## Specification\n\n';
/** `HASH_RUNS=20000`: so many documents, others each time. Without it a few, and always the same. */
const MANY = process.env['HASH_RUNS'];
const runs = (share = 1): { numRuns: number; seed?: number } => ({
  numRuns: Number(MANY ?? 400) * share,
  ...(MANY === undefined ? { seed: 20_260_903 } : {}),
});

/** What makes a line code, a comment, a block or none of these; `W` stands for a word of its own each time. */
const PIECES = [
  ...['W', 'W', 'W W', '<!--', '<!--', '-->', '-->', '<!-- W -->', '<!-- W', 'W -->', '`<!--`', '\\<!--', '<!-->'],
  ...['`', '`', '``', '\\`', '\\', '"', "'", '|', '| ', '[', '](', ')', '[a]: x', '[^1]: ', '<a title="', '<b>', '>'],
  ...[
    '\n',
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '\n    ',
    '\n\n    ',
    '\n  ',
    '\n\n  ',
    '\n\t',
    '\n> ',
    '\n- ',
    '\n1. ',
    '\n2. ',
  ],
  ...[
    '\n- ',
    '\n  - ',
    '\n   ',
    '\n      ',
    '\n```\n',
    '\n~~~\n',
    '\n    ```\n',
    '\n  ~~~\n',
    '\n# ',
    '\n---\n',
    '\n=\n',
  ],
  ...[
    '\n| W | W |\n|---|---|\n',
    '\n:-\n',
    '\n<div>\n',
    '\n<pre>\n',
    '\n</pre>',
    '<?',
    '?>',
    '\n<i>\n',
    '\n-\n',
    '*',
    '\n+ +  ',
  ],
];

const documents = fc.array(fc.constantFrom(...PIECES), { minLength: 3, maxLength: 24 }).map((pieces) => {
  let words = 0;
  return HEAD + pieces.join('').replace(/W/g, () => `w${++words}`);
});

describe('whatever stands in a document', () => {
  it('no word that a reader sees can change without the hash', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const hash = normativeHash(text);
        for (const word of visibleWords(text)) {
          const changed = text.replace(new RegExp(`\\b${word}\\b`), 'other');
          expect(normativeHash(changed), `${word} can change`).not.toBe(hash);
        }
      }),
      runs(),
    );
  });

  it('a comment that is one, white space and the books change without it', () => {
    fc.assert(
      fc.property(calm, fc.array(fc.nat(200), { maxLength: 6 }), (blocks, places) => {
        const text = HEAD + blocks.join('\n\n');
        const comments = places.reduce<string[]>((all, at, index) => {
          const commented = all.toSpliced(at % (all.length + 1), 0, `<!-- a \`note\` -- ${index}\n\nMUST -->`);
          return commented.map((block, here) => (here === at % all.length ? inside(block, index) : block));
        }, blocks);
        const kept = HEAD.replace('Draft', 'Final').replace('None', '@cy') + comments.join('\n\n\n');
        expect(normativeHash(kept.replaceAll('\n', '\r\n'))).toBe(normativeHash(text));
      }),
      runs(1 / 4),
    );
  });
});

/** Blocks without anything that could make a comment inside of them something else. */
const calm = fc.array(
  fc.constantFrom<string>(
    'A lamp **MUST** be lit\nat dusk.',
    '- A keeper\n  looks `after` it.\n- Another sleeps.',
    '```\n<!-- kept -->\n```',
    'It says `<!--` there, and \\<!-- here.',
    '> A quotation.',
    '1. First\n2. Second',
    '| a | b |\n| - | - |\n| red | 1 |',
  ),
  { minLength: 1, maxLength: 6 },
);

/** A comment behind the last word of a sentence. */
const inside = (block: string, index: number): string =>
  block.endsWith('.') && !block.startsWith('>') ? block.replace(/\.$/, `<!-- n${index} -->.`) : block;
