import type { Facts } from '../facts/facts.js';
import { formOf } from './forms/index.js';
import { openDecision, type SubjectState } from './state.js';

/** Where a proposal stands, in one sentence without a full stop. */
export function headlineOf(facts: Facts, state: SubjectState): string {
  const open = openDecision(state);
  if (facts.document.isGone && facts.pull.state === 'open') {
    return `Its document is gone from this pull request; it rests as ${state.status}`;
  }
  if (facts.pull.state === 'closed') {
    return `Closed while it was ${state.status}${open ? '; its open decision rests until it is opened again' : ''}`;
  }
  if (facts.pull.state === 'merged' && state.status !== 'final') {
    return state.status === 'accepted'
      ? 'Accepted, and merged before its sponsor called it final'
      : `Merged while it was ${state.status}, without a decision that accepts it`;
  }
  if (open) return formOf(open).headline(facts, open);
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
      return 'Superseded';
    case 'dormant':
      return 'Dormant';
  }
}
