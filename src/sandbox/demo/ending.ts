import { entrySchema } from '../../dashboard/entry.js';
import { indexFile, ledgerFolder } from '../../ledger/layout.js';
import { branchFiles } from '../page/record.js';
import { costsOf, each, type Cost } from './costs.js';
import type { Paper } from './paper.js';
import type { Stage } from './stage.js';

const recordOf = ({ sandbox, repo, rules }: Stage): Map<string, string> =>
  branchFiles(sandbox.state, repo, rules.record.branch);

/** What went otherwise than the story should, each in a sentence; empty where it ended well. */
export function problemsOf(stage: Stage): string[] {
  const { bench, sandbox, play } = stage;
  const text = recordOf(stage).get(indexFile(play.number));
  const status = text === undefined ? 'unknown' : entrySchema.parse(JSON.parse(text)).status;
  return [
    ...(['accepted', 'final'].includes(status) ? [] : [`The story ended with the proposal in the state "${status}".`]),
    ...bench.log.errors.map((error) => `Convenor failed: ${error}`),
    ...sandbox.crashes.map(({ error, request }) => `The sandbox failed at ${request.operation}: ${String(error)}`),
  ];
}

/** What is left of the stories: their records, each story's in a folder of its own. */
export function filesOf(stages: readonly Stage[]): Map<string, string> {
  return new Map(
    stages.flatMap((stage) => {
      const prefix = stages.length === 1 ? '' : `${stage.play.group}/`;
      return [...recordOf(stage)].map(([path, text]) => [prefix + path, text] as const);
    }),
  );
}

/** A small table of what all of it cost, and what it left. */
export function showCosts(stages: readonly Stage[], paper: Paper): void {
  const costs = costsOf(
    stages.map(({ sandbox }) => ({ requests: sandbox.requests, deliveries: sandbox.state.deliveries })),
  );
  const rows = costs.map((cost) => [cost.event, String(cost.times), each(cost), String(cost.total)]);
  const total = String(costs.reduce((sum, { total }: Cost) => sum + total, 0));
  paper.line();
  paper.line(paper.paint('strong', 'What it cost: requests to GitHub'));
  paper.line();
  table(paper, [['', 'times', 'each', 'together'], ...rows, ['All of it', '', '', total]]);
  paper.line();
  for (const stage of stages) {
    const lines = [...recordOf(stage)]
      .filter(([path]) => path.startsWith(`${ledgerFolder(stage.play.number)}/`))
      .reduce((sum, [, text]) => sum + text.split('\n').length - 1, 0);
    paper.paragraph(`The ledger of #${stage.play.number} (${stage.group.title}) has ${lines} lines.`);
  }
}

/** The first column to the left, numbers to the right. */
function table(paper: Paper, rows: readonly (readonly string[])[]): void {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  for (const [index, row] of rows.entries()) {
    const cells = row.map((cell, column) => (column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column))));
    const line = `  ${cells.join('   ')}`;
    paper.line(index === 0 ? paper.paint('quiet', line) : line);
  }
}
