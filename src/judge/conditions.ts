import { decisionInForce } from './forms/index.js';
import { inShort } from './instants.js';
import type { Condition, SubjectState } from './state.js';
import { leaf, type Requirement } from './verdict.js';

/** The conditions of the decision that accepted last; those of an acceptance that was vetoed or decided anew are past. */
function conditionsInForce(state: SubjectState): readonly Condition[] {
  const accepting = decisionInForce({ ...state, status: 'accepted' });
  return state.conditions.filter(({ decision }) => decision === accepting?.id);
}

/** Those that nobody has confirmed yet. */
export const openConditions = (state: SubjectState): readonly Condition[] =>
  conditionsInForce(state).filter(({ confirmed }) => confirmed === null);

/** What an acceptance depends on, each with who has shown and who has confirmed that it is met. */
export function conditionRows(state: SubjectState): Requirement[] {
  const conditions = conditionsInForce(state);
  if (conditions.length === 0) return [];
  const open = conditions.filter(({ confirmed }) => confirmed === null);
  const children = conditions.map((one) => {
    const { name, by, shown, confirmed } = one;
    const asked = `Asked for by ${by.login}.`;
    const seen = shown && [{ who: shown.by, at: shown.at, url: shown.url, commit: null, certain: true }];
    return leaf({
      rule: 'core-decision',
      name,
      held: confirmed ? 'held' : 'open',
      says: confirmed
        ? `${asked} Confirmed by ${confirmed.by.login}, ${inShort(confirmed.at)}.`
        : shown
          ? `${asked} Shown by ${shown.by.login}, ${inShort(shown.at)}; not confirmed yet.`
          : `${asked} Nobody has shown yet that it is met.`,
      next: confirmed ? null : nextFor(one),
      ...(seen ? { seen } : {}),
    });
  });
  const names = open.map(({ name }) => name).join(', ');
  return [
    {
      rule: 'core-decision',
      name: 'Conditions',
      held: open.length === 0 ? 'held' : 'open',
      says: open.length === 0 ? 'All are met.' : `Open: ${names}.`,
      next: open[0] ? nextFor(open[0]) : null,
      children,
    },
  ];
}

const nextFor = ({ name, by, shown }: Condition): string =>
  shown
    ? `${by.login} or another of the core confirms it: \`/condition confirm ${name}\`.`
    : `The sponsor shows how it is met: \`/condition met ${name} <how>\`.`;
