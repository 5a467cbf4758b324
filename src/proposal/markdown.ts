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

/** Any node below the root. */
export type Node = RootContent;

/** Where a node stands in the parsed text. remark gives every parsed node a position. */
export function offsets(node: { position?: Root['position'] }): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
