import { decisionInForce } from './forms/index.js';
import { inShort } from './instants.js';
import type { Condition, SubjectState } from './state.js';
import { leaf, type NextStep, type Requirement } from './verdict.js';

/** The name of the row of what an acceptance depends on. */
export const CONDITIONS = 'Conditions';

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
      next: confirmed ? null : nextFor(one, state),
      ...(seen ? { seen } : {}),
    });
  });
  const names = open.map(({ name }) => name).join(', ');
  return [
    {
      rule: 'core-decision',
      name: CONDITIONS,
      held: open.length === 0 ? 'held' : 'open',
      says: open.length === 0 ? 'All are met.' : `Open: ${names}.`,
      next: open[0] ? nextFor(open[0], state) : null,
      children,
    },
  ];
}

/** Who does what about a condition that is open. */
const stepFor = ({ name, by, shown }: Condition, sponsor: SubjectState['sponsor']): NextStep =>
  shown
    ? { who: `${by.login} or another of the core`, people: [by], what: `confirms it: \`/condition confirm ${name}\`.` }
    : {
        who: 'The sponsor',
        people: sponsor ? [sponsor.by] : [],
        what: `shows how it is met: \`/condition met ${name} <how>\`.`,
      };

const nextFor = (condition: Condition, { sponsor }: SubjectState): string => {
  const { who, what } = stepFor(condition, sponsor);
  return `${who} ${what}`;
};

/** The step that the first of the open conditions waits for, and whose it is; nothing where none is open. */
export const conditionSteps = (state: SubjectState): NextStep[] =>
  openConditions(state)
    .slice(0, 1)
    .map((one) => stepFor(one, state.sponsor));
