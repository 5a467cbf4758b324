import { timeline } from '../../ledger/fold/timeline.js';
import type { LineBody } from '../../ledger/lines.js';
import type { Rules } from '../../rules/schema.js';
import { playLadder, type LadderPlay } from './fold.js';

/** No deadline is as early: what fell is written, and what is not written has not fallen. */
const NEVER = '1970-01-01T00:00:00Z';

/** Whether a ledger is that of an issue. */
export const isIssueLedger = (lines: readonly LineBody[]): boolean =>
  lines[0]?.kind === 'opened' && lines[0].subject.kind === 'nomination';

/**
 * Plays an issue's ledger as it is written, by the rules of its own record and by nothing else. What follows from its acts
 * and is not written is in `emitted`; an opening among it has nobody who may have a say, since only its line could say who.
 * @param rulebook the rules that lines name by their hash
 */
export function replayIssue(lines: readonly LineBody[], rulebook: ReadonlyMap<string, Rules>): LadderPlay {
  return playLadder(timeline(lines), {
    until: NEVER,
    rulebook,
    pin: ({ matter, nominee, to, group }, { rules }) => ({
      ...{ matter, to, group, rules, body: [], deadline: null },
      nominee: { ...nominee, also: [], organization: null },
      standing: { role: 'contributor', since: null, decision: null, moderator: false, emeritus: false, held: [] },
    }),
    titleOf: (group) => group,
  });
}
