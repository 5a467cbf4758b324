import { inWords, plusDays } from '../judge/instants.js';
import { acceptanceNeeds } from '../judge/needs.js';
import { openDecision } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { groupMayOpen } from './group-decision.js';
import { declaredIn, readTerms } from './group-terms.js';
import { isInstant, tooEarly } from './until.js';

const USAGE = '/consensus start minor|significant [until YYYY-MM-DD] [breaking|compatible]';

export const consensusStart: Command = {
  name: 'consensus start',
  usage: USAGE,
  rule: 'consensus',
  who: (rules) => rules.rules.consensus.opens,
  summary: "Opens a lazy consensus among your group's members.",
  help:
    'The group has until the deadline to object: five days for a minor matter, ten for a significant one, as the rules ' +
    'say, or longer where you name the last day. Silence is consent; a member blocks with `/block`. Who is counted is frozen when the consensus opens. Say ' +
    '`breaking` where the change breaks what exists: such a matter is for the Core Maintainers to decide in the end. Say ' +
    '`compatible` where it does not. What nobody declares is for the core as well, and where your group only advises, ' +
    'nothing has to be declared.',
  examples: [
    '/consensus start minor compatible',
    '/consensus start significant until 2026-12-20 compatible',
    '/consensus start significant breaking',
    '/consensus start significant',
  ],
  read(words) {
    const [weight, ...rest] = words.map((word) => word.toLowerCase());
    if (weight !== 'minor' && weight !== 'significant') {
      return { ok: false, problem: `needs to know whether the matter is minor or significant. Write \`${USAGE}\`.` };
    }
    return readTerms(weight, rest, USAGE);
  },
  needs: (_args, rules) => acceptanceNeeds(rules),
  effect(state, act, ground) {
    const may = groupMayOpen(consensusStart, state, act, ground);
    if (!may.ok) return may.refusal;
    const open = openDecision(state);
    if (open) {
      return refused(
        'consensus',
        `Decision ${open.id} is open already.`,
        `Wait for its end on ${inWords(open.deadline)}.`,
      );
    }
    const weight = act.args[0] === 'minor' ? 'minor' : 'significant';
    const until = act.args.find(isInstant);
    const least = plusDays(act.at, ground.rules.rules.consensus[weight]);
    const early = until === undefined ? null : tooEarly(until, { at: act.at, least, rule: 'consensus' });
    return (
      early ??
      taken(`@${act.by.login} opened a consensus on a ${weight} matter.${may.lacks}`, state, {
        form: 'consensus',
        weight,
        group: may.group,
        breaking: declaredIn(act.args),
        ...(until === undefined ? {} : { until }),
      })
    );
  },
};
