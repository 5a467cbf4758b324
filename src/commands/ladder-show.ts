import type { Question } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import { asked, askedHere, type Command } from './command.js';
import { loginsIn } from './people-named.js';

const USAGE = '/ladder show [@user]';

export const ladderShow: Command = {
  name: 'ladder show',
  usage: USAGE,
  rule: 'commands',
  also: ['closed', 'merged'],
  who: () => ['anyone'],
  summary:
    'Shows where somebody stands on the contributor ladder, since when and by what, and what the next step asks.',
  help:
    'Without a name it is you. What is shown is what the roster, the charters, `MAINTAINERS.md` and the list of the ' +
    "organisation's members say. What no file says is said to be unknown, and what nobody can see from here is marked as that.",
  examples: ['/ladder show', '/ladder show @octocat'],
  namesPeople: (args) => args,
  read(words) {
    const logins = loginsIn(words);
    return logins === null || logins.length > 1
      ? { ok: false, problem: `takes one person, as \`@login\`. Write \`${USAGE}\`.` }
      : { ok: true, args: logins };
  },
  effect: (state, act) => asked(`@${act.by.login} asked where somebody stands on the ladder.`, state, asksOf(act)),
  onIssue: (state, act) => askedHere(`@${act.by.login} asked where somebody stands on the ladder.`, state, asksOf(act)),
};

function asksOf({ args: [login], mentions: [named], by }: LineOf<'act'>): Question {
  return login === undefined
    ? { about: 'ladder', login: by.login, account: by }
    : { about: 'ladder', login, account: named?.account ?? null };
}
