import { atTitle, mend } from '../places.js';
import type { Check } from '../types.js';

/** Source: the SEP template's first line, `# SEP-{NUMBER}: {Title}`. */
export const headingNumber: Check = {
  code: 'heading/number',
  mends: true,
  level: 'warning',
  wants: "The first heading carries the proposal's number, as SEP-1850.",
  why: 'The heading is what people see and quote. A number that differs from the file sends them to another proposal.',
  good: '# SEP-1850: Tool timeouts',
  bad: '# SEP-0000: Tool timeouts',
  check({ proposal, context }) {
    const number = context.pullRequest ?? proposal.number;
    if (number === null || proposal.headingNumber === number || proposal.title === null) return [];
    const says = proposal.headingNumber === null ? 'carries no number yet' : `says ${proposal.headingNumber}`;
    return [
      {
        ...atTitle(proposal),
        message: `The heading ${says}; this proposal is number ${number}.`,
        help: `Begin the heading with "SEP-${number}: ".`,
        ...mend(context, 'number', String(number)),
      },
    ];
  },
};
