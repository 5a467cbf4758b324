import { createHash } from 'node:crypto';
import { trimClosing } from './headings.js';
import { markdownLines, withoutComments } from './markdown-lines.js';
import type { Lines } from './source.js';
import type { Heading } from './types.js';

/** A document's body, as far as the hash needs it. */
export interface Normative {
  readonly title: string | null;
  readonly lines: Lines;
  readonly headings: readonly Heading[];
  /** The numbers of the preamble's lines, from 1. */
  readonly bookkeeping: ReadonlySet<number>;
}

/**
 * SHA-256 in hex of a proposal's normative text: its title and its body.
 *
 * Left out, because it changes what is shown or kept in the books and not what is proposed: the preamble, the number in
 * the heading, HTML comments, white space and line breaks, the marks of emphasis, headings and lists, a table's padding
 * and delimiter rows, rules, needless backslashes. Inside code blocks every character counts but trailing white space.
 * One pass over the lines, so that hostile text costs no more than any other.
 */
export function hashNormativeText(normative: Normative): string {
  const hash = createHash('sha256');
  hash.update(`${prose(normative.title ?? '')}\n`);
  for (const token of tokens(normative)) hash.update(token);
  return hash.digest('hex');
}

function* tokens({ lines, headings, bookkeeping }: Normative): Generator<string> {
  const headingLines = new Set(headings.map((heading) => heading.line));
  for (const each of markdownLines(lines)) {
    if (bookkeeping.has(each.number)) continue;
    const { text } = each.line;
    if (each.kind === 'opens') yield `\u0001${text.replace(/^[^`~]*[`~]+/, '').trim()}\n`;
    else if (each.kind === 'closes') yield '\u0002';
    else if (each.kind === 'code') yield `${text.trimEnd()}\n`;
    else {
      const visible = withoutComments(each, 'left out');
      const shown = prose(headingLines.has(each.number) ? heading(visible) : line(visible));
      if (shown !== '') yield `${shown} `;
    }
  }
}

/** A heading in one way, however it is marked and whatever its level. */
function heading(text: string): string {
  return `# ${trimClosing(text.trim().replace(/^#{1,6}(?:[ \t]+|$)/, ''))}`;
}

/** A line without the marks of its block: headings, rules, list markers, quotes, a table's delimiter row. */
function line(text: string): string {
  const bare = text.trim();
  if (/^(?:[-*_=][ \t]*)+$/.test(bare) || /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/.test(bare)) return '';
  if (bare.startsWith('|')) {
    return bare
      .split('|')
      .map((cell) => cell.trim())
      .join('|');
  }
  return bare.replace(/^[*+-][ \t]+/, '- ').replace(/^\d{1,9}[.)][ \t]+/, '1. ');
}

/** Words with code spans as they stand. */
function prose(text: string): string {
  return text
    .normalize('NFC')
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : words(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words without emphasis; an underscore inside a word and a lone asterisk are no emphasis. */
function words(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(
      /(?<!\S)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\S)|\*{2,3}|(?<=[^\w\s])_{1,3}(?=\w)|(?<=\w)_{1,3}(?=[^\w\s])/g,
      '',
    );
}
