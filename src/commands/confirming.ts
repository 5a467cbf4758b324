import { DECIDED, triage, vouching } from '../judge/taken-over.js';
import { holds, whoMay } from '../judge/standing.js';
import type { SubjectState } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import type { ProposalState } from '../rules/schema.js';
import { refused, taken, type Effect, type Ground } from './command.js';

/** What a person confirms or corrects, of what was taken over: an effect, or the state that the ordinary rules go on from. */
type Confirmed = { effect: Effect } | { state: SubjectState };

/**
 * `/sep status` on a proposal whose state is only what stood there when Convenor came. A decided state is for the core to
 * vouch for; `draft` and `in-review` follow from a sponsor, and the rest is for whoever may sponsor, and for the core.
 * Everything else is the ordinary step from the state as it is.
 */
export function confirming(state: SubjectState, act: LineOf<'act'>, ground: Ground, to: ProposalState): Confirmed {
  if (to === 'in-review' && isNeverBrought(state)) return { state: { ...state, status: 'draft', takenOver: null } };
  if (!state.takenOver) return { state };
  if (DECIDED.includes(to)) return { effect: vouched(state, act, ground, to) };
  if (to === 'withdrawn') {
    const isAuthor = holds(state, act, ['author'], null);
    return state.status === 'withdrawn' && isAuthor ? { effect: settled(state, act, to) } : { state };
  }
  // Nobody makes a proposal dormant by hand, nor closes it by that.
  if (to === 'dormant' && state.status !== 'dormant') return { state };
  return { effect: sorted(state, act, ground, to) };
}

/** Whether it is in review by what stood there, and was never brought before the core here. */
const isNeverBrought = ({ status, takenOver, decisions }: SubjectState): boolean =>
  decisions.length === 0 && (status === 'in-review' || (takenOver !== null && DECIDED.includes(status)));

function vouched(state: SubjectState, act: LineOf<'act'>, ground: Ground, to: ProposalState): Effect {
  const word = vouching(state, act, to, ground.rules);
  if (!word) {
    const { who } = ground.rules.rules['core-record'];
    return refused(
      'core-record',
      `The proposal was taken over as ${state.status}; that it is \`${to}\` is for ${whoMay(who)} to say.`,
      'Ask them to write it, or let the sponsor bring it before the core with `/sep status in-review`.',
    );
  }
  if (word.isEnough) {
    const names = word.by.map(({ login }) => `@${login}`).join(' and ');
    const says = word.isAlone
      ? `@${act.by.login} said, acting alone, that the proposal was ${to} before Convenor came.`
      : `${names} said that the proposal was ${to} before Convenor came.`;
    return taken(says, { ...state, status: to, takenOver: null });
  }
  const others = word.more === 1 ? 'one more of the core' : `${word.more} more of the core`;
  const stake = word.by.every(({ hasStake }) => hasStake) ? ' who has no part in it' : '';
  return taken(
    `@${act.by.login} said that the proposal was ${to} before Convenor came; ${others}${stake} ${word.more === 1 ? 'has' : 'have'} to confirm it.`,
    {
      ...state,
      takenOver: state.takenOver && { ...state.takenOver, vouched: { status: to, by: word.by } },
    },
  );
}

function sorted(state: SubjectState, act: LineOf<'act'>, ground: Ground, to: ProposalState): Effect {
  const who = triage(ground.rules);
  if (!holds(state, act, who, state.group?.slug ?? null)) {
    return refused(
      'transitions',
      `The proposal was taken over as ${state.status}; what it is, ${whoMay(who)} says.`,
      'Ask them to write it.',
    );
  }
  if (to === 'draft' && !state.sponsor) {
    return refused(
      'sponsorship',
      'A draft has a sponsor, and nobody has said here that they are that.',
      'Who champions it writes `/sep sponsor`: then it is a draft.',
    );
  }
  if (to === 'in-review') {
    return refused(
      'transitions',
      `There is no step from \`${state.status}\` to \`in-review\`.`,
      'Who champions it writes `/sep sponsor` first.',
    );
  }
  if (to === 'proposal' && state.sponsor) {
    return refused(
      'sponsorship',
      `@${state.sponsor.by.login} sponsors it, so it does not await a sponsor.`,
      'They lay it down with `/sep unsponsor`.',
    );
  }
  return settled(state, act, to);
}

function settled(state: SubjectState, act: LineOf<'act'>, to: ProposalState): Effect {
  const says =
    to === state.status
      ? `confirmed that the proposal is ${to}`
      : `said that the proposal is ${to}, and not ${state.status}`;
  return taken(`@${act.by.login} ${says}.`, { ...state, status: to, takenOver: null });
}
