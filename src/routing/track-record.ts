import type { LineOf, Who } from '../ledger/lines.js';

/** A decision on a proposal that has been opened, as the index of the record keeps it. */
export interface PastDecision {
  form: LineOf<'opens'>['form'];
  /** Slug of the group that it was opened in or follows from; null where there was none. */
  group: string | null;
  openedAt: string;
  /** Null while it is open. */
  closed: { at: string; outcome: LineOf<'closes'>['outcome'] } | null;
  /** Who of its electorate said something that was taken while it was open. Each person once, whatever their accounts. */
  members: readonly Who[];
}

/** What the index keeps of a proposal for the record of groups. */
export interface PastProposal {
  /** In the order in which they were opened. */
  decisions: readonly PastDecision[];
}

/** What a group has shown, counted over its whole time. */
export interface GroupRecord {
  /** Proposals that were accepted on the group's word. */
  decided: number;
  /** Proposals on which the group's word was overturned. */
  overturned: number;
  /**
   * Median of the days from the opening of the group's first consensus on a proposal to the end of the decision that
   * accepted or rejected it, to a tenth; null where nothing was decided or overturned.
   */
  medianDays: number | null;
  /** Members who took part in one of its consensuses, by their ids. */
  members: Who[];
}

/** What became of a group's word on one proposal. */
export interface WordKept {
  became: 'decided' | 'overturned' | 'pending';
  /** The end of the decision that says so; null while it is pending. */
  at: string | null;
}

/** Whether a decision is a group's own: its consensus, or its vote. */
const isGroups = ({ form }: PastDecision): boolean => form === 'consensus' || form === 'vote';

/** What a later decision means for the word of a group that has agreed. */
const LATER: Record<LineOf<'closes'>['outcome'], WordKept['became'] | 'as before'> = {
  accepted: 'decided',
  rejected: 'overturned',
  // An objection within the window; where the core then accepts all the same, the group's word was kept.
  objected: 'overturned',
  // The core came to no decision, or the author withdrew: an objection before it stands, and else nothing is said yet.
  undecided: 'as before',
  ended: 'as before',
  // What the core vetoed, by its majority or by a Lead Maintainer's word; a veto that did not come to it leaves all as it was.
  vetoed: 'overturned',
  stands: 'as before',
  cancelled: 'as before',
  answered: 'as before',
  // These end a consensus or a vote, which begins another round and is not asked here.
  agreed: 'as before',
  passed: 'as before',
  blocked: 'as before',
  'not-passed': 'as before',
  'no-quorum': 'as before',
};

/**
 * What became of a group's word on a proposal. Its word is the last of its consensuses and votes that agreed; one that was
 * blocked, did not pass, or is open, is no word.
 * - decided: the proposal was accepted on it, by the group's own authority, by a veto window that passed in silence, or
 *   by the core. Whatever the authority, the group was right.
 * - overturned: the core rejected the proposal, or objected within the window and did not accept it afterwards.
 * - pending: neither has happened yet, or the core came to no decision.
 * @returns null where the group has not agreed on anything
 */
export function wordKept({ decisions }: PastProposal, group: string): WordKept | null {
  const agreed = (one: PastDecision): boolean =>
    isGroups(one) && one.group === group && ['agreed', 'passed'].includes(one.closed?.outcome ?? '');
  const index = decisions.findLastIndex(agreed);
  const word = decisions[index]?.closed;
  if (!word) return null;
  const over = decisions.slice(index + 1);
  const next = over.findIndex(isGroups);
  const round = next === -1 ? over : over.slice(0, next);
  // What agrees and opens no other decision accepts: whatever stands over it would have been opened at once.
  if (round.length === 0) return { became: 'decided', at: word.at };
  let kept: WordKept = { became: 'pending', at: null };
  for (const { closed } of round) {
    if (closed === null) return { became: 'pending', at: null };
    const became = LATER[closed.outcome];
    if (became !== 'as before') kept = { became, at: closed.at };
  }
  return kept;
}

/**
 * What a group has shown by all proposals of a record. Each proposal counts once at most for each group.
 * @param group a slug
 */
export function recordOf(proposals: readonly PastProposal[], group: string): GroupRecord {
  const kept = proposals.map((proposal) => ({ proposal, word: wordKept(proposal, group) }));
  const count = (became: WordKept['became']): number => kept.filter(({ word }) => word?.became === became).length;
  const days = kept.flatMap(({ proposal, word }) => {
    const first = proposal.decisions.find((one) => isGroups(one) && one.group === group);
    return first && word && word.at !== null ? [(Date.parse(word.at) - Date.parse(first.openedAt)) / DAY] : [];
  });
  const own = proposals.flatMap(({ decisions }) => decisions.filter(isGroups));
  const members = own.filter((one) => one.group === group).flatMap((one) => one.members);
  return {
    decided: count('decided'),
    overturned: count('overturned'),
    medianDays: median(days),
    members: [...new Map(members.map((member) => [member.id, member])).values()].sort((a, b) => a.id - b.id),
  };
}

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 10) / 10;
}
