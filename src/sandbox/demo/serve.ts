import { EXIT, type ExitCode } from '../../cli/io.js';
import { fullName } from '../state/find.js';
import { Desk, type OtherRules } from '../playground/desk.js';
import { servePlayground } from '../playground/serve.js';
import type { Setting } from '../playground/setting.js';
import type { Paper } from './paper.js';

/** A table to lay, and the other rules that are tried beside it; null where none are. */
export interface Tables {
  setting: Setting;
  other: OtherRules | null;
}

/** Lays the tables and serves them until the person ends it with Ctrl-C. */
export async function serveTables(tables: readonly Tables[], paper: Paper, port: number | null): Promise<ExitCode> {
  const desks: Desk[] = [];
  try {
    paper.paragraph('Convenor takes its first look; that takes a moment.');
    for (const { setting, other } of tables) desks.push(await Desk.open(setting, other));
    const served = await servePlayground(desks, port);
    if (!served.ok) {
      paper.paragraph(served.problem);
      return EXIT.wrongUse;
    }
    paper.line();
    paper.line(paper.paint('strong', `The playground: ${served.url}`));
    paper.paragraph(
      'Act as anybody, play the story on, move the clock, disturb it, and see what Convenor makes of it.',
    );
    for (const { table } of desks) paper.paragraph(addressIn(table.laid.ground));
    paper.paragraph('Ctrl-C ends it.');
    await interrupted();
    await served.close();
    return EXIT.fine;
  } finally {
    for (const desk of desks) await desk.close();
  }
}

/** Where other clients find the GitHub of a table. */
const addressIn = ({ sandbox, repo }: Desk['table']['laid']['ground']): string =>
  `Any GitHub client can speak to the GitHub of ${fullName(sandbox.state, repo)}: ${sandbox.state.urls.api}`;

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
