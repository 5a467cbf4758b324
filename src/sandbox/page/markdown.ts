import type { Element, Root as HtmlRoot } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { Html } from './html.js';

/** Where a link of a text leads on these pages; null where it leads nowhere here. */
export type Links = (address: string) => string | null;

/**
 * Markdown as GitHub shows it: tables, task lists, `<details>` and what else of HTML GitHub lets through. Everything
 * passes the sanitiser with GitHub's own list, HTML comments vanish, and no picture is fetched from anywhere.
 */
export function markdown(text: string, links: Links): Html {
  return new Html(
    String(
      unified()
        .use(remarkParse)
        .use(remarkFrontmatter)
        .use(remarkGfm)
        // The sanitiser puts its own prefix before ids.
        .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
        .use(rehypeRaw)
        .use(() => relink(links))
        .use(rehypeSanitize, SCHEMA)
        .use(rehypeStringify)
        .processSync(text),
    ),
  );
}

/** GitHub's list but for pictures, of which only the text is kept: they would be fetched from a stranger's server. */
const SCHEMA = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['img', 'picture', 'source'].includes(name)),
};

/** Turns addresses of the GitHub in memory into those of these pages; one that leads nowhere becomes plain text. */
const relink =
  (links: Links) =>
  (tree: HtmlRoot): void => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName === 'img') {
        node.tagName = 'em';
        node.children = [{ type: 'text', value: `picture: ${node.properties['alt'] ?? ''}` }];
        node.properties = {};
      }
      const { href } = node.properties;
      if (node.tagName !== 'a' || typeof href !== 'string') return;
      const target = links(href);
      if (target !== null) node.properties['href'] = target;
      else delete node.properties['href'];
    });
  };
