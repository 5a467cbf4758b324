import { isPerson } from '../judge/standing.js';
import { openDecision } from '../judge/state.js';
import { noWords, refused, taken, type Command } from './command.js';
import { closedBy, ended, withDecision } from './decision.js';
import { isVetoOf } from './veto.js';

export const vetoWithdraw: Command = {
  name: 'veto withdraw',
  usage: '/veto withdraw',
  rule: 'veto-window',
  inDecision: true,
  who: (rules) => rules.rules['veto-window'].who,
  summary: 'Takes back an objection or a veto of yours.',
  help:
    'An objection within a window can be taken back as long as nobody of the core has voted: the window then opens again, ' +
    'whole. A vote for a veto of the core falls. A veto of a Lead Maintainer that is taken back gives the decision its ' +
    'effect again, where nothing has been decided since.',
  examples: ['/veto withdraw'],
  read: noWords('/veto withdraw'),
  effect(state, act) {
    const open = openDecision(state);
    if (open?.form === 'core-veto' && isVetoOf(act, open)) {
      const ballots = open.ballots.filter(({ by }) => !isPerson(act, by));
      const says = `@${act.by.login} took back their veto.`;
      if (ballots.length > 0) return taken(says, withDecision(state, { ...open, ballots }));
      const why = 'Every veto was taken back: the decision stands.';
      const next = closedBy(state, { ...open, ballots }, { at: act.at, outcome: 'stands', why });
      return taken(says, next);
    }
    const window = open && state.decisions.find(({ id }) => id === open.after);
    const objected = state.acts.findLast(({ act: one, outcome }) => one.command === 'veto' && outcome.taken);
    if (open?.form === 'core' && window?.closed?.outcome === 'objected' && objected && isPerson(act, objected.act.by)) {
      if (open.ballots.length > 0 || open.record) {
        return refused('veto-window', 'The core has begun to vote.', 'Vote with `/core accept` instead.');
      }
      const why = `@${act.by.login} took the objection back, and the window opens again.`;
      const next = ended(state, open, act.at, why);
      return taken(`@${act.by.login} took back the objection.`, next, { form: 'veto-window', group: open.group });
    }
    const standing = state.vetoes.findLast(({ withdrawnAt }) => withdrawnAt === null);
    const by = standing && state.decisions.find(({ id }) => id === standing.by);
    if (!standing || !by || by.form !== 'lead-veto' || !isVetoOf(act, by)) {
      return refused('veto-window', 'No objection or veto of yours stands here.', 'Nothing is left to do here.');
    }
    if (state.decisions.at(-1)?.id !== by.id) {
      return refused(
        'lead-veto',
        'Something else has been opened or decided since, and that goes on.',
        'Take part in it, or let it be brought to a decision again.',
      );
    }
    const vetoes = state.vetoes.map((one) => (one === standing ? { ...one, withdrawnAt: act.at } : one));
    const says = `@${act.by.login} took back the veto; ${standing.decision} has its effect again.`;
    return taken(says, { ...state, vetoes, status: standing.undid });
  },
};
