import { same } from '../judge/standing.js';
import { noWords, refused, taken, type Command } from './command.js';
import { denied } from './permission.js';

export const sepSponsor: Command = {
  name: 'sep sponsor',
  usage: '/sep sponsor',
  rule: 'sponsorship',
  who: (rules) => rules.rules.sponsorship.who,
  summary: 'Makes you the sponsor of a proposal.',
  help:
    'A sponsor champions a proposal through its review and moves its status. One sponsors for oneself, never for ' +
    'somebody else; a name in the preamble alone is a wish. With a sponsor the proposal becomes a draft. Who may sponsor ' +
    'and assigns themselves to the pull request sponsors it, too; the assignment may go again, and they stay the sponsor.',
  examples: ['/sep sponsor'],
  read: noWords('/sep sponsor'),
  effect(state, act, ground) {
    const refusal = denied(sepSponsor, state, act, ground, null);
    if (refusal) return refusal;
    if (state.sponsor) {
      const who = same(state.sponsor.by, act.by) ? 'You are' : `@${state.sponsor.by.login} is`;
      return refused('sponsorship', `${who} the sponsor of this proposal already.`, 'Nothing is left to do here.');
    }
    if (state.status !== 'proposal') {
      return refused(
        'transitions',
        `A proposal that is ${state.status} takes no sponsor.`,
        'Only a proposal that awaits a sponsor can be sponsored.',
      );
    }
    const own = same(state.author, act.by) ? ', who is also its author' : '';
    const how = act.source.kind === 'assignment' ? ' by assigning themselves' : '';
    return taken(`@${act.by.login} sponsors the proposal${how}${own}.`, {
      ...state,
      status: 'draft',
      sponsor: { by: act.by, at: act.at },
    });
  },
};
