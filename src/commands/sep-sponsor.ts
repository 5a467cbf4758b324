import { isPerson, whoMay } from '../judge/standing.js';
import { DECIDED } from '../judge/taken-over.js';
import { noWords, refused, taken, type Command } from './command.js';
import { denied, shut } from './permission.js';

/** Where a sponsor is still wanted: their word is needed for the next step. */
const WANTED = ['proposal', 'draft', 'in-review', 'accepted', 'dormant'];

export const sepSponsor: Command = {
  name: 'sep sponsor',
  usage: '/sep sponsor',
  rule: 'sponsorship',
  // A dormant proposal is closed, and a sponsor brings it back.
  also: ['closed'],
  who: (rules) => rules.rules.sponsorship.who,
  whoInWords: (rules) => `${whoMay(rules.rules.sponsorship.who)}, for themselves`,
  summary: 'Makes you the sponsor of a proposal.',
  help:
    'A sponsor champions a proposal through its review and moves its status. One sponsors for oneself, never for ' +
    'somebody else; a name in the preamble alone is a wish. With a sponsor the proposal becomes a draft, and a dormant ' +
    'one comes back. Who may sponsor and assigns themselves to the pull request sponsors it, too; the assignment may go ' +
    'again, and they stay the sponsor. `/sep unsponsor` lays it down.',
  examples: ['/sep sponsor'],
  read: noWords('/sep sponsor'),
  effect(state, act, ground) {
    if (ground.pull !== 'open' && state.status !== 'dormant') return shut(ground.pull);
    const refusal = denied(sepSponsor, state, act, ground, null);
    if (refusal) return refusal;
    if (state.sponsor) {
      const who = isPerson(act, state.sponsor.by) ? 'You are' : `@${state.sponsor.by.login} is`;
      return refused('sponsorship', `${who} the sponsor of this proposal already.`, 'Nothing is left to do here.');
    }
    if (!WANTED.includes(state.status)) {
      return refused(
        'transitions',
        `A proposal that is ${state.status} takes no sponsor.`,
        state.status === 'withdrawn'
          ? 'Its author brings it back with `/sep revive`.'
          : 'A new proposal can follow it.',
      );
    }
    const own = isPerson(act, state.author) ? ', who is also its author' : '';
    const how = act.source.kind === 'assignment' ? ' by assigning themselves' : '';
    const revived = state.status === 'dormant' ? ', and brings it back' : '';
    return taken(`@${act.by.login} sponsors the proposal${how}${own}${revived}.`, {
      ...state,
      status: ['proposal', 'dormant'].includes(state.status) ? 'draft' : state.status,
      sponsor: { by: act.by, at: act.at },
      // What only a decision gives, no sponsor confirms.
      takenOver: DECIDED.includes(state.status) ? state.takenOver : null,
    });
  },
};
