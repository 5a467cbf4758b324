import { EXIT, type ExitCode } from '../../cli/io.js';
import { servePages } from '../page/server.js';
import type { Show } from '../page/show.js';
import type { Paper } from './paper.js';
import type { Stage } from './stage.js';

/** What a page shows of a stage. */
const showOf = ({ play, sandbox, repo, rules, group }: Stage): Show => ({
  slug: play.group,
  name: group.title,
  state: sandbox.state,
  repositoryId: repo.id,
  number: play.number,
  record: rules.record,
});

/** Serves the page until the person ends it with Ctrl-C. */
export async function serveStages(stages: readonly Stage[], paper: Paper, port: number | null): Promise<ExitCode> {
  const served = await servePages(stages.map(showOf), port);
  if (!served.ok) {
    paper.line();
    paper.paragraph(served.problem);
    return EXIT.wrongUse;
  }
  paper.line();
  paper.paragraph(`Look at the pull request, its checks, the ledger and the dashboard: ${served.url}`);
  for (const { sandbox, cast, play, group } of stages) {
    const token = sandbox.actions.createUserToken(cast.lead.account);
    const where = `${group.title}: ${sandbox.state.urls.api} (${play.repository}; ${cast.lead.login}'s token ${token})`;
    paper.paragraph(`Any GitHub client can speak to the GitHub of ${where}.`);
  }
  paper.paragraph('Ctrl-C ends it.');
  await interrupted();
  await served.close();
  return EXIT.fine;
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
