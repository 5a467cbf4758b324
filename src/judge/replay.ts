import { timeline, type Timeline } from '../ledger/fold/timeline.js';
import type { LineBody } from '../ledger/lines.js';
import type { Rules } from '../rules/schema.js';
import type { Pins } from './opening.js';
import { isBefore } from './instants.js';
import { play, type Play } from './play.js';

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
 * @param at plays only what happened up to then; null for all of it. What was late is late at any time
 */
export function replay(
  lines: readonly LineBody[],
  rulebook: ReadonlyMap<string, Rules>,
  at: string | null = null,
): Replay {
  const whole = timeline(lines);
  const line = at === null ? whole : upTo(whole, at);
  const named = lines.flatMap((one) => ('rules' in one ? [one.rules] : []));
  const last = named.findLast(({ sha256 }) => rulebook.has(sha256)) ?? null;
  const played = play(line, {
    until: NEVER,
    rulebook,
    pin: () => nobody(last),
    // What a group is called stands on the default branch, and the record does not say it.
    titleOf: (group) => group,
    inForce: null,
  });
  return { ...played, line, rules: (last && rulebook.get(last.sha256)) ?? null };
}

/** A timeline as it was at an instant: what lies later had not happened. */
function upTo(whole: Timeline, at: string): Timeline {
  const past = <Of extends { at: string }>(all: readonly Of[]): Of[] => all.filter((one) => !isBefore(at, one.at));
  const closes = past(whole.closes);
  // A closing was written by a look that knew the heads before it, and one of them may have been seen after the deadline.
  const known = closes.map(({ decision }) => whole.headsAtClosing.get(decision) ?? 0);
  const seen = whole.heads.findLastIndex((head) => !isBefore(at, head.at)) + 1;
  return {
    opened: whole.opened && (past([whole.opened])[0] ?? null),
    heads: whole.heads.slice(0, Math.max(seen, ...known)),
    headsAtClosing: whole.headsAtClosing,
    bounds: past(whole.bounds),
    takenOver: whole.takenOver && (past([whole.takenOver])[0] ?? null),
    confirmed: past(whole.confirmed),
    acts: whole.acts.filter(({ act }) => !isBefore(at, act.at)),
    opens: past(whole.opens),
    closes,
    pulls: past(whole.pulls),
    muted: past(whole.muted),
    intents: past(whole.intents),
    mades: past(whole.mades),
    notices: past(whole.notices),
    lapses: past(whole.lapses),
    nominations: past(whole.nominations),
    settled: past(whole.settled),
    lines: past(whole.lines),
  };
}

function nobody(rules: Pins['rules'] | null): Pins {
  if (!rules) throw new Error('A decision opens, and the record holds no rules.');
  return { electorate: [], beside: [], parties: [], authority: 'advise', because: [], rules };
}
