import { compile } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { asMdx } from '../../src/dashboard/mdx.js';
import { madeOfHostileText } from './hostile.js';

/** The elements and expressions that MDX finds in a text; throws where it is none. */
async function found(text: string): Promise<{ elements: string[]; expressions: string[] }> {
  const elements: string[] = [];
  const expressions: string[] = [];
  const look = () => (tree: Root) =>
    visit(tree, (node: { type: string; name?: string | null; value?: string }) => {
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') elements.push(String(node.name));
      else if (node.type.startsWith('mdx')) expressions.push(node.value ?? node.type);
    });
  await compile(text, { remarkPlugins: [remarkFrontmatter, remarkGfm, look] });
  return { elements: [...new Set(elements)].toSorted(), expressions };
}

const OURS = ['br', 'details', 'img', 'picture', 'source', 'summary'];

describe('A page as MDX', () => {
  it.each(madeOfHostileText.filter(({ path }) => path.endsWith('.md')).map((page) => [page.path, page] as const))(
    'compiles whatever people wrote, and runs nothing of it: %s',
    async (_, page) => {
      const { path, text } = asMdx(page);
      expect(path).toMatch(/\.mdx$/);
      const { elements, expressions } = await found(text);
      expect(elements.filter((name) => !OURS.includes(name))).toEqual([]);
      expect(expressions.filter((said) => !/^\/\*[^*]*\*\/$/.test(said))).toEqual([]);
    },
  );

  it.each([
    ['a title', '# Wire Format Working Group\n\nText.\n', '---\ntitle: "Wire Format Working Group"\n---\n\nText.\n'],
    ['a title with quotes', '# The "short" frame\n', '---\ntitle: "The \\"short\\" frame"\n---\n'],
    ['a break', 'One.<br>Two.\n', 'One.<br />Two.\n'],
    ['a picture', '<img src="a.svg" alt="3 of 5" width="2">\n', '<img src="a.svg" alt="3 of 5" width="2" />\n'],
    [
      'a picture for the dark',
      '<picture><source media="(prefers-color-scheme: dark)" srcset="b.svg"></picture>\n',
      '<picture><source media="(prefers-color-scheme: dark)" srcSet="b.svg" /></picture>\n',
    ],
    ['a comment', '<!-- yours -->\n', '{/* yours */}\n'],
    ['braces', 'It takes {a} and \\{b\\}.\n', 'It takes \\{a\\} and \\{b\\}.\n'],
    ['less than', 'It is < 3.\n', 'It is \\< 3.\n'],
    [
      'code stays',
      'Write `{a: <b>}`.\n\n```json\n{ "a": "<b>" }\n```\n',
      'Write `{a: <b>}`.\n\n```json\n{ "a": "<b>" }\n```\n',
    ],
    [
      'a link to a page',
      '[{x}](groups/wire.md#members) [All](../README.md)\n',
      '[\\{x\\}](groups/wire#members) [All](../index)\n',
    ],
    ['a link elsewhere', '[a](https://example.org/README.md)\n', '[a](https://example.org/README.md)\n'],
    ['a picture as it is', '![bar](bars/a.svg)\n', '![bar](bars/a.svg)\n'],
  ])('%s', async (_, markdown, mdx) => {
    expect(asMdx({ path: 'x.md', text: markdown }).text).toBe(mdx);
    await expect(found(mdx)).resolves.toBeDefined();
  });

  it('lies where a site looks for it, and a picture where it was', () => {
    const path = (path: string) => asMdx({ path, text: '' }).path;
    expect([path('README.md'), path('groups/wire.md'), path('bars/a.svg')]).toEqual([
      ...['index.mdx', 'groups/wire.mdx', 'bars/a.svg'],
    ]);
  });
});
