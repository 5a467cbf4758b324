import type { GoverningState } from '../facts/facts.js';
import { diffRules, RULES_FILE, type Difference } from '../rules/index.js';
import { find, readSource, type Path } from '../rules/source.js';
import { change, type Change, type Place } from './governance-change-verdict.js';

/** What the rules would do otherwise, each at its line; empty where the changed ones cannot be read. */
export function ruleChanges(
  before: GoverningState,
  after: GoverningState,
): { change: Change; difference: Difference }[] {
  if (before.rules === null || after.rules === null) return [];
  const [old, now] = [locator(before.rulesText), locator(after.rulesText)];
  return diffRules(before.rules, after.rules).map((difference) => {
    const { power, says } = difference;
    const line = now(difference.path);
    const oldLine = line === null ? old(difference.path) : null;
    const at: Place | null =
      line !== null
        ? { path: RULES_FILE, line, isOld: false }
        : oldLine === null
          ? null
          : { path: RULES_FILE, line: oldLine, isOld: true };
    return { difference, change: change(power ? (power.gains ? 'gains' : 'loses') : 'changes', says, { at }) };
  });
}

/** Finds the line of a value that a rules file itself speaks of; null where a pack below it does. */
function locator(text: string | null): (at: Path) => number | null {
  if (text === null) return () => null;
  const { source } = readSource(text, RULES_FILE);
  return (at) => {
    const { here, offset } = find(source, at);
    return here ? source.lines.linePos(offset).line : null;
  };
}
