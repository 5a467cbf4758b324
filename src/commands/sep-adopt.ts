import { taken, refused, noWords, type Command } from './command.js';
import { denied } from './permission.js';

export const sepAdopt: Command = {
  name: 'sep adopt',
  usage: '/sep adopt',
  rule: 'adoption',
  who: (rules) => rules.rules.adoption.who,
  summary: 'Takes a proposal into the care of your Working Group.',
  help:
    'The `Working Group` line of a preamble is a wish. A lead of that group makes it so with `/sep adopt`: from then on ' +
    'the group is responsible for the proposal, and its leads may open a consensus on it.',
  examples: ['/sep adopt'],
  read: noWords('/sep adopt'),
  effect(state, act, ground) {
    const claimed = state.head?.claims.group ?? null;
    const led = act.roles.filter((role) => role.startsWith('lead:')).map((role) => role.slice('lead:'.length));
    const group = claimed ?? (led.length === 1 ? (led[0] ?? null) : null);
    if (state.group) {
      const title = ground.titleOf(state.group.slug);
      return refused('adoption', `${title} is responsible for this proposal already.`, 'Nothing is left to do here.');
    }
    if (led.length > 1 && claimed === null) {
      return refused(
        'adoption',
        `@${act.by.login} leads several groups (${led.map(ground.titleOf).join(', ')}), and the preamble names none.`,
        'Name the group in the preamble (`- **Working Group**: …`), then write `/sep adopt` again.',
      );
    }
    const refusal = denied(sepAdopt, state, act, ground, group);
    if (refusal || group === null) {
      return refusal ?? refused('adoption', 'No group is named.', 'Name a Working Group in the preamble.');
    }
    return taken(`${ground.titleOf(group)} adopted the proposal.`, {
      ...state,
      adopted: { slug: group, by: act.by, at: act.at },
    });
  },
};
