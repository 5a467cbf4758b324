import { taken, type Command } from './command.js';
import { wholeText } from './said.js';
import { sepStatus } from './sep-status.js';

/** The same step as `/sep status withdrawn`, by the same row of the transition table. */
export const sepWithdraw: Command = {
  name: 'sep withdraw',
  usage: '/sep withdraw [reason]',
  rule: 'transitions',
  // Who closed their pull request may still say that they withdraw it.
  also: ['closed'],
  takesText: true,
  who: (rules) => rules.rules.transitions.table.flatMap((row) => (row.to === 'withdrawn' ? row.who : [])),
  summary: 'Withdraws a proposal.',
  help:
    'An open decision ends with it, and Convenor closes the pull request. `/sep revive` brings the proposal back. It is ' +
    'the same as `/sep status withdrawn`.',
  examples: ['/sep withdraw', '/sep withdraw Another proposal says it better.'],
  read(words, text) {
    const reason = wholeText(words, text);
    return { ok: true, args: reason === '' ? [] : [reason] };
  },
  needs: (_args, rules) => sepStatus.needs?.(['withdrawn'], rules) ?? [],
  effect(state, act, ground) {
    const effect = sepStatus.effect(state, { ...act, args: ['withdrawn', ...act.args] }, ground);
    return 'state' in effect ? taken(`@${act.by.login} withdrew the proposal.`, effect.state) : effect;
  },
};
