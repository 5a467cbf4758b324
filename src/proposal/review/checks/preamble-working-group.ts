import { afterPreamble, fieldOf } from '../places.js';
import type { Check } from '../types.js';

/** Proposals that are still on their way; one that is decided needs no group any more. */
const OPEN = new Set(['proposal', 'draft', 'in-review', null]);

/** Source: since September 2026 every new SEP is to be developed with a Working Group. */
export const workingGroup: Check = {
  code: 'preamble/working-group',
  level: 'info',
  wants: 'The preamble names the Working Group in whose charter the proposal falls.',
  why: 'Proposals are developed with the group that knows the matter; naming it brings the right reviewers at once.',
  good: '- **Working Group**: Agents',
  bad: 'a preamble without a Working Group line',
  check(proposal) {
    const decided = !OPEN.has(proposal.status);
    const unread = proposal.fields.every((field) => field.canonical === null);
    if (decided || unread || proposal.workingGroup !== null || fieldOf(proposal, 'workingGroup')) return [];
    return [
      {
        ...afterPreamble(proposal),
        message: 'No Working Group is named yet.',
        help: 'If one fits, add a line such as "- **Working Group**: Agents"; its leads will be asked. None fits? Leave it out.',
      },
    ];
  },
};
