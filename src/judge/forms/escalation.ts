import { plusBusinessDays } from '../business-days.js';
import { whoCanAnswer } from '../impartial.js';
import { inShort, inWords, isBefore } from '../instants.js';
import type { Decision } from '../state.js';
import { leaf, type Requirement } from '../verdict.js';
import type { Form } from './form.js';

/**
 * A matter that a lead brought to the core: one of it answers, who shares no organisation with the parties
 * (working-interest-groups.mdx, Escalation Path). It ends by an answer and never by time.
 */
export const escalation: Form = {
  name: 'Escalation',
  rule: 'escalation',
  good: ['answered'],
  terms: ({ rules }, _, at) => ({
    deadline: plusBusinessDays(at, rules.escalation.answers.technical),
    quorum: null,
    threshold: null,
  }),
  headline: (_, open) =>
    open.escalation?.assigned
      ? `Escalated to the core; ${open.escalation.assigned.to.login} answers`
      : `Escalated to the core, which names one of its own to answer`,
  next(_, open) {
    const due = inWords(open.deadline);
    const assigned = open.escalation?.assigned ?? null;
    const last = open.escalation?.answers.at(-1);
    const isAnswered = last !== undefined && open.escalation !== null && isBefore(last.at, open.escalation.askedAt);
    if (assigned && last?.kind === 'more' && !isAnswered) {
      return [
        { who: 'The lead', people: open.opener ? [open.opener] : [], what: 'answers what was asked: `/escalate <…>`.' },
      ];
    }
    if (assigned) {
      const what = `answers with \`/escalate answer <guidance>\`; a first answer is due by ${due}.`;
      return [{ who: assigned.to.login, people: [assigned.to], what }];
    }
    const { eligible } = whoCanAnswer(open);
    const names = eligible.map(({ login }) => login).join(', ');
    const what =
      eligible.length > 0
        ? `designate one of ${names} with \`/escalate assign @user\`; a first answer is due by ${due}.`
        : `have nobody who is known to be impartial: the whole core decides, with \`/escalate answer core\`.`;
    return [{ who: 'The Core Maintainers', people: [], what }];
  },
  whileOpen: (open) => ({
    held: 'open',
    says: `A first answer is due by ${inShort(open.deadline)}.`,
    next: 'The core designates who answers: `/escalate assign @user`.',
  }),
  children: escalationNodes,
};

function escalationNodes(decision: Decision): Requirement[] {
  const { escalation: matter, opener, openedAt } = decision;
  if (!matter) return [];
  const node = (name: string, says: string, held: Requirement['held'] = 'held'): Requirement =>
    leaf({ rule: 'escalation', name, held, says, next: null });
  const { eligible, unknown, barred } = whoCanAnswer(decision);
  const list = (all: readonly { login: string }[]): string => all.map(({ login }) => login).join(', ') || 'nobody';
  return [
    node('Asked', `By ${opener?.login ?? 'a lead'} on ${inWords(openedAt)}.`),
    matter.assigned
      ? node('Answers', `${matter.assigned.to.login}, designated by ${matter.assigned.by.login}.`)
      : node(
          'Who may answer',
          `${list(eligible)}. Not known whether impartial: ${list(unknown)}. Of an organisation of the parties, or one of them: ${list(barred)}.`,
          'open',
        ),
    ...matter.answers.map(({ by, at, kind }) => {
      const what = { guidance: 'Binding guidance', more: 'Asks for more', core: 'Brings it to the whole core' }[kind];
      return node(what, `By ${by.login} on ${inWords(at)}.`);
    }),
  ];
}
