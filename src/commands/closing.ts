import { holds, isAuthor, isPerson } from '../judge/standing.js';
import type { SubjectState } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import type { Ground } from './command.js';

/**
 * The group in whose scope a proposal is and for which the speaker may close it: one that is responsible, or while there
 * is none the one that the preamble names, whose lead could adopt it. Null where they may for none.
 */
export function inScope(state: SubjectState, act: LineOf<'act'>, ground: Ground): { group: string | null } | null {
  const claimed = state.head?.claims.group ?? null;
  const groups = state.groups.length > 0 ? state.groups : [claimed];
  const { who } = ground.rules.rules.closing;
  const group = groups.find((slug) => holds(state, act, who, slug));
  return group === undefined ? null : { group };
}

/**
 * Whether the speaker may answer an appeal for the core. `own` where they are of the core and have a part in it: who
 * closed the proposal or wrote it never decides alone on that, save a Lead Maintainer, whom the rules let act alone.
 */
export function answersAppeal(state: SubjectState, act: LineOf<'act'>, ground: Ground): 'may' | 'own' | 'no' {
  const { rules } = ground.rules;
  if (!holds(state, act, rules['core-decision'].who, null)) return 'no';
  const isOwn = isAuthor(state, act) || isPerson(act, state.closure?.by ?? null);
  return isOwn && !holds(state, act, rules['acting-alone'].who, null) ? 'own' : 'may';
}
