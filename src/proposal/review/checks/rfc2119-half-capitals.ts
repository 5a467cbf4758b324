import { mendLine } from '../places.js';
import type { Check, Report } from '../types.js';

/** Source: RFC 2119, where "MUST NOT" is one word of two. */
const HALF = /\b(?:(MUST|SHALL|SHOULD) not|([Mm]ust|[Ss]hall|[Ss]hould) NOT)\b/;
const ALL = new RegExp(HALF.source, 'g');

export const halfCapitals: Check = {
  code: 'rfc2119/half-capitals',
  level: 'warning',
  wants: 'MUST NOT, SHOULD NOT and SHALL NOT stand in capitals as a whole.',
  why: 'Half in capitals, a prohibition reads as a demand with a small word behind it.',
  good: 'A server MUST NOT answer twice.',
  bad: 'A server MUST not answer twice.',
  mends: true,
  check({ body }) {
    return body.lines.flatMap(({ number, kind, text }): Report[] => {
      if (kind !== 'prose') return [];
      const match = HALF.exec(text);
      if (!match) return [];
      return [
        {
          line: number,
          column: match.index + 1,
          endLine: number,
          endColumn: match.index + match[0].length + 1,
          message: `"${match[0]}" is a word of RFC 2119 only in capitals as a whole.`,
          help: `Write "${match[0].toUpperCase()}".`,
          ...mendLine(body, number, (line) => capitals(line, text)),
        },
      ];
    });
  },
};

/** The line with its half capitals raised, where the text without comments and code has them. */
function capitals(line: string, shown: string): string {
  let mended = '';
  let from = 0;
  for (const { 0: found, index } of shown.matchAll(ALL)) {
    mended += line.slice(from, index) + found.toUpperCase();
    from = index + found.length;
  }
  return mended + line.slice(from);
}
