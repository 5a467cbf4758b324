import { reaches, tally } from '../count.js';
import { inShort, inWords, plusDays } from '../instants.js';
import type { ProposalState } from '../../rules/schema.js';
import type { Closing, Decision, SubjectState } from '../state.js';
import { end, type Ending, type Form } from './form.js';
import { ballotNodes } from './nodes.js';

/** More than half of the core veto what a group decided: governance.mdx, Roles. A yes is a yes to the veto. */
export const coreVeto: Form = {
  name: 'Veto of the core',
  rule: 'core-veto',
  good: ['stands'],
  terms: ({ rules }, _, at) => ({
    deadline: plusDays(at, rules['core-decision'].days),
    quorum: null,
    threshold: rules['core-veto'].threshold,
  }),
  atDeadline: (state, decision) => {
    const { yes, electorate } = tally(decision);
    const why = `${yes} of the ${electorate} of the core vetoed, which is not enough: the decision stands.`;
    return end(decision, 'stands', decision.deadline, why, state.status);
  },
  whenCertain(state, decision, { at }) {
    const { yes, electorate } = tally(decision);
    if (yes === 0 || !decision.threshold || !reaches(yes, electorate, decision.threshold)) return null;
    return vetoed(state, decision, at, `${yes} of the ${electorate} of the core vetoed it.`);
  },
  headline: (_, open) => `Decided; the core votes on a veto until ${inWords(open.deadline)}`,
  next: (_, open) => [
    {
      who: 'The Core Maintainers',
      people: [],
      what: `join the veto with \`/veto <reason>\` until ${inWords(open.deadline)}, or let the decision stand.`,
    },
  ],
  whileOpen: (open) => ({
    held: 'failed',
    says: `Open until ${inShort(open.deadline)}. ${tally(open).yes} of ${tally(open).electorate} have vetoed.`,
    next: 'Who vetoed may take it back with `/veto withdraw`.',
  }),
  children: (decision) => ballotNodes(decision, 'core-veto'),
};

/** A Lead Maintainer vetoes any decision, alone: governance.mdx, Roles. It ends as it begins. */
export const leadVeto: Form = {
  name: 'Veto of a Lead Maintainer',
  rule: 'lead-veto',
  good: [],
  terms: (_, __, at) => ({ deadline: at, quorum: null, threshold: null }),
  whenCertain: (state, decision, { at }) =>
    vetoed(
      state,
      decision,
      at,
      `@${decision.opener?.login ?? 'A Lead Maintainer'} vetoed it, as a Lead Maintainer may.`,
    ),
  headline: () => 'Vetoed by a Lead Maintainer',
  next: () => [],
  whileOpen: () => ({ held: 'failed', says: 'Vetoed.', next: null }),
  afterwards: (state, decision) =>
    state.vetoes.some((veto) => veto.by === decision.id && veto.withdrawnAt === null)
      ? 'answers it: a changed text can be decided on again, and who vetoed may take it back with `/veto withdraw`.'
      : null,
  children: (decision) => ballotNodes(decision, 'lead-veto'),
};

/** The outcomes of decisions that give a status. */
const GIVING: Partial<Record<ProposalState, readonly Closing['outcome'][]>> = {
  accepted: ['accepted', 'agreed', 'passed'],
  rejected: ['rejected'],
};

/** The decision by whose word the proposal is accepted or rejected now; null where none is. */
export const decisionInForce = ({ status, decisions }: SubjectState): Decision | null =>
  decisions.findLast(({ closed }) => closed !== null && GIVING[status]?.includes(closed.outcome)) ?? null;

/** A vetoed decision is void, and the proposal is in review again. What it had given comes back if the veto is withdrawn. */
function vetoed(state: SubjectState, decision: Decision, at: string, why: string): Ending {
  const target = decisionInForce(state);
  const ending = end(decision, 'vetoed', at, why, target ? 'in-review' : state.status);
  if (!target) return ending;
  const reason = decision.ballots[0]?.reason ?? '';
  const veto = { decision: target.id, by: decision.id, reason, undid: state.status, withdrawnAt: null };
  return { ...ending, changes: { vetoes: [...state.vetoes, veto] } };
}
