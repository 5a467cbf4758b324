import type { IssueState } from '../judge/ladder/state.js';
import { stepTo } from '../judge/ladder/steps.js';
import { isPerson } from '../judge/standing.js';
import type { LineOf } from '../ledger/lines.js';
import type { Place } from '../ledger/nomination-lines.js';
import { ladderRole, type Rules } from '../rules/schema.js';
import { peopleInWords } from '../rules/words.js';
import { refused, takenHere, type Command, type IssueEffect } from './command.js';
import { notOnPulls } from './ladder-elsewhere.js';
import { isGroupPlace, isTarget, placeIn, placeInWords } from './ladder-words.js';
import { loginsIn } from './people-named.js';

const USAGE = '/nominate @user <role> [group]';

export const nominate: Command = {
  name: 'nominate',
  usage: USAGE,
  rule: 'nomination',
  who: () => ['anyone'],
  whoInWords: () => 'the nominee themselves, and whoever may sponsor them',
  summary: 'Nominates somebody for the next step of the contributor ladder.',
  help:
    'It is written in an issue; the issue form for nominations does the same. Roles are member, maintainer, core-maintainer, ' +
    'moderator, and with a group wg-member and lead. Who nominates somebody else sponsors them by it. Everybody may speak for ' +
    'as many days as the rules say: with `/endorse`, or `/object` and a reason. Nominee, sponsors and their organisations are ' +
    'taken as the default branch has them at the opening. The lines below are the reason.',
  examples: ['/nominate @octocat member', '/nominate @octocat lead file-uploads\nHas run the meetings since spring.'],
  takesText: true,
  namesPeople: ([login = '']) => [login],
  groupAt: 2,
  read([first = '', ...words]) {
    const [login] = loginsIn([first]) ?? [];
    const found = placeIn(words);
    if (login === undefined) return { ok: false, problem: `needs whom, as \`@login\`. Write \`${USAGE}\`.` };
    if (!found || !isTarget(found.place)) {
      const why = found ? 'a Lead Maintainer comes by succession alone' : 'it names no role';
      return {
        ok: false,
        problem: `cannot be taken: ${why}. Write one of member, maintainer, core-maintainer, moderator, wg-member and lead behind the login.`,
      };
    }
    const { place, rest } = found;
    if (isGroupPlace(place) && rest === '') return { ok: false, problem: `needs the group, too. Write \`${USAGE}\`.` };
    if (!isGroupPlace(place) && rest !== '') {
      return {
        ok: false,
        problem: 'takes a group only for `wg-member` and `lead`. Leave it out, and put a reason below.',
      };
    }
    return { ok: true, args: [login, place, ...(rest === '' ? [] : [rest])] };
  },
  effect: notOnPulls,
  onIssue(state, act, { rules, titleOf }) {
    const [, to, group = null] = act.args as [string, Place, string?];
    const taken = alreadyHere(state);
    if (taken) return taken;
    const [named] = act.mentions;
    if (!named?.account) return nobody(act.args[0] ?? '');
    const held = heldAlready(named.roles, to, group);
    if (held) {
      const what = placeInWords(to, group === null ? null : titleOf(group));
      return refused(
        'nomination',
        `@${named.account.login} is ${what} already, or more.`,
        'Nothing is left to do here.',
      );
    }
    const isSelf = isPerson(act, named.account);
    if (!isSelf && !maySponsor(act, to, group, rules)) {
      const step = stepTo(isTarget(to) ? to : 'member', rules);
      const sponsors = peopleInWords([...new Set(step.support.flatMap(({ roles }) => roles))]);
      return refused(
        step.rule,
        `Who nominates somebody else sponsors them by it, and sponsors are ${sponsors} here; @${act.by.login} is not known as that.`,
        'They may nominate themselves, or one of those may nominate them.',
      );
    }
    const who = isSelf ? 'themselves' : `@${named.account.login}`;
    const what = placeInWords(to, group === null ? null : titleOf(group));
    return takenHere(`@${act.by.login} nominated ${who} as ${what}.`, state, {
      ...{ matter: 'advance', nominee: named.account, to, group },
    });
  },
};

/** Whether somebody is by these roles what a step leads to, or more. Of moderators the roles say nothing. */
function heldAlready(roles: readonly string[], to: Place, group: string | null): boolean {
  if (group !== null) {
    return roles.includes(`lead:${group}`) || (to === 'wg-member' && roles.includes(`wg-member:${group}`));
  }
  const height = (role: string): number => ladderRole.options.findIndex((one) => one === role);
  return to !== 'moderator' && roles.some((role) => height(role) >= height(to));
}

function maySponsor({ roles }: LineOf<'act'>, to: Place, group: string | null, rules: Rules): boolean {
  if (!isTarget(to)) return false;
  const asked = stepTo(to, rules).support.flatMap(({ roles: some }) => some);
  return asked.some(
    (standing) =>
      standing === 'anyone' ||
      roles.includes(group === null ? standing : `${standing}:${group}`) ||
      roles.includes(standing),
  );
}

/** The refusal of a second matter in one issue; null where there is none yet. */
export function alreadyHere({ nomination }: IssueState): IssueEffect | null {
  if (!nomination) return null;
  const { nominee, closed } = nomination;
  return refused(
    'nomination',
    `This issue is about @${nominee.login}${closed ? `, and was ${closed.outcome}` : ''}: an issue holds one matter.`,
    'Open another issue for it.',
  );
}

/** The refusal of a login that no account has. */
export const nobody = (login: string): IssueEffect =>
  refused('nomination', `Nobody on GitHub is called @${login}.`, 'Look at the spelling, and write it again.');
