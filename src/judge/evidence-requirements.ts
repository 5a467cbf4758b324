import { quoted } from '../commands/quoted.js';
import type { Facts } from '../facts/facts.js';
import { titleOf } from '../people/index.js';
import type { Evidence } from '../rules/schema.js';
import { there } from './evidence/sight.js';
import { isOfState, lookFor, ofState, type Sight } from './evidence/index.js';
import { acceptanceNeeds, bringing, finalNeeds, numberOf, OWN_RULE, strictness, type Need } from './needs.js';
import type { SubjectState } from './state.js';
import { leaf, type Requirement } from './verdict.js';

const NAMES: Record<Evidence, string> = {
  sponsor: 'Sponsor',
  group: 'Group',
  document: 'Document',
  prototype: 'Prototype',
  'reference-implementation': 'Reference implementation',
  'specification-changes': 'Specification',
  changelog: 'Changelog',
  'rendered-page': 'Rendered page',
  conformance: 'Conformance',
};

/** What an acceptance needs beside its decision, as rows of the table. Once it is decided, nobody is asked for it any more. */
export function acceptanceRows(facts: Facts, state: SubjectState): Requirement[] {
  if (!['proposal', 'draft', 'in-review'].includes(state.status)) return [];
  return told(acceptanceNeeds(facts.governing.rules), facts).map((one) => {
    const seen = seenNow(one, facts, state);
    const says = seen.held ? seen.says : `${seen.says} It is asked for before a decision is opened.`;
    return row(one, { ...seen, says }, facts, state, false);
  });
}

/** What the last step needs, one row each, so that author and sponsor see what is missing before it is said. */
export const finalRows = (facts: Facts, state: SubjectState): Requirement[] =>
  told(finalNeeds(facts.governing.rules), facts).map((one) =>
    row(one, seenNow(one, facts, state), facts, state, ['accepted', 'final'].includes(state.status)),
  );

/** Whether everything is there that the rules enforce for the last step; what was there once may be gone again. */
export const finalHolds = (facts: Facts, state: SubjectState): boolean =>
  finalNeeds(facts.governing.rules).every(
    (one) => strictness(one, facts.governing.rules) !== 'enforce' || seenNow(one, facts, state).held,
  );

/** Needs of which people are told: a rule that only observes is no news to them. */
const told = (needs: readonly Need[], { governing }: Facts): Need[] =>
  needs.filter((one) => strictness(one, governing.rules) !== 'observe');

function seenNow({ need }: Need, facts: Facts, state: SubjectState): Sight {
  const { governance, rules } = facts.governing;
  if (isOfState(need)) return ofState(need, state, rules, (slug) => titleOf(governance, slug));
  const { exemption } = state;
  if (need === 'conformance' && exemption) {
    return there(`${exemption.by.login} says that nothing of it can be observed: ${quoted(exemption.reason)}.`);
  }
  const seen = lookFor(need, facts);
  // What lies in another repository counts as it was when the step was taken.
  return need === 'conformance' && !seen.held ? (pinnedForFinal(need, state) ?? seen) : seen;
}

/** What the step to final saw, where it has been taken. */
function pinnedForFinal(need: Evidence, { status, acts }: SubjectState): Sight | null {
  if (status !== 'final') return null;
  const step = acts.findLast(
    ({ act, outcome }) => outcome.taken && act.command === 'sep status' && act.args[0] === 'final',
  );
  const pinned = step?.act.evidence.find((evidence) => evidence.need === need);
  return pinned?.held ? { held: true, known: true, says: pinned.says } : null;
}

/** @param due whether it is missed by now, and not only still to come */
function row({ need, by }: Need, seen: Sight, facts: Facts, state: SubjectState, due: boolean): Requirement {
  const { who, what } = bringing(need, facts.governing.rules, numberOf(state));
  return leaf({
    rule: OWN_RULE[need] ?? by,
    name: NAMES[need],
    held: seen.held ? 'held' : due && seen.known ? 'failed' : 'open',
    says: seen.says,
    next: seen.held ? null : `${what}.`,
    ...(seen.held ? {} : { asks: who }),
  });
}
