import { targetName, TARGETS, type Target } from '../judge/ladder/steps.js';
import type { Place } from '../ledger/nomination-lines.js';
import { personInWords } from '../rules/words.js';

/** What people write for a place; longer ones first, so that none is taken for the beginning of another. */
const WORDS: readonly (readonly [words: string, place: Place])[] = [
  ['lead maintainer', 'lead-maintainer'],
  ['core maintainer', 'core-maintainer'],
  ['community moderator', 'moderator'],
  ['working group member', 'wg-member'],
  ['wg member', 'wg-member'],
  ['wg lead', 'lead'],
  ['ig facilitator', 'lead'],
  ['facilitator', 'lead'],
  ['maintainer', 'maintainer'],
  ['moderator', 'moderator'],
  ['member', 'member'],
  ['core', 'core-maintainer'],
  ['lead', 'lead'],
];

/** A place and what stands behind it, from words such as `WG Member of Transports`; null where they begin with none. */
export function placeIn(words: readonly string[]): { place: Place; rest: string } | null {
  const text = words.join(' ').replace(/-/g, ' ').toLowerCase();
  for (const [name, place] of WORDS) {
    if (text !== name && !text.startsWith(`${name} `)) continue;
    // Hyphens of a group's slug are kept: the words are counted, and not the letters.
    const left = words.join(' ').slice(name.length).trim();
    return { place, rest: left.replace(/^(?:of|in|:)\s+(?:the\s+)?/i, '') };
  }
  return null;
}

/** Whether a place is one in a group. */
export const isGroupPlace = (place: Place): boolean => place === 'wg-member' || place === 'lead';

/** Whether somebody can be nominated for a place: a Lead Maintainer only ever comes by succession. */
export const isTarget = (place: Place): place is Target => TARGETS.some((one) => one === place);

/** A place for people: `a Core Maintainer`, `lead of the File Uploads Working Group`. @param title of the group */
export function placeInWords(place: Place, title: string | null): string {
  if (place === 'everything') return 'every role and place';
  const name = isTarget(place) ? `a ${targetName(place)}` : personInWords(place);
  return title === null ? name : `${name} of the ${title}`;
}
