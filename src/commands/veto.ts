import { openDecision } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { electorOf, withDecision } from './decision.js';

export const veto: Command = {
  name: 'veto',
  usage: '/veto <reason>',
  rule: 'veto-window',
  takesText: true,
  who: (rules) => rules.rules['veto-window'].who,
  summary: "Objects to a group's agreement within its window, and brings the matter to the core.",
  help:
    'Where a group holds the authority `veto-window`, what it agrees on stands unless a Core Maintainer objects within ' +
    'the window. The objection needs a reason, and it decides nothing by itself: the core then decides.',
  examples: ['/veto The change touches the session model, which another group owns.'],
  read(words, text) {
    const reason = [...words, ...(text === '' ? [] : [text])].join(' ').trim();
    return reason === ''
      ? { ok: false, problem: 'needs a reason. Write `/veto <reason>`.' }
      : { ok: true, args: [reason] };
  },
  effect(state, act) {
    const open = openDecision(state);
    if (open?.form !== 'veto-window') {
      return refused('veto-window', 'No veto window is open here.', 'The status comment above says what is open.');
    }
    if (!electorOf(open, act.by)) {
      return refused(
        'veto-window',
        `An objection within the window is for Core and Lead Maintainers, and @${act.by.login} was none when it opened.`,
        'Say it as a comment: the Core Maintainers read it.',
      );
    }
    const closed = {
      at: act.at,
      outcome: 'objected' as const,
      tally: { yes: 0, no: 1, abstain: 0, electorate: open.electorate.length },
      why: `@${act.by.login} objected within the window.`,
    };
    return taken(`@${act.by.login} objected; the matter goes to the core.`, withDecision(state, { ...open, closed }), {
      form: 'core',
      weight: null,
      group: open.group,
      breaking: null,
    });
  },
};
