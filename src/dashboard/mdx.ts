import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Page } from './page.js';

const parser = unified().use(remarkParse).use(remarkGfm);

interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * A page as MDX, for sites that are built from it: the heading becomes the title of its frontmatter, HTML becomes JSX,
 * braces and angle brackets in the text are escaped, and links lead to pages without an ending. What is no page stays.
 */
export function asMdx(page: Page): Page {
  if (!page.path.endsWith('.md')) return page;
  const source = page.text;
  const tree = parser.parse(source);
  const edits: Edit[] = [];
  let title = page.path;
  visit(tree, (node, _, parent) => {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const [from, to] = [start.offset, end.offset];
    const own = source.slice(from, to);
    const put = (text: string): void => {
      if (text !== own) edits.push({ from, to, text });
    };
    // An element that closes right behind a table would be a row of it.
    if (node.type === 'html') put(parent?.type === 'root' ? jsx(own).replace(/^<\//, '\n</') : jsx(own));
    else if (node.type === 'text') put(escaped(own));
    else if (node.type === 'heading' && node.depth === 1 && from === 0) {
      title = toString(node);
      edits.push({ from, to, text: `---\ntitle: ${JSON.stringify(title.replaceAll('\u200b', ''))}\n---` });
      return 'skip';
    } else if (node.type === 'link' && !/^[a-z]+:|^#/i.test(node.url)) {
      // The address stands last, behind the words that it is put on, which have edits of their own.
      const at = own.lastIndexOf(`](${node.url}`);
      if (at !== -1) edits.push({ from: from + at + 2, to: from + at + 2 + node.url.length, text: linked(node.url) });
    }
    return undefined;
  });
  let text = source;
  for (const edit of edits.toSorted((a, b) => b.from - a.from)) {
    text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  }
  return { path: mdxPath(page.path), text };
}

/** Pages in the format of the rules; they are made as `md`. */
export const inFormat = (made: readonly Page[], format: 'md' | 'mdx'): readonly Page[] =>
  format === 'mdx' ? made.map(asMdx) : made;

/** Where a page lies as MDX: sites call the first page of a folder its index. */
const mdxPath = (path: string): string => path.replace(/(^|\/)README\.md$/, '$1index.md').replace(/\.md$/, '.mdx');

const linked = (url: string): string => url.replace(/(^|\/)README\.md(?=#|$)/, '$1index').replace(/\.md(?=#|$)/, '');

/** Text of Markdown in which nothing begins an expression or an element; what is escaped already stays. */
const escaped = (text: string): string =>
  text.replace(/\\[\s\S]|[{}<]/g, (found) => (found.startsWith('\\') ? found : `\\${found}`));

const EMPTY = /^<(?:br|img|source|hr)\b/i;

/** Our own HTML as JSX: nothing but tags without scripts, and comments. */
const jsx = (html: string): string =>
  html
    .replace(/<!--([\s\S]*?)-->/g, (_, said: string) => `{/*${said.replaceAll('*/', '* /')}*/}`)
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      EMPTY.test(tag) ? tag.replace(/\s*\/?>$/, ' />').replace(/\bsrcset=/g, 'srcSet=') : tag,
    );
