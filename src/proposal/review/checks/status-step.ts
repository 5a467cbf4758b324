import { readProposal } from '../../read.js';
import { atField, fieldOf } from '../places.js';
import type { Check } from '../types.js';

/** Only where the file is merged already: before that the record holds the status, and the file is held against it. */
export const statusStep: Check = {
  code: 'status/step',
  level: 'warning',
  wants: 'The status of a merged proposal takes a step that the rules know, such as from Accepted to Final.',
  why: 'On the default branch the status is what everybody goes by, and a change of it there has no other record.',
  good: '- **Status**: Superseded, where it was Final',
  bad: '- **Status**: Draft, where it was Final',
  check({ proposal, context: { base, path, isStep } }) {
    const field = fieldOf(proposal, 'status');
    if (base === undefined || base === null || !isStep || !field) return [];
    const from = readProposal(base, { path }).status;
    const to = proposal.status;
    if (from === null || to === null || from === to || isStep(from, to)) return [];
    return [
      {
        ...atField(field),
        message: `The status goes from ${from} to ${to}, and the rules know no such step.`,
        help: 'Leave the status as it was, or say in the pull request where this was decided.',
      },
    ];
  },
};
