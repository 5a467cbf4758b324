import type { Place } from '../ledger/nomination-lines.js';
import { takenHere, type Command } from './command.js';
import { notOnPulls } from './ladder-elsewhere.js';
import { isGroupPlace, placeIn, placeInWords } from './ladder-words.js';
import { alreadyHere } from './nominate.js';

const USAGE = '/step-down <role> [group]';

export const stepDown: Command = {
  name: 'step-down',
  usage: USAGE,
  rule: 'emeritus',
  who: () => ['anyone'],
  whoInWords: () => 'anyone, for themselves',
  summary: 'Lays down a role or a place of yours.',
  help:
    'It is written in an issue, takes effect at once, and needs nobody. Who holds nothing else then is emeritus. A return is a ' +
    'nomination, for which the rules ask less than for a first one. `/emeritus @you <reason>` lays down everything.',
  examples: ['/step-down maintainer', '/step-down lead file-uploads\nMy term is over, and Lin goes on.'],
  takesText: true,
  groupAt: 1,
  read(words) {
    const found = placeIn(words);
    if (!found) return { ok: false, problem: `needs a role, such as \`maintainer\`. Write \`${USAGE}\`.` };
    const { place, rest } = found;
    if (isGroupPlace(place) !== (rest !== '')) {
      const help = rest === '' ? 'needs the group, too' : 'takes a group only for `wg-member` and `lead`';
      return { ok: false, problem: `${help}. Write \`${USAGE}\`.` };
    }
    return { ok: true, args: [place, ...(rest === '' ? [] : [rest])] };
  },
  effect: notOnPulls,
  onIssue(state, act, { titleOf }) {
    const taken = alreadyHere(state);
    if (taken) return taken;
    const [to, group = null] = act.args as [Place, string?];
    const what = placeInWords(to, group === null ? null : titleOf(group));
    return takenHere(`@${act.by.login} lays down what they are: ${what}.`, state, {
      ...{ matter: 'step-down', nominee: act.by, to, group },
    });
  },
};
