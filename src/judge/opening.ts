import { isDeepStrictEqual } from 'node:util';
import type { Opening } from '../commands/command.js';
import type { Elector, LineOf } from '../ledger/lines.js';
import type { Authority, Rules } from '../rules/schema.js';
import { formOf } from './forms/index.js';
import { plusDays } from './instants.js';

/** What a decision is counted by, taken from the default branch at the look that opens it. */
export interface Pins {
  electorate: readonly Elector[];
  authority: Authority;
  /** Why not more, in sentences. */
  because: readonly string[];
  rules: { commit: string; sha256: string };
}

/** What opens a decision: its place among the others, its instant, and the act that asked for it, if one did. */
export type Place = Pick<LineOf<'opens'>, 'decision' | 'at' | 'cause'>;

/** The line that opens a decision, by the rules that its pins name. */
export function openingLine(opening: Opening, place: Place, pins: Pins, rules: Rules): LineOf<'opens'> {
  const { form, weight, group, breaking } = opening;
  const { decision, at, cause } = place;
  const { electorate, authority, because, rules: named } = pins;
  const { days, quorum, threshold } = formOf(opening).terms(rules, opening);
  return {
    kind: 'opens',
    at,
    decision,
    form,
    weight,
    group,
    breaking,
    ...worth(opening, { authority, because }, rules),
    electorate: [...electorate],
    quorum,
    threshold,
    deadline: plusDays(at, days),
    cause,
    rules: named,
  };
}

const UNDECLARED =
  'Nobody declared whether it is breaking, so it is reserved to the core; a new consensus with `compatible` would give ' +
  "the group's word its weight.";

/**
 * What a group's word is worth by what the lead declared. No machine can tell what is breaking: a lead declares it, and
 * what nobody declared is reserved (`reserved-matters`). Where the word is advice anyway, nothing was to be declared.
 */
function worth(
  { form, breaking }: Opening,
  { authority, because }: Pick<Pins, 'authority' | 'because'>,
  { rules }: Rules,
): Pick<LineOf<'opens'>, 'authority' | 'because'> {
  const asked = form === 'consensus' && rules['reserved-matters'].breaking;
  if (asked && breaking === 'breaking') return { authority: 'advise', because: ['It was declared breaking.'] };
  if (asked && breaking === null && authority !== 'advise') return { authority: 'advise', because: [UNDECLARED] };
  return { authority, because: [...because] };
}

/** The first part in which a written line is not the one that the fold comes to; null where they say the same. */
export function difference(written: LineOf<'opens' | 'closes'>, folded: LineOf<'opens' | 'closes'>): string | null {
  // How a closing is put into words may change from version to version; what it says may not.
  const parts = Object.entries(folded).filter(([part]) => part !== 'why');
  const found = parts.find(([part, value]) => !isDeepStrictEqual(value, written[part as keyof typeof written]));
  return found?.[0] ?? null;
}
