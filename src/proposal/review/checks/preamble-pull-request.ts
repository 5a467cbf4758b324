import { afterPreamble, atField, fieldOf, mend } from '../places.js';
import type { Check } from '../types.js';

/** Source: the SEP template, `PR`, and the SEP guidelines, "SEP Format", 1. */
export const pullRequestField: Check = {
  code: 'preamble/pull-request',
  level: { draft: 'info', review: 'warning', decided: 'info' },
  wants: 'Once the pull request is open, the preamble links to it.',
  why: 'Who reads the file alone, later, finds the discussion only there.',
  good: '- **PR**: #1850',
  bad: '- **PR**: TBD',
  mends: true,
  check({ proposal, context }) {
    const number = context.pullRequest;
    if (number === null || proposal.pr === number) return [];
    const field = fieldOf(proposal, 'pr');
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
