import type { ProposalState } from '../rules/schema.js';
import { formOf } from './forms/index.js';
import type { Around } from './around.js';
import type { Appeal, Closure } from './closure.js';
import { rests } from './moves.js';
import { openDecision, type SubjectState } from './state.js';
import { isUnconfirmed } from './taken-over.js';

/** What a proposal of each status is, where its pull request says something else. */
const AS: Readonly<Record<ProposalState, string>> = {
  proposal: 'a new proposal',
  draft: 'a draft',
  'in-review': 'a proposal in review',
  accepted: 'an accepted proposal',
  rejected: 'a rejected proposal',
  final: 'a final proposal',
  withdrawn: 'a withdrawn proposal',
  superseded: 'a superseded proposal',
  dormant: 'a dormant proposal',
};

/** Where a proposal stands, in one sentence without a full stop. */
export function headlineOf({ pull, isGone, titleOf }: Around, state: SubjectState): string {
  const open = openDecision(state);
  if (isGone && pull.state === 'open') {
    return `Its document is gone from this pull request; it rests as ${AS[state.status]}`;
  }
  if (pull.state === 'closed' && state.closure) return closedBy(state.closure, state.appeal);
  // A proposal that rests is closed for that, and a decision never is open then.
  if (pull.state === 'closed' && !rests(state)) {
    const until = pull.hasBranch ? 'until it is opened again' : 'for good, since its branch is gone';
    return `Closed as ${AS[state.status]}${open ? `; its open decision rests ${until}` : ''}`;
  }
  if (isUnconfirmed(state)) return `Taken over as ${AS[state.status]}, which nobody has confirmed yet`;
  if (pull.state === 'merged' && state.status !== 'final') {
    return state.status === 'accepted'
      ? 'Accepted, and merged before its sponsor called it final'
      : `Merged as ${AS[state.status]}, without a decision that accepts it`;
  }
  const locked = pull.locked ? '; its conversation is locked, and no deadline falls until it is unlocked' : '';
  if (open) return formOf(open).headline(titleOf, open) + locked;
  switch (state.status) {
    case 'proposal':
      return 'A new proposal that awaits a sponsor';
    case 'draft': {
      const last = state.decisions.at(-1);
      const blocked = last?.closed?.outcome === 'blocked' ? '; its last consensus was blocked' : '';
      return `A draft, sponsored by ${state.sponsor?.by.login ?? 'nobody'}${blocked}`;
    }
    case 'in-review':
      return 'In review, and the core has come to no decision yet';
    case 'accepted':
      return 'Accepted; it becomes final once the specification and the reference implementation are complete';
    case 'rejected':
      return 'Rejected by the Core Maintainers';
    case 'final':
      return 'Final';
    case 'withdrawn':
      return 'Withdrawn by its author';
    case 'superseded':
      return state.supersededBy === null ? 'Superseded' : `Superseded by #${state.supersededBy}`;
    case 'dormant':
      return 'Dormant: nobody has sponsored it in time, which is no rejection';
  }
}

/** A closing by a lead, and what the author and the core said to it. */
function closedBy({ by }: Closure, appeal: Appeal | null): string {
  const says = `Closed by ${by.login} as one that does not fit`;
  if (!appeal) return says;
  return appeal.confirmed ? `${says}, which the core has confirmed` : `${says}; its author has appealed to the core`;
}
