import { Temporal } from 'temporal-polyfill';
import { LONGEST_ABSENCE } from '../judge/time/absence.js';
import { refused, taken, type Command } from './command.js';
import { lastSecondOf } from './day.js';

const USAGE = '/away until YYYY-MM-DD';

export const away: Command = {
  name: 'away',
  usage: USAGE,
  rule: 'reminders',
  also: ['closed', 'merged'],
  who: () => ['anyone'],
  whoInWords: () => 'anyone, for themselves',
  summary: 'Says until when you are away: you are not reminded before that.',
  help:
    'It holds for the whole repository, up to and with that day in UTC. You are counted as ever: no quorum, no electorate ' +
    'and no deadline changes by it. A later `/away` replaces it, and `/back` ends it.',
  examples: ['/away until 2027-01-10'],
  read(words) {
    const [until, day, ...rest] = words;
    return until?.toLowerCase() === 'until' && day !== undefined && rest.length === 0 && lastSecondOf(day) !== null
      ? { ok: true, args: [day] }
      : { ok: false, problem: `needs a day of the calendar, as in \`/away until 2027-01-10\`.` };
  },
  effect(state, act) {
    const until = act.args[0] ?? '';
    const today = Temporal.PlainDate.from(act.at.slice(0, 10));
    const days = today.until(until).days;
    if (days < 0)
      return refused('reminders', `${until} was over when you wrote it.`, `Write \`${USAGE}\` with a later day.`);
    if (days > LONGEST_ABSENCE) {
      return refused(
        'reminders',
        `${until} is more than a year away.`,
        `Name a day within ${LONGEST_ABSENCE} days, and say it again then.`,
      );
    }
    // The record keeps it for the whole repository: it is no fact of this proposal.
    return taken(`@${act.by.login} is away until ${until}.`, state);
  },
};
