import { askedWithin, isReviewed, isWaiting } from '../judge/asking.js';
import { inWords } from '../judge/instants.js';
import { isAuthor, same } from '../judge/standing.js';
import type { SubjectState } from '../judge/state.js';
import type { LineOf, Mentioned, Who } from '../ledger/lines.js';
import { refused, taken, type Command, type Effect, type Ground } from './command.js';
import { loginsIn } from './people-named.js';
import { denied } from './permission.js';

const USAGE = '/review @user…';

export const review: Command = {
  name: 'review',
  usage: USAGE,
  rule: 'asking',
  who: (rules) => rules.rules.asking.who,
  summary: 'Asks people for a review.',
  help:
    'They are asked on GitHub, and it is written down until they review or write `/review decline`. As few are asked at a ' +
    'time as the rules say, never an author, and nobody again who declined.',
  examples: ['/review @octocat', '/review @octocat @hubot'],
  namesPeople: (args) => args,
  read(words) {
    const logins = loginsIn(words);
    return logins === null || logins.length === 0
      ? {
          ok: false,
          problem: `needs people, each as \`@login\`; teams are not asked. Write \`${USAGE}\`, or \`/review decline\` where you were asked.`,
        }
      : { ok: true, args: logins };
  },
  effect(state, act, ground) {
    const refusal = denied(review, state, act, ground, state.group?.slug ?? null);
    if (refusal) return refusal;
    if (!isReviewed(state)) {
      return refused('asking', `Nothing is left to review in a proposal that is ${state.status}.`, 'Ask in a comment.');
    }
    for (const mentioned of act.mentions) {
      const hindrance = hindranceOf(state, mentioned);
      if (hindrance) return hindrance;
    }
    const who = act.mentions.flatMap(({ account }): Who[] => (account ? [account] : []));
    const many = tooMany(state, who, act, ground);
    if (many) return many;
    const fresh = who.map((one) => ({ who: one, by: act.by, at: act.at, answeredAt: null, declinedAt: null }));
    const before = state.asked.filter(({ who: one }) => !who.some((other) => same(one, other)));
    const names = who.map(({ login }) => `@${login}`).join(' and ');
    return taken(`@${act.by.login} asked ${names} for a review.`, { ...state, asked: [...before, ...fresh] });
  },
};

/** Why somebody cannot be asked; null where they can. */
function hindranceOf(state: SubjectState, { login, account }: Mentioned): Effect | null {
  if (!account) {
    return refused('asking', `Nobody on GitHub is called @${login}.`, 'Look at the spelling, and write it again.');
  }
  if (isAuthor(state, { by: account, also: [] })) {
    return refused(
      'asking',
      `@${account.login} is an author of this proposal, and authors are not asked to review their own.`,
      'Ask somebody else.',
    );
  }
  const before = state.asked.find(({ who }) => same(who, account));
  if (before && isWaiting(before)) {
    return refused(
      'asking',
      `@${account.login} was asked on ${inWords(before.at)} and has not answered yet.`,
      'Convenor reminds whoever owes an answer.',
    );
  }
  return before?.declinedAt == null
    ? null
    : refused(
        'asking',
        `@${account.login} declined on ${inWords(before.declinedAt)}, and is not asked again.`,
        'Ask somebody else; everybody may review without being asked.',
      );
}

/** The refusal of more people at a time than the rules let be asked: who has not answered for weeks counts no more. */
function tooMany(state: SubjectState, who: readonly Who[], act: LineOf<'act'>, { rules }: Ground): Effect | null {
  const { asking, reminders } = rules.rules;
  const waiting = askedWithin(state, reminders.answer, act.at);
  if (waiting.length + who.length <= asking.most) return null;
  const names = waiting.map(({ who: one }) => `@${one.login}`).join(', ');
  return refused(
    'asking',
    `At most ${asking.most} people are asked at a time${names === '' ? '' : `, and these have not answered yet: ${names}`}.`,
    waiting.length === 0
      ? 'Name fewer people.'
      : `Wait for an answer; ${reminders.answer} days after they were asked, others may be.`,
  );
}
