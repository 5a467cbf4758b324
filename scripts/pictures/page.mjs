import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const renderer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize)
  .use(rehypeStringify);

/** GitHub links people and sets them in bold; remark knows nobody. */
const withPeople = (html) => html.replace(/(^|[\s(>])@([A-Za-z0-9-]+)/g, '$1<a class="person">@$2</a>');

/** A page that shows a comment of Convenor's much as a pull request on GitHub does. Light or dark as the reader's system. */
export const page = (markdown) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Status comment</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <article>
        <header><b>convenor</b><i>bot</i><span>commented</span></header>
        <section>${withPeople(String(renderer.processSync(markdown)))}</section>
      </article>
    </main>
  </body>
</html>`;

const STYLE = `
:root { --ground: #fff; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --band: #f6f8fa; --link: #0969da; --code: #818b981f; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0d1117; --ink: #f0f6fc; --soft: #9198a1; --line: #3d444d; --band: #151b23; --link: #4493f8; --code: #656c7633; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 14px/1.5 -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Helvetica, Arial, sans-serif; }
main { width: 800px; padding: 8px; background: var(--ground); }
article { border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
header { display: flex; gap: 8px; align-items: center; padding: 8px 16px; background: var(--band);
  border-bottom: 1px solid var(--line); color: var(--soft); }
header b { color: var(--ink); }
header i { font-style: normal; font-size: 12px; padding: 0 6px; border: 1px solid var(--line); border-radius: 12px; }
section { padding: 16px; }
section > :first-child { margin-top: 0; }
section > :last-child { margin-bottom: 0; }
h3 { font-size: 17.5px; line-height: 1.25; margin: 24px 0 16px; }
p, ul, table, details { margin: 0 0 16px; }
ul { padding-left: 2em; }
li + li { margin-top: 4px; }
a { color: var(--link); }
a.person { color: var(--ink); font-weight: 600; }
code { font: 12px ui-monospace, 'DejaVu Sans Mono', monospace; padding: .2em .4em; border-radius: 6px; background: var(--code); }
table { border-collapse: collapse; }
th, td { padding: 6px 13px; border: 1px solid var(--line); vertical-align: middle; }
tbody tr:nth-child(2n) { background: var(--band); }
sub { font-size: 75%; line-height: 1.4; color: inherit; }
summary { cursor: default; }
`;
