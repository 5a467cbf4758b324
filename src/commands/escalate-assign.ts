import { whoCanAnswer } from '../judge/impartial.js';
import { speaksFor } from '../judge/standing.js';
import { openDecision } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { asOne, electorOf, withDecision } from './decision.js';
import { loginsIn } from './people-named.js';
import { quoted } from './quoted.js';

const USAGE = '/escalate assign @user';

export const escalateAssign: Command = {
  name: 'escalate assign',
  usage: USAGE,
  rule: 'escalation',
  inDecision: true,
  who: () => ['core-maintainer', 'lead-maintainer'],
  summary: 'Designates who of the core answers an escalation.',
  help:
    'One of the core designates who answers: somebody of the core who is known to share no organisation with the parties. ' +
    'Whose organisation nobody knows cannot be known to be impartial; the roster can say it.',
  examples: ['/escalate assign @saraobi'],
  read(words) {
    const [login = null] = loginsIn(words) ?? [];
    return login !== null && words.length === 1
      ? { ok: true, args: [login] }
      : { ok: false, problem: `needs one person. Write \`${USAGE}\`.` };
  },
  namesPeople: (args) => args,
  effect(state, act) {
    const open = openDecision(state);
    if (open?.form !== 'escalation' || !open.escalation) {
      return refused('escalation', 'Nothing is escalated here.', 'A lead escalates a matter with `/escalate <ask>`.');
    }
    if (!electorOf(open, act.by)) {
      return refused(
        'escalation',
        `The core designates who answers, and @${act.by.login} is none of it.`,
        'Ask one of the core.',
      );
    }
    const account = act.mentions[0]?.account ?? null;
    const { eligible, unknown } = whoCanAnswer(open);
    const chosen = eligible.find((one) => speaksFor(one, account));
    if (!chosen) {
      const isUnknown = unknown.some((one) => speaksFor(one, account));
      const names = eligible.map(({ login }) => `@${login}`).join(', ');
      return refused(
        'escalation',
        isUnknown
          ? `Whether ${quoted(act.args[0] ?? '')} shares an organisation with the parties is not known.`
          : `${quoted(act.args[0] ?? '')} is none of the core who may answer here.`,
        names === ''
          ? 'Nobody of the core is known to be impartial: put the organisations into the roster, or bring it to the whole core with `/escalate answer core`.'
          : `These may: ${names}.`,
      );
    }
    const assigned = { to: asOne(chosen), by: act.by, at: act.at };
    const escalation = { ...open.escalation, assigned };
    return taken(
      `@${act.by.login} designated @${chosen.login} to answer.`,
      withDecision(state, { ...open, escalation }),
    );
  },
};
