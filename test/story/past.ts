import { readLedger } from '../../src/ledger/chain.js';
import type { LineBody } from '../../src/ledger/lines.js';
import type { PullRequestHandle } from '../../src/sandbox/people.js';
import { INVENTED, PROPOSAL } from '../../src/sandbox/demo/invented.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import { filesAt } from './record.js';
import { stageFor, tidewire } from './stage.js';

/** Tidewire before anybody has installed Convenor there. */
export async function beforeConvenor(files: Record<string, string> = {}): Promise<Stage> {
  const stage = await stageFor(tidewire('wire-format', { files: { ...INVENTED, ...files } }));
  const [installation] = stage.sandbox.state.installations.values();
  if (!installation) throw new Error('The app is not installed.');
  stage.sandbox.actions.uninstallApp(installation);
  return stage;
}

/** A day later Convenor is installed, and starts. */
export async function convenorComes(stage: Stage): Promise<void> {
  const { sandbox, repo, app, bench } = stage;
  await sandbox.clock.advance({ days: 1 });
  const account = sandbox.state.accounts.get(repo.ownerId);
  if (!account) throw new Error('The owner is gone.');
  sandbox.actions.installApp({ app, account, repositories: [repo] });
  await bench.start();
}

/** Ada brings a proposal, and people label it and assign somebody, as they do without Convenor. */
export async function oldProposal(
  stage: Stage,
  { labels = [], sponsor, text = PROPOSAL }: { labels?: string[]; sponsor?: string; text?: string } = {},
): Promise<PullRequestHandle> {
  const { cast, repo, world } = stage;
  const number = repo.nextNumber;
  const files = { [`seps/${number}-short-frames.md`]: text };
  const pull = await cast.author.opensPullRequest({ repo, title: `SEP-${number}: Short frames`, files });
  if (labels.length > 0) await cast.sponsor.labels(pull, ...labels);
  if (sponsor !== undefined) await cast.sponsor.assigns(pull, world.user(sponsor));
  return pull;
}

/** The lines of a pull request's ledger; none where it has none. */
export function linesOf(stage: Stage, { number }: Pick<PullRequestHandle, 'number'>): LineBody[] {
  const reading = readLedger(filesAt(stage, `ledgers/${number}/`).join(''));
  if (!reading.ok) throw new Error(reading.broken.message);
  return reading.lines;
}

/** Everything that anybody could see of Convenor on a pull request, by kind. */
export const seen = (pull: PullRequestHandle): Record<string, unknown> => ({
  comments: pull.botComments().length,
  reviews: pull.botReviews().length,
  reviewers: pull.requestedReviewers,
  checks: pull.checks.map(({ name }) => name),
  labels: pull.labels,
});
