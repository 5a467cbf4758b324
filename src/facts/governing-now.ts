import { DEFAULT_BRANCH, type RawDefaultBranch } from '../github/queries/default-branch.js';
import type { RawGoverned } from '../github/queries/fragments.js';
import { query } from '../github/read.js';
import type { Rules } from '../rules/schema.js';
import { governedBy, governingAt, onDay, packRules, samePaths, type Asking } from './governing.js';
import type { GoverningMemory } from './memory.js';

/** What governs a repository, as the last look found it; read now where there was none in this process. */
export async function governingNow(asking: Asking): Promise<GoverningMemory> {
  const { memory, asOf } = asking;
  if (memory.governing) return onDay(memory.governing, asOf);
  const assumed = packRules();
  return governingOf(asking, await defaultBranch(asking, assumed), assumed);
}

/**
 * What governs the repository at its default branch, wherever its rules say that the files lie: where they name other
 * paths than those assumed, the branch is asked for those as well, so that the answer can be kept.
 * @throws {import('./governing.js').Ungoverned}
 */
export async function governingOf(asking: Asking, target: RawGoverned, assumed: Rules): Promise<GoverningMemory> {
  const governing = await governingAt(asking, target, assumed);
  const { rules } = governing.loaded;
  if (samePaths(rules.paths, assumed.paths)) return governing;
  return governingAt(asking, await defaultBranch(asking, rules), rules);
}

async function defaultBranch({ client, repository }: Asking, { paths }: Rules): Promise<RawGoverned> {
  const raw = await query<RawDefaultBranch>(client, DEFAULT_BRANCH, { ...repository, ...governedBy(paths) });
  const target = raw.repository?.defaultBranchRef?.target;
  if (!target) throw new Error('The repository has no default branch that could be read.');
  return target;
}
