import { inWords } from '../judge/instants.js';
import { openDecision } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { denied } from './permission.js';
import { quoted } from './quoted.js';

const USAGE = '/consensus start minor|significant [breaking|compatible]';
const isDeclaration = (word: string): word is 'breaking' | 'compatible' => word === 'breaking' || word === 'compatible';

export const consensusStart: Command = {
  name: 'consensus start',
  usage: USAGE,
  rule: 'consensus',
  who: (rules) => rules.rules.consensus.opens,
  summary: "Opens a lazy consensus among your group's members.",
  help:
    'The group has until the deadline to object: five days for a minor matter, ten for a significant one, as the rules ' +
    'say. Silence is consent; a member blocks with `/block`. Who is counted is frozen when the consensus opens. Say ' +
    '`breaking` where the change breaks what exists: such a matter is for the Core Maintainers to decide in the end. Say ' +
    '`compatible` where it does not. What nobody declares is for the core as well, and where your group only advises, ' +
    'nothing has to be declared.',
  examples: [
    '/consensus start minor compatible',
    '/consensus start significant breaking',
    '/consensus start significant',
  ],
  read(words) {
    const [weight, ...rest] = words.map((word) => word.toLowerCase());
    if (weight !== 'minor' && weight !== 'significant') {
      return { ok: false, problem: `needs to know whether the matter is minor or significant. Write \`${USAGE}\`.` };
    }
    if (rest.length > 1 || rest.some((word) => !isDeclaration(word))) {
      return { ok: false, problem: `does not know ${quoted(rest.join(' '))}. Write \`${USAGE}\`.` };
    }
    return { ok: true, args: [weight, ...rest] };
  },
  effect(state, act, ground) {
    if (!state.group) {
      return refused(
        'adoption',
        'No Working Group is responsible for this proposal yet, so there is nobody to ask for consensus.',
        "A lead of the group takes the proposal into the group's care with `/sep adopt`.",
      );
    }
    const group = state.group.slug;
    const refusal = denied(consensusStart, state, act, ground, group);
    if (refusal) return refusal;
    if (!state.sponsor) {
      return refused('sponsorship', 'The proposal has no sponsor yet.', 'A maintainer writes `/sep sponsor` first.');
    }
    if (state.status !== 'draft') {
      return refused(
        'transitions',
        `A consensus is opened on a draft, and this proposal is ${state.status}.`,
        'The sponsor moves it back with `/sep status draft <reason>` where it needs another round.',
      );
    }
    const open = openDecision(state);
    if (open) {
      return refused(
        'consensus',
        `Decision ${open.id} is open already.`,
        `Wait for its end on ${inWords(open.deadline)}.`,
      );
    }
    const obstacle = act.obstacles[group];
    if (obstacle !== undefined) {
      return refused(
        'consensus',
        obstacle,
        'Add the members to the charter or the roster in a pull request, or let the sponsor bring the proposal to the ' +
          'Core Maintainers with `/sep status in-review`.',
      );
    }
    const weight = act.args[0] === 'minor' ? 'minor' : 'significant';
    return taken(`@${act.by.login} opened a consensus on a ${weight} matter.`, state, {
      form: 'consensus',
      weight,
      group,
      breaking: act.args.find(isDeclaration) ?? null,
    });
  },
};
