import { inWords } from '../judge/instants.js';
import { isPerson } from '../judge/standing.js';
import { openDecision } from '../judge/state.js';
import { noWords, refused, taken, type Command } from './command.js';

export const sepUnsponsor: Command = {
  name: 'sep unsponsor',
  usage: '/sep unsponsor',
  rule: 'sponsorship',
  who: () => ['sponsor'],
  summary: 'Lays down your sponsorship of a proposal.',
  help:
    'Only the sponsor does this, for themselves, also when they are no maintainer any more. A draft awaits a sponsor ' +
    'again; a proposal that is in review or accepted stays that, and needs a new sponsor for its next step. While a ' +
    'decision is open, it waits for its end.',
  examples: ['/sep unsponsor'],
  read: noWords('/sep unsponsor'),
  effect(state, act) {
    if (!state.sponsor) {
      return refused('sponsorship', 'This proposal has no sponsor.', 'Nothing is left to do here.');
    }
    if (!isPerson(act, state.sponsor.by)) {
      const { login } = state.sponsor.by;
      return refused(
        'sponsorship',
        `A sponsorship belongs to who took it on, and that is @${login}.`,
        `@${login} lays it down with \`/sep unsponsor\`.`,
      );
    }
    if (!['draft', 'in-review', 'accepted'].includes(state.status)) {
      return refused(
        'transitions',
        `A proposal that is ${state.status} keeps the name of its sponsor.`,
        'Nothing is asked of a sponsor any more.',
      );
    }
    const open = openDecision(state);
    if (open) {
      return refused(
        'sponsorship',
        `Decision ${open.id} is open until ${inWords(open.deadline)}, and it began under your sponsorship.`,
        'Nothing is asked of you until then. Write it again after its end.',
      );
    }
    return taken(`@${act.by.login} sponsors the proposal no longer.`, {
      ...state,
      status: state.status === 'draft' ? 'proposal' : state.status,
      sponsor: null,
    });
  },
};
