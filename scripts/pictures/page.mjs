import { markdown } from '../../dist/sandbox/page/markdown.js';
import { STYLE } from '../../dist/sandbox/page/style.js';

/** GitHub sets people whom a comment mentions in bold; Markdown alone knows nobody. */
const withPeople = (html) => html.replace(/(^|[\s(>])(@[A-Za-z0-9-]+)/g, '$1<b>$2</b>');

/** A page with one comment of Convenor's, as the sandbox's own page shows it. Light or dark as the reader's system. */
export const page = (comment) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Status comment</title>
    <style>
      ${STYLE}
      main { width: 800px; margin: 0; padding: 8px; background: var(--page); }
    </style>
  </head>
  <body>
    <main>
      <article class="box">
        <header><span><strong>convenor</strong> <span class="badge">bot</span> commented</span></header>
        <div class="text prose">${withPeople(markdown(comment, (address) => address).text)}</div>
      </article>
    </main>
  </body>
</html>`;
