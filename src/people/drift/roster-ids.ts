import { contradiction } from '../problems.js';
import type { DriftCheck } from './types.js';

/**
 * Entries of the roster without the numeric ids of their accounts. Such a login is pinned to the account that has it
 * when Convenor first sees it; until then nobody would notice that it changed hands.
 */
export const idsMissing: DriftCheck = ({ sources: { roster } }) => {
  const without = (roster?.people ?? []).filter(({ ids, logins }) => ids.length < logins.length);
  const [first] = without;
  if (!roster || !first) return [];
  const entries = without.length === 1 ? '1 entry has' : `${without.length} entries have`;
  return [
    contradiction(
      'people/ids-missing',
      'info',
      { path: roster.source, line: first.lines.logins },
      [],
      `${entries} fewer ids than logins, the first of them here (@${first.logins[0] ?? ''}).`,
      'Add `ids` (`gh api users/LOGIN --jq .id`): then a login that changes hands is noticed at once.',
    ),
  ];
};
