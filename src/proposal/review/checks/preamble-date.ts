import { atField, fieldOf, mend } from '../places.js';
import type { Check } from '../types.js';

/** Source: the SEP template, `Created: YYYY-MM-DD`. */
export const date: Check = {
  code: 'preamble/date',
  mends: true,
  level: 'error',
  wants: 'The day of creation is a real day, written as YYYY-MM-DD.',
  why: 'Deadlines and the order of proposals are counted from it, and 03/04 is another day on another continent.',
  good: '- **Created**: 2026-03-09',
  bad: '- **Created**: 03/09/26',
  check({ proposal, context }) {
    const field = fieldOf(proposal, 'created');
    const read = proposal.diagnostics.find((each) => each.code === 'preamble/date');
    if (!field || !read) return [];
    return [
      {
        ...atField(field),
        severity: read.severity,
        message: read.message,
        ...(read.help === undefined ? {} : { help: read.help }),
        ...(proposal.created ? mend(context, 'created', proposal.created) : {}),
      },
    ];
  },
};
