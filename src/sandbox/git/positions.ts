import { diffArrays } from 'diff';

/** A line of a hunk: its text with the mark, and its numbers before and after (null on the side where it is not). */
interface HunkLine {
  text: string;
  left: number | null;
  right: number | null;
}

function hunksOf(patch: string): { header: string; lines: HunkLine[] }[] {
  const hunks: { header: string; lines: HunkLine[] }[] = [];
  let [left, right] = [0, 0];
  for (const text of patch.split('\n')) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (header) {
      [left, right] = [Number(header[1]), Number(header[2])];
      hunks.push({ header: text, lines: [] });
    } else if (text.startsWith('+')) hunks.at(-1)?.lines.push({ text, left: null, right: right++ });
    else if (text.startsWith('-')) hunks.at(-1)?.lines.push({ text, left: left++, right: null });
    else if (text.startsWith(' ')) hunks.at(-1)?.lines.push({ text, left: left++, right: right++ });
  }
  return hunks;
}

const numberOn = (line: HunkLine, side: 'LEFT' | 'RIGHT'): number | null => (side === 'LEFT' ? line.left : line.right);

/**
 * The hunk down to a line, as a review comment shows it; null where the line is not in the diff. With a start line the
 * two must stand in one hunk, in order.
 */
export function hunkAt(
  patch: string,
  line: { number: number; side: 'LEFT' | 'RIGHT' },
  start: { number: number; side: 'LEFT' | 'RIGHT' } | null = null,
): string | null {
  for (const { header, lines } of hunksOf(patch)) {
    const end = lines.findIndex((one) => numberOn(one, line.side) === line.number);
    if (end < 0) continue;
    if (start !== null) {
      const begin = lines.findIndex((one) => numberOn(one, start.side) === start.number);
      if (begin < 0 || begin > end) return null;
    }
    return [header, ...lines.slice(0, end + 1).map(({ text }) => text)].join('\n');
  }
  return null;
}

/** Where a line of the old text stands in the new one; null where it was changed or removed. Lines count from 1. */
export function followLine(before: string, after: string, line: number): number | null {
  let [old, now] = [1, 1];
  for (const part of diffArrays(before.split('\n'), after.split('\n'))) {
    const count = part.value.length;
    if (part.added) now += count;
    else if (part.removed) {
      if (line < old + count) return null;
      old += count;
    } else {
      if (line < old + count) return now + line - old;
      [old, now] = [old + count, now + count];
    }
  }
  return null;
}
