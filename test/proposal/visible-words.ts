import type { Nodes } from 'mdast';
import { parseMarkdown } from '../../src/proposal/markdown.js';

/** The words `w1`, `w2`, … that a reader of the page sees, by a Markdown parser that is not ours. */
export function visibleWords(text: string): Set<string> {
  return new Set(shown(parseMarkdown(text)).match(/\bw\d+\b/g) ?? []);
}

function shown(node: Nodes): string {
  if (node.type === 'html') return node.value.replace(/<!--[^]*?(?:-->|$)/g, ' ').replace(/<[a-z/][^<>]*>/gi, ' ');
  if (node.type === 'text' || node.type === 'code' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(shown).join(' ') : '';
}
