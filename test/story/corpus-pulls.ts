import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { createSandbox } from '../../src/sandbox/index.js';
import { readFolder } from '../../src/sandbox/demo/folder.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import { handleGraphql } from '../../src/sandbox/graphql/handle.js';
import { handleRest } from '../../src/sandbox/rest/index.js';
import { World, type Person, type PullRequestHandle } from '../../src/sandbox/people.js';
import { Bench } from '../../src/sandbox/bench.js';
import { packRules } from '../../src/facts/governing.js';
import type { App, Repository } from '../../src/sandbox/state/types.js';

export const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
/** Whether the real pull requests lie beside the repository. */
export const hasCorpus = existsSync(CORPUS);

interface Real {
  number: number;
  title: string;
  author: string;
  assignee: string | null;
  createdAt: string;
  updatedAt: string;
  mergedAt: string | null;
  labels: string[];
  reviews: number;
}

/** The real pull requests with the instant at which they were looked at. */
export const realPulls = (): { asOf: string; pullRequests: Real[] } =>
  JSON.parse(readFileSync(new URL('pulls.json', CORPUS), 'utf8')) as { asOf: string; pullRequests: Real[] };

/** A GitHub with those pull requests on it, where nobody has installed Convenor yet. */
export interface Past extends Pick<Stage, 'sandbox' | 'world' | 'repo' | 'rules'> {
  app: App;
  bench: Bench;
  pulls: ReadonlyMap<number, PullRequestHandle>;
  /** Whoever keeps the repository. */
  keeper: Person;
}

/** What a pull request brings whose files nobody kept: our own words, with nothing in its preamble but a kind. */
const unknown = (number: number): string => `# SEP-${number}: A proposal whose text nobody kept

- **Type**: Standards Track

## Abstract

It stands for a file that is not here.
`;

/** The files of a pull request at its head: those that were kept, else one that stands for them. */
function filesOf(number: number): Record<string, string> {
  const folder = new URL(`pulls/${number}/seps/`, CORPUS);
  if (!existsSync(folder)) return { [`seps/${number}-unknown.md`]: unknown(number) };
  const names = readdirSync(folder);
  return Object.fromEntries(names.map((name) => [`seps/${name}`, readFileSync(new URL(name, folder), 'utf8')]));
}

/** Tells the past of the real repository: who opened what and when, and what others made of it. */
export async function realPast(): Promise<Past> {
  const { asOf, pullRequests } = realPulls();
  const inOrder = [...pullRequests].sort((a, b) => a.number - b.number);
  const sandbox = createSandbox({
    handlers: { rest: handleRest, graphql: handleGraphql },
    start: inOrder[0]?.createdAt ?? asOf,
  });
  const world = new World(sandbox);
  const { actions } = sandbox;
  const owner = world.organization('specification');
  const keeper = world.user('specification-keeper');
  actions.addOrganizationMember(owner, keeper.account, 'admin');
  const { files } = await readFolder(new URL('spec', CORPUS).pathname);
  const repo = actions.createRepository(keeper.caller, { owner, name: 'specification', files });
  const pulls = new Map<number, PullRequestHandle>();
  for (const real of inOrder) pulls.set(real.number, await tell(real, { world, repo, keeper }));
  await sandbox.clock.advanceTo(Temporal.Instant.from(asOf));
  const app = actions.createApp({
    slug: 'convenor',
    owner,
    permissions: PERMISSIONS,
    events: EVENTS,
    webhook: { secret: 'a secret of this test alone' },
  });
  await sandbox.listen();
  const pace = { sweepMinutes: 60 * 24 * 60, dashboardSeconds: 24 * 60 * 60 };
  return { sandbox, world, repo, rules: packRules(), app, bench: new Bench(world, app, pace), pulls, keeper };
}

async function tell(
  { number, title, author, assignee, createdAt, updatedAt, mergedAt, labels, reviews }: Real,
  { world, repo, keeper }: { world: World; repo: Repository; keeper: Person },
): Promise<PullRequestHandle> {
  const { clock, actions } = world.sandbox;
  const at = Temporal.Instant.from(createdAt);
  if (Temporal.Instant.compare(at, clock.now()) > 0) await clock.advanceTo(at);
  repo.nextNumber = number;
  const pull = await world.user(author).opensPullRequest({ repo, title, files: filesOf(number) });
  if (labels.length > 0) await keeper.labels(pull, ...labels);
  if (assignee !== null) {
    // Only collaborators can be assigned to what they have not spoken on.
    actions.setCollaborator(keeper.caller, repo, world.user(assignee).account, 'triage');
    await keeper.assigns(pull, world.user(assignee));
  }
  for (let count = 0; count < reviews; count++) await keeper.reviewsWithComment(pull, { body: `Remark ${count}.` });
  if (mergedAt !== null) await keeper.merges(pull, 'squash');
  // The dates are the real ones, whatever it took to tell the rest.
  Object.assign(pull.now, { createdAt, updatedAt, ...(mergedAt === null ? {} : { mergedAt, closedAt: mergedAt }) });
  return pull;
}

const PERMISSIONS = {
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  checks: 'write',
  members: 'read',
  merge_queues: 'read',
  discussions: 'read',
  metadata: 'read',
} as const;
const EVENTS = ['pull_request', 'issue_comment', 'pull_request_review', 'push', 'check_run', 'merge_group'];
