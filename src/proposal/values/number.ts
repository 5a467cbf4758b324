import { isPlaceholder, saysAbsent } from './absent.js';
import { textOf, type Piece } from './inline.js';
import type { Say } from './say.js';

/** `/pull/12`, `/issues/12`, `/discussions/12` on any host and repository, the template's braces included. */
export const NUMBER_URL =
  /^(?:https?:\/\/)?[^/\s]+\/([^/\s]+\/[^/\s]+)\/(?:pull|pulls|issues|discussions)\/(?:\{|%7B)?(\d{1,9})(?:\}|%7D)?(?:[/?#].*)?$/i;
/** A SEP's own file or page: `./12-title.md`, `…/seps/12-title`. */
export const SEP_URL = /(?:^|\/)(?:sep-)?(\d{1,9})(?:-[^/?#]*)?(?:\.mdx?)?(?:[?#].*)?$/i;
/** `#12`, `12`, `{12}`, `PR #12`, `SEP-12`, `GH-12`, `No. 12`, `!12`. */
const NUMBER_TEXT =
  /^(?:(?:PR|pull request|issue|SEP|GH|number|no\.?|nr\.?)(?=[\W\d_])|№|!)?[\s:#_-]*\{?#?(\d{1,9})\}?[.]?$/i;
/** `pull/12`, as the end of an address. */
const PATH_TEXT = /^\/?(?:pull|issues)\/(\d{1,9})\/?$/i;
/** The pull request in which the document stands: known from there, as `TBD` is. */
const ITSELF = /^\W*this (?:PR|pull request)\W*$/i;
const REPOSITORY_TEXT = /^([\w.-]+\/[\w.-]+)#(\d{1,9})$/;

/** One number (a pull request, an issue); null where the document says that there is none, or cannot be read. */
export function readNumber(value: readonly Piece[], say: Say): number | null {
  const text = textOf(value);
  const links = value.filter((piece) => piece.kind === 'link');
  // "TBD (see SEP-12)" is no number; a link that says "TBD" and leads to the pull request was filled in half.
  const absent = saysAbsent(text) && numberOfText(text) === null;
  const onlyLink = links.length === 1 && links[0]?.text.trim() === text;
  if (ITSELF.test(text) || (absent && !onlyLink)) return null;
  const target = absent ? (link: Link): string | null => NUMBER_URL.exec(link.url)?.[2] ?? null : numberOfLink;
  const certain = [...new Set(links.flatMap((link) => target(link) ?? []))];
  const written = numberOfText(text);
  const first =
    certain[0] ?? written ?? /(?:^|[\s([])#(\d{1,9})\b/.exec(text)?.[1] ?? /^(\d{1,9})(?=\s|[,;(])/.exec(text)?.[1];
  if (first === undefined && absent) return null;
  if (first === undefined) {
    const unfilled =
      isPlaceholder(text) ||
      /(?:\/|#|^)(?:\{\w*\}|<\w*>|x{2,}|n{2,}|tb[ad]|number|#+|\?+|(?:pull|issues)\/)\/?$/i.test(text);
    if (unfilled)
      say(
        'error',
        'preamble/number-form',
        `"${text}" is still the template's placeholder.`,
        'Write the number, or "TBD" until it is known.',
      );
    else
      say(
        'error',
        'preamble/number-form',
        `"${text}" holds no number that can be read.`,
        'Write it as #12 or as the full link, or "TBD" until it is known.',
      );
    return null;
  }
  const number = Number(first);
  if (number === 0) return null; // `/pull/0000` is the template's way of saying "not yet".
  if (absent) {
    say(
      'warning',
      'preamble/number-form',
      `The link says "${text}" and leads to ${number}; the link's target was read.`,
      `Write #${number} in place of "${text}".`,
    );
    return number;
  }
  const label = links[0] && numberOfText(links[0].text);
  if (links[0] && certain.length > 0 && label !== undefined && label !== null && Number(label) !== number) {
    say(
      'warning',
      'preamble/number-form',
      `The link says ${label} and leads to ${number}; the link's target was read.`,
      'Make both the same.',
    );
  } else if (certain.length > 1) {
    say(
      'warning',
      'preamble/number-form',
      `Several numbers stand here; only ${number} was read.`,
      'Keep one number, and move the others to "Related".',
    );
  } else if (certain.length === 0 && written === null) {
    say('warning', 'preamble/number-form', `"${text}" was read as ${number}.`, `Write just #${number}.`);
  }
  return number;
}

type Link = Extract<Piece, { kind: 'link' }>;

function numberOfText(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/＃/g, '#');
  return (
    NUMBER_TEXT.exec(bare)?.[1] ??
    PATH_TEXT.exec(bare)?.[1] ??
    REPOSITORY_TEXT.exec(bare)?.[2] ??
    NUMBER_URL.exec(bare)?.[2] ??
    null
  );
}

function numberOfLink(link: Link): string | null {
  return NUMBER_URL.exec(link.url)?.[2] ?? numberOfText(link.text) ?? SEP_URL.exec(link.url)?.[1] ?? null;
}
