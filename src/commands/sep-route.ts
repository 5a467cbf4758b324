import { refused, taken, type Command } from './command.js';
import { denied } from './permission.js';
import { holds } from '../judge/standing.js';
import { openDecision } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';

/** Who settles what leads of two groups could each claim for their own. */
const CORE = ['core-maintainer', 'lead-maintainer'] as const;

const ledBy = ({ roles }: LineOf<'act'>): string[] =>
  roles.flatMap((role) => (role.startsWith('lead:') ? [role.slice('lead:'.length)] : []));

const USAGE = '/sep route <group>';

export const sepRoute: Command = {
  name: 'sep route',
  usage: USAGE,
  rule: 'routing',
  who: (rules) => rules.rules.routing.who,
  summary: 'Brings a proposal to another Working Group.',
  help:
    'A lead of the group that is responsible now, or of the one that shall be, says where a proposal belongs; so do the ' +
    'Core Maintainers. A lead gives up the claim of their own group and of no other: where another one has a claim by its ' +
    'charter or has adopted the proposal, the matter stays with the core. Name the group by its title, its channel or the ' +
    'file name of its charter.',
  examples: ['/sep route file-uploads', '/sep route Transports Working Group'],
  namesGroup: true,
  read(words) {
    if (words.length === 0) return { ok: false, problem: `needs to know to which group. Write \`${USAGE}\`.` };
    return { ok: true, args: [words.join(' ')] };
  },
  effect(state, act, ground) {
    const [group = ''] = act.args;
    const lead = [...state.groups, group].find((slug) => act.roles.includes(`lead:${slug}`)) ?? group;
    const refusal = denied(sepRoute, state, act, ground, lead);
    if (refusal) return refusal;
    if (openDecision(state)) {
      return refused('routing', 'A decision is open, and its group is pinned.', 'Wait for its end, and route it then.');
    }
    if (state.group?.slug === group && state.groups.length === 1) {
      return refused('routing', `${ground.titleOf(group)} is responsible already.`, 'Nothing is left to do here.');
    }
    return taken(`@${act.by.login} routed the proposal to the ${ground.titleOf(group)}.`, {
      ...state,
      routed: { slug: group, by: act.by, at: act.at, over: holds(state, act, CORE, null) ? null : ledBy(act) },
    });
  },
};
