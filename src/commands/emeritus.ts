import { isPerson, whoMay } from '../judge/standing.js';
import type { Rules, Standing } from '../rules/schema.js';
import { refused, takenHere, type Command } from './command.js';
import { notOnPulls } from './ladder-elsewhere.js';
import { alreadyHere, nobody } from './nominate.js';
import { personAndReason } from './people-named.js';

const USAGE = '/emeritus @user <reason>';

/** Who may propose somebody else as emeritus. */
export const proposers = ({ rules }: Rules): Standing[] =>
  rules.emeritus.proposes.flatMap((role): Standing[] => (role === 'contributor' ? ['anyone'] : [role]));

export const emeritus: Command = {
  name: 'emeritus',
  usage: USAGE,
  rule: 'emeritus',
  who: (rules) => [...proposers(rules), 'anyone'],
  whoInWords: (rules) => `${whoMay(proposers(rules))}; anybody for themselves`,
  summary: 'Makes you emeritus, or proposes it of somebody else.',
  help:
    'For yourself it takes effect at once: you lay down every role and place, and are thanked for them. Of somebody else it is ' +
    'a question to them first: they have the days of the rules to answer, what they say against it holds it, and those who approve ' +
    'decide. Of who has only been silent, `/inactive` asks first. Who is emeritus comes back with a nomination.',
  examples: ['/emeritus @octocat Has told us that they have no time any more.'],
  takesText: true,
  namesPeople: ([login = '']) => [login],
  read: personAndReason(USAGE),
  effect: notOnPulls,
  onIssue(state, act, { rules }) {
    const taken = alreadyHere(state);
    if (taken) return taken;
    const [named] = act.mentions;
    if (!named?.account) return nobody(act.args[0] ?? '');
    const { account } = named;
    if (isPerson(act, account)) {
      return takenHere(`@${act.by.login} lays everything down and is emeritus.`, state, {
        ...{ matter: 'step-down', nominee: act.by, to: 'everything', group: null },
      });
    }
    const may = proposers(rules);
    if (!may.some((standing) => standing === 'anyone' || act.roles.includes(standing))) {
      return refused(
        'emeritus',
        `To propose somebody else as emeritus is for ${whoMay(may)}, and @${act.by.login} is not known as that here.`,
        'Ask one of them.',
      );
    }
    return takenHere(`@${act.by.login} proposed @${account.login} as emeritus.`, state, {
      ...{ matter: 'emeritus', nominee: account, to: 'everything', group: null },
    });
  },
};
