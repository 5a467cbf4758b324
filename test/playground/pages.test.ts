import { beforeAll, describe, expect, test } from 'vitest';
import { markdown } from '../../src/sandbox/page/markdown.js';
import { pullPage } from '../../src/sandbox/page/pages.js';
import type { Show } from '../../src/sandbox/page/show.js';
import { HOSTILE, hostileShow } from './hostile.js';

let show: Show;
beforeAll(async () => {
  show = await hostileShow();
});

const PLACES = [{ address: '/evil', name: HOSTILE, isHere: true }];
const page = (path: string): string | null => pullPage(PLACES, { ...show, page: path })?.text ?? null;

/** A page without the script and the fields that are ours. */
const theirs = (path: string): string =>
  (page(path) ?? '')
    .replace('<script src="/script.js" defer></script>', '')
    .replace(/<form class="\w+" method="post" action="\/evil\/1\/act\?as=mallory">/g, '')
    .replace(/<input type="hidden" name="\w+" value="[^"<>]*" \/>/g, '')
    .replace(/<input id="(message|to)" name="\w+" type="text" [^<>]*\/>/g, '');

describe('a page of what a stranger wrote', () => {
  test.each(['', 'files', 'checks', 'edit/seps/0000-evil.md', 'dashboard/README.md'])(
    '"%s" holds no markup of theirs',
    (path) => {
      const text = theirs(path);
      // Theirs stands there as text only: no element, no handler, no style, no address that runs.
      expect(text).not.toMatch(/<(script|img|iframe|style|form|input)\b/i);
      expect(text).not.toMatch(/<[^>]*\s(on\w+|style)\s*=/i);
      expect(text).not.toMatch(/href="(javascript|data):/i);
      expect(text).not.toContain('id="tabs"');
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    },
  );

  test('a marker is not shown, and what GitHub lets through is', () => {
    const text = page('') ?? '';
    expect(text).not.toContain('convenor:status');
    expect(text).toMatch(/<details>\s*<summary>More<\/summary>/);
    expect(text).toContain('<del>c</del>');
    expect(text).toContain('picture: a picture');
    expect(text).toContain('Suggested change');
    expect(text).toContain('😕 1');
  });

  test('what is suggested stands below its line, too', () => {
    const [, below = ''] = (page('files') ?? '').split('# &lt;script&gt;alert(1)');
    expect(below).toContain('seps/0000-evil.md:1');
    expect(below).toContain('Suggested change');
  });

  test('links of the dashboard lead to its pages, and to nothing else of the branch', () => {
    expect(page('dashboard/README.md')).toContain('href="/evil/1/dashboard/groups/a.md?as=mallory"');
    expect(page('dashboard/README.md')).toMatch(/<a>out<\/a>/);
    expect(page('dashboard/groups/a.md')).toContain('href="/evil/1/dashboard/README.md?as=mallory"');
    expect(page('dashboard/../secret.md')).toBeNull();
    expect(page('secret.md')).toBeNull();
    expect(page('edit/secret.md')).toBeNull();
  });

  test('markdown is what GitHub makes of it', () => {
    const { text } = markdown('**a** <sub>b</sub>\n\n<!-- c -->\n\n- [x] d', () => null);
    expect(text).toContain('<strong>a</strong> <sub>b</sub>');
    expect(text).toContain('type="checkbox"');
    expect(text).not.toContain('<!--');
  });

  test('pictures of the dashboard are shown, and none of a stranger', () => {
    const ours = (address: string): string | null => (address.startsWith('bars/') ? `/here/${address}` : null);
    const said = (text: string): string => markdown(text, () => null, ours).text;
    const bar =
      '<picture><source media="(prefers-color-scheme: dark)" srcset="bars/d.svg"><img src="bars/l.svg" alt="3 of 5" width="220" onerror="x()"></picture>';
    expect(said(bar)).toBe(
      '<p><picture><source media="(prefers-color-scheme: dark)" srcset="/here/bars/d.svg"><img src="/here/bars/l.svg" alt="3 of 5" width="220"></picture></p>',
    );
    const foreign =
      '![a](https://evil.example/a.png) <img src="bars/l.svg" srcset="https://evil.example/b.png 2x"> <picture><source srcset="https://evil.example/c.png"></picture>';
    expect(said(foreign)).not.toContain('evil.example');
    expect(said(foreign)).toContain('<em>picture: a</em>');
  });

  test('nothing is loaded from elsewhere', () => {
    for (const path of ['', 'files', 'checks', 'dashboard/README.md']) {
      expect(page(path)).not.toMatch(/(src|href)="https?:|url\(|@import/);
    }
  });
});
