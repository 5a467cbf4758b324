import type { Facts, Said } from '../facts/facts.js';
import { timeline } from '../ledger/fold/timeline.js';
import { actLine, setting } from './judge.js';
import { play } from './play.js';
import type { ActOutcome, SubjectState } from './state.js';

/** The state of a proposal by its ledger alone, at the instant of the facts. */
export const stateNow = (facts: Facts): SubjectState => play(timeline(facts.ledger), setting(facts)).state;

/**
 * What would become of something, were it said now: it is judged as it would be, and nothing is written down.
 * @param facts with the ledger as it is now; what they say was said is left out
 * @param said its source's id must not be in the ledger
 * @returns null where it would wait for a deadline that is about to pass
 */
export function outcomeOf(facts: Facts, said: Said): ActOutcome | null {
  const head = facts.ledger.findLast((line) => line.kind === 'head-seen');
  const line = actLine(facts, said, head ? { commit: head.commit, certain: true } : null);
  const { state } = play(timeline([...facts.ledger, line]), setting(facts));
  return state.acts.findLast(({ act }) => act.source.id === said.source.id)?.outcome ?? null;
}
