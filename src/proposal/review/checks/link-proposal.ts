import { proposalsNamed } from '../outside.js';
import { atField } from '../places.js';
import type { Check } from '../types.js';

export const linkProposal: Check = {
  code: 'link/proposal',
  level: 'warning',
  wants: 'A proposal that is linked, required or superseded exists.',
  why: 'A proposal that builds on another cannot be judged without it.',
  good: '- **Requires**: SEP-1850',
  bad: '- **Requires**: SEP-999999',
  check({ proposal, context: { knownNumbers, pullRequest }, body }) {
    if (!knownNumbers) return [];
    return proposalsNamed(proposal, body, pullRequest)
      .filter(({ number }) => !knownNumbers.has(number))
      .map(({ number, at }) => ({
        ...('position' in at
          ? atField(at)
          : { line: at.line, column: at.column, endLine: at.line, endColumn: at.endColumn }),
        message: `There is no SEP-${number}.`,
        help: 'Correct the number, or say where that document is.',
      }));
  },
};
