import { diffArrays } from 'diff';

/** Lines of the old text, from `start` up to and without `end`, and what stands in their place. */
interface Change {
  start: number;
  end: number;
  lines: string[];
}

function changesBetween(old: string[], now: string[]): Change[] {
  const changes: Change[] = [];
  let at = 0;
  for (const { value, added, removed } of diffArrays(old, now)) {
    const last = changes.at(-1);
    const open = last?.end === at ? last : null;
    if (removed) {
      if (open === null) changes.push({ start: at, end: at + value.length, lines: [] });
      else open.end = at + value.length;
    } else if (added) {
      if (open === null) changes.push({ start: at, end: at, lines: value });
      else open.lines = value;
    }
    if (!added) at += value.length;
  }
  return changes;
}

/** Both sides' changes of one text; null where they touch the same lines, or neighbours, in different ways. */
export function mergeLines(old: string, ours: string, theirs: string): string | null {
  const split = (text: string): string[] => text.split(/(?<=\n)/);
  const lines = split(old);
  const mine = changesBetween(lines, split(ours));
  const yours = changesBetween(lines, split(theirs));
  const same = (a: Change, b: Change): boolean =>
    a.start === b.start && a.end === b.end && a.lines.join('') === b.lines.join('');
  const touching = (a: Change, b: Change): boolean => a.start <= b.end && b.start <= a.end;
  const fresh = yours.filter((change) => !mine.some((other) => same(change, other)));
  if (fresh.some((change) => mine.some((other) => touching(change, other)))) return null;
  // From the end, so that what is still to come keeps its place.
  for (const { start, end, lines: replaced } of [...mine, ...fresh].sort((a, b) => b.start - a.start)) {
    lines.splice(start, end - start, ...replaced);
  }
  return lines.join('');
}
