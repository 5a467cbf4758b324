import { silentIn } from '../judge/count.js';
import { inWords } from '../judge/instants.js';
import { openDecision } from '../judge/state.js';
import { noWords, refused, taken, type Command } from './command.js';
import { withDecision } from './decision.js';
import { denied } from './permission.js';

export const voteClose: Command = {
  name: 'vote close',
  usage: '/vote close',
  rule: 'vote',
  inDecision: true,
  who: (rules) => rules.rules.vote.starts,
  summary: 'Ends a vote in which everybody has spoken.',
  help:
    'A vote ends at its deadline, or by itself once no ballot still to come could change it, where the rules say so. Where ' +
    'everybody has cast a ballot or recused themselves and it is a tie, a lead need not wait for the deadline.',
  examples: ['/vote close'],
  read: noWords('/vote close'),
  effect(state, act, ground) {
    const open = openDecision(state);
    if (open?.form !== 'vote') {
      return refused('vote', 'No vote is open here.', 'The status comment above says what is open.');
    }
    const refusal = denied(voteClose, state, act, ground, open.group);
    if (refusal) return refusal;
    const silent = silentIn(open);
    if (silent > 0) {
      return refused(
        'vote',
        `${silent} who may vote ${silent === 1 ? 'has' : 'have'} not spoken yet, or not on this text.`,
        `It ends on ${inWords(open.deadline)}, or earlier once they have.`,
      );
    }
    const says = `@${act.by.login} ended the vote: everybody has spoken.`;
    return taken(says, withDecision(state, { ...open, isEnding: true }));
  },
};
