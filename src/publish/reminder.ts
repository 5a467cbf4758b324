import type { Facts } from '../facts/facts.js';
import { marked } from '../facts/texts.js';
import { inWords } from '../judge/instants.js';
import type { Owed } from '../judge/time/owed.js';
import type { Reminder } from '../judge/time/reminders.js';
import type { Verdict } from '../judge/verdict.js';
import type { Who } from '../ledger/lines.js';
import { unmentioned, within } from './escape.js';
import { words } from '../templates/index.js';

/** Characters of one thing that is missing. */
const LONGEST_LINE = 500;

/** One comment for all who are reminded now. Only they are called by name, and each by the login they have now. */
export function reminderBody({ key, owed }: Reminder, { activity, governing }: Facts): string {
  const loginOf = ({ person }: Owed): string => activity.get(person.id)?.login ?? person.login;
  const asked = [...new Set(owed.map(({ says }) => says))].map((says) => {
    const all = owed.filter((one) => one.says === says);
    return {
      people: all.map((one) => `@${loginOf(one)}`).join(', '),
      says: unmentioned(says),
      missing: (all[0]?.missing ?? []).map((line) => within(unmentioned(line), LONGEST_LINE)),
    };
  });
  return marked(
    key,
    words('reminder', { owed: asked, rule: governing.rules.rules.reminders.says }, governing.templates),
  );
}

/** The warning to an author before their proposal is dormant. */
export function warningBody({ key, lapses }: NonNullable<Verdict['warn']>, author: Who | null, facts: Facts): string {
  const { activity, governing } = facts;
  const login = author && (activity.get(author.id)?.login ?? author.login);
  const said = {
    who: login === null ? 'The author' : `@${login}`,
    lapses: inWords(lapses),
    rule: governing.rules.rules.dormancy.says,
  };
  return marked(key, words('warning', said, governing.templates));
}
