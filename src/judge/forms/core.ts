import { counted, countNow, countCertain, disinterestedYes, tally, type Count } from '../count.js';
import { inShort, inWords } from '../instants.js';
import { hasStake } from '../standing.js';
import type { Decision, SubjectState } from '../state.js';
import { leaf, type Requirement } from '../verdict.js';
import { end, type Ending, type Form } from './form.js';

/** The core decides by its ballots. */
export const core: Form = {
  name: 'Core decision',
  rule: 'core-decision',
  terms({ rules }) {
    const { days, quorum, threshold } = rules['core-decision'];
    return { days, quorum, threshold };
  },
  atDeadline: (state, decision) =>
    endCore(state, decision, count(state, decision, false) ?? 'undecided', decision.deadline),
  whenCertain(state, decision, at) {
    const certain = count(state, decision, true);
    return certain === null ? null : endCore(state, decision, certain, at);
  },
  headline: (_, open) => `Before the Core Maintainers until ${inWords(open.deadline)}`,
  next(_, open) {
    const spoken = new Set(open.ballots.map((ballot) => ballot.by.id));
    const people = open.electorate
      // Who has no account is counted, under an id below zero, and cannot be asked.
      .filter(({ id }) => id > 0 && !spoken.has(id))
      .map(({ id, login }) => ({ id, login }));
    const what = `write \`/core accept\`, \`/core reject\` or \`/core abstain\` until ${inWords(open.deadline)}.`;
    return [{ who: 'The Core Maintainers', people, what }];
  },
  whileOpen: (_, open) => ({
    held: 'open',
    says: `Open until ${inShort(open.deadline)}. ${counted(open)}`,
    next: 'Core Maintainers write `/core accept`, `/core reject` or `/core abstain`.',
  }),
  children: ({ ballots }) => ballots.map(ballotNode),
};

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

/** A ballot as a node of the verdict. */
export const ballotNode = (ballot: Decision['ballots'][number]): Requirement =>
  leaf({
    rule: 'core-decision',
    name: ballot.by.login,
    held: ({ yes: 'held', no: 'failed', abstain: 'open' } as const)[ballot.choice],
    says: `${ballot.choice === 'abstain' ? 'Abstains' : `Votes ${ballot.choice}`}, ${inShort(ballot.at)}.`,
    next: null,
    source: ballot.source,
  });
