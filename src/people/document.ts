import { toString } from 'mdast-util-to-string';
import type { ListItem, Node, Nodes, RootContent, Table, TableCell, Yaml } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { mentions, profileLogin, uniqueLogins } from './logins.js';

/** A heading with what stands under it. */
export interface Section {
  /** Plain text of the heading. */
  title: string;
  /** The title to compare by: lower case, letters and digits only, `&` as `and`, without "(WG only)". */
  key: string;
  depth: number;
  line: number;
  /** The keys of the headings above, outermost first. */
  above: string[];
  /** Up to the next heading, whatever its depth. */
  own: RootContent[];
  /** Up to the next heading of the same depth or above, sub-headings included. */
  all: RootContent[];
}

/** A document of the community's pages, cut along its headings. */
export interface SectionedDocument {
  frontmatter: Yaml | null;
  /** What stands before the first heading. */
  lead: RootContent[];
  sections: Section[];
}

/** A row of a table, its cells by the key of their column's heading. */
export interface Row {
  line: number;
  cells: Map<string, TableCell>;
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);

/** Cuts a page along its headings. Comments, of HTML and of MDX, say nothing. Never fails. */
export function readDocument(source: string): SectionedDocument {
  const root = processor.parse(withoutMdxComments(source));
  const frontmatter = root.children.find((node) => node.type === 'yaml') ?? null;
  const nodes = root.children.filter((node) => node.type !== 'yaml');
  const starts = nodes.flatMap((node, index) => (node.type === 'heading' ? [{ node, index }] : []));
  const trail: { depth: number; key: string }[] = [];
  const sections = starts.map(({ node, index }, position): Section => {
    const following = starts.slice(position + 1);
    const sibling = following.find((next) => next.node.depth <= node.depth);
    while ((trail.at(-1)?.depth ?? 0) >= node.depth) trail.pop();
    const above = trail.map((heading) => heading.key);
    const title = plain(node);
    trail.push({ depth: node.depth, key: keyOf(title) });
    return {
      title,
      key: keyOf(title),
      depth: node.depth,
      line: lineOf(node),
      above,
      own: nodes.slice(index + 1, following[0]?.index),
      all: nodes.slice(index + 1, sibling?.index),
    };
  });
  return { frontmatter, lead: nodes.slice(0, starts[0]?.index), sections };
}

/** `Authority & Decision Rights (WG only)` → `authorityanddecisionrights`. */
export function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\(wg only\)/g, '')
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A node's words on one line, without markup and comments. */
export const plain = (node: Nodes | Nodes[]): string =>
  toString(node, { includeHtml: false, includeImageAlt: false }).replace(/\s+/g, ' ').trim();

export const lineOf = (node: Node): number => node.position?.start.line ?? 1;

/** The rows of every table among some nodes; rows without any word (a template's) are left out. */
export function rowsOf(nodes: RootContent[]): Row[] {
  return nodes.filter((node): node is Table => node.type === 'table').flatMap((table) => rowsOfTable(table));
}

function rowsOfTable(table: Table): Row[] {
  const [head, ...body] = table.children;
  const keys = (head?.children ?? []).map((cell) => keyOf(plain(cell)));
  return body
    .filter((row) => plain(row) !== '')
    .map((row) => ({
      line: lineOf(row),
      cells: new Map(row.children.flatMap((cell, index) => (keys[index] ? [[keys[index], cell] as const] : []))),
    }));
}

/** The first of some columns that a row has. */
export function cellOf(row: Row, ...columns: string[]): TableCell | null {
  for (const column of columns) {
    const cell = row.cells.get(column);
    if (cell) return cell;
  }
  return null;
}

/** A cell's words; null where it is empty, a dash, or says that nothing is known yet. */
export function wordsOf(cell: TableCell | null): string | null {
  const text = cell ? plain(cell) : '';
  return /^(?:[-–—.?]*|tbd|tba|n\/?a|none)$/i.test(text) ? null : text;
}

/** Each item of the lists among some nodes, nested ones as items of their own. */
export function itemsOf(nodes: RootContent[]): ListItem[] {
  const items: ListItem[] = [];
  for (const node of nodes) visit(node, 'listItem', (item) => void items.push(item));
  return items;
}

/** An item's own words, without those of the lists in it. */
export const ownWords = (item: ListItem): string => plain(item.children.filter((child) => child.type !== 'list'));

/** The URLs of the links in a node, in order. */
export function linksOf(node: Nodes): { url: string; text: string }[] {
  const links: { url: string; text: string }[] = [];
  visit(node, 'link', (link) => void links.push({ url: link.url, text: plain(link) }));
  return links;
}

/** Every account that a node names, by a link to its profile or by `@login`, in order of kind, each once. */
export function loginsIn(node: Nodes): string[] {
  const linked = linksOf(node).flatMap(({ url }) => profileLogin(url) ?? []);
  return uniqueLogins([...linked, ...mentions(plain(node))]);
}

/** Blanks MDX comments so that every other character keeps its place; Markdown alone would take them for text. */
function withoutMdxComments(source: string): string {
  let text = '';
  let from = 0;
  for (;;) {
    const start = source.indexOf('{/*', from);
    const end = start < 0 ? -1 : source.indexOf('*/}', start + 3);
    if (end < 0) return text + source.slice(from);
    text += source.slice(from, start) + source.slice(start, end + 3).replace(/[^\n]/g, ' ');
    from = end + 3;
  }
}
