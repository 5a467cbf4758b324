import { treeOf } from '../../src/sandbox/git/compare.js';
import { handleGraphql } from '../../src/sandbox/graphql/handle.js';
import { verify } from '../../src/ledger/verify/index.js';
import { recordIn } from '../../src/sandbox/record.js';
import { handleRest } from '../../src/sandbox/rest/index.js';
import { INVENTED, PROPOSAL } from '../../src/sandbox/demo/invented.js';
import { setStage, type Play, type Stage } from '../../src/sandbox/demo/stage.js';

/** Tidewire's proposal for short frames, brought to a group of the given name. */
export const tidewire = (group: 'wire-format' | 'discovery', more: Partial<Play> = {}): Play => ({
  repository: 'tidewire/tidewire',
  files: INVENTED,
  proposal: { text: PROPOSAL, slug: 'short-frames' },
  number: 12,
  group,
  start: '2026-11-23T09:00:00Z',
  // A test sweeps where it wants to, and the dashboard follows within a day: a story of weeks stays quick.
  pace: { sweepMinutes: 60 * 24 * 60, dashboardSeconds: 24 * 60 * 60 },
  ...more,
});

/** Sets the stage with the sandbox's own REST and GraphQL. */
export const stageFor = (play: Play): Promise<Stage> => setStage(play, { rest: handleRest, graphql: handleGraphql });

/** Takes the stage down, and fails where the sandbox itself did. */
export async function strike(stage: Stage): Promise<void> {
  await stage.bench.stop();
  await stage.sandbox.close();
  const [crash] = stage.sandbox.crashes;
  if (crash) throw new Error(`The sandbox failed: ${String(crash.error)}`);
}

/**
 * The same for a story in which nobody tampers with the record: every decision of it is rebuilt from its ledger and every
 * commit looked at, and what does not hold fails the story.
 */
export async function strikeWhole(stage: Stage): Promise<void> {
  await strike(stage);
  const { sandbox, repo, rules } = stage;
  const record = recordIn(sandbox.state, repo, rules.record.branch);
  const { findings } = await verify(record, { app: 'convenor', commit: null });
  const [first] = findings;
  if (first) throw new Error(`The record does not hold: ${first.path ?? first.commit ?? ''} ${first.message}`);
}

/** Writes the default branch anew, as one commit without any before it. */
export function rewritten({ world, repo, sandbox }: Stage, files: Record<string, string>): void {
  const { actions, state } = sandbox;
  const { caller } = world.user('tidewire-keeper');
  const entries = Object.entries(files).map(([path, content]) => ({ path, mode: '100644' as const, content }));
  const baseTree = treeOf(state.objects, repo.refs.get('refs/heads/main') ?? '');
  const tree = actions.createTree(caller, repo, { baseTree, entries });
  const commit = actions.createCommit(caller, repo, { message: 'Begin anew', tree, parents: [] });
  actions.updateRef(caller, repo, 'refs/heads/main', commit, true);
}
