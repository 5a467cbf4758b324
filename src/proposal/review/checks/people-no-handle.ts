import { fieldOf, inField } from '../places.js';
import type { Check } from '../types.js';

/** Source: the SEP template, `Author(s)`. */
export const noHandle: Check = {
  code: 'people/no-handle',
  level: 'info',
  wants: 'Every author is named with a GitHub login.',
  why: 'Reviewers ask authors by their login, and Convenor knows by it whose own matter a proposal is.',
  good: '- **Author(s)**: Ada Example (@ada-example)',
  bad: '- **Author(s)**: Ada Example',
  check({ proposal, stage }) {
    const field = fieldOf(proposal, 'authors');
    // Nobody asks for it once the decision has been made.
    if (!field || stage === 'decided') return [];
    const without = proposal.authors.filter(({ github, group }) => github === undefined && group === undefined);
    const [first, ...others] = without.map(({ name, email }) => name ?? email ?? '');
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return [
      {
        ...inField(field, first),
        message: `"${first}"${more} is named without a GitHub login.`,
        help: 'Write each author as "Name (@github-login)".',
      },
    ];
  },
};
