import { isPlaceholder, saysAbsent } from './absent.js';
import { textOf, type Piece } from './inline.js';
import type { Say } from './say.js';

/** `/pull/12`, `/issues/12`, `/discussions/12` on any host and repository, the template's braces included. */
const NUMBER_URL =
  /^(?:https?:\/\/)?[^/\s]+\/([^/\s]+\/[^/\s]+)\/(?:pull|pulls|issues|discussions)\/(?:\{|%7B)?(\d{1,9})(?:\}|%7D)?(?:[/?#].*)?$/i;
/** A SEP's own file or page: `./12-title.md`, `…/seps/12-title`. */
const SEP_URL = /(?:^|\/)(?:sep-)?(\d{1,9})(?:-[^/?#]*)?(?:\.mdx?)?(?:[?#].*)?$/i;
/** `#12`, `12`, `{12}`, `PR #12`, `SEP-12`, `GH-12`, `No. 12`, `!12`. */
const NUMBER_TEXT =
  /^(?:(?:PR|pull request|issue|SEP|GH|number|no\.?|nr\.?)(?=[\W\d_])|№|!)?[\s:#_-]*\{?(\d{1,9})\}?[.]?$/i;
/** `pull/12`, as the end of an address. */
const PATH_TEXT = /^\/?(?:pull|issues)\/(\d{1,9})\/?$/i;
/** The pull request in which the document stands: known from there, as `TBD` is. */
const ITSELF = /^\W*this (?:PR|pull request)\W*$/i;
const REPOSITORY_TEXT = /^([\w.-]+\/[\w.-]+)#(\d{1,9})$/;

/** One number (a pull request, an issue); null where the document says that there is none, or cannot be read. */
export function readNumber(value: readonly Piece[], say: Say): number | null {
  const text = textOf(value);
  const links = value.filter((piece) => piece.kind === 'link');
  if (ITSELF.test(text) || (saysAbsent(text) && numberOfText(text) === null)) return null;
  const certain = [...new Set(links.flatMap((link) => numberOfLink(link) ?? []))];
  const written = numberOfText(text);
  const first =
    certain[0] ?? written ?? /(?:^|[\s([])#(\d{1,9})\b/.exec(text)?.[1] ?? /^(\d{1,9})(?=\s|[,;(])/.exec(text)?.[1];
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

function numberOfLink(link: { text: string; url: string }): string | null {
  return NUMBER_URL.exec(link.url)?.[2] ?? numberOfText(link.text) ?? SEP_URL.exec(link.url)?.[1] ?? null;
}

/**
 * A list of proposals, issues or pull requests of this repository. An entry is a number before any remark
 * (`SEP-12 (request headers)`); one that belongs to another repository or is prose is left out and named.
 * `home` is the repository (`owner/name`) that the document's own pull request link names, or null.
 */
export function readNumbers(value: readonly Piece[], home: string | null, say: Say): number[] {
  if (saysAbsent(textOf(value))) return [];
  const numbers: number[] = [];
  const left: string[] = [];
  for (const entry of entries(value)) {
    const text = textOf(entry);
    if (text === '') continue;
    const found = numberOfEntry(entry, text, home);
    if (found.length === 0) left.push(text);
    for (const number of found) if (number > 0 && !numbers.includes(number)) numbers.push(number);
  }
  if (left.length > 0) {
    const named = left
      .map((text) => `"${text.slice(0, 60)}"`)
      .slice(0, 5)
      .join(', ');
    say(
      'info',
      'preamble/reference-form',
      `Not read as a number of this repository: ${named}.`,
      'Write each as #12, SEP-12 or a link, separated by commas.',
    );
  }
  return numbers;
}

/** `SEP-12 SEP-13`, `SEP-12/#13`: nothing but marked numbers. */
const SEVERAL = /^(?:(?:SEPs?|PR|issue|GH)?[\s:_-]*#?\{?\d{1,9}\}?[\s/]*){2,20}$/i;

function numberOfEntry(entry: readonly Piece[], text: string, home: string | null): number[] {
  const links = entry.filter((piece) => piece.kind === 'link');
  if (links.length === 0) {
    if (SEVERAL.test(text) && /[#a-z]/i.test(text))
      return [...text.matchAll(/\d{1,9}/g)].map(([digits]) => Number(digits));
    const url = NUMBER_URL.exec(text);
    if (url?.[1] !== undefined && url[2] !== undefined) return isElsewhere(url[1], home) ? [] : [Number(url[2])];
    const file = /^(?:\.\/|\/?seps\/)?(\d{1,9})-[^/\s]*\.mdx?$/i.exec(text)?.[1];
    return numberAtStart(text) ?? (file === undefined ? [] : [Number(file)]);
  }
  return links.flatMap((link) => {
    const target = NUMBER_URL.exec(link.url);
    const elsewhere = target?.[1] !== undefined && isElsewhere(target[1], home);
    const label = numberAtStart(link.text);
    if (label !== null) return elsewhere ? [] : label;
    if (target?.[2] !== undefined) return elsewhere || link.text !== link.url ? [] : [Number(target[2])];
    const page = SEP_URL.exec(link.url)?.[1];
    return page !== undefined && /seps?\/|^(?:\.\/)?\d{1,9}-[^/]*\.mdx?(?:[?#]|$)/i.test(link.url)
      ? [Number(page)]
      : [];
  });
}

/** `SEP-12: title` and `#12 title` begin with their number; a bare number must stand alone. */
function numberAtStart(text: string): number[] | null {
  const found =
    /^(?:SEPs?|PR|pull request|issue|GH)?[\s:_-]*#\{?(\d{1,9})\b/i.exec(text) ??
    /^(?:SEPs?|PR|pull request|issue|GH)[\s:_-]*\{?(\d{1,9})\b/i.exec(text) ??
    /^\{?(\d{1,9})\}?$/.exec(text);
  return found?.[1] === undefined ? null : [Number(found[1])];
}

function isElsewhere(repository: string, home: string | null): boolean {
  return home !== null && !sameProject(repository, home);
}

/** The same repository, or its owner's older name for it: SEPs link to both `specification` and the present one. */
function sameProject(repository: string, home: string): boolean {
  return repository.split('/')[0]?.toLowerCase() === home.split('/')[0]?.toLowerCase()
    ? repository.toLowerCase() === home.toLowerCase() || isSpecification(repository, home)
    : false;
}

function isSpecification(repository: string, home: string): boolean {
  const owner = home.split('/')[0]?.toLowerCase();
  const name = (full: string): string => full.split('/')[1]?.toLowerCase() ?? '';
  return [name(repository), name(home)].every((part) => part === owner || part === 'specification');
}

/** The repository that a link to a pull request or an issue names, as `owner/name`. */
export function repositoryOf(value: readonly Piece[]): string | null {
  for (const piece of value) {
    const found = piece.kind === 'link' ? NUMBER_URL.exec(piece.url)?.[1] : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

/** Cuts at commas, semicolons, "and" and line breaks; what stands in brackets is a remark and left out. */
function entries(value: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [];
  let current: Piece[] = [];
  let depth = 0;
  const cut = (): void => {
    found.push(current);
    current = [];
  };
  for (const piece of value) {
    if (piece.kind === 'break') cut();
    else if (piece.kind === 'link') {
      if (depth === 0) current.push(piece);
    } else {
      let text = '';
      for (const token of piece.text.replace(/＃/g, '#').split(/([()[\],;\n]|\s(?:and|&|or|\+)\s)/)) {
        if (token === '(' || token === '[') depth++;
        else if (token === ')' || token === ']') depth = Math.max(0, depth - 1);
        else if (depth > 0) continue;
        else if (/^(?:[,;]|\s(?:and|&|or|\+)\s)$/.test(token)) {
          if (text.trim() !== '') current.push({ kind: 'text', text });
          text = '';
          cut();
        } else text += token;
      }
      if (text.trim() !== '') current.push({ kind: 'text', text });
    }
  }
  cut();
  return found.filter((entry) => entry.length > 0);
}
