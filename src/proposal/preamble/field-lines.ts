import { fieldNamed } from '../keys.js';
import type { RawField } from './types.js';

/** `**Key**: value`, `**Key:** value`, `__Key__ — value`; a known key may do without any colon. */
const MARKED = /^(\*\*|__|\*|_)[ \t]*([^*:：]{1,60}?)[ \t]*([:：]?)[ \t]*\1[ \t]*([:：]|[—–-](?=[ \t]))?[ \t]*/;
/** `Key: value` and `` `Key`: value ``, for known keys only. */
const PLAIN = /^(`?)\**[ \t]*([A-Za-z][A-Za-z ()'’/-]{0,40}?)[ \t]*\1[ \t]*[:：][ \t]*\**(?:[ \t]+|$)/;

interface Found {
  key: string;
  length: number;
  plain: boolean;
}

/** The key at the beginning of a line, or null where the line continues what stands above it. */
function findKey(line: string): Found | null {
  const marked = MARKED.exec(line);
  const written = marked?.[2];
  if (marked && written !== undefined) {
    const key = written.replace(/\\/g, '').replace(/^`|`$/g, '').trim();
    const colon = marked[3] !== '' || (marked[4] !== undefined && /[:：]/.test(marked[4]));
    if (key !== '' && (colon || fieldNamed(key))) return { key, length: marked[0].length, plain: false };
  }
  const plain = PLAIN.exec(line);
  const word = plain?.[2];
  if (plain && word !== undefined && fieldNamed(word)) return { key: word, length: plain[0].length, plain: true };
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
    fields.push({
      key: found.key,
      canonical: fieldNamed(found.key),
      keyAt,
      value: trimmed(source, Math.min(valueStart, at), at),
      text: null,
      plain: found.plain,
    });
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
    if (!/[:：]/.test(line.slice(at, at + found.length))) continue;
    keys.push({ found, at, cut: from + match.index });
  }
  return keys;
}

function nextBreak(source: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (source[at] === '\n' || source[at] === '\r') return at;
  return end;
}

/** Without white space at both ends and without a hard line break's backslash. */
export function trimmed(source: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(source[from] ?? '')) from++;
  while (to > from && /\s/.test(source[to - 1] ?? '')) to--;
  if (to > from && source[to - 1] === '\\' && source[to - 2] !== '\\') to--;
  while (to > from && /\s/.test(source[to - 1] ?? '')) to--;
  // An empty value stands where its first byte would be: right after the key, not on the next line.
  return from >= to ? { start, end: start } : { start: from, end: to };
}
