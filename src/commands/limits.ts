/** GitHub's own limit for a comment, in characters. */
const LONGEST = 65_536;
/** Delimiters in one block: on runs of these Markdown parsers take quadratic time. Real comments stay far below. */
const MOST_MARKS = 2_000;
/** Lines in one block: a quote that goes on without its marks is slow, too. */
const MOST_LINES = 1_000;
/** Levels of quotes and lists that one line opens or stands in. */
const DEEPEST = 30;

const CONTROL = /(?![\n\r\t])\p{Cc}/u;
const MARKS = /[*_~`[\]<&\\@|!]|www\.|:\/\//gi;

/**
 * Why a text is too heavy to look for commands in it, as the end of a sentence; null where it is not. Anybody can write
 * a comment, and a page of `*` alone would keep a Markdown parser busy for minutes.
 */
export function tooHeavy(source: string): string | null {
  // As JSON such a character takes six bytes, and a page of them would make a line that no ledger can hold.
  if (CONTROL.test(source)) return 'it holds control characters';
  if (source.length > LONGEST) return `it has more than ${LONGEST} characters`;
  let marks = 0;
  let lines = 0;
  for (const line of source.split('\n')) {
    const isBlank = line.trim() === '';
    marks = isBlank ? 0 : marks + (line.match(MARKS)?.length ?? 0);
    lines = isBlank ? 0 : lines + 1;
    if (lines > MOST_LINES) return `it has more than ${MOST_LINES} lines in one paragraph`;
    if (marks > MOST_MARKS) return `it has more than ${MOST_MARKS} marks such as \`*\` in one paragraph`;
    const opening = /^(?:[\s>*+-]|\d{1,9}[.)])*/.exec(line)?.[0] ?? '';
    const depth = (opening.match(/[>*+.)-]/g)?.length ?? 0) + opening.length / 4;
    if (depth > DEEPEST && !/^[-*\s]+$/.test(line)) return 'its quotes or lists are nested too deeply';
  }
  return null;
}
