import type { LineOf } from '../ledger/lines.js';
import { holds } from '../judge/standing.js';
import type { SubjectState } from '../judge/state.js';
import { refused, whoMayUse, type Command, type Effect, type Ground } from './command.js';

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
    `\`/${command.name}\` is for ${whoMayUse(command, ground.rules)}${ofGroup}, and @${act.by.login} is not known as that here.`,
    `Ask one of them to write it. Who is what stands in MAINTAINERS.md, the charters and the roster on the default branch.`,
  );
}

/** The refusal of what is written on a pull request that is closed or merged and asks for an open one. */
export const shut = (pull: 'closed' | 'merged'): Effect =>
  refused(
    'transitions',
    `The pull request was ${pull} by then.`,
    pull === 'closed' ? 'Reopen it, and write it again in a new comment.' : 'A new proposal can change it.',
  );
