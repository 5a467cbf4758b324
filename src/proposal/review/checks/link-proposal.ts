import { relationsOf } from '../relations.js';
import { atField, fieldOf } from '../places.js';
import { numberOfProposal } from '../targets.js';
import type { Check, Report } from '../types.js';

export const linkProposal: Check = {
  code: 'link/proposal',
  level: 'warning',
  wants: 'A proposal that is linked, required or superseded exists.',
  why: 'A proposal that builds on another cannot be judged without it.',
  good: '- **Requires**: SEP-1850',
  bad: '- **Requires**: SEP-999999',
  check({ proposal, context: { knownNumbers, pullRequest }, body: { links } }) {
    if (!knownNumbers) return [];
    const unknown = (number: number): boolean =>
      !knownNumbers.has(number) && number !== proposal.number && number !== pullRequest;
    const relations = relationsOf(proposal);
    const inFields = (['requires', 'supersedes', 'supersededBy'] as const).flatMap((name): Report[] => {
      const field = fieldOf(proposal, name);
      return relations[name]
        .filter(unknown)
        .flatMap((number) => (field ? [{ ...atField(field), ...words(number) }] : []));
    });
    const preamble = new Set(proposal.fields.map(({ position }) => position.line.start.line));
    const inText = links.flatMap((link): Report[] => {
      const number = numberOfProposal(link);
      if (number === null || preamble.has(link.line) || !unknown(number)) return [];
      const { line, column, endColumn } = link;
      return [{ line, column, endLine: line, endColumn, ...words(number) }];
    });
    return [...inFields, ...inText];
  },
};

function words(number: number): { message: string; help: string } {
  return { message: `There is no SEP-${number}.`, help: 'Correct the number, or say where that document is.' };
}
