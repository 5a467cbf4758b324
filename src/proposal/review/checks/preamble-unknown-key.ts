import { keyOf, nearField } from '../../keys.js';
import { mendLine } from '../places.js';
import type { Check, Report } from '../types.js';

/** The reading finds these; the mend is added here. */
export const unknownKey: Check = {
  code: 'preamble/unknown-key',
  level: 'warning',
  wants: 'A key that is nearly the name of a field is that name.',
  why: 'A slip of one letter hides the field from everybody who looks for it.',
  good: '- **Status**: Draft',
  bad: '- **Staus**: Draft',
  mends: true,
  check({ proposal, body }) {
    const read = proposal.diagnostics.filter((each) => each.code === 'preamble/unknown-key');
    return read.flatMap((each): Report[] => {
      const field = proposal.fields.find(
        ({ canonical, position }) => canonical === null && position.line.start.line === each.line,
      );
      const meant = field && nearField(field.key);
      if (!field || !meant) return [];
      return [{ ...each, ...mendLine(body, each.line, (line) => line.replace(field.key, () => keyOf(meant))) }];
    });
  },
};
