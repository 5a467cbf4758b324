import { quoted } from '../commands/quoted.js';
import type { Who } from '../ledger/lines.js';
import type { Rules } from '../rules/schema.js';
import { inWords } from './instants.js';
import type { SubjectState } from './state.js';
import { leaf, type NextStep, type Requirement } from './verdict.js';

/** Somebody's word that a proposal is not to be merged yet. It stops no decision, and ends by a word alone. */
export interface Hold {
  by: Who;
  at: string;
  reason: string;
  /** Where they said it. */
  url: string;
}

/** Every hold that stands, as something that keeps the proposal from being merged. */
export function standingHolds({ rules }: Rules, { holds }: SubjectState): Requirement[] {
  if (rules.holding.mode === 'observe') return [];
  return holds.map(({ by, at, reason, url }) =>
    leaf({
      rule: 'holding',
      name: 'Hold',
      held: 'failed',
      says: `${by.login} holds it since ${inWords(at)}: ${quoted(reason)}.`,
      next: 'lets go with `/sep unhold`.',
      seen: [{ who: by, at, url, commit: null, certain: true }],
    }),
  );
}

/** Who lets go what stands, where nothing else keeps the proposal from being merged. */
export const lettingGo = ({ holds }: SubjectState): NextStep[] =>
  holds.map(({ by }) => ({
    who: by.login,
    people: [by],
    what: 'lets go their hold with `/sep unhold` once it is met.',
  }));
