import { openDecision } from '../judge/state.js';
import { isRecused } from './ballot.js';
import { refused, taken, type Command } from './command.js';
import { asOne, voterOf, withDecision } from './decision.js';
import { wholeText } from './said.js';

export const voteRecuse: Command = {
  name: 'vote recuse',
  usage: '/vote recuse [reason]',
  rule: 'vote',
  inDecision: true,
  takesText: true,
  who: () => ['anyone'],
  whoInWords: () => 'who could vote when it was opened',
  summary: 'Takes you out of a decision that counts ballots.',
  help:
    'Who has an interest in the outcome leaves the decision: they are not counted for the quorum and cast no ballot, and one ' +
    'that they have cast falls. It holds for that one decision, of the group or of the core, and is not taken back.',
  examples: ['/vote recuse I wrote the competing proposal.'],
  read: (words, text) => ({ ok: true, args: [wholeText(words, text)] }),
  effect(state, act) {
    const open = openDecision(state);
    const counts = open?.form === 'vote' || open?.form === 'core' || open?.form === 'core-veto';
    const elector = open && counts ? voterOf(open, act.by) : null;
    if (!open || !elector) {
      return refused(
        'vote',
        counts ? `@${act.by.login} has no ballot in ${open.id}.` : 'No decision that counts ballots is open here.',
        'Nothing is left to do here.',
      );
    }
    if (isRecused(open, elector)) {
      return refused('vote', `@${act.by.login} is recused already.`, 'Nothing is left to do here.');
    }
    const recused = [...open.recused, { by: asOne(elector), at: act.at, reason: act.args[0] ?? '' }];
    // The numbers of a record are everybody's who was counted, so it is written anew.
    const record = null;
    return taken(`@${act.by.login} is recused from ${open.id}.`, withDecision(state, { ...open, recused, record }));
  },
};
