import { quietRule } from '../judge/ladder/quiet.js';
import { was } from '../judge/ladder/weigh.js';
import { isPerson, whoMay } from '../judge/standing.js';
import type { Place } from '../ledger/nomination-lines.js';
import type { Rules, Standing } from '../rules/schema.js';
import { refused, takenHere, type Command } from './command.js';
import { proposers } from './emeritus.js';
import { notOnPulls } from './ladder-elsewhere.js';
import { placeInWords } from './ladder-words.js';
import { alreadyHere, nobody } from './nominate.js';
import { loginsIn } from './people-named.js';

const USAGE = '/inactive @user [group]';

/** Who may ask it of somebody: about everything that they hold, or about their place in a group. */
const askers = (rules: Rules, group: string | null): readonly Standing[] =>
  group === null ? proposers(rules) : rules.rules['group-inactivity'].asks;

export const inactive: Command = {
  name: 'inactive',
  usage: USAGE,
  rule: 'ladder-inactivity',
  who: (rules) => [...new Set([...askers(rules, null), ...askers(rules, '')])],
  whoInWords: (rules) => `${whoMay(askers(rules, null))}; with a group ${whoMay(askers(rules, ''))}`,
  summary: 'Asks somebody who has done nothing for as long as the rules name whether they are still there.',
  help:
    'It is written in an issue, and about a person of the ladder, or with a group about their place there. They are asked first, and ' +
    'have the days of the rule `emeritus`: whatever they write there says that they stay, and ends it; with `/ladder approve` ' +
    'they agree. Only once those days are over without a word of theirs do those who approve decide, with a reason: nobody loses ' +
    'anything by silence. What GitHub shows of them since is told beside it, and what it cannot show. The lines below are the reason.',
  examples: ['/inactive @octocat', '/inactive @octocat file-uploads\nHas not been at a meeting since May.'],
  takesText: true,
  namesPeople: ([login = '']) => [login],
  groupAt: 1,
  read([first = '', ...words]) {
    const [login] = loginsIn([first]) ?? [];
    if (login === undefined) return { ok: false, problem: `needs whom, as \`@login\`. Write \`${USAGE}\`.` };
    return { ok: true, args: [login, ...(words.length === 0 ? [] : [words.join(' ')])] };
  },
  effect: notOnPulls,
  onIssue(state, act, { rules, titleOf }) {
    // A look has put what they hold behind their login, and the group behind that.
    const [, to = 'everything', group = null] = act.args as [string, Place?, string?];
    const taken = alreadyHere(state);
    if (taken) return taken;
    const [named] = act.mentions;
    if (!named?.account) return nobody(act.args[0] ?? '');
    const { account } = named;
    const rule = quietRule(to);
    if (isPerson(act, account)) {
      return refused(rule, 'Nobody has to ask themselves.', 'Lay it down with `/step-down <role>`, or let it be.');
    }
    const may = askers(rules, group);
    if (!was({ roles: act.roles }, may, group)) {
      return refused(
        rule,
        `To ask it is for ${whoMay(may)}, and @${act.by.login} is not known as that here.`,
        'Ask one of them.',
      );
    }
    const what = to === 'everything' ? 'here' : placeInWords(to, group === null ? null : titleOf(group));
    return takenHere(`@${act.by.login} asked @${account.login} whether they are still ${what}.`, state, {
      ...{ matter: 'inactive', nominee: account, to, group },
    });
  },
};
