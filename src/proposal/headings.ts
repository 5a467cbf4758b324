import { markdownLines } from './markdown-lines.js';
import type { Lines } from './source.js';
import type { Heading } from './types.js';

/**
 * The headings of a document by one pass over its lines. A Markdown parser would give the same answer, but hostile
 * input makes parsers slow, and every reading needs this. Headings in code, comments and front matter do not count.
 */
export function scanHeadings(lines: Lines): Heading[] {
  const headings: Heading[] = [];
  let previous = '';
  for (const { line, number, kind, hidden } of markdownLines(lines)) {
    // In code, or in a comment that begins its line.
    if (kind !== 'prose' || hidden[0]?.start === 0) {
      previous = '';
      continue;
    }
    const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line.text);
    if (atx) {
      headings.push({ depth: atx[1]?.length ?? 1, text: trimClosing(atx[2] ?? ''), line: number });
      previous = '';
      continue;
    }
    const underline = /^ {0,3}(=+|-+)[ \t]*$/.exec(line.text);
    if (underline && isParagraph(previous)) {
      headings.push({ depth: underline[1]?.startsWith('=') ? 1 : 2, text: previous.trim(), line: number - 1 });
      previous = '';
      continue;
    }
    previous = line.text;
  }
  return headings;
}

/** A heading's text without the run of `#` that may close it. */
export function trimClosing(text: string): string {
  const trimmed = text.trim();
  // A closing run of # counts only after a space. A loop and no pattern: `a # # #…` would make one quadratic.
  let end = trimmed.length;
  while (end > 0 && trimmed[end - 1] === '#') end--;
  if (end === trimmed.length) return trimmed;
  if (end === 0) return '';
  return /[ \t]/.test(trimmed[end - 1] ?? '') ? trimmed.slice(0, end).trimEnd() : trimmed;
}

function isParagraph(text: string): boolean {
  return text.trim() !== '' && !/^(?: {4}|\t|\s*(?:[-*+>|]|\d{1,9}[.)])(?:\s|$)|\s*\|)/.test(text);
}
