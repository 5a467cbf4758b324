import type { Authority, ProposalState } from '../rules/schema.js';
import { quorumOf, tally } from './count.js';
import { standingBlocks, type Decision, type SubjectState, type Tally } from './state.js';

/** A decision in numbers, for the pages: it stands beside the `decisions` of the index, in the same order. */
export interface Round {
  id: string;
  /** What the group's word was worth when it opened. */
  authority: Authority;
  deadline: string;
  /** Its ballots so far, or at its end. */
  tally: Tally;
  /** How many of the quorum body have to speak; null where no ballots are counted. */
  quorum: number | null;
  /** Blocks that nobody has cleared. */
  blocks: number;
}

/** The way of a proposal so far, as its ledger alone tells it. */
export interface Course {
  openedAt: string | null;
  /** Every status, in order, with the instant since which it had it. */
  turns: { status: ProposalState; at: string | null }[];
  /** When its sponsor became one; null where nobody is. */
  sponsoredAt: string | null;
  rounds: Round[];
}

/** See {@link Course}. */
export const courseOf = ({ openedAt, passed, sponsor, decisions }: SubjectState): Course => ({
  openedAt,
  turns: passed.map(({ status, at }) => ({ status, at: at ?? openedAt })),
  sponsoredAt: sponsor?.at ?? null,
  rounds: decisions.map(roundOf),
});

function roundOf(decision: Decision): Round {
  const { id, authority, deadline, quorum, closed } = decision;
  const count = closed?.tally ?? tally(decision);
  return {
    id,
    authority,
    deadline,
    tally: count,
    quorum: quorum && quorumOf(count, quorum),
    blocks: standingBlocks(decision).length,
  };
}
