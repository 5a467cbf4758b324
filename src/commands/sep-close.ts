import { whoMay } from '../judge/standing.js';
import { openDecision, type SubjectState } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import { answersAppeal, inScope } from './closing.js';
import { reasoned, refused, taken, type Command, type Effect, type Ground } from './command.js';
import { shut } from './permission.js';

const USAGE = '/sep close <reason>';

export const sepClose: Command = {
  name: 'sep close',
  usage: USAGE,
  rule: 'closing',
  // On an appeal the core confirms it here.
  also: ['closed'],
  takesText: true,
  who: (rules) => rules.rules.closing.who,
  whoInWords: (rules) => `${whoMay(rules.rules.closing.who)} in whose scope it is`,
  summary: 'Closes a proposal that does not fit the roadmap.',
  help:
    'A lead closes a proposal in the scope of their group, before it is in review and while no decision is open, and ' +
    'says why. It keeps its status, and Convenor closes the pull request. Its author may appeal to the core with ' +
    '`/sep appeal <reason>`; there a Core Maintainer confirms it with this command, or opens the proposal again with ' +
    '`/sep revive`.',
  examples: ['/sep close The roadmap has no place for transports over pigeons.'],
  read: reasoned(USAGE),
  effect(state, act, ground) {
    const [reason = ''] = act.args;
    if (state.closure) return confirmed(state, act, ground, reason);
    if (ground.pull !== 'open') return shut(ground.pull);
    const scope = inScope(state, act, ground);
    if (!scope) {
      const slug = state.group?.slug ?? state.head?.claims.group ?? null;
      return refused(
        'closing',
        slug === null
          ? 'No Working Group is responsible for this proposal or named by it, so it is in no scope.'
          : `\`/sep close\` is for ${whoMay(ground.rules.rules.closing.who)} (${ground.titleOf(slug)}), and @${act.by.login} is not known as that here.`,
        slug === null ? 'Bring it to your group first, with `/sep route <group>`.' : 'Ask one of them to write it.',
      );
    }
    if (state.status !== 'proposal' && state.status !== 'draft') {
      return refused(
        'closing',
        `This proposal is ${state.status}; a lead closes only what is not in review yet.`,
        'What is before the core or past it, the core decides.',
      );
    }
    const open = openDecision(state);
    if (open) {
      return refused(
        'closing',
        `Decision ${open.id} is open, and a closure does not run past it.`,
        'Wait for its end.',
      );
    }
    const forGroup = scope.group === null ? '' : ` for the ${ground.titleOf(scope.group)}`;
    return taken(`@${act.by.login} closed the proposal${forGroup}: it does not fit.`, {
      ...state,
      closure: { by: act.by, at: act.at, reason, kind: 'triage' },
      appeal: null,
    });
  },
};

/** The core's word on an appeal that the closure stands. */
function confirmed(state: SubjectState, act: LineOf<'act'>, ground: Ground, reason: string): Effect {
  const { appeal } = state;
  if (appeal?.confirmed !== null) {
    return refused(
      'closing',
      appeal ? 'The core has confirmed that this proposal is closed.' : 'This proposal is closed already.',
      'Nothing is left to do here.',
    );
  }
  const core = answersAppeal(state, act, ground);
  if (core !== 'may') {
    return refused(
      'closing',
      core === 'own'
        ? 'Nobody answers an appeal in their own matter.'
        : 'The author has appealed to the core, and only the core answers that.',
      'A Core Maintainer who has no part in it answers with `/sep close <reason>` or `/sep revive`.',
    );
  }
  return taken(`@${act.by.login} confirmed for the core that the proposal is closed.`, {
    ...state,
    appeal: { ...appeal, confirmed: { by: act.by, at: act.at, reason } },
  });
}
