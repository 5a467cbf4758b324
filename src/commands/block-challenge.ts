import { blocked } from '../judge/forms/consensus.js';
import { openDecision, standingBlocks } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { electorOf, withDecision } from './decision.js';

const USAGE = '/block challenge [routine|scope]';

export const blockChallenge: Command = {
  name: 'block challenge',
  usage: USAGE,
  rule: 'blocking',
  inDecision: true,
  who: (rules) => rules.rules.blocking.who,
  summary: 'Has the group vote at once on a consensus that is blocked.',
  help:
    'A consensus whose block stands at the deadline is voted on. Who is counted in it need not wait for that: this ends the ' +
    'consensus and opens the vote at once. Say `scope` where the matter changes the scope of the group.',
  examples: ['/block challenge', '/block challenge scope'],
  read(words) {
    const [matter = 'routine', ...rest] = words.map((word) => word.toLowerCase());
    return ['routine', 'scope'].includes(matter) && rest.length === 0
      ? { ok: true, args: [matter] }
      : { ok: false, problem: `takes \`routine\` or \`scope\` behind it. Write \`${USAGE}\`.` };
  },
  effect(state, act) {
    const open = openDecision(state);
    if (open?.form !== 'consensus' || standingBlocks(open).length === 0) {
      return refused(
        'blocking',
        'No block stands here that could be voted on.',
        'A lead opens a vote with `/vote start`; three members ask for one with `/vote request`.',
      );
    }
    if (!electorOf(open, act.by)) {
      return refused(
        'blocking',
        `This is for those who are counted in the consensus, and @${act.by.login} is not.`,
        'Ask a member of the group to write it, or wait for the deadline.',
      );
    }
    const matter = act.args[0] === 'scope' ? 'scope' : 'routine';
    const { closing, opens } = blocked(state, open, { at: act.at, matter });
    const next = withDecision(state, { ...open, closed: closing });
    return taken(
      `@${act.by.login} challenged what blocks the consensus, and the group votes.`,
      next,
      opens ?? undefined,
    );
  },
};
