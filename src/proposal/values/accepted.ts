import type { AcceptedVote } from '../types.js';
import { findDay, isoDay } from './date.js';
import { textOf, type Piece } from './inline.js';
import { saysAbsent } from './absent.js';
import type { Say } from './say.js';

/** `2025-11-28, 8 Yes, 0 No, 0 Absent per vote.`; null where the field says that there is none. */
export function readAccepted(value: readonly Piece[], say: Say): AcceptedVote | null {
  const raw = textOf(value);
  if (raw === '' || saysAbsent(raw)) return null;
  const at = raw.search(
    /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[A-Za-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}/,
  );
  const day = at === -1 ? null : findDay(raw.slice(at));
  const vote: AcceptedVote = {
    date: day && isoDay(day.year, day.month, day.day),
    yes: count(raw, 'yes|ayes?|in favou?r|for|approvals?'),
    no: count(raw, 'no|nays?|against|rejections?'),
    absent: count(raw, 'absent|absences?|not voting'),
    raw,
  };
  if (vote.date === null) {
    say(
      'warning',
      'preamble/accepted',
      `"${raw}" names no day on which the proposal was accepted.`,
      'Begin with the day as YYYY-MM-DD.',
    );
  }
  return vote;
}

/** `8 Yes` or `Yes: 8`. */
function count(text: string, words: string): number | null {
  const before = new RegExp(`(?<![\\d-])(\\d{1,4})\\s+(?:${words})\\b`, 'i').exec(text)?.[1];
  const after = new RegExp(`\\b(?:${words})\\s*[:=]\\s*(\\d{1,4})(?![\\d-])`, 'i').exec(text)?.[1];
  const found = before ?? after;
  return found === undefined ? null : Number(found);
}
