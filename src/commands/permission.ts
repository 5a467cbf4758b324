import type { LineOf } from '../ledger/lines.js';
import { holds, whoMay } from '../judge/standing.js';
import type { SubjectState } from '../judge/state.js';
import { refused, type Command, type Effect, type Ground } from './command.js';

/**
 * The refusal of an act by somebody who may not do it, or null where they may.
 * @param group the group that `lead` and `wg-member` are meant for; null where none is responsible
 */
export function denied(
  command: Command,
  state: SubjectState,
  act: LineOf<'act'>,
  ground: Ground,
  group: string | null,
): Effect | null {
  const who = command.who(ground.rules);
  if (holds(state, act, who, group)) return null;
  const ofGroup = group === null ? '' : ` (${ground.titleOf(group)})`;
  return refused(
    command.rule,
    `\`/${command.name}\` is for ${whoMay(who)}${ofGroup}, and @${act.by.login} is not known as that here.`,
    `Ask one of them to write it. Who is what stands in MAINTAINERS.md, the charters and the roster on the default branch.`,
  );
}
