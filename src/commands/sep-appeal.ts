import { reasoned, refused, taken, type Command } from './command.js';
import { denied } from './permission.js';

const USAGE = '/sep appeal <reason>';

export const sepAppeal: Command = {
  name: 'sep appeal',
  usage: USAGE,
  rule: 'closing',
  also: ['closed'],
  takesText: true,
  who: (rules) => rules.rules.closing.appeals,
  summary: 'Appeals to the core against the closing of a proposal by a lead.',
  help:
    'The author writes it on the closed pull request, once, with the reason. It comes to the core: a Core Maintainer who ' +
    'has no part in it opens the proposal again with `/sep revive`, or confirms with `/sep close <reason>`.',
  examples: ['/sep appeal The roadmap names this under its third priority.'],
  read: reasoned(USAGE),
  effect(state, act, ground) {
    const refusal = denied(sepAppeal, state, act, ground, null);
    if (refusal) return refusal;
    if (!state.closure) {
      return refused(
        'closing',
        'No lead has closed this proposal, so there is nothing to appeal against.',
        'What you have withdrawn, or what is dormant, comes back with `/sep revive`.',
      );
    }
    if (state.appeal) {
      return refused(
        'closing',
        state.appeal.confirmed
          ? `The core has answered: @${state.appeal.confirmed.by.login} confirmed that it is closed.`
          : 'Your appeal is before the core already.',
        state.appeal.confirmed ? 'A new proposal can take up what was missing.' : 'Wait for the answer.',
      );
    }
    return taken(`@${act.by.login} appealed to the core.`, {
      ...state,
      appeal: { by: act.by, at: act.at, reason: act.args[0] ?? '', confirmed: null },
    });
  },
};
