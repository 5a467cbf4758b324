import { andUp, holds, isPerson } from '../judge/standing.js';
import { noWords, refused, taken, type Command } from './command.js';

export const sepUnhold: Command = {
  name: 'sep unhold',
  usage: '/sep unhold',
  rule: 'holding',
  also: ['closed'],
  who: (rules) => [...new Set([...andUp(rules.rules.holding.least), ...rules.rules['core-decision'].who])],
  whoInWords: () => 'whose hold it is, or the core',
  summary: 'Lets go your hold on a proposal.',
  help: 'Whoever holds a proposal lets it go, whatever they are by now. A Core Maintainer who has no hold on it lets go all that stand.',
  examples: ['/sep unhold'],
  read: noWords('/sep unhold'),
  effect(state, act, ground) {
    const others = state.holds.filter(({ by }) => !isPerson(act, by));
    if (others.length < state.holds.length) {
      return taken(`@${act.by.login} let go their hold.`, { ...state, holds: others });
    }
    if (others.length === 0) {
      return refused('holding', 'Nobody holds this proposal.', 'Nothing is left to do here.');
    }
    const names = others.map(({ by }) => `@${by.login}`).join(', ');
    if (holds(state, act, ground.rules.rules['core-decision'].who, null)) {
      return taken(`@${act.by.login} let go for the core what ${names} held.`, { ...state, holds: [] });
    }
    return refused('holding', `A hold belongs to who raised it: ${names}.`, 'They let go, or a Core Maintainer does.');
  },
};
