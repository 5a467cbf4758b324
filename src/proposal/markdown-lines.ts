import { frontMatterEnd } from './front-matter.js';
import { htmlBlock, ONE_TAG } from './markdown-html.js';
import { InlineComments, type Stretch } from './markdown-comments.js';
import type { Line, Lines } from './source.js';

/** A line of the document as Markdown takes it. */
export interface MarkdownLine {
  readonly line: Line;
  /** From 1. */
  readonly number: number;
  /** `opens` and `closes` are the fences of a code block; `front` is front matter. */
  readonly kind: 'prose' | 'opens' | 'code' | 'closes' | 'front';
  /** HTML comments on it, in order: nobody who reads the page sees them. */
  readonly hidden: readonly Stretch[];
}

/**
 * The lines of a document with its code and its comments told apart, by one pass: everything that reads the body shares
 * this. It follows CommonMark's blocks as far as code and comments need it; a Markdown parser would give the same answer,
 * but hostile input makes parsers slow. Quotes are not entered, so nothing in one is hidden. Where a parser could see
 * more than is followed here, a line has no comment: shown.
 */
export function* markdownLines(lines: Lines): Generator<MarkdownLine> {
  const front = frontMatterEnd(lines);
  const blocks = new Blocks(lines.all);
  for (const [index, stored] of lines.all.entries()) {
    const line = index === 0 ? { ...stored, text: stored.text.replace(/^\uFEFF/, '') } : stored;
    const { kind, hidden } = index < front ? FRONT : blocks.read(index, line.text);
    yield { line, number: index + 1, kind, hidden };
  }
}

/** The line without its comments: left out, or blanked by spaces so that columns still hold. */
export function withoutComments({ line: { text }, hidden }: MarkdownLine, as: 'left out' | 'blank'): string {
  if (hidden.length === 0) return text;
  let shown = '';
  let from = 0;
  for (const { start, end } of hidden) {
    shown += text.slice(from, start) + (as === 'blank' ? ' '.repeat(end - start) : '');
    from = end;
  }
  return shown + text.slice(from);
}

type Read = Pick<MarkdownLine, 'kind' | 'hidden'>;

const FRONT: Read = { kind: 'front', hidden: [] };
const CODE: Read = { kind: 'code', hidden: [] };
const SHOWN: Read = { kind: 'prose', hidden: [] };

/** An open block that goes on until its end, or until the list item around it ends. */
interface Open {
  readonly kind: 'fence' | 'comment' | 'html';
  readonly ends: RegExp;
  /** The column at which the content of the list item around it begins. */
  readonly column: number;
}

/** Lists in lists deeper than this are no person's. */
const DEEPEST = 50;

/** The state between the lines. */
class Blocks {
  /** The columns at which the contents of the open list items begin, outermost first. */
  private items: number[] = [];
  private readonly inline: InlineComments;
  private open: Open | null = null;
  /** Whether the line before belongs to a paragraph that this one may go on with. */
  private paragraph = false;
  /** Whether the line before begins a list item and says nothing. */
  private emptyItem = false;
  /** Whether the lines since the last blank one belong to a table, or to HTML that ends at a blank line. */
  private table = false;
  private html = false;
  /** Whether the paragraph begins in a quote. */
  private quote = false;
  /** Whether the last line that says something is indented code: remark takes no empty list item below it. */
  private code = false;
  /** Whether something was met that parsers take in several ways: from there on nothing is hidden. */
  private lost = false;

  constructor(lines: readonly Line[]) {
    this.inline = new InlineComments(lines);
  }

  read(index: number, text: string): Read {
    const start = text.search(/\S|$/);
    const blank = start === text.length;
    const indent = columnAt(text, start);
    if (this.open && (blank || indent >= this.open.column)) return this.inside(this.open, text, indent);
    this.open = null;
    if (blank) {
      if (this.emptyItem) this.items.pop();
      this.between();
      return SHOWN;
    }
    const read = this.block(index, text, start, indent);
    this.code = read === CODE;
    return this.lost ? { ...read, hidden: [] } : read;
  }

  private inside({ kind, ends, column }: Open, text: string, indent: number): Read {
    const end = kind === 'fence' && indent - column >= 4 ? null : ends.exec(text);
    if (end) this.open = null;
    if (kind === 'fence') return end ? { kind: 'closes', hidden: [] } : CODE;
    if (kind === 'html') return CODE;
    const after = end ? end.index + end[0].length : text.length;
    return { kind: 'prose', hidden: this.lost ? [] : [{ start: 0, end: after }] };
  }

  /** What comes next belongs to no block of before, but for the lists around it. */
  private between(): void {
    this.inline.ends();
    this.paragraph = this.emptyItem = this.table = this.html = this.quote = false;
  }

  private block(index: number, text: string, start: number, indent: number): Read {
    const rest = text.slice(start);
    this.emptyItem = false;
    const goesOn = this.paragraph && !this.table && !this.html && !this.interrupts(rest, indent);
    // A quote may end in something that nothing goes on with, and a tag here is one of several things.
    this.lost ||= goesOn && (this.quote || (rest.startsWith('<') && indent < (this.items.at(-1) ?? 0)));
    if (goesOn) return this.prose(index, start);
    const inside = this.items.length;
    while ((this.items.at(-1) ?? 0) > indent) this.items.pop();
    if (this.items.length < inside) this.between();
    if (this.html) return this.prose(index, start);
    if (indent - (this.items.at(-1) ?? 0) >= 4) {
      this.between();
      return CODE;
    }
    return this.markers(index, text, start, indent);
  }

