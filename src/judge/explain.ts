import type { Facts } from '../facts/facts.js';
import { aroundOf } from './around.js';
import { undecidedBeside } from './beside.js';
import { finalHolds } from './evidence-requirements.js';
import { headlineOf } from './headline.js';
import { nextSteps } from './next.js';
import { requirementsOf } from './requirements.js';
import { review } from './review.js';
import { openConditions } from './conditions.js';
import type { SubjectState } from './state.js';
import { isUnconfirmed } from './taken-over.js';
import type { NextStep, Verdict } from './verdict.js';

/** The part of a verdict that people read. */
export type Explained = Pick<Verdict, 'findings' | 'headline' | 'next' | 'requirements' | 'inOrder' | 'complete'>;

/** What is left to do for a proposal of which nothing else is asked. */
const MERGING: NextStep = { who: 'A maintainer', people: [], what: 'may merge this pull request.' };

/** Puts a proposal's state into words: where it stands, what is asked of it, who is next. */
export function explain(facts: Facts, state: SubjectState, doubts: readonly string[]): Explained {
  const findings = review(facts, state);
  const inOrder = findings.every((finding) => finding.severity !== 'error');
  const requirements = requirementsOf(facts, state, findings);
  if (doubts.length > 0) {
    return {
      findings,
      headline: 'The record of this proposal does not add up, so nothing is decided from it',
      next: [{ who: 'The maintainers', people: [], what: `look into the record: ${doubts.join(' ')}` }],
      requirements,
      inOrder,
      complete: false,
    };
  }
  const around = aroundOf(facts);
  const complete =
    state.status === 'final' &&
    !isUnconfirmed(state) &&
    inOrder &&
    undecidedBeside(facts).length === 0 &&
    enforced(facts, requirements) &&
    openConditions(state).length === 0 &&
    requirements.every(({ rule, held }) => rule !== 'recall' || held === 'held') &&
    finalHolds(facts, state);
  return {
    findings,
    headline: headlineOf(around, state),
    next: complete && facts.pull.state === 'open' ? [MERGING] : nextSteps(around, state, requirements),
    requirements,
    inOrder,
    complete,
  };
}

/** Whether the rules that are enforced, beside those that a state machine holds by itself, are kept. */
const enforced = (facts: Facts, requirements: Verdict['requirements']): boolean =>
  (['numbering', 'working-group', 'holding', 'acceptance-text'] as const).every(
    (rule) =>
      facts.governing.rules.rules[rule].mode !== 'enforce' ||
      requirements.every((requirement) => requirement.rule !== rule || requirement.held === 'held'),
  );
