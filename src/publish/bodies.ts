import type { Facts } from '../facts/facts.js';
import type { JudgedAct } from '../judge/state.js';
import { plain, shortened, unmentioned } from './escape.js';
import { words } from './words.js';

/** One reply for all that was refused in one comment. It quotes the command, so that a later reader can follow. */
export function replyBody(refused: readonly JudgedAct[], facts: Facts): string {
  const rules = facts.governing.rules.rules;
  return words('reply', {
    refusals: refused.flatMap(({ act, outcome }) => {
      if (outcome.taken) return [];
      const { rule, why, next } = outcome;
      const clause = rule in rules ? rules[rule as keyof typeof rules] : null;
      return [
        {
          line: plain(shortened(`/${act.command} ${act.args.join(' ')}`)),
          why: unmentioned(why),
          next: unmentioned(next),
          rule: clause ? `\`${rule}\`. ${clause.says}` : `\`${rule}\`.`,
        },
      ];
    }),
  });
}
