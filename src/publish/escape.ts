/** Marks that turn the direction of what follows them, to the end of a line of ours. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text from a proposal or a person, made safe to stand in Markdown of ours: on one line, no HTML, no table breaks, no
 * formatting, and nobody mentioned. A zero-width space behind `@`, `#`, `www` and the colon of an address
 * keeps GitHub from linking and notifying.
 */
export const plain = (text: string): string =>
  text
    .replace(TURNING, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|~]/g, (character) => `\\${character}`)
    .replace(/&/g, '&amp;')
    .replace(/@|#(?=\w)/g, '$&\u200b')
    .replaceAll('://', ':\u200b//')
    .replace(/(www)\./gi, '$1\u200b.');

/** A path or a word as code. */
export const asCode = (path: string): string => `\`${path.replace(TURNING, '').replaceAll('`', '')}\``;

/**
 * A problem's sentence as Markdown. What stands between backticks is code; everything else is plain. Where a value has a
 * backtick of its own, the wrong words look like code, and still nothing is linked and nobody mentioned.
 */
export const withCode = (message: string): string =>
  message
    .replace(/\s+/g, ' ')
    .split('`')
    .map((part, index, parts) => {
      if (index % 2 === 1 && index < parts.length - 1) return part.trim() === '' ? '' : asCode(part);
      const [, before = '', said = '', after = ''] = /^( ?)(.*?)( ?)$/.exec(part) ?? [];
      return before + plain(said) + after;
    })
    .join('');

/** A sentence of ours that names people by `@login`: shown without the `@`, so that it tells and does not notify. */
export const unmentioned = (sentence: string): string => sentence.replace(/@+(?=[A-Za-z0-9])/g, '');

/**
 * The same, but for what stands in code: a command keeps its `@`, so that it can be copied. GitHub mentions nobody in
 * code. For sentences that hold nothing of other people but logins and what is quoted as code, and for pages, which
 * notify nobody.
 */
export const unmentionedButCode = (sentence: string): string =>
  sentence
    .split('`')
    .map((part, index, parts) => (index % 2 === 1 && index < parts.length - 1 ? part : unmentioned(part)))
    .join('`');

/** A sentence of ours in a cell of a table. A bar that is escaped already stays as it is. */
export const cell = (sentence: string): string =>
  unmentioned(sentence)
    .replace(/[\r\n]+/g, ' ')
    .replace(/(\\*)\|/g, (bar, slashes: string) => (slashes.length % 2 === 0 ? `${slashes}\\|` : bar));

/** What is shown of a text of other people's at most, in characters. */
const LONGEST = 200;

/** The first characters of a text, and never half of one that takes two places. */
const first = (text: string, most: number): string =>
  text.slice(0, /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most).trimEnd();

/**
 * The beginning of a title or a command. A comment of ours has an end, and anybody may write a line that is longer: it
 * would never be published, and nothing else on that pull request either.
 */
export const shortened = (line: string): string => (line.length > LONGEST ? `${first(line, LONGEST)}…` : line);

/** A sentence of ours, cut where it is longer than so many characters; never within code or behind half an escape. */
export function within(sentence: string, most: number): string {
  if (sentence.length <= most) return sentence;
  const cut = first(sentence, most);
  const isInCode = (cut.match(/(?<!\\)`/g) ?? []).length % 2 === 1;
  return `${(isInCode ? cut.slice(0, cut.lastIndexOf('`')) : cut).replace(/[\s\\]+$/, '')}…`;
}

const SAFE = /^[\p{L}\p{N} ._/*,:→-]+$/u;

/** A name of the files, such as a path, as code where it can end no code, and else without formatting. */
export const code = (text: string): string => (SAFE.test(text) ? `\`${text}\`` : plain(text));