  /** Whether a line right below a paragraph begins a block of its own. */
  private interrupts(rest: string, indent: number): boolean {
    if (!/^[>#<`~|:=_*+\-\d[]/.test(rest)) return false;
    const around = this.items.findLast((each) => each <= indent) ?? 0;
    if (indent - around >= 4) return false;
    if (RULE.test(rest) || HEADING.test(rest) || FOOTNOTE.test(rest) || rest.startsWith('>')) return true;
    if (rest.startsWith('<')) return htmlBlock(rest) !== null;
    // What stands less deep than the list item around the paragraph cannot underline it.
    if (UNDERLINE.test(rest) && indent >= (this.items.at(-1) ?? 0)) return true;
    const mark = MARKER.exec(rest)?.[1];
    if (mark !== undefined) return this.items.length > 0 || (rest.trimEnd() !== mark && /^(?:\D|1.$)/.test(mark));
    return openingFence(rest) !== null;
  }

  /** The list items that a line begins, and what stands in the innermost. */
  private markers(index: number, text: string, from: number, indent: number): Read {
    let start = from;
    let column = indent;
    for (;;) {
      const rest = text.slice(start);
      const note = FOOTNOTE.exec(rest);
      const [, mark, space] = note ?? MARKER.exec(rest) ?? [];
      if (mark === undefined || space === undefined || RULE.test(rest)) break;
      if (this.paragraph && /^-+[ \t]*$/.test(rest)) break;
      const content = start + mark.length + space.length;
      const empty = content === text.length;
      // remark takes neither for an item below what it must not interrupt, other parsers do.
      this.lost ||= (this.code || this.table) && (empty || !/^(?:\D|1.$)/.test(mark));
      this.lost ||= empty && start !== from;
      if (this.items.length === DEEPEST) {
        this.lost = true;
        break;
      }
      this.between();
      const gap = columnAt(text, content, start, column) - column - mark.length;
      if (note) column = (this.items.at(-1) ?? 0) + 4;
      this.emptyItem = empty && !note;
      this.items.push(note ? column : column + mark.length + (gap > 4 || empty ? 1 : gap));
      if (empty || gap > 4) return SHOWN;
      if (!note) column += mark.length + gap;
      start = content;
    }
    return this.leaf(index, text, start);
  }

  private leaf(index: number, text: string, start: number): Read {
    const rest = text.slice(start);
    const column = this.items.at(-1) ?? 0;
    const fence = openingFence(rest);
    if (fence) {
      this.between();
      this.open = { kind: 'fence', ends: closingFence(fence), column };
      return { kind: 'opens', hidden: [] };
    }
    const html = rest.startsWith('<') ? htmlBlock(rest) : null;
    if (html === 'comment' && !this.table) return this.comment(index, text, start, column);
    if (html instanceof RegExp) {
      this.between();
      if (!html.test(rest)) this.open = { kind: 'html', ends: html, column };
      return CODE;
    }
    if (html === 'until blank' || (!this.paragraph && !this.table && ONE_TAG.test(rest))) {
      this.between();
      this.html = true;
      return this.prose(index, start);
    }
    if (HEADING.test(rest)) {
      this.between();
      const read = this.prose(index, start, true);
      this.between();
      return read;
    }
    if (RULE.test(rest)) {
      this.between();
      return SHOWN;
    }
    if (this.paragraph && UNDERLINE.test(rest)) {
      this.paragraph = false;
      this.table ||= /[|:]/.test(rest);
      return SHOWN;
    }
    // In a quote, and where a link is defined, other rules hold.
    this.quote = rest.startsWith('>');
    if (this.quote || (rest.startsWith('[') && !/^\[[^\][\\]*\][^:]/.test(rest))) this.inline.doubt();
    return this.prose(index, start);
  }

  /** A comment that begins its line may hold anything, blank lines too, and runs to the end of the document if need be. */
  private comment(index: number, text: string, start: number, column: number): Read {
    this.between();
    const close = text.indexOf('-->', start + 2);
    if (close === -1) {
      this.open = { kind: 'comment', ends: /-->/, column };
      return { kind: 'prose', hidden: [{ start, end: text.length }] };
    }
    const more = this.inline.on(index, close + 3, true);
    this.between();
    return { kind: 'prose', hidden: [{ start, end: close + 3 }, ...more] };
  }

  private prose(index: number, start: number, alone = this.table): Read {
    this.paragraph = true;
    const hidden = this.inline.on(index, start, alone);
    return hidden.length === 0 ? SHOWN : { kind: 'prose', hidden };
  }
}

const MARKER = /^([-+*]|\d{1,9}[.)])([ \t]+|$)/;
/** The text of a footnote belongs to it like a list item's. */
const FOOTNOTE = /^(\[\^[^\]\s]{1,200}\]:)([ \t]*)/;
const HEADING = /^#{1,6}(?:[ \t]|$)/;
const RULE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
/** Below a paragraph: a heading's underline, or the line between a table's head and body. */
const UNDERLINE = /^(?:=+[ \t]*|(?=[^-]*-)[|:-][|: \t-]*)$/;
function openingFence(rest: string): { mark: string; length: number } | null {
  const match = /^(`{3,}|~{3,})(.*)$/.exec(rest);
  const run = match?.[1];
  const mark = run?.[0];
  if (run === undefined || mark === undefined || (mark === '`' && match?.[2]?.includes('`'))) return null;
  return { mark, length: run.length };
}

const closingFence = ({ mark, length }: { mark: string; length: number }): RegExp =>
  new RegExp(`^[ \\t]*${mark}{${length},}[ \\t]*$`);

/** The column of an offset, where a tab goes on to the next multiple of four; counted from `from`, which is at `column`. */
function columnAt(text: string, offset: number, from = 0, column = 0): number {
  let at = column;
  for (let index = from; index < offset; index++) at += text[index] === '\t' ? 4 - (at % 4) : 1;
  return at;
}
