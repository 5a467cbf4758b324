import { nestsDeeply, parseMarkdown, type Node } from '../markdown.js';

/** Values longer than this are cut: the longest in the corpus has 400 characters. */
export const MAX_VALUE = 4000;

/** A piece of a value, without Markdown. A struck-out piece is left out; `break` separates list items. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'break' };

/** Reads a value's Markdown source. */
export function pieces(source: string): Piece[] {
  const text = source.slice(0, MAX_VALUE);
  if (text.split('\n').some(nestsDeeply)) return [{ kind: 'text', text }];
  const found: Piece[] = [];
  for (const node of parseMarkdown(text).children) {
    if (found.length > 0) found.push({ kind: 'break' });
    collect(node, found);
  }
  return found;
}

function collect(node: Node, into: Piece[]): void {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      into.push({ kind: 'text', text: node.value });
      return;
    case 'link':
    case 'linkReference':
      into.push({ kind: 'link', text: plain(node), url: node.type === 'link' ? node.url : '' });
      return;
    case 'break':
      into.push({ kind: 'break' });
      return;
    case 'html':
      if (/^<br\b/i.test(node.value)) into.push({ kind: 'break' });
      else if (!/^<(?:!--|\/)/.test(node.value)) into.push({ kind: 'text', text: node.value });
      return;
    case 'heading': {
      // `# 12` is how some write a number; as Markdown it is a heading.
      for (const child of node.children) collect(child, into);
      return;
    }
    case 'image':
    case 'imageReference':
      into.push({ kind: 'text', text: node.alt ?? '' }); // a badge
      return;
    case 'delete':
      return;
    default:
      if (!('children' in node)) return;
      for (const child of node.children) {
        if (child.type === 'listItem' && into.length > 0) into.push({ kind: 'break' });
        collect(child, into);
      }
  }
}

function plain(node: Node): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => plain(child)).join('') : '';
}

/** The value as a reader sees it: links by their text, one space for any white space. */
export function textOf(value: readonly Piece[]): string {
  return value
    .map((piece) => (piece.kind === 'break' ? ' ' : piece.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
