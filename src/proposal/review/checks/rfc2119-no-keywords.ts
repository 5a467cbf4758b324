import { linesOf } from '../body.js';
import { usesKeywords } from '../keywords.js';
import { atHeading } from '../places.js';
import { specifications } from '../sections.js';
import type { Check } from '../types.js';

export const noKeywords: Check = {
  code: 'rfc2119/no-keywords',
  level: { draft: 'info', review: 'warning', decided: 'info' },
  tracks: ['Standards Track', 'Extensions Track'],
  wants: 'A specification says what is demanded with the words of RFC 2119: MUST, SHOULD, MAY.',
  why: 'Two people who implement it have to know what they may leave out, and tests are written from these words.',
  good: 'A client MUST answer within 30 seconds.',
  bad: 'The client answers within 30 seconds.',
  check({ proposal, body, stage }) {
    const specification = specifications(body)[0];
    if (!specification || proposal.type === null || stage === 'decided' || usesKeywords(body)) return [];
    // An empty section has its own finding.
    if (!linesOf(body, specification, 'all').some(({ visible }) => visible)) return [];
    return [
      {
        ...atHeading(specification),
        message: 'The specification demands nothing: it has no MUST, SHOULD or MAY.',
        help: 'Say with the words of RFC 2119, in capitals, what is required of whom, and what is left to them.',
      },
    ];
  },
};
