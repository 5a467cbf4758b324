import { PROPOSAL_TYPES } from '../../types.js';
import { atField, fieldOf, mend } from '../places.js';
import type { Check } from '../types.js';

/** Source: the SEP guidelines, "SEP Types", and the template's `Type` line. */
export const typeVocabulary: Check = {
  code: 'preamble/type-vocabulary',
  mends: true,
  level: 'error',
  wants: `The type is exactly one of: ${PROPOSAL_TYPES.join(', ')}.`,
  why: "The type is the proposal's track: it decides which sections, tests and decisions the proposal needs.",
  good: '- **Type**: Extensions Track',
  bad: '- **Type**: Standards Track (Extensions Track)',
  check({ proposal, context }) {
    const field = fieldOf(proposal, 'type');
    const read = proposal.diagnostics.find((each) => each.code === 'preamble/type-vocabulary');
    if (!field || !read) return [];
    return [
      {
        ...atField(field),
        severity: read.severity,
        message: read.message,
        ...(read.help === undefined ? {} : { help: read.help }),
        ...(proposal.type ? mend(context, 'type', proposal.type) : {}),
      },
    ];
  },
};
