import type { Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();

/** Parses Markdown with positions. Slow on hostile text: give it a bounded piece only. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}

/**
 * Whether a line opens more than 16 bullets or quotes inside each other. No person writes that; remark needs quadratic
 * time and one stack frame for each.
 */
export function nestsDeeply(line: string): boolean {
  return /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))){17}/.test(line);
}

/** Any node below the root. */
export type Node = RootContent;

/** Where a node stands in the parsed text. remark gives every parsed node a position. */
export function offsets(node: { position?: Root['position'] }): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
