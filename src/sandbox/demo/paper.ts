import { stripVTControlCharacters } from 'node:util';
import type { Io } from '../../cli/io.js';
import { clean, painter, type Paint } from '../../cli/terminal.js';

/** Lines longer than this are hard to read; a narrower terminal breaks them earlier. */
const WIDEST = 92;
const NARROWEST = 40;
/** Where the facts of a chapter begin, behind what kind of fact it is. */
const INDENT = 13;

/** Writes for people: wrapped to the width, in colour only where a terminal shows it. */
export class Paper {
  readonly paint: Paint;
  readonly width: number;

  /** @param columns of the terminal; undefined where there is none */
  constructor(
    private readonly io: Io,
    columns?: number,
  ) {
    this.paint = painter(io);
    this.width = Math.max(NARROWEST, Math.min(columns ?? WIDEST, WIDEST));
  }

  /** A line as it is. */
  line(text = ''): void {
    this.io.stdout.write(`${text.trimEnd()}\n`);
  }

  /** A paragraph. @param indent columns left free */
  paragraph(text: string, indent = 0): void {
    for (const line of wrap(clean(text), this.width - indent)) this.line(' '.repeat(indent) + line);
  }

  /** Facts of one kind: its name, then each fact wrapped beside it. `paint` colours a whole fact. */
  facts(name: string, facts: readonly string[], paint: (line: string) => string = (line) => line): void {
    let label = `    ${name}`.padEnd(INDENT);
    for (const fact of facts) {
      for (const line of wrap(clean(fact), this.width - INDENT)) {
        this.line(`${this.paint('quiet', label)}${paint(line)}`);
        label = ' '.repeat(INDENT);
      }
    }
  }
}

/** Breaks a text at spaces; a word that is longer than the width stays whole. Later lines stand below the first one's words. */
export function wrap(text: string, width: number): string[] {
  const indent = /^[ ]*/.exec(text)?.[0] ?? '';
  const [mark = ''] = /^[-+│] /.exec(text.trimStart()) ?? [];
  const hanging = indent + (mark === '│ ' ? mark : ' '.repeat(mark.length));
  const lines: string[] = [];
  let line = indent;
  for (const word of text.trim().split(' ')) {
    const longer = line.trim() === '' ? `${line}${word}` : `${line} ${word}`;
    if (visible(longer) <= width || line.trim() === '') line = longer;
    else {
      lines.push(line);
      line = hanging + word;
    }
  }
  return [...lines, line];
}

const visible = (text: string): number => stripVTControlCharacters(text).length;
