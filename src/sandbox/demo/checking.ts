import { verify, type Finding } from '../../ledger/verify/index.js';
import { recordIn } from '../record.js';
import { forgeries } from './forgeries.js';
import type { Paper } from './paper.js';
import type { Stage } from './stage.js';

/** The name of the app in its address, by which its commits are known. */
const APP = 'convenor';

/**
 * Checks the record of every story as a stranger would, and then forgeries of the last one, and tells what is found.
 * @returns what went otherwise than it should, each in a sentence: a record that does not hold, or a forgery that does
 */
export async function check(stages: readonly Stage[], paper: Paper): Promise<string[]> {
  const problems: string[] = [];
  heading(paper, 'Checked by somebody who believes nobody');
  for (const stage of stages) {
    const { ledgers, history, findings } = await verify(recordOf(stage), { app: APP, commit: null });
    const lines = ledgers.reduce((sum, ledger) => sum + ledger.lines.length, 0);
    paper.paragraph(
      `The record of ${stage.group.title}: ${lines} lines and ${history?.commits ?? 0} commits. ` +
        (findings.length === 0
          ? 'Every hash is right, every decision follows from its lines and its rules, and each commit is by the app and only extends.'
          : 'It does not hold.'),
    );
    problems.push(...findings.map((one) => `The record of ${stage.group.title} does not hold: ${inWords(one)}`));
  }
  const last = stages.at(-1);
  if (!last) return problems;
  heading(paper, 'Forged, and caught');
  for (const { says, record } of forgeries(recordOf(last), last.play.number)) {
    const { findings } = await verify(record, { app: APP, commit: null });
    const [first] = findings;
    paper.paragraph(says, 4);
    paper.facts('Caught', [first ? inWords(first) : 'Nothing is noticed.'], (line) => paper.paint('warning', line));
    if (!first) problems.push(`A forgery was not noticed: ${says}`);
  }
  return problems;
}

function heading(paper: Paper, text: string): void {
  paper.line();
  paper.line(paper.paint('strong', text));
}

const recordOf = ({ sandbox, repo, rules }: Stage): ReturnType<typeof recordIn> =>
  recordIn(sandbox.state, repo, rules.record.branch);

/** What does not follow, behind the line, the file or the commit that it is about. */
const inWords = ({ path, line, commit, message }: Finding): string =>
  `${path === null ? `commit ${commit?.slice(0, 7) ?? 'unknown'}` : `${path}${line === null ? '' : `:${line}`}`}  ${message}`;
