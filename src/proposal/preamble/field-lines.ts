import { fieldNamed } from '../keys.js';
import type { RawField } from './types.js';

/** Before a key: an icon, a bullet that Markdown does not know, or a mark that nobody sees. */
const LEAD =
  /^(?:(?:[•·‣▪●◦–—\u200b-\u200d\u2060\ufeff]|[-*+](?=\u00a0)|\p{Extended_Pictographic}[\u200d\ufe0f\p{Extended_Pictographic}]{0,8})\s*){1,3}/u;
/** `**Key**: value`, `**Key:** value`, `__Key__ — value`, `***Key*** = value`; a known key may do without any colon. */
const MARKED = /^(\*{1,3}|_{1,3})[ \t]*([^*:：]{1,60}?)[ \t]*([:：]?)[ \t]*\1[ \t]*([:：=]|[—–-](?=[ \t]))?[ \t]*/;
/** `<b>Key</b>: value`. */
const TAGGED =
  /^<(b|strong|em|i)>[ \t]*([^<:：]{1,60}?)[ \t]*([:：]?)[ \t]*<\/\1>[ \t]*([:：=]|[—–-](?=[ \t]))?[ \t]*/i;
/** `**Key: value**`, for known keys only: the mark is closed behind the value. */
const AROUND = /^(\*{1,3}|_{1,3})[ \t]*([A-Za-z][A-Za-z ()'’/-]{0,40}?)[ \t]*[:：][ \t]*(?!\1)/;
/** `Key: value` and `` `Key`: value ``, for known keys only. */
const PLAIN = /^(`?)([A-Za-z][A-Za-z ()'’/-]{0,40}?)[ \t]*\1[ \t]*(?::(?:[ \t]+|$)|：[ \t]*)/;

interface Found {
  key: string;
  length: number;
  plain: boolean;
  /** The mark that is open where the value begins, and closed in it or behind it; empty for none. */
  mark: string;
}

/** The key at the beginning of a line, or null where the line continues what stands above it. */
function findKey(line: string): Found | null {
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  const text = lead > 0 ? line.slice(lead) : line;
  const marked = MARKED.exec(text) ?? TAGGED.exec(text);
  const written = marked?.[2];
  if (marked && written !== undefined) {
    const key = written.replace(/\\/g, '').replace(/^`|`$/g, '').trim();
    const colon = marked[3] !== '' || (marked[4] !== undefined && /[:：=]/.test(marked[4]));
    if (key !== '' && (colon || fieldNamed(key)))
      return { key, length: lead + marked[0].length, plain: false, mark: '' };
  }
  const around = AROUND.exec(text);
  if (around?.[1] !== undefined && around[2] !== undefined && fieldNamed(around[2])) {
    const mark = text.includes(around[1], around[0].length) ? around[1] : '';
    return { key: around[2], length: lead + around[0].length, plain: mark === '', mark };
  }
  const plain = PLAIN.exec(text);
  const word = plain?.[2];
  if (plain && word !== undefined && fieldNamed(word)) {
    return { key: word, length: lead + plain[0].length, plain: true, mark: '' };
  }
  return null;
}

/**
 * The fields of one paragraph, given by its offsets in `source`. A line that does not begin with a key continues the
 * value above it. `tail` is where the last value ends, past the paragraph where more belongs to it (nested bullets).
 * Empty where the paragraph does not begin with a key.
 */
export function fieldsOfParagraph(source: string, start: number, end: number, tail = end): RawField[] {
  const fields: RawField[] = [];
  let open: { found: Found; keyAt: number; valueStart: number } | null = null;
  const close = (at: number): void => {
    if (!open) return;
    const { found, keyAt, valueStart } = open;
    const value = unmarked(source, trimmed(source, Math.min(valueStart, at), at), found.mark);
    fields.push({ key: found.key, canonical: fieldNamed(found.key), keyAt, ...value, plain: found.plain });
  };
  let at = start;
  while (at < end) {
    const newline = nextBreak(source, at, end);
    const line = source.slice(at, newline);
    const indent = /^\s*(?:\[[ xX]\][ \t]+)?/.exec(line)?.[0].length ?? 0;
    const found = findKey(line.slice(indent));
    if (found) {
      close(at);
      open = { found, keyAt: at + indent, valueStart: Math.min(at + indent + found.length, newline) };
      for (const further of found.plain ? [] : furtherKeys(line, indent + found.length)) {
        close(at + further.cut);
        open = { found: further.found, keyAt: at + further.at, valueStart: at + further.at + further.found.length };
      }
    } else if (!open) return [];
    at = newline + (source.startsWith('\r\n', newline) ? 2 : 1);
  }
  close(Math.max(end, tail));
  return fields;
}

/** More fields on the same line, `**Status**: Draft | **Type**: Process`; `cut` is where the value before one ends. */
function furtherKeys(line: string, from: number): { found: Found; at: number; cut: number }[] {
  const keys: { found: Found; at: number; cut: number }[] = [];
  for (const match of line.slice(from).matchAll(/(?:[ \t][|·•,;]?|[|·•,;])[ \t]*(?=(?:\*\*|__)[A-Za-z])/g)) {
    const at = from + match.index + match[0].length;
    const found = findKey(line.slice(at, at + 200));
    if (!found || found.plain || !fieldNamed(found.key)) continue;
    if (!/[:：=]/.test(line.slice(at, at + found.length))) continue;
    keys.push({ found, at, cut: from + match.index });
  }
  return keys;
}

function nextBreak(source: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (source[at] === '\n' || source[at] === '\r') return at;
  return end;
}

/** A value in which a mark from before its key is closed: without that at its end, or else closed in the middle. */
function unmarked(source: string, value: Stretch, mark: string): Pick<RawField, 'value' | 'text' | 'closes'> {
  const written = source.slice(value.start, value.end);
  const at = mark === '' ? -1 : written.indexOf(mark);
  if (at === -1) return { value, text: null };
  if (at + mark.length === written.length) return { value: trimmed(source, value.start, value.start + at), text: null };
  return { value, text: written.slice(0, at) + written.slice(at + mark.length), closes: mark };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** White space, and marks that nobody sees. */
const BLANK = /[\s\u200b-\u200d\u2060\ufeff]/;
/** What stands at a value's ends and says nothing: a comment, a hard line break. */
const EMPTY_BEFORE = /^(?:<br[ \t]{0,3}\/?>|<!--(?:(?!-->)[^]){0,400}-->)/i;
const EMPTY_BEHIND = /(?:<br[ \t]{0,3}\/?>|<!--(?:(?!-->)[^]){0,400}-->|(?<!\\)\\)$/i;
const LONGEST_EMPTY = 410;

/** Without white space, comments and hard line breaks at both ends. */
export function trimmed(source: string, start: number, end: number): Stretch {
  let [from, to] = [start, end];
  const narrow = (): void => {
    while (from < to && BLANK.test(source[from] ?? '')) from++;
    while (to > from && BLANK.test(source[to - 1] ?? '')) to--;
  };
  narrow();
  // More of them in a row than this are a hostile document's.
  for (let round = 0; round < 4 && from < to; round++) {
    from += EMPTY_BEFORE.exec(source.slice(from, Math.min(to, from + LONGEST_EMPTY)))?.[0].length ?? 0;
    to -= EMPTY_BEHIND.exec(source.slice(Math.max(from, to - LONGEST_EMPTY), to))?.[0].length ?? 0;
    narrow();
  }
  // An empty value stands where its first byte would be: right after the key, not on the next line.
  return from >= to ? { start, end: start } : { start: from, end: to };
}
