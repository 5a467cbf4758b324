import type { Acting, Effect } from '../commands/command.js';
import { effectNamed } from '../commands/registry.js';
import type { LineOf } from '../ledger/lines.js';
import type { JudgedAct } from './state.js';

/**
 * The command of an act, or the refusal of what could not be read as one. What is no command of Convenor's at all, such
 * as a near miss, is answered once to each person on a pull request: perhaps they mean another bot.
 * @param before what was said earlier
 */
export function commandOf(
  act: LineOf<'act'>,
  before: readonly JudgedAct[],
): { command: Acting } | { command: null; refusal: Effect } {
  const command = effectNamed(act.command);
  if (command && act.problem === null) return { command };
  const isRepeated = !command && before.some(({ act: other }) => isSame(other, act));
  const why = act.problem ?? `There is no command \`/${act.command}\`.`;
  const next = 'Write it in a new comment: edits run nothing.';
  const repeated = isRepeated ? { repeated: true as const } : {};
  return { command: null, refusal: { outcome: { taken: false, rule: 'commands', why, next, ...repeated } } };
}

const isSame = (a: LineOf<'act'>, b: LineOf<'act'>): boolean =>
  a.by.id === b.by.id && a.command === b.command && a.problem === b.problem;
