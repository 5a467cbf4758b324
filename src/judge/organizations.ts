import { organizationsIn, sameOrganization, type Aliases } from '../people/index.js';

/**
 * What a decision pins is written by the names that the default branch gave then, so it is compared by the names in it
 * alone: whoever reads the record has nothing else.
 */
const AS_PINNED: Aliases = {};

/** The organisations in a text that a decision pins; empty where it names none, which means unknown. */
export const pinnedOrganizations = (text: string | null): string[] => organizationsIn(text, AS_PINNED);

/** Whether two texts that a decision pins share an organisation, as `sameOrganization` tells it. */
export const samePinned = (a: string | null, b: string | null): 'same' | 'different' | 'unknown' =>
  sameOrganization(a, b, AS_PINNED);

/** As {@link differentOrganizations}, of texts that a decision pins. */
export const differentPinned = (all: readonly (string | null)[]): number => differentOrganizations(all, AS_PINNED);

/**
 * How many of these share no organisation with one another, an organisation counting once. An unknown one is none, and
 * never makes the difference; two who belong to nobody share none.
 */
export function differentOrganizations(all: readonly (string | null)[], aliases?: Aliases): number {
  const known = all.filter((one): one is string => organizationsIn(one, aliases).length > 0);
  const isOfSeveral = (one: string): boolean => organizationsIn(one, aliases).length > 1;
  const sharesNone: SharesNone = (one, others) =>
    others.every((other) => sameOrganization(one, other, aliases) === 'different');
  // Who names one organisation stands in the way of nobody but others of the same: taken first, they are never too many.
  const [one, several] = [known.filter((each) => !isOfSeveral(each)), known.filter(isOfSeveral)];
  const kept: string[] = [];
  for (const each of one) if (sharesNone(each, kept)) kept.push(each);
  const free = several.filter((each) => sharesNone(each, kept));
  return kept.length + mostApart(free, sharesNone);
}

/** Whether somebody shares no organisation with any of some others. */
type SharesNone = (one: string, others: readonly string[]) => boolean;

/**
 * How many of people with several organisations each share none with one another: the most that can be chosen of them.
 * Who are connected with nobody else are chosen by themselves. Of those who are, one of the first and of those who share
 * with them is always chosen: nobody else stands in the way of the first.
 */
function mostApart(all: readonly string[], sharesNone: SharesNone): number {
  const [first] = all;
  if (first === undefined) return 0;
  const circle = connected([first], all, sharesNone);
  const others = all.filter((each) => !circle.includes(each));
  if (others.length > 0) return mostApart(circle, sharesNone) + mostApart(others, sharesNone);
  const near = all.filter((each) => !sharesNone(each, [first]));
  const apartFrom = (each: string): string[] => all.filter((other) => sharesNone(other, [each]));
  return Math.max(...near.map((each) => 1 + mostApart(apartFrom(each), sharesNone)));
}

/** Those who share an organisation with some, or with somebody who does, and so on. */
function connected(some: readonly string[], all: readonly string[], sharesNone: SharesNone): readonly string[] {
  const found = all.filter((each) => !sharesNone(each, some));
  return found.length === some.length ? found : connected(found, all, sharesNone);
}
