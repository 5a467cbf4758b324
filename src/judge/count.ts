import type { Elector } from '../ledger/lines.js';
import type { Fraction } from '../rules/schema.js';
import type { Decision, Tally } from './state.js';

/** Ballots of a decision, counted. Abstentions count for the quorum and not for the threshold (DESIGN.md, Invariants). */
export function tally(decision: Decision): Tally {
  const count = (choice: string): number => decision.ballots.filter((ballot) => ballot.choice === choice).length;
  return {
    yes: count('yes'),
    no: count('no'),
    abstain: count('abstain'),
    electorate: decision.electorate.length,
  };
}

/** Whether `part` of `whole` reaches a share, on integers: `part / whole ≥ num / den`, or `>` where it is strict. */
export const reaches = (part: number, whole: number, share: Fraction): boolean =>
  share.strict ? part * share.den > share.num * whole : part * share.den >= share.num * whole;

/** Whether enough of the quorum body have spoken. Nobody at all is never enough. */
export function hasQuorum(count: Tally, quorum: Fraction): boolean {
  const spoken = count.yes + count.no + count.abstain;
  return spoken > 0 && reaches(spoken, quorum.of === 'electorate' ? count.electorate : spoken, quorum);
}

/** Whether one side carries the threshold. Nothing passes without one ballot for it; with nobody to count, nothing passes. */
function carries(side: number, other: number, electorate: number, threshold: Fraction): boolean {
  return side > 0 && reaches(side, threshold.of === 'cast' ? side + other : electorate, threshold);
}

/** What the ballots come to. */
export type Count = 'accepted' | 'rejected' | 'undecided';

/**
 * The outcome of a count as it stands. A yes of people with a stake in the proposal counts, and never suffices alone:
 * at least one yes must come from somebody without.
 */
export function countNow(count: Tally, quorum: Fraction, threshold: Fraction, disinterestedYes: number): Count {
  if (!hasQuorum(count, quorum)) return 'undecided';
  const yes = carries(count.yes, count.no, count.electorate, threshold);
  const no = carries(count.no, count.yes, count.electorate, threshold);
  if (yes === no) return 'undecided';
  if (no) return 'rejected';
  return disinterestedYes > 0 ? 'accepted' : 'undecided';
}

/**
 * The outcome that no ballot still to come could change, or null. Whoever has not spoken may stay silent (worst for the
 * quorum) or speak against (worst for the threshold); between these two nothing is worse than both.
 */
export function countCertain(
  count: Tally,
  quorum: Fraction,
  threshold: Fraction,
  disinterestedYes: number,
): Exclude<Count, 'undecided'> | null {
  const open = count.electorate - count.yes - count.no - count.abstain;
  const now = countNow(count, quorum, threshold, disinterestedYes);
  if (now === 'undecided') return null;
  const against = now === 'accepted' ? { ...count, no: count.no + open } : { ...count, yes: count.yes + open };
  const worst = countNow(against, quorum, threshold, now === 'accepted' ? disinterestedYes : 1);
  return worst === now ? now : null;
}

/** How many electors said yes without a stake in the matter. */
export function disinterestedYes(decision: Decision, hasStake: (elector: Elector) => boolean): number {
  const yes = new Set(decision.ballots.flatMap((ballot) => (ballot.choice === 'yes' ? [ballot.by.id] : [])));
  return decision.electorate.filter((elector) => yes.has(elector.id) && !hasStake(elector)).length;
}

/** How many have spoken, and how many more are needed: the sentence that an overloaded maintainer looks for. */
export function counted(decision: Decision): string {
  const { yes, no, abstain, electorate } = tally(decision);
  const spoken = yes + no + abstain;
  const votes = `${yes} yes, ${no} no, ${abstain} abstained, of ${electorate}.`;
  if (!decision.quorum || hasQuorum(tally(decision), decision.quorum)) return `${votes} The quorum is reached.`;
  let needed = spoken;
  while (needed <= electorate && !hasQuorum({ yes: needed, no: 0, abstain: 0, electorate }, decision.quorum)) needed++;
  const more = needed - spoken;
  return `${votes} ${more} more ${more === 1 ? 'ballot is' : 'ballots are'} needed for the quorum.`;
}
