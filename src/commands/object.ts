import { inWords, isBefore } from '../judge/instants.js';
import type { Objection } from '../judge/ladder/state.js';
import { stays } from '../judge/ladder/answer.js';
import { was } from '../judge/ladder/weigh.js';
import { isPerson } from '../judge/standing.js';
import type { LineOf } from '../ledger/lines.js';
import { peopleInWords } from '../rules/words.js';
import { noWords, refused, takenHere, type Command } from './command.js';
import { notOnPulls } from './ladder-elsewhere.js';
import { aboutAnother, isByNominee, memberOf, onOpen, withNomination } from './nomination-here.js';
import { personAndReason } from './people-named.js';

const USAGE = '/object @user <reason>';

export const object: Command = {
  name: 'object',
  usage: USAGE,
  rule: 'nomination',
  who: () => ['anyone'],
  summary: 'Says what speaks against somebody who is nominated in this issue.',
  help:
    'Where the rules give your word that weight, it holds the nomination until you take it back with `/object withdraw`, or ' +
    'those who approve decide over it with a reason. Anybody else is heard. It can be said until the days for everybody to ' +
    'speak are over, to the last second. What is for no public issue belongs to the moderators.',
  examples: ['/object @octocat The releases of the last months went out untested.'],
  takesText: true,
  namesPeople: ([login = '']) => [login],
  read: personAndReason(USAGE),
  effect: notOnPulls,
  onIssue: onOpen((open, act, state) => {
    const other = aboutAnother(open, act);
    if (other) return other;
    const { rule, objects } = open.step;
    const isOwn = isByNominee(open, act);
    if (isOwn && open.matter === 'inactive') return stays(state, open, act);
    if (isOwn && open.matter !== 'emeritus') {
      return refused(rule, 'The nominee does not object to themselves.', 'Decline with `/ladder reject <reason>`.');
    }
    if (open.deadline !== null && !open.rests && isBefore(open.deadline, act.at)) {
      return refused(
        rule,
        `The time to object was over on ${inWords(open.deadline)}.`,
        'Those who approve read comments, too.',
      );
    }
    if (open.objections.some((one) => one.withdrawnAt === null && isRaisers(one, act))) {
      return refused(
        rule,
        'Your objection stands already.',
        'Say more in a comment, or take it back with `/object withdraw`.',
      );
    }
    const member = memberOf(open, act);
    // Who is to be emeritus is asked first: what they say against it holds.
    const holds = open.matter === 'emeritus' ? isOwn : member !== null && was(member, objects, open.group);
    const objection: Objection = {
      ...{ by: act.by, also: act.also, at: act.at, url: act.source.url, reason: act.args[1] ?? '' },
      ...{ holds, withdrawnAt: null },
    };
    const weight = holds
      ? 'which holds it'
      : `which those who approve hear; ${objects.length === 0 ? 'nobody holds this step by an objection' : `it is held by an objection of ${peopleInWords(objects)}`}`;
    const says = `@${act.by.login} objected, ${weight}.`;
    return takenHere(says, withNomination(state, { ...open, objections: [...open.objections, objection] }));
  }),
};

export const objectWithdraw: Command = {
  name: 'object withdraw',
  usage: '/object withdraw',
  rule: 'nomination',
  who: () => ['anyone'],
  whoInWords: () => 'whoever raised the objection',
  summary: 'Takes back your objection to the nominee.',
  help: 'An objection belongs to who raised it: nobody else takes it back. Those who approve can decide over it, with a reason.',
  examples: ['/object withdraw'],
  read: noWords('/object withdraw'),
  effect: notOnPulls,
  onIssue: onOpen((open, act, state) => {
    const own = open.objections.find((one) => one.withdrawnAt === null && isRaisers(one, act));
    if (!own) return refused(open.step.rule, 'No objection of yours stands here.', 'Nothing is left to do here.');
    const objections = open.objections.map((one) => (one === own ? { ...one, withdrawnAt: act.at } : one));
    return takenHere(`@${act.by.login} took back the objection.`, withNomination(state, { ...open, objections }));
  }),
};

/** Whether an act's person raised an objection, by any account of either. */
const isRaisers = ({ by, also }: Objection, act: LineOf<'act'>): boolean =>
  isPerson(act, by) || also.includes(act.by.id) || also.some((id) => act.also.includes(id));
