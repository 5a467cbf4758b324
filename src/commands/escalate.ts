import { openDecision, standingBlocks } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { ended, withDecision } from './decision.js';
import { denied } from './permission.js';

const FORM =
  'Say what is asked, and below it the options and the disagreement:\n\n```\n/escalate Which of the two framings do we take?\nOptions: length prefix; delimiter.\nDisagreement: the prefix costs two bytes, the delimiter has to be escaped.\n```';

/** The part of a text that begins with a label, up to the next one. */
function part(text: string, label: string): string {
  const lines = text.split('\n');
  const starts = (line: string): boolean => new RegExp(`^\\s*(?:[-*]\\s+)?\\**${label}\\**\\s*:\\**`, 'i').test(line);
  const from = lines.findIndex(starts);
  if (from === -1) return '';
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => /^\s*(?:[-*]\s+)?\**(?:options|disagreement)\**\s*:/i.test(line));
  return [(lines[from] ?? '').replace(/^[^:]*:\**/, ''), ...rest.slice(0, to === -1 ? rest.length : to)]
    .join('\n')
    .trim();
}

export const escalate: Command = {
  name: 'escalate',
  usage: '/escalate <ask>',
  rule: 'escalation',
  takesText: true,
  who: (rules) => rules.rules.escalation.who,
  summary: 'Brings to the core what your group cannot settle.',
  help:
    'Where a vote did not settle a matter, or it is about scope, authority or several groups, a lead brings it to the core: ' +
    'what is asked, the options, and the disagreement. The core designates one of its own who shares no organisation with ' +
    'the parties; that person answers. While it is open, no other decision is. Asked for more, the lead writes it again.',
  examples: [
    '/escalate Which of the two framings do we take?\nOptions: length prefix; delimiter.\nDisagreement: the cost of escaping.',
  ],
  read(words, text) {
    const ask = words.join(' ').trim();
    const options = part(text, 'options');
    const disagreement = part(text, 'disagreement');
    return ask === '' || options === '' || disagreement === ''
      ? { ok: false, problem: `needs what is asked, the options and the disagreement. ${FORM}` }
      : { ok: true, args: [ask, options, disagreement] };
  },
  effect(state, act, ground) {
    const refusal = denied(escalate, state, act, ground, state.group?.slug ?? null);
    if (refusal) return refusal;
    if (state.status !== 'draft' && state.status !== 'in-review') {
      return refused(
        'escalation',
        `Nothing is to be settled in a proposal that is ${state.status}.`,
        'Nothing is left to do here.',
      );
    }
    const [ask = '', options = '', disagreement = ''] = act.args;
    const open = openDecision(state);
    if (open?.form === 'escalation' && open.escalation) {
      const { assigned, answers } = open.escalation;
      return taken(
        `@${act.by.login} answered what was asked.`,
        withDecision(state, {
          ...open,
          escalation: { ask, askedAt: act.at, options, disagreement, assigned, answers },
        }),
      );
    }
    const isBlocked = open?.form === 'consensus' && standingBlocks(open).length > 0;
    if (open && !isBlocked) {
      return refused(
        'escalation',
        `Decision ${open.id} is open.`,
        'A matter is settled in the group first; what a vote does not settle can be escalated.',
      );
    }
    const next = open ? ended(state, open, act.at, `@${act.by.login} escalated what blocks it.`) : state;
    return taken(`@${act.by.login} escalated the matter to the core.`, next, {
      form: 'escalation',
      group: state.group?.slug ?? null,
      begins: (decision) => ({
        ...decision,
        escalation: { ask, askedAt: act.at, options, disagreement, assigned: null, answers: [] },
      }),
    });
  },
};
