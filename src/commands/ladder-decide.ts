import { againstIt, isHeld, was } from '../judge/ladder/weigh.js';
import { inWords, isBefore } from '../judge/instants.js';
import type { IssueState, Nomination } from '../judge/ladder/state.js';
import { areOne } from '../judge/standing.js';
import type { LineOf } from '../ledger/lines.js';
import { peopleInWords } from '../rules/words.js';
import { refused, reasoned, takenHere, type Command, type IssueEffect } from './command.js';
import { notOnPulls } from './ladder-elsewhere.js';
import { quoted } from './quoted.js';
import { isByNominee, memberOf, onOpen, withNomination } from './nomination-here.js';
import { wholeText } from './said.js';

export const ladderApprove: Command = {
  name: 'ladder approve',
  usage: '/ladder approve [reason]',
  rule: 'nomination',
  who: () => ['anyone'],
  whoInWords: () => 'those who approve the step by the rules, never the nominee',
  summary: 'Approves a nomination.',
  help:
    'It takes effect once the days for everybody to speak are over and there are sponsors enough. Where an objection stands, or ' +
    'the nominee lacks something that the rules ask, it needs a reason, and decides over it. Who approves attests what nobody ' +
    'can see from here. The only sponsor does not approve alone, but for a Lead Maintainer. Who is asked by `/inactive` agrees by it.',
  examples: ['/ladder approve', '/ladder approve The objection is about a release that was not theirs.'],
  takesText: true,
  read(words, text) {
    const reason = wholeText(words, text);
    return { ok: true, args: reason === '' ? [] : [reason] };
  },
  effect: notOnPulls,
  onIssue: onOpen((open, act, state) => {
    const { rule, approves } = open.step;
    if (isByNominee(open, act)) {
      return open.matter === 'inactive'
        ? agrees(state, open, act)
        : refused(rule, 'Nobody approves their own matter.', 'Others decide on it.');
    }
    if (approves.length === 0 && !isHeld(open)) {
      return refused(
        rule,
        'The sponsors approve this step by their word, and nothing stands against it that had to be decided.',
        'Endorse the nominee with `/endorse`, if you may.',
      );
    }
    const denied = deniedTo(open, act, 'approve');
    if (denied) return denied;
    const member = memberOf(open, act);
    if (!member) return refused(rule, 'You are not known here.', 'Ask one of those who approve.');
    const reason = act.args[0] ?? '';
    const { deadline, rests } = open;
    if (open.matter === 'inactive' && deadline !== null && (rests || isBefore(act.at, deadline))) {
      const time = rests
        ? 'no time to answer passes while the issue is closed or locked'
        : `has until ${inWords(deadline)} to answer`;
      return refused(
        rule,
        `@${open.nominee.login} is asked first, and ${time}.`,
        'Decide after that, if they have not answered.',
      );
    }
    if (open.matter === 'inactive' && reason === '') {
      return refused(rule, 'Nobody loses a role without a reason.', 'Write `/ladder approve <reason>`: it is kept.');
    }
    const { objections, lacks } = againstIt(open);
    if (isHeld(open) && reason === '') {
      const what = [
        ...lacks.map(({ says }) => says),
        ...objections.map(({ by }) => `The objection of @${by.login} stands.`),
      ];
      return refused(
        rule,
        `Something stands against it: ${what.join(' ')}`,
        'Write `/ladder approve <reason>`: the reason is kept.',
      );
    }
    const approvals = [
      ...open.approvals.filter(({ by }) => !areOne(by, member)),
      { by: member, at: act.at, url: act.source.url, reason },
    ];
    const why = reason === '' ? '' : `: ${quoted(reason)}`;
    const says = `@${act.by.login} approved${why}.`;
    return takenHere(says, withNomination(state, { ...open, approvals }));
  }),
};

export const ladderReject: Command = {
  name: 'ladder reject',
  usage: '/ladder reject <reason>',
  rule: 'nomination',
  who: () => ['anyone'],
  whoInWords: () => 'those who approve the step by the rules, and the nominee, who declines by it',
  summary: 'Rejects a nomination, or declines it as the nominee.',
  help: 'It ends the nomination at once. The reason is part of the record. Somebody can be nominated again in another issue.',
  examples: ['/ladder reject Two more months of reviews, and then gladly.'],
  takesText: true,
  read: reasoned('/ladder reject <reason>'),
  effect: notOnPulls,
  onIssue: onOpen((open, act, state) => {
    const isOwn = isByNominee(open, act);
    if (isOwn && open.matter === 'emeritus') {
      return refused(
        open.step.rule,
        'Nobody decides on their own matter.',
        `Say with \`/object @${open.nominee.login} <reason>\` what speaks against it: that holds it.`,
      );
    }
    const denied = isOwn ? null : deniedTo(open, act, 'reject');
    if (denied) return denied;
    const how = isOwn ? 'declined' : 'rejected it';
    const why = `@${act.by.login} ${how}: ${quoted(act.args[0] ?? '')}.`;
    const closed = { at: act.at, outcome: 'rejected' as const, why, sponsors: [] };
    return takenHere(why, withNomination(state, { ...open, closed }));
  }),
};

/** Who was asked whether they are still there lays it down. */
function agrees(state: IssueState, open: Nomination, { at, by }: LineOf<'act'>): IssueEffect {
  const why = `@${by.login} lays it down.`;
  return takenHere(why, withNomination(state, { ...open, closed: { at, outcome: 'approved', why, sponsors: [] } }));
}

/** The refusal of a decision by somebody who was none of those who decide when it opened; null where they may. */
function deniedTo(open: Nomination, act: LineOf<'act'>, what: 'approve' | 'reject'): IssueEffect | null {
  const { approves, settles, rule } = open.step;
  const may = approves.length > 0 ? approves : settles;
  const member = memberOf(open, act);
  if (member && was(member, may, open.group)) return null;
  return refused(
    rule,
    `To ${what} it is for ${peopleInWords(may)}, and @${act.by.login} was not known as that when it opened.`,
    'Ask one of them to decide.',
  );
}
