import { capital } from '../rules/words.js';
import { missingIn } from './governance-change-approval.js';
import type { GovernanceVerdict } from './governance-change-verdict.js';
import { leaf, type NextStep, type Requirement, type Verdict } from './verdict.js';

/**
 * A proposal's verdict, where its pull request changes the governance as well: what the rules ask of such a change is asked
 * of it, too, or a proposal would carry it past those who approve it. A rule that only observes is no news to people.
 * @param governance null where it changes nothing of it
 */
export function withGovernance(verdict: Verdict, governance: GovernanceVerdict | null): Verdict {
  if (governance === null) return verdict;
  const rows = governance.asks.flatMap(({ says, approval }): Requirement[] =>
    !approval || approval.mode === 'observe'
      ? []
      : [
          leaf({
            rule: approval.rule,
            name: 'Governance',
            held: approval.isGiven ? 'held' : 'open',
            says: `${says} ${approval.given}`,
            next: approval.isGiven ? null : APPROVES,
          }),
        ],
  );
  const requirements = [...verdict.requirements, ...rows];
  const missing = missingIn(governance.asks);
  if (!verdict.complete || missing.length === 0) return { ...verdict, requirements };
  const whose = new Set(missing.flatMap(({ approval }) => approval?.who ?? []));
  return {
    ...verdict,
    requirements,
    complete: false,
    headline: `${verdict.headline}; what it changes of the governance waits for an approval`,
    next: [...whose].map((who): NextStep => ({ who: capital(who), people: [], what: APPROVES })),
  };
}

const APPROVES = 'approves this very head by a review, for what it changes of the governance.';
