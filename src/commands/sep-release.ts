import { openDecision } from '../judge/state.js';
import { noWords, refused, taken, type Command } from './command.js';
import { denied } from './permission.js';

export const sepRelease: Command = {
  name: 'sep release',
  usage: '/sep release',
  rule: 'adoption',
  who: (rules) => rules.rules.adoption.who,
  summary: "Gives a proposal out of your Working Group's care.",
  help:
    'A lead lets go what the group adopted, or what was routed to it. Where a charter or a delegation binds the proposal ' +
    'to the group, it stays there: that is changed in the file, or with `/sep route`.',
  examples: ['/sep release'],
  read: noWords('/sep release'),
  effect(state, act, ground) {
    const { adopted, routed } = state;
    if (state.groups.length === 0) {
      return refused('adoption', 'No Working Group is responsible for this proposal.', 'Nothing is left to do here.');
    }
    const led = state.groups.filter((slug) => act.roles.includes(`lead:${slug}`));
    const group = led.find((slug) => slug === routed?.slug || slug === adopted?.slug) ?? led[0] ?? null;
    const refusal = denied(sepRelease, state, act, ground, group ?? state.group?.slug ?? null);
    if (refusal || group === null) {
      return refusal ?? refused('adoption', 'You lead none of its groups.', 'Ask a lead of one of them.');
    }
    if (openDecision(state)) {
      return refused('adoption', 'A decision is open, and its group is pinned.', 'Wait for its end.');
    }
    if (group !== routed?.slug && group !== adopted?.slug) {
      return refused(
        'adoption',
        `The ${ground.titleOf(group)} is bound by its charter or a delegation, and not by a word.`,
        'Take the proposal out of the charter in a pull request, or bring it to another group with `/sep route <group>`.',
      );
    }
    return taken(`The ${ground.titleOf(group)} gave the proposal out of its care.`, {
      ...state,
      adopted: adopted?.slug === group ? null : adopted,
      routed: routed?.slug === group ? null : routed,
    });
  },
};
