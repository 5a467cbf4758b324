import { isDecided } from '../stage.js';
import { afterPreamble, fieldOf } from '../places.js';
import type { Check } from '../types.js';

/** Older proposals came without a group, and nobody is asked to go back. */
const SINCE = '2026-09-01';

/** Source: since September 2026 every new SEP is to be developed with a Working Group. */
export const workingGroup: Check = {
  code: 'preamble/working-group',
  level: 'info',
  wants: `The preamble of a proposal from ${SINCE} or later names the Working Group in whose charter it falls.`,
  why: 'Proposals are developed with the group that knows the matter; naming it brings the right reviewers at once.',
  good: '- **Working Group**: Agents',
  bad: 'a preamble without a Working Group line',
  check({ proposal }) {
    if (proposal.created === null || proposal.created < SINCE || isDecided(proposal.status)) return [];
    if (proposal.status === 'accepted' || proposal.workingGroup !== null || fieldOf(proposal, 'workingGroup'))
      return [];
    return [
      {
        ...afterPreamble(proposal),
        message: 'No Working Group is named yet.',
        help: 'If one fits, add a line such as "- **Working Group**: Agents"; its leads will be asked. None fits? Leave it out.',
      },
    ];
  },
};
