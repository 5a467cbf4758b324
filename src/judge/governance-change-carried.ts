import { isDeepStrictEqual } from 'node:util';
import type { GovernanceChangeFacts } from '../facts/facts.js';
import { changed, entriesOf, peopleOn } from '../people/index.js';
import { changeOf } from './ladder/change.js';
import { isIssueLedger, replayIssue } from './ladder/replay.js';

/**
 * Whether a change of the roster is exactly what was decided in an issue, by the record, and nothing else. Such a change
 * needs no second decision (DESIGN.md, Authority of a group).
 */
export function carriesOutExactly(
  { files, before, after, more, now }: GovernanceChangeFacts,
  { issue, lines, rulebook, pins }: NonNullable<GovernanceChangeFacts['carriesOut']>,
): boolean {
  if (files.length !== 1 || more > 0 || !files.every(({ kind, isRemoved }) => kind === 'roster' && !isRemoved)) {
    return false;
  }
  if (!isIssueLedger(lines) || after.sources.rosterBroken) return false;
  const { state, doubts, emitted } = replayIssue(lines, rulebook);
  if (doubts.length + emitted.length > 0 || !state.nomination) return false;
  const { id, also } = state.nomination.nominee;
  const logins = [...pins].flatMap(([login, account]) => ([id, ...also].includes(account.id) ? [login] : []));
  const governance = peopleOn(before.sources, now.slice(0, 10));
  const change = changeOf(state.nomination, issue, { logins, governance });
  if (!change) return false;
  const [was, is] = [before.sources.roster, after.sources.roster];
  return (
    isDeepStrictEqual(entriesOf(is), changed(entriesOf(was), change)) &&
    isDeepStrictEqual(is?.organizations ?? {}, was?.organizations ?? {})
  );
}
