import type { Opening } from '../commands/command.js';
import type { ProposalState } from '../rules/schema.js';
import { countCertain, countNow, disinterestedYes, tally, type Count } from './count.js';
import { hasStake } from './standing.js';
import { standingBlocks, type Closing, type Decision, type SubjectState } from './state.js';

/** How a decision ends, and what follows from it. */
export interface Ending {
  closing: Closing;
  status: ProposalState;
  opens: Opening | null;
}

const core = (group: string | null): Opening => ({ form: 'core', weight: null, group, breaking: null });

/**
 * The end of a decision whose deadline has passed, dated at the deadline.
 * @param drift what changed under the group meanwhile, so that its word is advice; null where nothing did
 */
export function closeAtDeadline(state: SubjectState, decision: Decision, drift: string | null): Ending {
  switch (decision.form) {
    case 'consensus':
      return endConsensus(state, decision, drift);
    case 'veto-window':
      if (drift !== null) {
        const why = `${drift} The core decides.`;
        return end(decision, 'undecided', decision.deadline, why, state.status, core(decision.group));
      }
      // A window that nobody could have spoken in is no consent.
      return decision.electorate.length === 0
        ? end(decision, 'undecided', decision.deadline, 'Nobody was there who could have objected.', state.status)
        : end(decision, 'accepted', decision.deadline, 'Nobody objected within the window: accepted.', 'accepted');
    case 'core':
      return endCore(state, decision, count(state, decision, false) ?? 'undecided', decision.deadline);
  }
}

/** The end of a core's decision that no ballot still to come could change, dated at the ballot that made it so. */
export function closeWhenCertain(state: SubjectState, decision: Decision, at: string): Ending | null {
  if (decision.form !== 'core') return null;
  const certain = count(state, decision, true);
  return certain === null ? null : endCore(state, decision, certain, at);
}

/** Silence is consent; a block that stands at the deadline is no silence. The group's authority says what follows. */
function endConsensus(state: SubjectState, decision: Decision, drift: string | null): Ending {
  const at = decision.deadline;
  if (decision.electorate.length === 0) {
    return end(decision, 'undecided', at, 'Nobody was there whose silence could be consent.', state.status);
  }
  const standing = standingBlocks(decision);
  if (standing.length > 0) {
    const names = standing.map((block) => `${block.slug} (@${block.by.login})`).join(', ');
    return end(decision, 'blocked', at, `The consensus ended blocked: ${names}.`, state.status);
  }
  // Authors and sponsor never decide alone on their own matter: then the group's word is advice, whatever its authority.
  const alone = decision.electorate.every((elector) => hasStake(state, elector));
  const changed = decision.authority === 'advise' ? null : drift;
  switch (alone || changed !== null ? 'advise' : decision.authority) {
    case 'advise': {
      const why = alone
        ? 'The group agreed; everybody in it has a stake in the proposal, so the core decides.'
        : changed !== null
          ? `The group agreed. ${changed} So the core decides.`
          : 'The group agreed; its consensus is a recommendation, and the core decides.';
      return end(decision, 'agreed', at, why, 'in-review', core(decision.group));
    }
    case 'veto-window': {
      const why = 'The group agreed, which stands unless the core objects within the window.';
      const opens: Opening = { form: 'veto-window', weight: null, group: decision.group, breaking: null };
      return end(decision, 'agreed', at, why, 'in-review', opens);
    }
    case 'decide':
      return end(decision, 'agreed', at, 'The group agreed, and its word accepts: accepted.', 'accepted');
  }
}

/** A decision that counts ballots without quorum or threshold pinned cannot be counted: it stays undecided. */
function count(state: SubjectState, decision: Decision, certain: boolean): Count | null {
  const { quorum, threshold } = decision;
  if (!quorum || !threshold) return null;
  const yes = disinterestedYes(decision, (elector) => hasStake(state, elector));
  return (certain ? countCertain : countNow)(tally(decision), quorum, threshold, yes);
}

function endCore(state: SubjectState, decision: Decision, outcome: Count, at: string): Ending {
  const { yes, no, abstain, electorate } = tally(decision);
  const silent = electorate - yes - no - abstain;
  const votes = `${yes} yes, ${no} no, ${abstain} abstained, ${silent} silent of ${electorate}`;
  const words = {
    accepted: 'The core accepted',
    rejected: 'The core rejected',
    undecided: 'The core came to no decision',
  };
  const status = outcome === 'undecided' ? state.status : outcome;
  return end(decision, outcome, at, `${words[outcome]}: ${votes}.`, status);
}

const end = (
  decision: Decision,
  outcome: Closing['outcome'],
  at: string,
  why: string,
  status: ProposalState,
  opens: Opening | null = null,
): Ending => ({ closing: { at, outcome, tally: tally(decision), why }, status, opens });
