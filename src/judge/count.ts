import type { Elector } from '../ledger/lines.js';
import type { Fraction } from '../rules/schema.js';
import { bodyOf, sorted, votersOf } from './ballots.js';
import { organizationsAllow } from './ballot-organizations.js';
import type { Decision, Tally } from './state.js';

/**
 * Ballots of a decision, counted. Abstentions count for the quorum and not for the threshold (DESIGN.md, Invariants).
 * Who may vote without being counted for the quorum is in `yes`, `no` and `abstain`, and in `spoken` never.
 */
export function tally(decision: Decision): Tally {
  const { counted } = sorted(decision);
  const count = (choice: string): number => counted.filter((ballot) => ballot.choice === choice).length;
  const cast = new Set(counted.map(({ by }) => by.id));
  const body = bodyOf(decision);
  return {
    yes: count('yes'),
    no: count('no'),
    abstain: count('abstain'),
    spoken: body.filter(({ id }) => cast.has(id)).length,
    electorate: body.length,
  };
}

/** Whether `part` of `whole` reaches a share, on integers: `part / whole ≥ num / den`, or `>` where it is strict. */
export const reaches = (part: number, whole: number, share: Fraction): boolean =>
  share.strict ? part * share.den > share.num * whole : part * share.den >= share.num * whole;

/** Whether enough of the quorum body have spoken. Nobody at all is never enough. */
export const hasQuorum = ({ spoken, electorate }: Tally, quorum: Fraction): boolean =>
  spoken > 0 && reaches(spoken, quorum.of === 'electorate' ? electorate : spoken, quorum);

/** How many of the quorum body have to speak: one more than there are where even all of them are not enough. */
export function quorumOf({ electorate }: Pick<Tally, 'electorate'>, quorum: Fraction): number {
  const count = { yes: 0, no: 0, abstain: 0, electorate };
  let needed = 1;
  while (needed <= electorate && !hasQuorum({ ...count, spoken: needed }, quorum)) needed++;
  return needed;
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
 * @param silent how many may still speak, whether they are counted for the quorum or not
 */
export function countCertain(
  count: Tally,
  quorum: Fraction,
  threshold: Fraction,
  { silent, disinterestedYes }: { silent: number; disinterestedYes: number },
): Exclude<Count, 'undecided'> | null {
  const now = countNow(count, quorum, threshold, disinterestedYes);
  if (now === 'undecided') return null;
  // That the quorum is reached nobody can undo by speaking, so what `spoken` would come to does not matter here.
  const against = now === 'accepted' ? { ...count, no: count.no + silent } : { ...count, yes: count.yes + silent };
  const worst = countNow(against, quorum, threshold, disinterestedYes);
  return worst === now ? now : null;
}

/** What the ballots of a decision come to, with all that the rules ask of them; null where no ballots are counted. */
export function countOf(decision: Decision, hasStake: (elector: Elector) => boolean): Count | null {
  const { quorum, threshold } = decision;
  if (!quorum || !threshold) return null;
  const now = countNow(tally(decision), quorum, threshold, disinterestedYes(decision, hasStake));
  return now === 'accepted' && organizationsAllow(decision).length > 0 ? 'undecided' : now;
}

/** As {@link countOf}, where no ballot still to come could change it; else null. */
export function certainCountOf(
  decision: Decision,
  hasStake: (elector: Elector) => boolean,
): Exclude<Count, 'undecided'> | null {
  const { quorum, threshold } = decision;
  if (!quorum || !threshold) return null;
  const silent = silentIn(decision);
  const yes = disinterestedYes(decision, hasStake);
  const certain = countCertain(tally(decision), quorum, threshold, { silent, disinterestedYes: yes });
  if (certain !== 'accepted') return certain;
  // A ballot to come could give one organisation more than its share, so only all of them tell.
  if (decision.organizations.most !== null && silent > 0) return null;
  return organizationsAllow(decision).length > 0 ? null : certain;
}

/** How many may cast a ballot and have none that is counted. */
export function silentIn(decision: Decision): number {
  const cast = new Set(sorted(decision).counted.map(({ by }) => by.id));
  return votersOf(decision).filter(({ id }) => !cast.has(id)).length;
}

/** How many said yes without a stake in the matter. */
export function disinterestedYes(decision: Decision, hasStake: (elector: Elector) => boolean): number {
  const yes = new Set(sorted(decision).counted.flatMap(({ choice, by }) => (choice === 'yes' ? [by.id] : [])));
  return decision.voters.filter((elector) => yes.has(elector.id) && !hasStake(elector)).length;
}

/** How many have spoken, and how many more are needed: the sentence that an overloaded maintainer looks for. */
export function counted(decision: Decision): string {
  const count = tally(decision);
  const { yes, no, abstain, spoken, electorate } = count;
  const beside = yes + no + abstain - spoken;
  const also =
    beside === 0 ? '' : `; ${beside} of them may vote and ${beside === 1 ? 'is' : 'are'} not counted for the quorum`;
  const votes = `${yes} yes, ${no} no, ${abstain} abstained, of ${electorate}${also}.`;
  if (!decision.quorum || hasQuorum(count, decision.quorum)) return `${votes} The quorum is reached.`;
  const more = quorumOf(count, decision.quorum) - spoken;
  return `${votes} ${more} more ${more === 1 ? 'ballot is' : 'ballots are'} needed for the quorum.`;
}
