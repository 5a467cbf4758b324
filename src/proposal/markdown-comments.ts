import type { Line } from './source.js';

/** A stretch of one line, as offsets in its text; `end` is the one after it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A comment that began on an earlier line of its paragraph ends here. */
interface Close {
  readonly index: number;
  readonly end: number;
}

/**
 * HTML comments in running text, read line by line as CommonMark reads them: an escape, a code span, a tag and a link's
 * target bind first, and a comment closes in its own paragraph. Whatever this cannot tell for sure is no comment: what is
 * taken for one is hidden from the hash that an acceptance stands for, so a doubt is shown.
 */
export class InlineComments {
  /** Something before began and did not end on its line: until the next blank line nothing is hidden any more. */
  private unsure = false;
  private closes: Close | null = null;

  constructor(private readonly lines: readonly Line[]) {}

  /** A blank line: the next one begins a paragraph. */
  ends(): void {
    this.unsure = false;
    this.closes = null;
  }

  /** What began may go on in another way than a paragraph does: nothing is hidden until the next blank line. */
  doubt(): void {
    this.unsure = true;
    this.closes = null;
  }

  /**
   * The comments on a line, to be asked for each line of a paragraph in turn; `from` is where its inline text begins.
   * `alone` where the text ends with its line, as a heading's does.
   */
  on(index: number, from: number, alone: boolean): readonly Stretch[] {
    const text = this.lines[index]?.text ?? '';
    const hidden: Stretch[] = [];
    let at = from;
    if (this.closes) {
      if (this.closes.index > index) return [{ start: 0, end: text.length }];
      hidden.push({ start: 0, end: this.closes.end });
      at = this.closes.end;
      this.closes = null;
    }
    while (!this.unsure) {
      BEGINS.lastIndex = at;
      const begins = BEGINS.exec(text);
      if (!begins) return hidden;
      if (begins[0] === '<!--') {
        const comment = this.comment(text, begins.index, alone ? null : index);
        if (comment) hidden.push(comment);
        at = comment?.end ?? text.length;
      } else at = this.other(text, begins[0], begins.index);
    }
    return hidden;
  }

  private comment(text: string, start: number, index: number | null): Stretch | null {
    const close = text.indexOf('-->', start + 2);
    if (close !== -1) {
      if (isPlain(text.slice(start + 4, close))) return { start, end: close + 3 };
      this.doubt();
      return null;
    }
    const closes = index === null ? null : this.closeBelow(index, text.slice(start + 4));
    if (!closes) this.doubt();
    this.closes = closes;
    return closes && { start, end: text.length };
  }

  /** Where a comment that `begins` so on a line ends further below in its paragraph. */
  private closeBelow(index: number, begins: string): Close | null {
    const content = [begins];
    for (let next = index + 1; ; next++) {
      const line = this.lines[next]?.text ?? '';
      // Another block ends the paragraph, and what only looks like one is a doubt.
      if (line.trim() === '' || BLOCK.test(line)) return null;
      const end = line.indexOf('-->');
      content.push(end === -1 ? line : line.slice(0, end));
      if (end !== -1) return isPlain(content.join('\n')) ? { index: next, end: end + 3 } : null;
    }
  }

  /** The offset after an escape, a code span, a tag or a link's target. */
  private other(text: string, begins: string, start: number): number {
    if (begins.startsWith('\\')) return start + 2;
    const pattern = begins.startsWith('<') ? TAG : begins.startsWith(']') ? TARGET : null;
    const end = pattern ? endOf(pattern, text, start) : endOfSpan(text, start, begins.length);
    // A cell's bar divides what would be one span in a sentence; and who knows whether these brackets are a link.
    const inside = text.slice(start, end ?? start);
    if (end === null || inside.includes('|') || (pattern === TARGET && /[`<]/.test(inside))) this.doubt();
    return end ?? text.length;
  }
}

const BEGINS = /\\[!-/:-@[-`{-~]|`+|<!--|<[A-Za-z/?!]|\]\(/g;
const TAG =
  /<(?:[A-Za-z][A-Za-z0-9-]*(?:[ \t]+[A-Za-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t]*\/?|\/[A-Za-z][A-Za-z0-9-]*[ \t]*|[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>/y;
const TARGET = /\]\([ \t]*(?:<[^<>\\]*>|(?:[^\s()<>\\]|\([^\s()\\]*\))*)(?:[ \t]+(?:"[^"\\]*"|'[^'\\]*'))?[ \t]*\)/y;
/** What may begin a block that is no paragraph, or be the line below a heading or a table's head. */
const BLOCK = /^[ \t]*(?:[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|[>#<[]|`{3}|~{3}|[|:=*_-][|:=*_ \t-]*$)|\|/;

function endOf(pattern: RegExp, text: string, start: number): number | null {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function endOfSpan(text: string, start: number, length: number): number | null {
  const runs = /`+/g;
  runs.lastIndex = start + length;
  for (let run = runs.exec(text); run; run = runs.exec(text)) {
    if (run[0].length === length) return run.index + length;
  }
  return null;
}

/** Older readers, GitHub's among them, take a comment with these for text. */
function isPlain(content: string): boolean {
  return !/^-?>|--|-$|\|/.test(content);
}
