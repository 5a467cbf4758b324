import { structuredPatch } from 'diff';

/** A change of more lines comes without its patch. The number is observed, GitHub documents none. */
const MOST_CHANGED_LINES = 3000;
/** Git looks for a NUL in this many bytes to tell a binary file. */
const BINARY_PROBE = 8000;

export interface Patch {
  additions: number;
  deletions: number;
  /** null for binary files, for what is too large, and where no line changed. */
  text: string | null;
}

export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, BINARY_PROBE).includes(0);
}

/** The change of a file as GitHub gives it: unified hunks with three lines of context, without the file header. */
export function patchOf(before: Uint8Array, after: Uint8Array): Patch {
  if (isBinary(before) || isBinary(after)) return { additions: 0, deletions: 0, text: null };
  const [oldText, newText] = [Buffer.from(before).toString('utf8'), Buffer.from(after).toString('utf8')];
  const oldLines = oldText.split('\n');
  const { hunks } = structuredPatch('', '', oldText, newText, '', '', { context: 3 });
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const count = (mark: string): number => lines.filter((line) => line.startsWith(mark)).length;
  const [additions, deletions] = [count('+'), count('-')];
  if (lines.length === 0 || additions + deletions > MOST_CHANGED_LINES) return { additions, deletions, text: null };
  const text = hunks
    .map((hunk) => {
      const section = sectionBefore(oldLines, hunk.oldStart);
      return [
        `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@${section}`,
        ...hunk.lines,
      ].join('\n');
    })
    .join('\n');
  return { additions, deletions, text };
}

/** Git leaves out a length of one, and counts an empty side from the line before it. */
function range(start: number, length: number): string {
  if (length === 0) return `${String(Math.max(0, start - 1))},0`;
  return length === 1 ? String(start) : `${String(start)},${String(length)}`;
}

/** The last line before the hunk that begins with a letter, `_` or `$`: what Git prints behind the second `@@`. */
function sectionBefore(lines: readonly string[], start: number): string {
  for (let index = start - 2; index >= 0; index--) {
    const line = lines[index];
    if (line !== undefined && /^[A-Za-z_$]/.test(line)) return ` ${line.slice(0, 80).trimEnd()}`;
  }
  return '';
}
