import { andUp, isPerson } from '../judge/standing.js';
import { reasoned, refused, taken, type Command } from './command.js';
import { denied } from './permission.js';

const USAGE = '/sep hold <reason>';

export const sepHold: Command = {
  name: 'sep hold',
  usage: USAGE,
  rule: 'holding',
  takesText: true,
  who: (rules) => andUp(rules.rules.holding.least),
  summary: 'Says that a proposal is not to be merged yet, and why.',
  help:
    'A hold is shown with its reason. It stops no decision and never ends by itself; where the rules enforce it, the ' +
    'check `convenor/merge` waits for it. Whoever holds lets go with `/sep unhold`, and the core may let go any.',
  examples: ['/sep hold The schema has to be generated again first.'],
  read: reasoned(USAGE),
  effect(state, act, ground) {
    const refusal = denied(sepHold, state, act, ground, null);
    if (refusal) return refusal;
    if (['rejected', 'withdrawn', 'superseded', 'dormant'].includes(state.status)) {
      return refused(
        'holding',
        `A proposal that is ${state.status} is not merged anyway.`,
        'Nothing is left to do here.',
      );
    }
    if (state.holds.some(({ by }) => isPerson(act, by))) {
      return refused('holding', 'You hold this proposal already.', 'Let it go with `/sep unhold` first.');
    }
    const hold = { by: act.by, at: act.at, reason: act.args[0] ?? '', url: act.source.url };
    return taken(`@${act.by.login} holds the proposal.`, { ...state, holds: [...state.holds, hold] });
  },
};
