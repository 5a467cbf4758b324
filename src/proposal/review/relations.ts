import type { FieldName, Proposal } from '../types.js';
import { pieces } from '../values/inline.js';
import { readNumbers } from '../values/numbers.js';
import type { Relations } from './types.js';

/** What a proposal says of others, as {@link Relations} of a review's context. */
export function relationsOf(proposal: Proposal): Relations {
  const { status, requires, supersedes } = proposal;
  return { status, requires, supersedes, supersededBy: numbersIn(proposal, 'supersededBy') };
}

/** What proposals say of each other, by number; of several with one number the last, and nothing of those without. */
export function relationsAmong(proposals: readonly Proposal[]): ReadonlyMap<number, Relations> {
  return new Map(
    proposals.flatMap((each) => (each.number === null ? [] : [[each.number, relationsOf(each)] as const])),
  );
}

/** Every number that a field names; nothing is said of what cannot be read, since reading has done so. */
function numbersIn(proposal: Proposal, name: FieldName): number[] {
  return proposal.fields
    .filter((field) => field.canonical === name)
    .flatMap((field) => readNumbers(pieces(field.raw), null, () => undefined));
}
