import { isWaiting } from '../judge/asking.js';
import { isPerson } from '../judge/standing.js';
import { noWords, refused, taken, type Command } from './command.js';

export const reviewDecline: Command = {
  name: 'review decline',
  usage: '/review decline',
  rule: 'asking',
  who: () => ['anyone'],
  whoInWords: () => 'who was asked',
  summary: 'Says that you will not give the review that you were asked for.',
  help: 'You are taken off the list of reviewers, are not reminded, and are not asked again. Reviewing it later stays open to you.',
  examples: ['/review decline'],
  read: noWords('/review decline'),
  effect(state, act) {
    const mine = state.asked.find(({ who }) => isPerson(act, who));
    if (!(mine && isWaiting(mine)) && !act.roles.includes('asked')) {
      return refused(
        'asking',
        mine?.declinedAt == null
          ? `@${act.by.login} owes no review here.`
          : 'You have declined already, and are not asked again.',
        'Nothing is left to do here.',
      );
    }
    const declined = mine
      ? { ...mine, answeredAt: null, declinedAt: act.at }
      : { who: act.by, by: null, at: act.at, answeredAt: null, declinedAt: act.at };
    const others = state.asked.filter((asked) => asked !== mine);
    return taken(`@${act.by.login} declined to review.`, { ...state, asked: [...others, declined] });
  },
};
