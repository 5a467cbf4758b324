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

/** Where a link of a text leads on these pages, or where a picture is; null where that is nowhere here. */
export type Links = (address: string) => string | null;

const NOWHERE: Links = () => null;

/**
 * Markdown as GitHub shows it: tables, task lists, `<details>` and what else of HTML GitHub lets through. Everything
 * passes the sanitiser with GitHub's own list, HTML comments vanish, and no picture is fetched from anywhere else.
 * @param pictures where pictures are; of one that is nowhere here its text is shown
 */
export function markdown(text: string, links: Links, pictures: Links = NOWHERE): Html {
  return new Html(
    String(
      unified()
        .use(remarkParse)
        .use(remarkFrontmatter)
        .use(remarkGfm)
        // The sanitiser puts its own prefix before ids.
        .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
        .use(rehypeRaw)
        .use(() => relink(links, pictures))
        .use(rehypeSanitize, SCHEMA)
        .use(rehypeStringify)
        .processSync(text),
    ),
  );
}

/** GitHub's list, with what a picture for the dark needs. Where a picture is has been said before. */
const SCHEMA = {
  ...defaultSchema,
  attributes: { ...defaultSchema.attributes, source: ['media', 'srcSet'] },
};

/** Turns addresses of the GitHub in memory into those of these pages; one that leads nowhere becomes plain text. */
const relink =
  (links: Links, pictures: Links) =>
  (tree: HtmlRoot): void => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName === 'img' || node.tagName === 'source') placed(node, pictures);
      const { href } = node.properties;
      if (node.tagName !== 'a' || typeof href !== 'string') return;
      const target = links(href);
      if (target !== null) node.properties['href'] = target;
      else delete node.properties['href'];
    });
  };

/** A picture of these pages at its address; of any other only the text, since it would be fetched from a stranger's server. */
function placed(node: Element, pictures: Links): void {
  const key = node.tagName === 'img' ? 'src' : 'srcSet';
  const address = node.properties[key];
  const target = typeof address === 'string' ? pictures(address) : null;
  delete node.properties['srcSet'];
  if (target !== null) node.properties[key] = target;
  else if (node.tagName === 'img') {
    node.tagName = 'em';
    node.children = [{ type: 'text', value: `picture: ${node.properties['alt'] ?? ''}` }];
    node.properties = {};
  }
}
