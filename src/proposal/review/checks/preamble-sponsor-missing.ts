import { afterPreamble, atField, fieldOf } from '../places.js';
import type { Check } from '../types.js';

/** Source: the SEP guidelines, "Step-by-Step Process", 5 to 7. A draft without a sponsor is no mistake. */
export const sponsorMissing: Check = {
  code: 'preamble/sponsor-missing',
  level: 'warning',
  wants: 'A proposal in review names its sponsor. A draft need not have one.',
  why: 'The sponsor brings it into review and speaks for it there; without one nobody does.',
  good: '- **Status**: In-Review and - **Sponsor**: Grace Example (@grace-example)',
  bad: '- **Status**: In-Review and - **Sponsor**: None',
  check({ proposal, stage }) {
    if (proposal.sponsors.length > 0 || stage !== 'review') return [];
    const field = fieldOf(proposal, 'sponsor');
    // A sponsor who could not be read, or has not agreed yet, has been spoken of.
    if (field && proposal.diagnostics.some((each) => each.line === field.position.value.start.line)) return [];
    return [
      {
        ...(field ? atField(field) : afterPreamble(proposal)),
        message: 'The proposal is in review, and no sponsor is named.',
        help: 'Write the sponsor as "Name (@github-login)"; without one the status is Draft.',
      },
    ];
  },
};
