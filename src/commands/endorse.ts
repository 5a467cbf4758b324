import { was } from '../judge/ladder/weigh.js';
import { areOne } from '../judge/standing.js';
import { peopleInWords } from '../rules/words.js';
import { noWords, refused, takenHere, type Command } from './command.js';
import { notOnPulls } from './ladder-elsewhere.js';
import { aboutAnother, isByNominee, memberOf, onOpen, withNomination } from './nomination-here.js';
import { loginsIn } from './people-named.js';

const USAGE = '/endorse @user';

export const endorse: Command = {
  name: 'endorse',
  usage: USAGE,
  rule: 'nomination',
  who: () => ['anyone'],
  whoInWords: () => 'whoever the rules let sponsor the nominee, never the nominee',
  summary: 'Sponsors somebody who is nominated in this issue.',
  help:
    'You count once, whatever number of accounts you have, and with the place and the organisation that the default branch gave ' +
    'you when the nomination opened. `/endorse withdraw` takes it back as long as nothing is decided.',
  examples: ['/endorse @octocat'],
  namesPeople: (args) => args,
  read(words) {
    const logins = loginsIn(words);
    return logins?.length === 1
      ? { ok: true, args: logins }
      : { ok: false, problem: `needs one person, as \`@login\`. Write \`${USAGE}\`.` };
  },
  effect: notOnPulls,
  onIssue: onOpen((open, act, state) => {
    const other = aboutAnother(open, act);
    if (other) return other;
    const { rule, support } = open.step;
    if (isByNominee(open, act)) return refused(rule, 'Nobody sponsors themselves.', 'Ask others to endorse you.');
    if (support.length === 0) {
      return refused(rule, 'Nobody is sponsored in this matter.', 'Say in a comment what you think of it.');
    }
    const roles = [...new Set(support.flatMap((way) => way.roles))];
    const member = memberOf(open, act);
    if (!member || !was(member, roles, open.group)) {
      return refused(
        rule,
        `Sponsors are ${peopleInWords(roles)}, and @${act.by.login} was not known as that when the nomination opened.`,
        'What you think of it is welcome as a comment.',
      );
    }
    if (open.endorsements.some(({ by }) => areOne(by, member))) {
      return refused(rule, 'You sponsor them already, and count once.', 'Nothing is left to do here.');
    }
    const endorsement = { by: member, at: act.at, url: act.source.url };
    const says = `@${act.by.login} sponsors @${open.nominee.login}.`;
    return takenHere(says, withNomination(state, { ...open, endorsements: [...open.endorsements, endorsement] }));
  }),
};

export const endorseWithdraw: Command = {
  name: 'endorse withdraw',
  usage: '/endorse withdraw',
  rule: 'nomination',
  who: () => ['anyone'],
  whoInWords: () => 'whoever sponsors the nominee',
  summary: 'Takes back that you sponsor the nominee.',
  help: 'It can be taken back as long as nothing is decided, and given again with `/endorse`.',
  examples: ['/endorse withdraw'],
  read: noWords('/endorse withdraw'),
  effect: notOnPulls,
  onIssue: onOpen((open, act, state) => {
    const member = memberOf(open, act);
    const endorsements = open.endorsements.filter(({ by }) => !member || !areOne(by, member));
    if (endorsements.length === open.endorsements.length) {
      return refused(open.step.rule, `You do not sponsor @${open.nominee.login}.`, 'Nothing is left to do here.');
    }
    const says = `@${act.by.login} no longer sponsors @${open.nominee.login}.`;
    return takenHere(says, withNomination(state, { ...open, endorsements }));
  }),
};
