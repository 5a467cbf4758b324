import type { Facts } from '../../facts/facts.js';
import type { Evidence, Rules } from '../../rules/schema.js';
import type { SubjectState } from '../state.js';
import { changelogEntry } from './changelog.js';
import { conformance } from './conformance.js';
import { documentInOrder } from './document.js';
import { grouped } from './group.js';
import { prototype } from './prototype.js';
import { referenceImplementation } from './reference-implementation.js';
import { renderedPage } from './rendered-page.js';
import type { Sight } from './sight.js';
import { specificationChanges } from './specification-changes.js';
import { sponsored } from './sponsor.js';

export type { Sight } from './sight.js';

/** What follows from the record alone, and is judged at the state just before a step. */
export type OfState = 'sponsor' | 'group';

/** Whether a need follows from the record alone; all others are looked for, and pinned in the act that they are for. */
export const isOfState = (need: Evidence): need is OfState => need === 'sponsor' || need === 'group';

/** Looks for one thing that a step needs. Pure: over what was gathered. */
export function lookFor(need: Exclude<Evidence, OfState>, facts: Facts): Sight {
  switch (need) {
    case 'document':
      return documentInOrder(facts);
    case 'prototype':
      return prototype(facts);
    case 'reference-implementation':
      return referenceImplementation(facts);
    case 'specification-changes':
      return specificationChanges(facts);
    case 'changelog':
      return changelogEntry(facts);
    case 'rendered-page':
      return renderedPage(facts);
    case 'conformance':
      return conformance(facts);
  }
}

/** What the record says of one thing that a step needs. */
export function ofState(need: OfState, state: SubjectState, rules: Rules, titleOf: (slug: string) => string): Sight {
  return need === 'sponsor' ? sponsored(state) : grouped(state, rules, titleOf);
}
