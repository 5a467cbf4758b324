import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';

const markdown = unified().use(remarkParse).use(remarkGfm);
const PAGES = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Where a page leads: links, pictures, and the `src` and `srcset` of its HTML. */
function targetsOf(page: string): string[] {
  const found: string[] = [];
  visit(markdown.parse(readFileSync(page, 'utf8')), (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') found.push(node.url);
    if (node.type === 'html') {
      for (const [, url] of node.value.matchAll(/(?:src|srcset|href)="([^"]+)"/g))
        if (url !== undefined) found.push(url);
    }
  });
  return found;
}

/** Pages as they were read: many links lead to the same one. */
const known = new Map<string, readonly string[]>();

/** The anchors that GitHub gives a page's headings. */
function anchorsOf(page: string): readonly string[] {
  const before = known.get(page);
  if (before) return before;
  const found: string[] = [];
  visit(markdown.parse(readFileSync(page, 'utf8')), 'heading', (heading) => {
    const words = toString(heading).toLowerCase();
    found.push(words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'));
  });
  known.set(page, found);
  return found;
}

describe.each(PAGES)('%s', (page) => {
  const local = targetsOf(page).filter((url) => !/^[a-z]+:/.test(url));
  it(`leads somewhere with each of its ${local.length} links within the project`, () => {
    const broken = local.filter((url) => {
      const [path = '', anchor] = url.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});
