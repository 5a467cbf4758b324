import { keyOf } from '../../keys.js';
import type { FieldName, Proposal } from '../../types.js';
import { afterPreamble, atField, fieldOf } from '../places.js';
import type { Check, Report } from '../types.js';

/** A missing title is the reading's own finding (`heading/title`), since it is looked for in the heading first. */
const EXAMPLES = {
  status: 'Draft',
  type: 'Standards Track',
  created: '2026-03-09',
  authors: 'Ada Example (@ada-example)',
} satisfies Partial<Record<FieldName, string>>;

/** Source: the SEP guidelines, "SEP Format", 1: title, authors, status and type; the template adds the day. */
export const missingField: Check = {
  code: 'preamble/missing-field',
  level: 'error',
  wants: 'The preamble has a status, a type, the day it was created and its authors.',
  why: 'Reviewers find, sort and assign proposals by these fields, and so does every tool.',
  good: '- **Status**: Draft',
  bad: 'a preamble without a Status line',
  check({ proposal }) {
    return (Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[]).flatMap((name): Report[] => {
      const field = fieldOf(proposal, name);
      if (!isMissing(proposal, name)) return [];
      if (!field) {
        return [
          {
            ...afterPreamble(proposal),
            message: `The preamble has no "${keyOf(name)}".`,
            help: `Add a line such as "- **${keyOf(name)}**: ${EXAMPLES[name]}".`,
          },
        ];
      }
      // A value that stands there and could not be read has its own finding already.
      if (proposal.diagnostics.some((each) => each.line === field.position.value.start.line)) return [];
      return [
        {
          ...atField(field),
          message: `"${field.key}" is not filled in yet.`,
          help: `Write it as in "- **${keyOf(name)}**: ${EXAMPLES[name]}".`,
        },
      ];
    });
  },
};

function isMissing(proposal: Proposal, name: keyof typeof EXAMPLES): boolean {
  if (name === 'authors') return proposal.authors.length === 0 && proposal.authorGroup === null;
  return proposal[name] === null;
}
