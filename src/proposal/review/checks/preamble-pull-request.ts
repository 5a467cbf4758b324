import type { Field, Proposal } from '../../types.js';
import { afterPreamble, atField, fieldOf, mend } from '../places.js';
import type { Check, Report, Stage } from '../types.js';

/** Source: the SEP template, `PR`, and the SEP guidelines, "SEP Format", 1. */
export const pullRequestField: Check = {
  code: 'preamble/pull-request',
  level: { draft: 'info', review: 'warning', decided: 'info' },
  wants: "Once the pull request is open, the preamble links to it; its number is the file's, too.",
  why: 'Who reads the file alone, later, finds the discussion only there.',
  good: '- **PR**: #1850',
  bad: '- **PR**: TBD',
  mends: true,
  check({ proposal, context, stage }) {
    const number = context.pullRequest;
    const field = fieldOf(proposal, 'pr');
    if (number === null) return field ? ofTheFile(field, proposal, stage) : [];
    if (proposal.pr === number) return [];
    const line = field?.position.value.start.line;
    // A value that cannot be read has its own finding, with this mend.
    if (proposal.diagnostics.some((each) => each.code === 'preamble/number-form' && each.line === line)) return [];
    const { repository } = context;
    const value = repository ? `https://github.com/${repository}/pull/${number}` : `#${number}`;
    const message =
      proposal.pr === null
        ? `The preamble does not name its pull request yet; it is #${number}.`
        : `The preamble names pull request #${proposal.pr}; this is #${number}.`;
    return [
      {
        ...(field ? atField(field) : afterPreamble(proposal)),
        message,
        help: `Write "- **PR**: ${value}".`,
        ...mend(context, 'pr', value),
      },
    ];
  },
};

/**
 * What the document says by itself. Older proposals have the number of their issue, and name it; nobody goes back to a
 * decided one.
 */
function ofTheFile(field: Field, { number, pr, issue }: Proposal, stage: Stage): Report[] {
  if (stage === 'decided' || number === null || pr === null || pr === number || issue === number) return [];
  return [
    {
      ...atField(field),
      message: `The preamble names pull request #${pr}, and the file's number is ${number}.`,
      help: "A proposal has its pull request's number: correct the one that is wrong.",
    },
  ];
}
