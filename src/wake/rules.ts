import type { Asking } from '../facts/governing.js';
import { governingKey, packRules, unlessUngoverned, Ungoverned } from '../facts/governing.js';
import { governingOf } from '../facts/governing-now.js';
import type { RepositoryMemory } from '../facts/memory.js';
import type { RawGoverned } from '../github/queries/fragments.js';
import { NO_TEMPLATES } from '../templates/index.js';
import { sayRules } from '../publish/rules-check.js';

/**
 * Whether the check of the rules may have to say something else than it does, by what a sweep has seen of the default
 * branch; true once for each such state.
 */
export function newlyChanged(memory: RepositoryMemory, target: RawGoverned): boolean {
  const { rulesSaid, rulesAsked } = memory;
  const key = governingKey(target);
  // While something is broken, each new head says so.
  if (rulesSaid?.key === key && !(rulesSaid.isBroken && rulesSaid.head !== target.oid)) return false;
  const state = `${target.oid} ${key}`;
  memory.rulesAsked = state;
  return rulesAsked !== state;
}

/**
 * A look at what governs: says on the default branch whether it can be read. While all is well, and was when this
 * process last looked, that costs no request beside the reading that the proposals need, too.
 */
export async function lookAtRules(asking: Asking, appId: number, target: RawGoverned): Promise<void> {
  const { client, repository, memory } = asking;
  const assumed = memory.governing?.loaded.rules ?? packRules();
  const found = await governingOf(asking, target, assumed).catch(unlessUngoverned);
  const [state, key] =
    found instanceof Ungoverned
      ? [{ head: target.oid, held: [], problems: found.problems, templates: NO_TEMPLATES }, governingKey(target)]
      : [found, found.key];
  const isBroken = state.problems.length + state.templates.problems.length > 0;
  if (isBroken || memory.rulesSaid === null || memory.rulesSaid.isBroken) {
    await sayRules(client, repository, appId, state);
  }
  memory.rulesSaid = { key, head: state.head, isBroken };
}
