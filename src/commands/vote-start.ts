import { inWords, plusDays } from '../judge/instants.js';
import { acceptanceNeeds } from '../judge/needs.js';
import { openDecision } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { ended } from './decision.js';
import { groupMayOpen } from './group-decision.js';
import { declaredIn, readTerms } from './group-terms.js';
import { isInstant, tooEarly } from './until.js';

const USAGE = '/vote start routine|scope [until YYYY-MM-DD] [breaking|compatible]';

export const voteStart: Command = {
  name: 'vote start',
  usage: USAGE,
  rule: 'vote',
  who: (rules) => rules.rules.vote.starts,
  summary: "Opens a formal vote of your group's members.",
  help:
    'Half of the members who are counted have to take part, and a majority carries; a change of scope needs two thirds. A ' +
    'consensus that is open ends without a result: the vote goes on from it. `breaking` and `compatible` say the same as in ' +
    '`/consensus start`.',
  examples: ['/vote start routine compatible', '/vote start scope until 2026-12-20'],
  read(words) {
    const [matter, ...rest] = words.map((word) => word.toLowerCase());
    if (matter !== 'routine' && matter !== 'scope') {
      return {
        ok: false,
        problem: `needs to know whether it is a routine matter or one of scope. Write \`${USAGE}\`.`,
      };
    }
    return readTerms(matter, rest, USAGE);
  },
  needs: (_args, rules) => acceptanceNeeds(rules),
  effect(state, act, ground) {
    const may = groupMayOpen(voteStart, state, act, ground);
    if (!may.ok) return may.refusal;
    const open = openDecision(state);
    if (open && open.form !== 'consensus') {
      return refused('vote', `Decision ${open.id} is open already.`, `Wait for its end on ${inWords(open.deadline)}.`);
    }
    const until = act.args.find(isInstant);
    const least = plusDays(act.at, ground.rules.rules.vote.days);
    const early = until === undefined ? null : tooEarly(until, { at: act.at, least, rule: 'vote' });
    if (early) return early;
    const matter = act.args[0] === 'scope' ? 'scope' : 'routine';
    const why = `@${act.by.login} opened a vote in its place.`;
    const next = open ? ended(state, open, act.at, why) : state;
    return taken(
      `@${act.by.login} opened a vote on a matter of ${matter === 'scope' ? 'scope' : 'routine'}.${may.lacks}`,
      next,
      {
        form: 'vote',
        matter,
        group: may.group,
        breaking: declaredIn(act.args) ?? open?.breaking ?? null,
        ...(until === undefined ? {} : { until }),
      },
    );
  },
};
