import { normativeLines, usesKeywords } from '../keywords.js';
import type { Check } from '../types.js';

/**
 * A sentence that begins with a party of the protocol, and a demand on it: `The server must …`. Elsewhere "must" is
 * mostly plain English, as RFC 8174 allows.
 */
const DEMAND =
  /(?:^[ \t]{0,12}(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?|[.!?][ \t]+)(?:(?:an?|the|all|each|every|both|any|conforming|compliant)[ \t]+){0,2}(?:servers?|clients?|hosts?|implementations?|receivers?|senders?|requestors?|requesters?|proxies|proxy|gateways?)[ \t]+(must|shall)\b/i;

export const smallLetters: Check = {
  code: 'rfc2119/small-letters',
  level: 'info',
  tracks: ['Standards Track', 'Extensions Track'],
  wants: 'In a specification that uses the words of RFC 2119, a demand on a client or server is in capitals, too.',
  why: 'Beside a MUST, readers take a "must" for advice, as RFC 8174 says, and no test is written for it.',
  good: 'The server MUST close the stream.',
  bad: 'The server must close the stream.',
  check({ proposal, body, stage }) {
    if (proposal.type === null || stage === 'decided' || !usesKeywords(body)) return [];
    const found = normativeLines(body).flatMap(({ number, text }) => {
      const match = DEMAND.exec(text);
      const word = match?.[1];
      // `Server MUST` matches without regard to capitals, and is what is wanted.
      return match && word !== undefined && word === word.toLowerCase()
        ? [{ number, word, column: match.index + match[0].length - word.length + 1 }]
        : [];
    });
    const [first, ...others] = found;
    if (!first) return [];
    const shown = others.slice(0, 5).map(({ number }) => number);
    const more = others.length > shown.length ? `, and ${others.length - shown.length} more` : '';
    const also = shown.length === 0 ? '' : ` Also on line ${shown.join(', ')}${more}.`;
    return [
      {
        line: first.number,
        column: first.column,
        endLine: first.number,
        endColumn: first.column + first.word.length,
        message: `"${first.word}" in small letters demands nothing beside the capitals elsewhere.${also}`,
        help: `Write "${first.word.toUpperCase()}" if it is a rule; else say it in other words.`,
      },
    ];
  },
};
