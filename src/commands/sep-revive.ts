import { holds, whoMay } from '../judge/standing.js';
import type { SubjectState } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import type { Rules, Standing } from '../rules/schema.js';
import { answersAppeal, inScope } from './closing.js';
import { noWords, refused, taken, type Command, type Effect, type Ground } from './command.js';

const all = ({ rules }: Rules): Standing[] => [
  ...new Set([...rules.reviving.who, ...rules.closing.who, ...rules['core-decision'].who]),
];

export const sepRevive: Command = {
  name: 'sep revive',
  usage: '/sep revive',
  rule: 'reviving',
  also: ['closed'],
  who: all,
  summary: 'Brings back a proposal that was withdrawn, is dormant, or was closed by a lead.',
  help:
    'Its author or its sponsor brings back what was withdrawn. A dormant proposal comes back with a sponsor, by ' +
    '`/sep sponsor`. What a lead closed is opened again by a lead of that group, or by the core on an appeal. Convenor ' +
    'reopens the pull request, unless its branch is gone: then a new one that names it goes on.',
  examples: ['/sep revive'],
  read: noWords('/sep revive'),
  effect(state, act, ground) {
    if (state.closure) return reopened(state, act, ground);
    if (state.status !== 'withdrawn' && state.status !== 'dormant') {
      const rejected = 'A rejected proposal is brought anew, with what was asked for: open a new pull request.';
      return refused(
        'reviving',
        `Only what was withdrawn, is dormant or was closed by a lead is revived, and this proposal is ${state.status}.`,
        state.status === 'rejected' ? rejected : 'A pull request that somebody closed by hand is reopened by hand.',
      );
    }
    const { who } = ground.rules.rules.reviving;
    if (!holds(state, act, who, null)) {
      return refused(
        'reviving',
        `A proposal that is ${state.status} is brought back by ${whoMay(who)}.`,
        state.status === 'dormant' ? 'Whoever sponsors it with `/sep sponsor` brings it back, too.' : 'Ask them.',
      );
    }
    if (state.status === 'dormant' && !state.sponsor) {
      return refused(
        'reviving',
        'A dormant proposal comes back with a sponsor, and it has none.',
        'Find a maintainer who champions it: with their `/sep sponsor` it comes back at once.',
      );
    }
    return taken(`@${act.by.login} brought the proposal back.`, {
      ...state,
      status: state.sponsor ? 'draft' : 'proposal',
    });
  },
};

/** What a lead closed is opened again by a lead in its scope, or by the core. */
function reopened(state: SubjectState, act: LineOf<'act'>, ground: Ground): Effect {
  // What the core has confirmed, a lead does not undo.
  const lead = !state.appeal?.confirmed && inScope(state, act, ground) !== null;
  const core = answersAppeal(state, act, ground);
  if (!lead && core !== 'may') {
    return refused(
      'closing',
      core === 'own'
        ? 'Nobody answers for the core in their own matter.'
        : 'A lead closed this proposal as one that does not fit.',
      state.appeal
        ? 'A Core Maintainer who has no part in it may open it again with `/sep revive`.'
        : 'Its author appeals to the core with `/sep appeal <reason>`, or a lead of the group takes it back.',
    );
  }
  return taken(`@${act.by.login} opened the proposal again.`, { ...state, closure: null, appeal: null });
}
