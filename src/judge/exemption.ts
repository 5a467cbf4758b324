import type { LineOf, Who } from '../ledger/lines.js';
import type { Rules } from '../rules/schema.js';
import { holds } from './standing.js';
import type { SubjectState } from './state.js';

/** The word of somebody who may that nothing of a proposal can be observed, so that it needs no conformance scenario. */
export interface Exemption {
  by: Who;
  at: string;
  /** As written, on one line; never empty. */
  reason: string;
}

const LINE = /^[ \t]*no observable behaviou?r[ \t]*:[ \t]*(.*)$/im;

/** The reason on a line `No observable behaviour: …` of a text; empty where none stands behind it, null without the line. */
export const exemptionIn = (text: string): string | null => LINE.exec(text)?.[1]?.trim() ?? null;

/** The exemption that an act declares, by somebody who may; null where it declares none that counts. */
export function exemptionBy(state: SubjectState, act: LineOf<'act'>, { rules }: Rules): Exemption | null {
  const reason = exemptionIn(act.text);
  const may = holds(state, act, rules.conformance.exempts, state.group?.slug ?? null);
  return reason === null || reason === '' || !may ? null : { by: act.by, at: act.at, reason };
}
