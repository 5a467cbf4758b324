import { hasStake } from '../standing.js';
import type { Closing, Decision, SubjectState } from '../state.js';
import { end, toCore, type Ending } from './form.js';

interface Agreement {
  at: string;
  /** What changed under the group meanwhile; null where nothing did. */
  drift: string | null;
  outcome: Extract<Closing['outcome'], 'agreed' | 'passed'>;
  /** The ballots in words; nothing for a consensus. */
  votes?: string;
}

/** What follows from a group's agreement, by its consensus or by its vote: its authority says it. */
export function groupAgreed(state: SubjectState, decision: Decision, agreement: Agreement): Ending {
  const { at, drift, outcome, votes } = agreement;
  const agreed = votes === undefined ? 'The group agreed' : `The group voted for it (${votes})`;
  // Authors and sponsor never decide alone on their own matter: then the group's word is advice, whatever its authority.
  const alone = decision.electorate.every((elector) => hasStake(state, elector));
  const changed = decision.authority === 'advise' ? null : drift;
  switch (alone || changed !== null ? 'advise' : decision.authority) {
    case 'advise': {
      const why = alone
        ? `${agreed}; everybody in it has a stake in the proposal, so the core decides.`
        : changed !== null
          ? `${agreed}. ${changed} So the core decides.`
          : `${agreed}; its word is a recommendation, and the core decides.`;
      return end(decision, outcome, at, why, 'in-review', toCore(decision.group));
    }
    case 'veto-window': {
      const why = `${agreed}, which stands unless the core objects within the window.`;
      return end(decision, outcome, at, why, 'in-review', { form: 'veto-window', group: decision.group });
    }
    case 'decide':
      return end(decision, outcome, at, `${agreed}, and its word accepts: accepted.`, 'accepted');
  }
}
