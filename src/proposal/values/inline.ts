import { nestsDeeply, parseMarkdown, type Node } from '../markdown.js';
import type { Lines } from '../source.js';

/** Values longer than this are cut: the longest in the corpus has 400 characters. */
export const MAX_VALUE = 4000;

/**
 * A piece of a value, without Markdown. A struck-out piece is left out; `break` separates list items, a `nested` one
 * those of a list inside of an item. The words of an `image` are those for people who do not see it.
 */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly image?: true }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'break'; readonly nested?: true };

/** Targets of reference links (`[name]: target`) by their names in small letters. */
export type Definitions = ReadonlyMap<string, string>;

const NO_DEFINITIONS: Definitions = new Map();
const DEFINITION = /^ {0,3}\[([^[\]^][^[\]]{0,99})\]:[ \t]{0,8}<?([^\s<>]{1,1000})>?/;

/** The targets that a document gives to names, wherever they stand; of several for one name the first. */
export function definitionsIn(lines: Lines): Definitions {
  const found = new Map<string, string>();
  for (const { text } of lines.all) {
    const [, name, target] = (text.includes(']:') ? DEFINITION.exec(text) : null) ?? [];
    if (name !== undefined && target !== undefined && !found.has(folded(name))) found.set(folded(name), target);
  }
  return found;
}

const folded = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();

/** Reads a value's Markdown source. */
export function pieces(source: string, definitions: Definitions = NO_DEFINITIONS): Piece[] {
  const text = source.slice(0, MAX_VALUE);
  if (text.split('\n').some(nestsDeeply)) return [{ kind: 'text', text }];
  const found: Piece[] = [];
  for (const node of parseMarkdown(unlisted(text) + referenced(text, definitions)).children) {
    if (node.type === 'definition') continue;
    if (found.length > 0) found.push({ kind: 'break' });
    collect(node, { into: found, definitions, depth: 0 });
  }
  return found;
}

/** `12.` and `28. February` on one line are no lists. */
function unlisted(text: string): string {
  return text.includes('\n') ? text : text.replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

/** The definitions that a value uses, written below it, so that the parser sees its links. */
function referenced(text: string, definitions: Definitions): string {
  if (definitions.size === 0 || !text.includes('[')) return '';
  const used = new Set<string>();
  for (const [, name = ''] of text.matchAll(/\[([^[\]]{1,100})\]/g)) if (definitions.has(folded(name))) used.add(name);
  return [...used].map((name) => `\n\n[${name}]: <${definitions.get(folded(name)) ?? ''}>`).join('');
}

interface Collecting {
  readonly into: Piece[];
  readonly definitions: Definitions;
  /** How many lists are open. */
  readonly depth: number;
}

function collect(node: Node, at: Collecting): void {
  const { into } = at;
  switch (node.type) {
    case 'text':
      into.push({ kind: 'text', text: bare(node.value) });
      return;
    case 'inlineCode':
    case 'code':
      into.push({ kind: 'text', text: node.value });
      return;
    case 'link':
      into.push({ kind: 'link', text: plain(node), url: node.url });
      return;
    case 'linkReference':
      into.push({
        kind: 'link',
        text: plain(node),
        url: at.definitions.get(folded(node.label ?? node.identifier)) ?? '',
      });
      return;
    case 'break':
      into.push({ kind: 'break' });
      return;
    case 'html':
      if (/^<br\b/i.test(node.value)) into.push({ kind: 'break' });
      else if (!/^<(?:!--|\/)/.test(node.value) && !MARKUP.test(node.value)) {
        into.push({ kind: 'text', text: node.value });
      }
      return;
    case 'image':
    case 'imageReference':
      into.push({ kind: 'text', text: node.alt ?? '', image: true }); // a badge
      return;
    case 'delete':
    case 'footnoteReference':
      return;
    case 'list':
      for (const [index, item] of node.children.entries()) {
        if (index > 0 || into.length > 0) into.push(at.depth > 0 ? { kind: 'break', nested: true } : { kind: 'break' });
        for (const child of item.children) collect(child, { ...at, depth: at.depth + 1 });
      }
      return;
    default:
      if ('children' in node) collectAll(node.children, at);
  }
}

/** Tags that say nothing of their own; any other may be somebody's `<handle>`. */
const MARKUP = /^<(?:a|abbr|b|center|code|div|em|font|i|img|ins|kbd|mark|p|small|span|strong|sub|sup|tt|u)\b/i;

/** Children in order; `<a href="…">…</a>` among them is a link like any other. */
function collectAll(children: readonly Node[], at: Collecting): void {
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (!child) continue;
    const url =
      child.type === 'html' ? /^<a\b[^<>]{0,300}?\bhref=["']([^"'<>]{1,1000})["']/i.exec(child.value)?.[1] : undefined;
    const end = url === undefined ? -1 : children.findIndex((each, later) => later > index && isClosingLink(each));
    if (url === undefined || end === -1) {
      collect(child, at);
      continue;
    }
    at.into.push({
      kind: 'link',
      text: children
        .slice(index + 1, end)
        .map(plain)
        .join(''),
      url,
    });
    index = end;
  }
}

function isClosingLink(node: Node): boolean {
  return node.type === 'html' && /^<\/a\b/i.test(node.value);
}

/** Text without footnotes, and without the second half of a reference that leads nowhere: `[@ada][1]`. */
function bare(text: string): string {
  if (!text.includes('[')) return text;
  return text.replace(/\[\^[^[\]\s]{1,40}\]/g, '').replace(/\[([^[\]]{1,200})\]\[[^[\]]{0,100}\]/g, '$1');
}

function plain(node: Node): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => plain(child)).join('') : '';
}

/** The value as a reader sees it: links by their text, one space for any white space. */
export function textOf(value: readonly Piece[]): string {
  return value
    .map((piece) => (piece.kind === 'break' ? ' ' : piece.text))
    .join('')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, ' ')
    .trim();
}
