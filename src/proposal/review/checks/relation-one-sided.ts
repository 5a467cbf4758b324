import type { FieldName, Proposal } from '../../types.js';
import { afterPreamble, atField, fieldOf } from '../places.js';
import { relationsOf } from '../relations.js';
import { isDecided } from '../stage.js';
import type { Check, Report } from '../types.js';

export const oneSided: Check = {
  code: 'relation/one-sided',
  level: { draft: 'info', review: 'warning', decided: 'warning' },
  wants:
    'Relations hold on both sides: what this proposal says it is superseded by says that it supersedes it, a final one that supersedes another is named there, and what is required can still come.',
  why: 'Whoever reads only one of the two must learn which of them counts.',
  good: '- **Superseded by**: SEP-1850, where SEP-1850 has - **Supersedes**: SEP-1302',
  bad: '- **Requires**: SEP-1302, which was withdrawn',
  check({ proposal, context: { relations } }) {
    const { number } = proposal;
    const own = relationsOf(proposal);
    const reports: Report[] = [];
    const say = (name: FieldName, message: string, help: string): void => {
      const field = fieldOf(proposal, name);
      reports.push({ ...(field ? atField(field) : afterPreamble(proposal)), message, help });
    };
    for (const other of own.requires) {
      const status = relations?.get(other)?.status ?? null;
      if (status === 'final' || !isDecided(status) || isDecided(own.status)) continue;
      const help =
        status === 'superseded' ? 'Require the one that came after it.' : 'Do without it, or revive it first.';
      say('requires', `SEP-${other} is required, and it is ${status ?? ''}.`, help);
    }
    if (number !== null && relations) {
      for (const other of own.supersededBy) {
        const there = relations.get(other);
        if (there && !there.supersedes.includes(number)) {
          say(
            'supersededBy',
            `SEP-${other} does not say that it supersedes this proposal.`,
            `Add "- **Supersedes**: SEP-${number}" there.`,
          );
        }
      }
      for (const other of own.status === 'final' ? own.supersedes : []) {
        const there = relations.get(other);
        if (there && !there.supersededBy.includes(number)) {
          say(
            'supersedes',
            `SEP-${other} does not say that this proposal supersedes it.`,
            `Set its status to Superseded there, with "- **Superseded by**: SEP-${number}".`,
          );
        }
      }
    }
    if (lacksSuccessor(proposal, own.supersededBy)) {
      say('status', 'The proposal is superseded, and does not say by which.', 'Add "- **Superseded by**: SEP-…".');
    }
    return reports;
  },
};

function lacksSuccessor({ status, fields }: Proposal, supersededBy: readonly number[]): boolean {
  return status === 'superseded' && supersededBy.length === 0 && !fields.some((f) => f.canonical === 'supersededBy');
}
