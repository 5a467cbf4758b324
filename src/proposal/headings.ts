import type { Line, Lines } from './source.js';
import type { Heading } from './types.js';

/**
 * The headings of a document by one pass over its lines. A Markdown parser would give the same answer, but hostile
 * input makes parsers slow, and every reading needs this. Headings in code, comments and front matter do not count.
 */
export function scanHeadings(lines: Lines): Heading[] {
  const headings: Heading[] = [];
  let previous = '';
  for (const { line, number } of proseLines(lines)) {
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

/** The lines that are Markdown and not code, a comment or front matter; `number` counts from 1. */
export function* proseLines(lines: Lines): Generator<{ line: Line; number: number }> {
  let fence: { mark: string; length: number } | null = null;
  let comment = false;
  for (let index = frontMatterEnd(lines); index < lines.all.length; index++) {
    const stored = lines.all[index];
    if (!stored) break;
    const line = index === 0 ? { ...stored, text: stored.text.replace(/^\uFEFF/, '') } : stored;
    if (fence) {
      if (closesFence(line.text, fence)) fence = null;
      continue;
    }
    if (comment) {
      comment = !line.text.includes('-->');
      continue;
    }
    const opening = openingFence(line.text);
    if (opening) {
      fence = opening;
      continue;
    }
    if (/^ {0,3}<!--/.test(line.text)) {
      comment = !line.text.includes('-->');
      continue;
    }
    yield { line, number: index + 1 };
  }
}

/** The fence that a line opens, also inside a list item (hence any indentation), or null. */
export function openingFence(text: string): { mark: string; length: number } | null {
  const match = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})(.*)$/.exec(text);
  const run = match?.[1];
  const mark = run?.[0];
  if (run === undefined || mark === undefined || (mark === '`' && match?.[2]?.includes('`'))) return null;
  return { mark, length: run.length };
}

export function closesFence(text: string, fence: { mark: string; length: number }): boolean {
  const trimmed = text.trim();
  return trimmed.length >= fence.length && trimmed === fence.mark.repeat(trimmed.length);
}

/** The index of the first line after YAML front matter; 0 where there is none. */
export function frontMatterEnd(lines: Lines): number {
  const opening = frontMatterStart(lines);
  const closing = opening === -1 ? -1 : lines.all.findIndex(({ text }, index) => index > opening && DASHES.test(text));
  return closing === -1 ? 0 : closing + 1;
}

const DASHES = /^---[ \t]*$/;
/** Blank lines and comments that somebody left above the front matter; more than these are a document of its own. */
const MOST_ABOVE = 20;

/**
 * The index of the line of dashes that opens YAML front matter; -1 where there is none. It belongs on the first line.
 * Below blank lines and comments it counts where a key follows: there Markdown sees a rule, and a heading made of keys.
 */
export function frontMatterStart(lines: Lines): number {
  for (const [index, { text }] of lines.all.slice(0, MOST_ABOVE).entries()) {
    const line = index === 0 ? text.replace(/^\uFEFF/, '') : text;
    if (DASHES.test(line))
      return index === 0 || /^[A-Za-z][\w -]{0,40}:/.test(lines.all[index + 1]?.text ?? '') ? index : -1;
    if (line.trim() !== '' && !/^\s*<!--(?:(?!-->).){0,1000}-->\s*$/.test(line)) return -1;
  }
  return -1;
}

function trimClosing(text: string): string {
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
