import { timeline, type Timeline } from '../ledger/fold/timeline.js';
import type { LineBody } from '../ledger/lines.js';
import type { Rules } from '../rules/schema.js';
import type { Pins } from './opening.js';
import { play, type Play } from './play.js';
import type { SubjectState } from './state.js';

/** A ledger as it stands, played by the rules of its own record and by nothing else. */
export interface Replay extends Play {
  line: Timeline;
  /** The last rules that the ledger names and the record holds; null where it holds none of them. */
  rules: Rules | null;
}

/** No deadline is as early: what fell is written, and what is not written has not fallen. */
const NEVER = '1970-01-01T00:00:00Z';

/**
 * Plays a ledger as it is written, without a look: only written deadlines have fallen. What follows from its acts and is
 * not written is in `emitted`; an opening among it has nobody to be counted by, since only its line could say by whom.
 * @param rulebook the rules that lines name by their hash
 */
export function replay(lines: readonly LineBody[], rulebook: ReadonlyMap<string, Rules>): Replay {
  const line = timeline(lines);
  const named = lines.flatMap((one) => ('rules' in one ? [one.rules] : []));
  const last = named.findLast(({ sha256 }) => rulebook.has(sha256)) ?? null;
  const played = play(line, {
    until: NEVER,
    rulebook,
    pin: (_, state) => nobody(state, last),
    // What a group is called stands on the default branch, and the record does not say it.
    titleOf: (group) => group,
    inForce: null,
  });
  return { ...played, line, rules: (last && rulebook.get(last.sha256)) ?? null };
}

function nobody({ decisions }: SubjectState, last: Pins['rules'] | null): Pins {
  const rules = last ?? decisions.at(-1)?.rules;
  if (!rules) throw new Error('A decision opens, and the record holds no rules.');
  return { electorate: [], beside: [], parties: [], authority: 'advise', because: [], rules };
}
