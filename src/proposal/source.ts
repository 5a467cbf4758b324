import type { Point, Span } from './types.js';

/** Largest file that is read, in bytes: fourteen times the longest proposal known (73,833 bytes). */
export const MAX_BYTES = 1024 * 1024;

/** Why a file cannot be read as text. */
export type Unreadable = 'not-utf8' | 'binary' | 'empty' | 'too-large';

export type Decoded = { text: string; problem: null } | { text: ''; problem: Unreadable };

/** The file's text, or why there is none. Strict: a byte that is not UTF-8 is never replaced in silence. */
export function decode(source: string | Uint8Array): Decoded {
  const bytes = typeof source === 'string' ? Buffer.byteLength(source) : source.byteLength;
  if (bytes > MAX_BYTES) return { text: '', problem: 'too-large' };
  let text: string;
  if (typeof source === 'string') text = source;
  else {
    if (source.includes(0)) return { text: '', problem: 'binary' };
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source);
    } catch {
      return { text: '', problem: 'not-utf8' };
    }
  }
  if (text.includes('\0')) return { text: '', problem: 'binary' };
  if (text.replace(/^\uFEFF/, '').trim() === '') return { text: '', problem: 'empty' };
  return { text, problem: null };
}

/** One physical line: its text without the line break, and where it begins. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

/** A text cut into lines, as GitHub and Markdown count them (`\n`, `\r\n` and a lone `\r`). */
export class Lines {
  readonly all: readonly Line[];

  constructor(readonly text: string) {
    const lines: Line[] = [];
    let start = 0;
    for (const match of text.matchAll(/\r\n|\n|\r/g)) {
      lines.push({ text: text.slice(start, match.index), start });
      start = match.index + match[0].length;
    }
    lines.push({ text: text.slice(start), start });
    this.all = lines;
  }

  /** Line and column of an offset. */
  point(offset: number): Point {
    let low = 0;
    let high = this.all.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.startOf(low) + 1, offset };
  }

  span(start: number, end: number): Span {
    return { start: this.point(start), end: this.point(end) };
  }

  /** The whole lines that a stretch touches, without the last one's line break. */
  wholeLines(start: number, end: number): Span {
    const first = this.point(start).line - 1;
    const last = this.point(Math.max(start, end)).line - 1;
    return this.span(this.startOf(first), this.startOf(last) + (this.all[last]?.text.length ?? 0));
  }

  private startOf(index: number): number {
    return this.all[index]?.start ?? 0;
  }
}
