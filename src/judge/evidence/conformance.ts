import { quoted } from '../../commands/quoted.js';
import type { Facts } from '../../facts/facts.js';
import {
  normativeStatements,
  readTraceability,
  withoutRow,
  type Statement,
  type Traceability,
} from '../../proposal/index.js';
import { exempt, missing, there, unknown, unread, type Sight } from './sight.js';

/** Statements that are named one by one. */
const MOST_NAMED = 3;

/**
 * A merged conformance scenario: its traceability file, whose rows map what the specification demands to a check or a
 * named exclusion (SEP guidelines, "Conformance Test Requirement"; SEP-2484). What looks missing in it is advice: what is
 * normative is the sponsor's word. Whether the scenario passes is for its own repository to say.
 */
export function conformance(facts: Facts): Sight {
  const { document, governing, scenario, pull } = facts;
  const { tracks, repository } = governing.rules.rules.conformance;
  const otherwise = unread(document) ?? exempt(document, tracks);
  if (otherwise) return otherwise;
  const where = quoted(repository ?? '');
  switch (scenario.kind) {
    case 'unasked':
      return unknown('Nobody has looked for it yet.');
    case 'unreadable':
      return unknown(`${where} cannot be read: ${scenario.why}`);
    case 'missing':
      return missing(`${where} has no ${scenario.paths.map(quoted).join(' and no ')}.`);
    case 'unusable':
      return missing(`${quoted(scenario.path)} in ${where} cannot be taken. ${scenario.why}`);
    case 'file': {
      const number = document.proposal.number ?? pull.number;
      const file = readTraceability(scenario.text, number);
      const name = `[${scenario.path}](${scenario.url})`;
      const [problem] = file.problems;
      if (problem) {
        const more = file.problems.length > 1 ? ` There are ${file.problems.length - 1} more such lines.` : '';
        return missing(`${name} cannot be taken as it stands: line ${problem.line}: ${problem.message}${more}`);
      }
      return there(`${name} has ${counted(file)}.${advice(facts, file)}`);
    }
  }
}

function counted({ rows }: Traceability): string {
  const excluded = rows.filter((row) => row.excluded !== null).length;
  return `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, ${excluded} of them excluded with a reason`;
}

/** What looks as if it had no row, with a space before it; empty where nothing does. */
function advice({ document }: Facts, { rows }: Traceability): string {
  const gaps = withoutRow(normativeStatements(document.source, document.proposal), rows);
  if (gaps.length === 0) return '';
  const named = gaps.slice(0, MOST_NAMED).map(({ line, text }: Statement) => `line ${line} ${quoted(text)}`);
  const more = gaps.length > MOST_NAMED ? ` and ${gaps.length - MOST_NAMED} more` : '';
  return ` For the sponsor to judge: these look as if they had no row: ${named.join(', ')}${more}.`;
}
