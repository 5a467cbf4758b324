import { normativeLines } from '../keywords.js';
import { mendLine } from '../places.js';
import type { Check, Report } from '../types.js';

/** Source: RFC 2119, where "MUST NOT" is one word of two. "MUST not only" demands, and prohibits nothing. */
const HALF =
  /\b(?:(?:MUST|SHALL|SHOULD) not|(?:[Mm]ust|[Ss]hall|[Ss]hould) NOT)\b(?![*_]{0,3}[ \t]+(?:only|just|merely|simply|solely|necessarily)\b)/g;

export const halfCapitals: Check = {
  code: 'rfc2119/half-capitals',
  level: 'warning',
  wants: 'In a specification, MUST NOT, SHOULD NOT and SHALL NOT stand in capitals as a whole.',
  why: 'Half in capitals, a prohibition reads as a demand with a small word behind it.',
  good: 'A server MUST NOT answer twice.',
  bad: 'A server MUST not answer twice.',
  mends: true,
  check({ body }) {
    return normativeLines(body).flatMap(({ number, text }): Report[] => {
      const found = halves(text);
      const [first] = found;
      if (!first) return [];
      return [
        {
          line: number,
          column: first.at + 1,
          endLine: number,
          endColumn: first.at + first.words.length + 1,
          message: `"${first.words}" is a word of RFC 2119 only in capitals as a whole.`,
          help: `Write "${first.words.toUpperCase()}".`,
          ...mendLine(body, number, (line) => capitals(line, found)),
        },
      ];
    });
  },
};

/** A prohibition half in capitals, and its offset in the line. */
interface Half {
  readonly at: number;
  readonly words: string;
}

/** Those of a line that are said and not quoted. */
function halves(text: string): Half[] {
  let quotes = 0;
  let counted = 0;
  return [...text.matchAll(HALF)].flatMap(({ 0: words, index }): Half[] => {
    for (; counted < index; counted++) if (/["“”]/.test(text[counted] ?? '')) quotes++;
    const isQuoted = quotes % 2 === 1 || /['‘]/.test(text[index - 1] ?? '');
    return isQuoted ? [] : [{ at: index, words }];
  });
}

function capitals(line: string, found: readonly Half[]): string {
  let mended = '';
  let from = 0;
  for (const { at, words } of found) {
    mended += line.slice(from, at) + words.toUpperCase();
    from = at + words.length;
  }
  return mended + line.slice(from);
}
