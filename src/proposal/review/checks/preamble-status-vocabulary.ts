import { STATUSES, type Status } from '../../types.js';
import { atField, fieldOf, mend } from '../places.js';
import type { Check } from '../types.js';

/** Words that people write for a status, where only one can be meant. */
const MEANT: Readonly<Record<string, Status>> = { approved: 'accepted', idea: 'proposal', wip: 'draft' };
/** These words only a decision gives: nobody writes one on the strength of a word that is like it. */
const DECIDED: ReadonlySet<Status> = new Set(['accepted', 'rejected', 'final', 'superseded']);

/** Source: the SEP guidelines, "SEP Statuses", and the template's spelling. */
export const statusVocabulary: Check = {
  code: 'preamble/status-vocabulary',
  mends: true,
  level: 'error',
  wants: `The status is exactly one of: ${STATUSES.map(spell).join(', ')}.`,
  why: "A proposal's status decides who acts next; a word of one's own hides that from people and tools.",
  good: '- **Status**: In-Review',
  bad: '- **Status**: Approved',
  check({ proposal, context }) {
    const field = fieldOf(proposal, 'status');
    const read = proposal.diagnostics.find((each) => each.code === 'preamble/status-vocabulary');
    if (!field || !read) return [];
    const meant = proposal.status ?? MEANT[(proposal.statusRaw ?? '').toLowerCase()];
    const asks = meant !== undefined && DECIDED.has(meant) && context.state !== meant;
    return [
      {
        ...atField(field),
        severity: read.severity,
        message: read.message,
        help: asks
          ? askedFor(meant)
          : `Write ${meant ? `"${spell(meant)}"` : `one of: ${STATUSES.map(spell).join(', ')}`}.`,
        ...(meant && !asks ? mend(context, 'status', spell(meant)) : {}),
      },
    ];
  },
};

const askedFor = (status: Status): string =>
  `Has that been decided? Then write "${spell(status)}"; until it is, "Draft" or "In-Review".`;

/** `in-review` as the template spells it: `In-Review`. */
function spell(status: Status): string {
  return status.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());
}
