import { isDeepStrictEqual } from 'node:util';
import { aliasDifferences } from './diff/aliases.js';
import { areaDifferences } from './diff/areas.js';
import { delegationDifferences } from './diff/delegation.js';
import { added, ruleAt, type Difference, type Pair } from './diff/difference.js';
import { powers } from './diff/powers.js';
import { transitionDifferences } from './diff/transitions.js';
import { entriesInWords, isFraction, leavesOf, valueInWords, type Leaf } from './leaves.js';
import { mode as modes, rulesSchema, type Fraction, type Mode, type Rules } from './schema.js';
import { capital, either, modeInWords } from './words.js';

export type { Difference } from './diff/difference.js';

/**
 * What two sets of rules do differently, as sentences for people: what changes where the second takes the place of the
 * first, and who gains or loses which power. What is only worded otherwise (`says`, `clause`, `name`, the order of rows,
 * 2/4 for 1/2) is no difference. Pure; in the order of the schema, aliases and delegation last.
 */
export function diffRules(before: Rules, after: Rules): Difference[] {
  const pair: Pair = { before, after };
  const old = new Map(leavesOf(rulesSchema, before).map((leaf) => [leaf.path.join('\0'), leaf]));
  const changed = leavesOf(rulesSchema, after).flatMap((leaf) => {
    const was = old.get(leaf.path.join('\0'));
    if (!was) return [];
    switch (leaf.path.slice(1).join('.')) {
      case 'transitions.table':
        return transitionDifferences(pair);
      case 'priority-areas.areas':
        return areaDifferences(pair);
      default:
        return leaf.path[0] === 'delegation' || isAlias(leaf) ? [] : leafDifferences(was, leaf);
    }
  });
  return [...changed, ...aliasDifferences(pair), ...delegationDifferences(pair)];
}

/** Whether a leaf is one of a map whose keys are the repository's own. */
const isAlias = ({ path }: Leaf): boolean => path[0] === 'commands' && path[1] === 'aliases';

function leafDifferences(was: Leaf, is: Leaf): Difference[] {
  if (isDeepStrictEqual(was.value, is.value) || sameShare(was.value, is.value)) return [];
  const { path, meant } = is;
  const base = { rule: ruleAt(path), path, kind: 'value' } as const;
  if (path[0] === 'rules' && path.at(-1) === 'mode') return strictness(was, is);
  const [old, now] = [was.value, is.value];
  if (isWords(old) && isWords(now)) {
    if (meant.may !== undefined) return powers(path, meant.may, old, now);
    return listed(is, added(old, now), added(now, old)).map((says) => ({ ...base, says }));
  }
  const says = `${capital(meant.label)}: ${arrow(was, is)}.`;
  if (meant.share !== 'least' || !isFraction(old) || !isFraction(now)) return [{ ...base, says }];
  return [{ ...base, kind: 'count', says: `${says}${howMany(old, now)}` }];
}

/** Whether more or fewer are needed by a second share of the same whole; empty where that depends. */
function howMany(old: Fraction, now: Fraction): string {
  if (old.of !== now.of) return '';
  const more = now.num * old.den - old.num * now.den || Number(now.strict) - Number(old.strict);
  return more > 0 ? ' More are needed.' : ' Fewer are needed.';
}

/** `10 → 14 days`; `half → two thirds`. */
function arrow(was: Leaf, is: Leaf): string {
  const [old, now] = [valueInWords(was), valueInWords(is)];
  // "10 → 14 days" where both count the same.
  const unit = / [a-z ]+$/.exec(now)?.[0] ?? '';
  const both =
    typeof was.value === 'number' &&
    typeof is.value === 'number' &&
    old.replace(/s$/, '').endsWith(unit.replace(/s$/, ''));
  return both && unit !== '' ? `${String(was.value)} → ${now}` : `${old} → ${now}`;
}

function strictness(was: Leaf, is: Leaf): Difference[] {
  const [old, now] = [was.value as Mode, is.value as Mode];
  const stricter = modes.options.indexOf(now) > modes.options.indexOf(old);
  const says = `The rule is ${stricter ? 'stricter' : 'less strict'}: ${modeInWords(old)} → ${modeInWords(now)}.`;
  return [{ rule: ruleAt(is.path), path: is.path, kind: 'strictness', says }];
}

const listed = (is: Leaf, more: readonly string[], less: readonly string[]): string[] => {
  const name = capital(is.meant.label);
  const inWords = (value: readonly string[]): string[] => entriesInWords({ ...is, value });
  return [
    ...(more.length > 0 ? [`${name}: now ${either(inWords(more), 'and')}, too.`] : []),
    ...(less.length > 0 ? [`${name}: no longer ${either(inWords(less))}.`] : []),
  ];
};

/** A list of words or numbers, in which the order means nothing. */
const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string' || typeof each === 'number');

/** Shares that are written otherwise and are the same. */
const sameShare = (a: unknown, b: unknown): boolean =>
  isFraction(a) && isFraction(b) && a.num * b.den === b.num * a.den && a.strict === b.strict && a.of === b.of;
