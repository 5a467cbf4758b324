import type { LineOf } from '../ledger/lines.js';
import { acceptanceNeeds, lacking, refusedFor, saidOf } from '../judge/needs.js';
import type { SubjectState } from '../judge/state.js';
import { refused, type Command, type Effect, type Ground } from './command.js';
import { denied } from './permission.js';

/**
 * The group that may open a decision on a proposal now, or why none may. `lacks` says what an acceptance needs and nobody
 * saw, with a space before it; empty where nothing is lacking.
 */
export type MayOpen = { ok: true; group: string; lacks: string } | { ok: false; refusal: Effect };

/** Whether somebody may open a decision of the responsible group: it has one, a sponsor, members who are known, and what the rules enforce for an acceptance. */
export function groupMayOpen(command: Command, state: SubjectState, act: LineOf<'act'>, ground: Ground): MayOpen {
  const no = (refusal: Effect): MayOpen => ({ ok: false, refusal });
  if (!state.group) {
    return no(
      refused(
        'adoption',
        'No Working Group is responsible for this proposal yet, so there is nobody to ask.',
        "A lead of the group takes the proposal into the group's care with `/sep adopt`.",
      ),
    );
  }
  const group = state.group.slug;
  const refusal = denied(command, state, act, ground, group);
  if (refusal) return no(refusal);
  if (!state.sponsor) {
    return no(refused('sponsorship', 'The proposal has no sponsor yet.', 'A maintainer writes `/sep sponsor` first.'));
  }
  if (state.status !== 'draft') {
    return no(
      refused(
        'transitions',
        `A group decides on a draft, and this proposal is ${state.status}.`,
        'The sponsor moves it back with `/sep status draft <reason>` where it needs another round.',
      ),
    );
  }
  const obstacle = act.obstacles[group];
  if (obstacle !== undefined) {
    return no(
      refused(
        command.rule,
        obstacle,
        'Add the members to the charter or the roster in a pull request, or let the sponsor bring the proposal to the ' +
          'Core Maintainers with `/sep status in-review`.',
      ),
    );
  }
  const lacks = lacking(acceptanceNeeds(ground.rules), state, act, ground);
  const tooMuch = refusedFor(lacks, state, act, ground);
  return tooMuch ? no(tooMuch) : { ok: true, group, lacks: saidOf(lacks) };
}
