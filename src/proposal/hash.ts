import { createHash } from 'node:crypto';
import { closesFence, openingFence } from './headings.js';
import type { Lines } from './source.js';

/**
 * SHA-256 in hex of a proposal's normative text: its title and its body.
 *
 * Left out, because it changes what is shown or kept in the books and not what is proposed: the preamble, the number in
 * the heading, HTML comments, white space and line breaks, the marks of emphasis, headings and lists, a table's padding
 * and delimiter rows, rules, needless backslashes. Inside code blocks every character counts but trailing white space.
 * `bookkeeping` holds the numbers of those lines (from 1). One pass over the lines, so that hostile text costs no more than any other.
 */
export function hashNormativeText(title: string | null, lines: Lines, bookkeeping: ReadonlySet<number>): string {
  const hash = createHash('sha256');
  hash.update(`${prose(title ?? '')}\n`);
  for (const token of tokens(lines, bookkeeping)) hash.update(token);
  return hash.digest('hex');
}

function* tokens(lines: Lines, bookkeeping: ReadonlySet<number>): Generator<string> {
  let fence: { mark: string; length: number } | null = null;
  let comment = false;
  for (const [index, { text }] of lines.all.entries()) {
    if (bookkeeping.has(index + 1)) continue;
    if (fence) {
      if (closesFence(text, fence)) {
        fence = null;
        yield '\u0002';
      } else yield `${text.trimEnd()}\n`;
      continue;
    }
    const opened = comment ? null : openingFence(text);
    if (opened) {
      fence = opened;
      yield `\u0001${text.replace(/^[^`~]*[`~]+/, '').trim()}\n`;
      continue;
    }
    const visible = withoutComments(text, comment);
    comment = visible.open;
    const shown = prose(line(visible.text));
    if (shown !== '') yield `${shown} `;
  }
}

function withoutComments(text: string, open: boolean): { text: string; open: boolean } {
  let visible = '';
  let inside = open;
  let at = 0;
  for (;;) {
    const next = text.indexOf(inside ? '-->' : '<!--', at);
    if (!inside) visible += text.slice(at, next === -1 ? undefined : next);
    if (next === -1) return { text: visible, open: inside };
    at = next + (inside ? 3 : 4);
    inside = !inside;
  }
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
  return bare
    .replace(/^#{1,6}[ \t]+/, '# ')
    .replace(/^[*+-][ \t]+/, '- ')
    .replace(/^\d{1,9}[.)][ \t]+/, '1. ');
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
