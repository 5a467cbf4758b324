import { toCore } from '../judge/forms/index.js';
import { inWords, isBefore } from '../judge/instants.js';
import { recallable } from '../judge/recall-window.js';
import { openDecision } from '../judge/state.js';
import { reasoned, refused, taken, type Command } from './command.js';
import { ended } from './decision.js';
import { denied } from './permission.js';

export const recall: Command = {
  name: 'recall',
  usage: '/recall <reason>',
  rule: 'recall',
  takesText: true,
  who: (rules) => rules.rules.recall.who,
  summary: 'Recalls what a group decided, within the window, and brings it to the core.',
  help:
    'Where a group holds the authority `decide`, its agreement accepts at once. One of the core may recall that within the ' +
    'window that the rules name, with a reason: the proposal is in review again, and the core decides.',
  examples: ['/recall The limits contradict what another group has just agreed on.'],
  read: reasoned('/recall <reason>'),
  effect(state, act, ground) {
    const decided = recallable(state);
    const open = openDecision(state);
    const isVeto = open?.form === 'core-veto';
    if ((open && !isVeto) || !decided?.closed || decided.authority !== 'decide' || decided.form === 'core') {
      return refused(
        'recall',
        'No group has decided anything here by its own authority that could be recalled.',
        'More than half of the core veto what a group decided, with `/veto <reason>`.',
      );
    }
    const refusal = denied(recall, state, act, ground, null);
    if (refusal) return refusal;
    const until = decided.recallUntil;
    if (until === null || isBefore(until, act.at)) {
      return refused(
        'recall',
        until === null ? 'It cannot be recalled.' : `The window for a recall ended on ${inWords(until)}.`,
        'More than half of the core can veto the decision, with `/veto <reason>`.',
      );
    }
    const says = `@${act.by.login} recalled ${decided.id}; the core decides.`;
    // It needs nobody else, and a vote on a veto can outlast its window.
    const why = `@${act.by.login} recalled what the core votes on.`;
    const next = isVeto ? ended(state, open, act.at, why) : state;
    return taken(says, { ...next, status: 'in-review' }, toCore(decided.group));
  },
};
