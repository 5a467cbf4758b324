import { beforeAll, describe, expect, test } from 'vitest';
import { markdown } from '../../src/sandbox/page/markdown.js';
import { answer, servePages, type Reply } from '../../src/sandbox/page/server.js';
import type { Show } from '../../src/sandbox/page/show.js';
import { hostileShow } from './hostile.js';

let show: Show;
beforeAll(async () => {
  show = await hostileShow();
});

const get = (url: string, host = 'localhost:8080', method = 'GET'): Reply =>
  answer([show], { method, url, headers: { host } });

describe('a page of what a stranger wrote', () => {
  test.each(['/evil', '/evil/files', '/evil/checks', '/evil/ledger', '/evil/dashboard/README.md'])(
    '%s holds no markup of theirs',
    (url) => {
      const { status, body } = get(url);
      expect(status).toBe(200);
      // Theirs stands there as text only: no element, no handler, no style, no address that runs.
      expect(body).not.toMatch(/<(script|img|iframe|style|form|input)\b/i);
      expect(body).not.toMatch(/<[^>]*\s(on\w+|style)\s*=/i);
      expect(body).not.toMatch(/href="(javascript|data):/i);
      expect(body).not.toContain('id="tabs"');
      expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    },
  );

  test('a marker is not shown, and what GitHub lets through is', () => {
    const { body } = get('/evil');
    expect(body).not.toContain('convenor:status');
    expect(body).toMatch(/<details>\s*<summary>More<\/summary>/);
    expect(body).toContain('<del>c</del>');
    expect(body).toContain('picture: a picture');
    expect(body).toContain('Suggested change');
    expect(body).toContain('😕 1');
  });

  test('what is suggested stands below its line, too', () => {
    const { body } = get('/evil/files');
    const [, below = ''] = body.split('# &lt;script&gt;alert(1)');
    expect(below).toContain('seps/0000-evil.md:1');
    expect(below).toContain('Suggested change');
  });

  test('links of the dashboard lead to its pages, and to nothing else of the branch', () => {
    const { body } = get('/evil/dashboard/README.md');
    expect(body).toContain('href="/evil/dashboard/groups/a.md"');
    expect(body).toMatch(/<a>out<\/a>/);
    expect(get('/evil/dashboard/groups/a.md').body).toContain('href="/evil/dashboard/README.md"');
    expect(get('/evil/dashboard/../secret.md').status).toBe(404);
    expect(get('/evil/dashboard/%2e%2e/secret.md').status).toBe(404);
  });

  test('markdown is what GitHub makes of it', () => {
    const { text } = markdown('**a** <sub>b</sub>\n\n<!-- c -->\n\n- [x] d', () => null);
    expect(text).toContain('<strong>a</strong> <sub>b</sub>');
    expect(text).toContain('type="checkbox"');
    expect(text).not.toContain('<!--');
  });
});

describe('the page is for whoever sits at this machine', () => {
  test.each(['evil.example', 'evil.example:8080', '127.0.0.1.evil.example', ''])('not for the host "%s"', (host) => {
    expect(get('/evil', host).status).toBe(421);
  });

  test('nothing is loaded from elsewhere, and nothing runs', () => {
    for (const url of ['/evil', '/style.css', '/nowhere']) {
      expect(get(url).headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'self'; img-src 'self'/,
      );
      expect(get(url).body).not.toMatch(/(src|href)="https?:|url\(|@import/);
    }
  });

  test('it is only looked at', () => {
    expect(get('/evil', 'localhost', 'POST').status).toBe(405);
    expect(get('/nowhere').status).toBe(404);
    expect(get('/%E0%A4%A').status).toBe(404);
    expect(get('/').headers['location']).toBe('/evil');
  });

  test('a port that another program has is named; without a wish any other is taken', async () => {
    const first = await servePages([show], null);
    if (!first.ok) throw new Error(first.problem);
    expect((await fetch(first.url)).status).toBe(200);
    const taken = await servePages([show], Number(new URL(first.url).port));
    expect(taken).toMatchObject({ ok: false, problem: expect.stringContaining('another program has it') as string });
    const second = await servePages([show], null);
    expect(second.ok && second.url !== first.url).toBe(true);
    if (second.ok) await second.close();
    await first.close();
  });
});
