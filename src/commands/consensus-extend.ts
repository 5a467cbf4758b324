import { inWords } from '../judge/instants.js';
import { openDecision } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { withDecision } from './decision.js';
import { denied } from './permission.js';
import { readUntil, tooEarly } from './until.js';

const USAGE = '/consensus extend until YYYY-MM-DD';

export const consensusExtend: Command = {
  name: 'consensus extend',
  usage: USAGE,
  rule: 'consensus',
  inDecision: true,
  who: (rules) => rules.rules.consensus.opens,
  summary: 'Gives an open consensus more time.',
  help: 'A lead of the group gives its members more time to object. A deadline moves to a later day and never to an earlier one.',
  examples: ['/consensus extend until 2026-12-20'],
  read(words) {
    const { until, others, problem } = readUntil(words.map((word) => word.toLowerCase()));
    return until !== null && others.length === 0
      ? { ok: true, args: [until] }
      : { ok: false, problem: `${problem ?? 'needs the new last day.'} Write \`${USAGE}\`.` };
  },
  effect(state, act, ground) {
    const open = openDecision(state);
    if (open?.form !== 'consensus') {
      return refused('consensus', 'No consensus is open here.', 'The status comment above says what is open.');
    }
    const refusal = denied(consensusExtend, state, act, ground, open.group);
    if (refusal) return refusal;
    const deadline = act.args[0] ?? '';
    const early = tooEarly(deadline, { at: act.at, least: open.deadline, rule: 'consensus' });
    if (early) return early;
    const says = `@${act.by.login} extended the consensus until ${inWords(deadline)}.`;
    return taken(says, withDecision(state, { ...open, deadline }));
  },
};
