import { readProposal } from '../../read.js';
import { atTitle } from '../places.js';
import type { Check } from '../types.js';

/** Source: the SEP guidelines, "Reporting SEP Bugs or Updates": final proposals are not updated. */
export const finalChanged: Check = {
  code: 'status/final-changed',
  level: { draft: 'warning', review: 'warning', decided: 'warning' },
  wants: 'What a final proposal says does not change any more. Its preamble, its layout and white space may.',
  why: 'It is the record of what was accepted; the specification itself is what counts and changes.',
  good: 'a new proposal that supersedes the final one',
  bad: 'a pull request that rewrites the specification of a final proposal',
  check({ proposal, context: { base, path } }) {
    if (base === undefined || base === null) return [];
    const before = readProposal(base, { path });
    if (before.status !== 'final' || before.normativeHash === proposal.normativeHash) return [];
    return [
      {
        ...atTitle(proposal),
        message: 'This proposal is final, and its text is changed here.',
        help: 'Change the specification itself, or write a new proposal that supersedes this one.',
      },
    ];
  },
};
