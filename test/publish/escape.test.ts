import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { mentions } from '../../src/people/index.js';
import { cell, plain, unmentioned, unmentionedButCode } from '../../src/publish/escape.js';

const markdown = unified().use(remarkParse).use(remarkGfm);

/** The kinds of node that a piece of Markdown is made of. */
function kinds(text: string): Set<string> {
  const found = new Set<string>();
  visit(markdown.parse(text), (node) => void found.add(node.type));
  return found;
}

/** What GitHub shows of a paragraph: its text, without the Markdown. */
function shown(text: string): string {
  let result = '';
  visit(markdown.parse(text), 'text', ({ value }) => void (result += value));
  return result;
}

const HOSTILE = [
  '@noor',
  '@@noor',
  '@kettles/core',
  '&#64;noor',
  '&commat;noor',
  '#12',
  'kettles/kettles#12',
  'https://a.test/x',
  'HTTPS://a.test/x',
  'ftp://a.test/x',
  'www.a.test',
  'WWW.a.test',
  'noor@a.test',
  '<noor@a.test>',
  '<https://a.test>',
  '[x](https://a.test)',
  '![x](https://a.test/y.png)',
  '[x]: https://a.test',
  '<img src=x onerror=alert(1)>',
  '<!-- convenor:status -->',
  '</details>',
  '`code`',
  '**bold** __bold__ *it* _it_ ~~no~~',
  'a | b',
  'a \\| b',
  'line\n\n# heading',
  'line\r\n> quote',
  'line\u2028- item',
  '&lt;b&gt;',
  '\\',
];

describe("Somebody's text in Markdown of ours", () => {
  it.each(HOSTILE)('is text and nothing else: %j', (text) => {
    const safe = plain(text);
    expect([...kinds(`Title: ${safe}`)].sort()).toEqual(['paragraph', 'root', 'text']);
    expect(mentions(shown(`Title: ${safe}`))).toEqual([]);
    expect(shown(`Title: ${safe}`)).not.toMatch(/#\d|https?:\/\/|www\./i);
  });

  it('shows what was written, but for white space', () => {
    for (const text of ['a *b* & <c> | d_e ~ f [g] \\ h {i}', 'Grüße 你好', '&amp; &lt;']) {
      expect(shown(`x ${plain(text)}`)).toBe(`x ${text}`);
    }
  });

  it('is text and nothing else, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string())), (pieces) => {
        const safe = plain(pieces.join(''));
        expect(safe).not.toMatch(/[\r\n]/);
        expect([...kinds(`Title: ${safe} end`)].sort()).toEqual(['paragraph', 'root', 'text']);
        expect(mentions(shown(`Title: ${safe} end`))).toEqual([]);
      }),
    );
  });
});

describe('A sentence of ours', () => {
  it.each([
    ['@noor blocked it.', 'noor blocked it.'],
    ['Two: @noor, @omar-2.', 'Two: noor, omar-2.'],
    ['@@noor', 'noor'],
    ['@@@kettles/core', 'kettles/core'],
    ['noor@a.test', 'noora.test'],
    ['at @ nine', 'at @ nine'],
  ])('mentions nobody: %s', (sentence, expected) => {
    expect(unmentioned(sentence)).toBe(expected);
    expect(mentions(unmentioned(sentence))).toEqual([]);
  });

  it.each(['a | b', 'a \\| b', 'a \\\\| b', '| a | b |', '`a | b`', 'a\nb', 'a\r\nb', 'a\rb', '\\'])(
    'stays in its cell of a table: %j',
    (sentence) => {
      const table = `| x | y |\n| - | - |\n| ${cell(sentence)} | last |\n`;
      const rows: number[] = [];
      visit(markdown.parse(table), 'tableRow', (row) => void rows.push(row.children.length));
      expect(rows).toEqual([2, 2]);
      expect(shown(table)).toMatch(/last$/);
    },
  );
});

describe('A sentence of ours with a command', () => {
  it.each([
    ['Bo, as @bo: write `/endorse @ada`.', 'Bo, as bo: write `/endorse @ada`.'],
    ['`@ada` and @bo and `/object @ada <reason>`', '`@ada` and bo and `/object @ada <reason>`'],
    ['A mark that nothing closes ` leaves @nobody mentioned', 'A mark that nothing closes ` leaves nobody mentioned'],
    ['`one` @two ` @three', '`one` two ` three'],
  ])('%s is %s: only code keeps its @', (sentence, expected) => {
    expect(unmentionedButCode(sentence)).toBe(expected);
  });
});
