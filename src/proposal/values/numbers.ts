import { saysAbsent } from './absent.js';
import { textOf, type Piece } from './inline.js';
import { NUMBER_URL, SEP_URL } from './number.js';
import type { Say } from './say.js';

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
    const range = rangeOf(text);
    const found = range ?? numberOfEntry(entry, text, home);
    if (found.length === 0) left.push(text);
    else if (range) {
      say('warning', CODE, `"${text}" was read as ${range.join(', ')}.`, 'Name each one, separated by commas.');
    } else if ((text.match(MARKED)?.length ?? 0) > found.length) {
      say('info', CODE, `Of "${text.slice(0, 60)}" only ${found.join(', ')} was read.`, HELP);
    }
    for (const number of found) if (number > 0 && !numbers.includes(number)) numbers.push(number);
  }
  if (left.length > 0) {
    const named = left
      .map((text) => `"${text.slice(0, 60)}"`)
      .slice(0, 5)
      .join(', ');
    say('info', CODE, `Not read as a number of this repository: ${named}.`, HELP);
  }
  return numbers;
}

const CODE = 'preamble/reference-form';
const HELP = 'Write each as #12, SEP-12 or a link, separated by commas.';
/** A number that is marked as one. */
const MARKED = /(?:SEPs?[\s:_-]?#?|#)\d{1,9}\b/gi;
/** `SEP-12 through SEP-14`, `#12–#14`; a hyphen only where it can mean nothing else. */
const RANGE =
  /^(?:SEPs?|PRs?|issues?|GH)?[\s:_-]*#?(\d{1,9})(?:\s*(?:through|thru|to|until|[–—]|\.{2,3})\s*(?:SEP|PR|issue|GH)?[\s:_-]*#?|\s+-\s+(?:SEP|PR|GH)?[\s:_-]*#?|\s*-\s*(?:SEP[\s:_-]*#?|#))(\d{1,9})$/i;
/** A longer range is a slip, and no list that somebody meant. */
const LONGEST_RANGE = 50;

/** Every number from the first to the last one of a range; null where the text is none. */
function rangeOf(text: string): number[] | null {
  const [from, to] = (RANGE.exec(text) ?? []).slice(1).map(Number);
  if (from === undefined || to === undefined || to <= from) return null;
  if (to - from >= LONGEST_RANGE) return [from, to];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
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
