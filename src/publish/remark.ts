import { plain } from './escape.js';

/** What a finding repeats of a document, or would have written there, stands between straight quotes. */
const QUOTED = /"([^"]+)"/;
/** Marks that turn the direction of what follows them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Words that no Markdown changes: a title, a status. They stay between their quotes. */
const WORDS = /^[\p{L}\p{N}][\p{L}\p{N} ,'()-]*$/u;

/**
 * A sentence of a finding, which is plain text, as Markdown: what it quotes becomes code where Markdown would change it,
 * so that it shows and copies as it is; the rest has no formatting. Nobody is mentioned and nothing is linked, whatever a document says.
 */
export const remark = (sentence: string): string =>
  sentence
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .split(QUOTED)
    .map((part, index) => (index % 2 === 1 ? quoted(part) : literal(part)))
    .join('');

/** `plain` takes the white space at both ends away, where code stands beside it. */
const literal = (text: string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return before + plain(words) + after;
};

/** Code that no run of backticks in it can end. Markdown takes one space at each end away, where both have one. */
function quoted(text: string): string {
  const shown = text.replace(TURNING, '');
  if (shown.trim() === '' || WORDS.test(shown)) return `"${shown}"`;
  const runs = [...shown.matchAll(/`+/g)].map(([run]) => run.length);
  let marks = 1;
  while (runs.includes(marks)) marks++;
  const padding = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return '`'.repeat(marks) + padding + shown + padding + '`'.repeat(marks);
}
