import type { Transition } from '../schema.js';
import type { Path } from '../source.js';
import { needsInWords, peopleInWords } from '../words.js';
import { added, type Difference, type Pair } from './difference.js';
import { powers } from './powers.js';

/** One step, however the rows of a table are put together. */
interface Step extends Pick<Transition, 'who' | 'reason' | 'needs'> {
  name: string;
}

const stepsOf = (table: readonly Transition[]): Map<string, Step> =>
  new Map(
    table.flatMap(({ from, to, ...rest }) =>
      from.map((state): [string, Step] => [`${state} → ${to}`, { name: `${state} → ${to}`, ...rest }]),
    ),
  );

/** Steps that come or go, and who may take those that stay, what they need, and whether with a reason. */
export function transitionDifferences({ before, after }: Pair): Difference[] {
  const path: Path = ['rules', 'transitions', 'table'];
  const [old, now] = [stepsOf(before.rules.transitions.table), stepsOf(after.rules.transitions.table)];
  const value = (says: string): Difference => ({ rule: 'transitions', path, kind: 'value', says });
  const gone = [...old.values()]
    .filter(({ name }) => !now.has(name))
    .map(({ name, who }) => value(`The step ${name} is gone; it was for ${peopleInWords(who)}.`));
  const others = [...now.values()].flatMap((step) => {
    const was = old.get(step.name);
    if (!was)
      return [
        value(`The step ${step.name} is new, for ${peopleInWords(step.who)}; it needs ${needsInWords(step.needs)}.`),
      ];
    return [
      ...powers(path, `take the step ${step.name}`, was.who, step.who),
      ...(was.reason === step.reason
        ? []
        : [value(`The step ${step.name} ${step.reason ? 'needs' : 'no longer needs'} a reason in words.`)]),
      ...changedNeeds(step.name, was, step).map(value),
    ];
  });
  return [...gone, ...others];
}

function changedNeeds(name: string, was: Step, is: Step): string[] {
  const [more, less] = [added(was.needs, is.needs), added(is.needs, was.needs)];
  return [
    ...(more.length > 0 ? [`The step ${name} now needs ${needsInWords(more)}.`] : []),
    ...(less.length > 0 ? [`The step ${name} no longer needs ${needsInWords(less)}.`] : []),
  ];
}
