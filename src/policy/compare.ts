import type { Cast } from './cast.js';
import type { DecisionExpected, Expectation } from './schema/index.js';
import { INSTANT_FORM, NONE } from './schema/values.js';
import type { DecisionView, View } from './view.js';
import { instantOf, shifted } from './when.js';

/** A part of what was expected, beside what was so. */
export interface Compared {
  key: string;
  held: boolean;
  /** In words; null where the parts below say it. */
  expected: string | null;
  actual: string | null;
  children: Compared[];
}

type Comparer = (key: string, expected: unknown, actual: unknown) => Compared;

const leaf = (key: string, held: boolean, expected: string, actual: string): Compared => ({
  key,
  held,
  expected,
  actual,
  children: [],
});

const node = (key: string, children: Compared[]): Compared => ({
  key,
  held: children.every(({ held }) => held),
  expected: null,
  actual: null,
  children,
});

const listed = (all: readonly unknown[]): string => (all.length === 0 ? 'nobody' : all.map(String).join(', '));

const same: Comparer = (key, expected, actual) =>
  leaf(key, String(expected) === String(actual), String(expected), String(actual));

const inOrder: Comparer = (key, expected, actual) =>
  same(key, (expected as string[]).join(', '), (actual as string[]).join(', '));

const asSet: Comparer = (key, expected, actual) => {
  const [wanted, found] = [expected, actual].map((all) => listed((all as string[]).toSorted()));
  return same(key, wanted, found);
};

const asMoment: Comparer = (key, expected, actual) =>
  same(key, INSTANT_FORM.test(String(expected)) ? instantOf(String(expected)) : expected, actual);

const holding: Comparer = (key, expected, actual) => {
  const found = String(actual);
  const wanted = typeof expected === 'string' ? [expected] : (expected as string[]);
  const held = wanted.every((words) =>
    words === NONE ? found === '' : found.toLowerCase().includes(words.toLowerCase()),
  );
  return leaf(key, held, wanted.map((words) => (words === NONE ? NONE : `… ${words} …`)).join('\n'), found || NONE);
};

/** A map of which the expectation speaks in part. */
const inPart: Comparer = (key, expected, actual) => {
  const found = actual as Record<string, unknown>;
  return node(
    key,
    Object.entries(expected as object).map(([each, wanted]) => same(each, wanted, found[each] ?? NONE)),
  );
};

/** A map in which nothing else may stand. */
const whole: Comparer = (key, expected, actual) => {
  const [wanted, found] = [expected as Record<string, unknown>, actual as Record<string, unknown>];
  const keys = [...new Set([...Object.keys(wanted), ...Object.keys(found)])].sort();
  if (keys.length === 0) return leaf(key, true, NONE, NONE);
  return node(
    key,
    keys.map((each) => same(each, wanted[each] ?? NONE, found[each] ?? NONE)),
  );
};

/** What a step expects beside what a look came to, key by key. */
export function compare(expected: Expectation, view: View, cast: Cast): Compared[] {
  const { comparers, decisionComparers } = comparersFor(cast);
  const decision: Comparer = (key, wanted, found) => {
    if (wanted === NONE || found === NONE) {
      return leaf(key, wanted === found, wanted === NONE ? NONE : 'a decision', found === NONE ? NONE : 'a decision');
    }
    const there = found as DecisionView;
    return node(
      key,
      Object.entries(wanted as DecisionExpected).map(([each, one]) =>
        each === 'runs'
          ? runs(typeof one === 'string' ? one : '', there)
          : decisionComparers[each as keyof typeof decisionComparers](each, one, there[each as keyof DecisionView]),
      ),
    );
  };
  const all = { ...comparers, decision };
  return Object.entries(expected).map(([key, wanted]) => all[key as keyof View](key, wanted, view[key as keyof View]));
}

function runs(expected: string, { opened, deadline }: DecisionView): Compared {
  const until = shifted(opened, expected);
  return leaf('runs', until === deadline, `${expected}, until ${until}`, `until ${deadline}`);
}

function comparersFor(cast: Cast): {
  comparers: Record<Exclude<keyof View, 'decision'>, Comparer>;
  decisionComparers: Record<keyof DecisionView, Comparer>;
} {
  const nameOf = (name: unknown): string => (name === NONE ? NONE : cast.nameOf(String(name)));
  const person: Comparer = (key, expected, actual) => same(key, nameOf(expected), actual);
  const people: Comparer = (key, expected, actual) => asSet(key, (expected as string[]).map(nameOf), actual);
  const byPerson: Comparer = (key, expected, actual) =>
    whole(
      key,
      Object.fromEntries(Object.entries(expected as object).map(([name, rule]) => [nameOf(name), rule as unknown])),
      actual,
    );
  return {
    comparers: {
      status: same,
      sponsor: person,
      group: same,
      groups: asSet,
      pull: same,
      complete: same,
      headline: holding,
      decisions: inOrder,
      conditions: whole,
      vetoes: whole,
      requirements: inPart,
      next: holding,
      waitsFor: people,
      asks: people,
      reminded: people,
      warned: same,
      due: asMoment,
      edits: whole,
      holds: people,
    },
    decisionComparers: {
      id: same,
      form: same,
      outcome: same,
      why: holding,
      weight: same,
      matter: same,
      breaking: same,
      group: same,
      authority: same,
      because: holding,
      opened: asMoment,
      deadline: asMoment,
      ended: asMoment,
      tally: inPart,
      electorate: people,
      beside: people,
      counted: people,
      uncounted: byPerson,
      recused: people,
      blocks: asSet,
      concerns: people,
      parties: people,
      mayAnswer: people,
      notKnown: people,
      answers: person,
    },
  };
}
