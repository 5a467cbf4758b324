import { describe, expect, it } from 'vitest';
import { normativeHash } from '../../src/proposal/index.js';
import { CLEAN } from './documents.js';

const original = normativeHash(CLEAN);

describe('the hash of the normative text', () => {
  it.each<[string, (text: string) => string]>([
    [
      'status, sponsor and group',
      (text) => text.replace('Draft', 'Final').replace('None (seeking sponsor)', '@cy').replace('Lanterns', 'Bells'),
    ],
    ['a new field', (text) => text.replace('\n\n## Abstract', '\n- **Issue**: #3\n\n## Abstract')],
    ['the number in the heading', (text) => text.replace('SEP-7001', 'SEP-0000')],
    [
      'line breaks and blank lines',
      (text) => text.replace('tell ships where', 'tell\nships   where').replace('It is dark.', '\n\nIt is dark.  '),
    ],
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['the mark of emphasis', (text) => text.replace('**MUST**', '__MUST__').replace('Bells', '*Bells*')],
    ['a comment', (text) => text.replace('It is dark.', 'It is<!-- very --> dark.\n<!--\nmore\n-->')],
    ['the level of a heading', (text) => text.replace('## Motivation', '# Motivation')],
    ['a needless backslash', (text) => text.replace('at dusk.', 'at dusk\\.')],
    ['how a heading is marked', (text) => text.replace('## Motivation', 'Motivation\n------')],
    ['the marks that close a heading', (text) => text.replace('## Motivation', '## Motivation ##')],
    ['a heading over the preamble', (text) => text.replace('- **Status**', '## Preamble\n\n- **Status**')],
    [
      'a heading over the preamble, underlined',
      (text) => text.replace('- **Status**', 'Preamble\n--------\n\n- **Status**'),
    ],
    ['a rule', (text) => text.replace('## Rationale', '---\n\n## Rationale')],
    ['a byte order mark', (text) => `\uFEFF${text}`],
  ])('stays where only %s changes', (_, change) => {
    expect(change(CLEAN)).not.toBe(CLEAN);
    expect(normativeHash(change(CLEAN))).toBe(original);
  });

  it('stays when a table is aligned anew', () => {
    const table = (text: string): string => `${CLEAN}\n## Colours\n\n${text}`;
    expect(normativeHash(table('| a | b |\n|---|---|\n| red | 1 |\n'))).toBe(
      normativeHash(table('| a   | b   |\n| :-- | --: |\n| red | 1   |\n')),
    );
  });

  it.each<[string, (text: string) => string]>([
    ['a word', (text) => text.replace('**MUST**', '**SHOULD**')],
    ['the title', (text) => text.replace('signals', 'colours')],
    ['white space inside code', (text) => text.replace('lamp   on', 'lamp on')],
    ['an underscore inside a name', (text) => text.replace('A lamp', 'A quay_lamp').replace('quay_lamp', 'quaylamp')],
    [
      'text between preamble and first section',
      (text) => text.replace('\n## Abstract', '\nOnly at sea.\n\n## Abstract'),
    ],
  ])('changes with %s', (_, change) => {
    expect(normativeHash(change(CLEAN))).not.toBe(original);
  });

  it('tells names apart by their underscores', () => {
    const named = (name: string): string | null => normativeHash(CLEAN.replace('A lamp', name));
    expect(named('quay_lamp')).not.toBe(named('quaylamp'));
    expect(named('`_meta`')).not.toBe(named('`meta`'));
  });

  it.each<[string, string]>([
    ['code', 'Text `<!--` here.'],
    ['code of two backticks', 'Text ``a ` <!--`` here.'],
    ['code over two lines', 'Text `a\nb <!--` here.'],
    ['running text, never closed', 'Where a <!-- b, c holds.'],
    ['running text, closed in another paragraph', 'Where a <!-- b holds.\n\nElse --> c.'],
    ['an escape', 'Text \\<!-- b.'],
    ['indented code', 'Text:\n\n    <!-- b'],
    ['indented code in a list', '- Text:\n\n      <!-- b'],
    ['fenced code', '```\n<!-- b\n```'],
    ['fenced code in a quote', '> ```\n> <!-- b\n> ```'],
    ['a heading', '### a <!-- b\n\nc -->'],
    ['a list item', '- <!-- b'],
  ])('goes on below a comment that is none, in %s', (_, text) => {
    const above = (word: string): string =>
      CLEAN.replace('## Specification', `${text}\n\n## Specification`).replace('**MUST**', word);
    expect(normativeHash(above('MUST'))).not.toBe(normativeHash(above('MAY')));
  });

  it('ends where a comment is never closed, as the page does', () => {
    const open = (word: string): string => CLEAN.replace('It is dark.', `<!-- to do\n\n${word}`);
    expect(normativeHash(open('a'))).toBe(normativeHash(open('b')));
  });
});
