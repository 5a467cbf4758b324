import { mend } from '../places.js';
import type { Check } from '../types.js';

/** The reading finds these; in a pull request the right number is known. */
export const numberForm: Check = {
  code: 'preamble/number-form',
  level: 'error',
  wants:
    'A pull request or an issue is given as one number, a link to it, or TBD until it is known. What was read with a guess is a warning.',
  why: 'Tools and readers follow it; a placeholder leads nowhere, and of two numbers one is the wrong one.',
  good: '- **PR**: #1850',
  bad: '- **PR**: https://github.com/harbour/specification/pull/{NUMBER}',
  mends: true,
  check({ proposal, context }) {
    const { pullRequest, repository } = context;
    const field = proposal.fields.find((each) => each.canonical === 'pr');
    const read = proposal.diagnostics.find(
      (each) => each.code === 'preamble/number-form' && each.line === field?.position.value.start.line,
    );
    if (!field || !read || pullRequest === null || proposal.pr !== null) return [];
    const value = repository ? `https://github.com/${repository}/pull/${pullRequest}` : `#${pullRequest}`;
    return [{ ...read, help: `Write "${value}".`, ...mend(context, 'pr', value) }];
  },
};
