import type { LineBody } from '../ledger/lines.js';
import type { Rules } from '../rules/schema.js';
import { acceptanceText } from './acceptance-text.js';
import { aroundLedger } from './around.js';
import { conditionRows } from './conditions.js';
import { following, ofDecision } from './decision-requirements.js';
import { headlineOf } from './headline.js';
import { standingHolds } from './holding.js';
import { isBefore } from './instants.js';
import { nextSteps } from './next.js';
import { recallRow } from './recall-window.js';
import { replay } from './replay.js';
import { sponsorship } from './requirements.js';
import { openDecision, type SubjectState } from './state.js';
import { isUnconfirmed, neverBrought, takenOverRow } from './taken-over.js';
import { leaf, type NextStep, type Requirement } from './verdict.js';
import { responsible } from './working-group.js';

/** Where a proposal stands, by its ledger and the rules of the record and nothing else. */
export interface Recounted {
  /** The instant as of which it is told. */
  at: string;
  state: SubjectState;
  headline: string;
  next: NextStep[];
  /** The verdict as a tree, as far as the record holds it. */
  requirements: Requirement[];
  /** The last rules that the ledger names. */
  rules: Rules;
}

/**
 * Explains a ledger at an instant. What the record does not hold is no part of it: the state of the document, what it
 * still needs as evidence, and who is what on the default branch by now.
 * @returns in a sentence why the ledger does not say it
 */
export function explainRecord(
  lines: readonly LineBody[],
  rulebook: ReadonlyMap<string, Rules>,
  at: string,
): Recounted | string {
  const [first] = lines;
  if (!first || isBefore(at, first.at)) return `The ledger begins ${first ? `at ${first.at}` : 'with nothing'}.`;
  const { state: played, line, rules, doubts } = replay(lines, rulebook, at);
  if (!rules) return 'By then the ledger named no rules that the record holds.';
  if (doubts.length > 0) return `At that instant it does not add up: ${doubts.map(({ says }) => says).join(' ')}`;
  const head = line.heads.findLast((seen) => !isBefore(at, seen.at)) ?? line.heads[0] ?? null;
  const decisions = played.decisions.map((one) => (one.closed ? one : { ...one, text: head?.normative ?? null }));
  const state: SubjectState = { ...played, head, decisions };
  const around = aroundLedger(line, rules);
  const requirements = requirementsOf(state, rules, at);
  const next = nextSteps(around, state, requirements);
  return { at, state, headline: headlineOf(around, state), next, requirements, rules };
}

function requirementsOf(state: SubjectState, rules: Rules, at: string): Requirement[] {
  return [
    ...takenOverRow(rules, state, null),
    ...(state.groups.length > 0 ? [responsible(state, (group) => group)] : []),
    sponsorship(state),
    ...state.decisions.map((decision) => ofDecision(state, decision)),
    ...neverBrought(state),
    ...conditionRows(state),
    ...recallRow(state, at),
    ...toCome(state),
    ...acceptanceText(rules, state),
    finalization(state),
    ...standingHolds(rules, state),
  ];
}

/** The decision that comes next. What a group's word would be worth is weighed at the look that opens it. */
function toCome(state: SubjectState): Requirement[] {
  if (!['proposal', 'draft'].includes(state.status)) return [];
  const open = openDecision(state);
  if (open) return following(open);
  const base = { name: 'Decision', held: 'open' as const, says: 'None is open yet.' };
  return [
    state.group
      ? leaf({ ...base, rule: 'consensus', next: 'opens a consensus with `/consensus start minor` or `significant`.' })
      : leaf({
          ...base,
          rule: 'core-decision',
          next: 'brings the proposal to the Core Maintainers with `/sep status in-review`.',
        }),
  ];
}

function finalization(state: SubjectState): Requirement {
  const isClaim = isUnconfirmed(state);
  const final = state.status === 'final' && !isClaim;
  return leaf({
    rule: 'finalization',
    name: 'Final',
    held: final ? 'held' : 'open',
    says: final ? 'The sponsor declared it final.' : 'Not yet.',
    next: state.status === 'accepted' && !isClaim ? 'writes `/sep status final` when the work is complete.' : null,
  });
}
