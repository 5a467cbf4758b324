import { reasoned, type Command } from './command.js';
import { cancelledBy } from './decision.js';

/** What takes back a decision that one opened oneself, with a reason. */
function cancel(rule: 'consensus' | 'vote', name: string): Command {
  const usage = `/${rule} cancel <reason>`;
  return {
    name: `${rule} cancel`,
    usage,
    rule,
    inDecision: true,
    takesText: true,
    who: () => ['anyone'],
    whoInWords: () => 'who opened it',
    summary: `Cancels a ${name} that you opened.`,
    help:
      `Who opened a ${name} may cancel it, with a reason. It ends without a result; what was said stays in the record, ` +
      'and a new one begins anew. An objection that stood when a consensus was cancelled stands in the next one.',
    examples: [`/${rule} cancel The text has to be split first.`],
    read: reasoned(usage),
    effect: (state, act) => cancelledBy(state, act, { forms: [rule], name, rule }),
  };
}

export const consensusCancel = cancel('consensus', 'consensus');
export const voteCancel = cancel('vote', 'vote');
