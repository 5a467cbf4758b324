import { inWords } from '../judge/instants.js';
import { acceptanceNeeds } from '../judge/needs.js';
import { isPerson } from '../judge/standing.js';
import { openDecision } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { ended } from './decision.js';
import { groupMayOpen } from './group-decision.js';

const USAGE = '/vote request [routine|scope]';

export const voteRequest: Command = {
  name: 'vote request',
  usage: USAGE,
  rule: 'vote',
  who: (rules) => rules.rules.vote.requests,
  summary: 'Asks for a formal vote; with enough members asking it opens.',
  help:
    'Members of the group ask for a vote on its proposal. Once as many have asked as the rules want, three where they say ' +
    'nothing else, the vote opens by itself. Where any of them says `scope`, it is a vote on scope.',
  examples: ['/vote request', '/vote request scope'],
  read(words) {
    const [matter = 'routine', ...rest] = words.map((word) => word.toLowerCase());
    return ['routine', 'scope'].includes(matter) && rest.length === 0
      ? { ok: true, args: [matter] }
      : { ok: false, problem: `takes \`routine\` or \`scope\` behind it. Write \`${USAGE}\`.` };
  },
  needs: (_args, rules) => acceptanceNeeds(rules),
  effect(state, act, ground) {
    const may = groupMayOpen(voteRequest, state, act, ground);
    if (!may.ok) return may.refusal;
    const open = openDecision(state);
    if (open && open.form !== 'consensus') {
      return refused('vote', `Decision ${open.id} is open already.`, `Wait for its end on ${inWords(open.deadline)}.`);
    }
    // Those of another group asked for a vote of theirs, before the proposal came here.
    const asked = state.requests.filter(({ group }) => group === may.group);
    if (asked.some(({ by }) => isPerson(act, by))) {
      return refused('vote', 'You have asked for it already.', 'Others of the group may ask for it, too.');
    }
    const matter = act.args[0] === 'scope' ? ('scope' as const) : ('routine' as const);
    const requests = [...asked, { by: act.by, at: act.at, matter, group: may.group }];
    const { requesters } = ground.rules.rules.vote;
    if (requests.length < requesters) {
      const more = requesters - requests.length;
      const says = `@${act.by.login} asked for a vote; ${more} more ${more === 1 ? 'member is' : 'members are'} needed.`;
      return taken(says, { ...state, requests });
    }
    const why = `${requests.length} members asked for a vote in its place.`;
    const next = open ? ended(state, open, act.at, why) : state;
    return taken(`@${act.by.login} asked for a vote, as ${requests.length} have now, and it opens.${may.lacks}`, next, {
      form: 'vote',
      matter: requests.some((one) => one.matter === 'scope') ? 'scope' : 'routine',
      group: may.group,
      breaking: open?.breaking ?? null,
    });
  },
};
