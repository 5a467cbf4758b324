import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/sandbox/playground/desk.js';
import { servePlayground } from '../../src/sandbox/playground/serve.js';
import { HOST, shortFrames, Visitor, wordsOf } from './table.js';

let desk: Desk;
let visitor: Visitor;
beforeAll(async () => {
  desk = await shortFrames();
  visitor = new Visitor({ desks: [desk], token: 'the token of this start' });
});
afterAll(() => desk.close());

describe('the page is for whoever sits at this machine', () => {
  test.each(['evil.example', 'evil.example:8080', '127.0.0.1.evil.example', ''])(
    'not for the host "%s"',
    async (host) => {
      expect((await visitor.get('/wire-format/12', host)).status).toBe(421);
      expect((await visitor.get('/wire-format/12/act', host, 'POST')).status).toBe(421);
    },
  );

  test('nothing is loaded from elsewhere, and nobody frames it', async () => {
    for (const url of ['/wire-format/12', '/style.css', '/script.js', '/icon.svg', '/nowhere']) {
      const { headers, body } = await visitor.get(url);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self'; /);
      expect(headers['content-security-policy']).toContain("form-action 'self'; frame-ancestors 'none'");
      if (url !== '/icon.svg') expect(body).not.toMatch(/(src|href)="https?:|url\(|@import/);
    }
  });

  test('what is not there is not there', async () => {
    for (const url of [
      '/nowhere',
      '/wire-format/99',
      '/wire-format/12/nothing',
      '/wire-format/12/edit/../x',
      '/%E0%A4%A',
    ]) {
      expect([url, (await visitor.get(url)).status]).toEqual([url, 404]);
    }
    expect((await visitor.get('/wire-format/12', HOST, 'DELETE')).status).toBe(405);
    expect((await visitor.get('/')).headers['location']).toBe('/wire-format');
    expect((await visitor.get('/wire-format')).headers['location']).toBe('/wire-format/12?as=adaquist');
  });

  const comment = { do: 'comment', text: '/sep adopt' };
  test.each([
    ['another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['another port', {}, { 'sec-fetch-site': 'same-site' }],
    ['another origin', {}, { origin: 'http://localhost:9999' }],
    ['a page without an origin', {}, { origin: 'null' }],
    ['a page from before this start', { token: 'the token of some start' }, {}],
    ['a form without a token', { token: '' }, {}],
    ['a plain text that a form may send unasked', {}, { 'content-type': 'text/plain' }],
  ])('%s cannot act', async (_, fields, headers) => {
    const before = desk.table.pull(12)?.now.comments.length;
    const { status } = await visitor.post('/wire-format/12/act?as=noorhaddad', { ...comment, ...fields }, headers);
    expect(status).toBe(403);
    expect(desk.table.pull(12)?.now.comments.length).toBe(before);
  });

  test('a port that another program has is named; without a wish any other is taken', async () => {
    const first = await servePlayground([desk], null);
    if (!first.ok) throw new Error(first.problem);
    expect((await fetch(`${first.url}wire-format/12`)).status).toBe(200);
    const taken = await servePlayground([desk], Number(new URL(first.url).port));
    expect(taken).toMatchObject({ ok: false, problem: expect.stringContaining('another program has it') as string });
    const second = await servePlayground([desk], null);
    expect(second.ok && second.url !== first.url).toBe(true);
    const large = await fetch(`${first.url}wire-format/12/act`, { method: 'POST', body: 'x'.repeat(5_000_000) });
    expect(large.status).toBe(413);
    if (second.ok) await second.close();
    await first.close();
  });
});

describe('what somebody does there', () => {
  test('is done, and leads back to where it was done', async () => {
    const { status, headers } = await visitor.post('/wire-format/12/act?as=passerby', {
      do: 'comment',
      text: 'Hello.',
      page: '',
      back: 'write',
    });
    expect([status, headers['location']]).toEqual([303, '/wire-format/12?as=passerby#write']);
    const { page } = await visitor.acts('passerby', { do: 'comment', text: 'Who\r\nleads this?' });
    expect(wordsOf(page)).toContain('passerby commented on Mon 23 Nov 2026');
    expect(desk.table.pull(12)?.now.comments.at(-1)?.body).toBe('Who\nleads this?');
  });

  test('is refused by Convenor where the rules do not allow it, and the page says by which rule', async () => {
    const { page } = await visitor.acts('passerby', { do: 'comment', text: '/sep adopt' });
    expect(wordsOf(page)).toContain('Convenor answers: /sep adopt is for a lead of the group');
  });

  test('is refused by GitHub where somebody may not, with its reason, and nothing changes', async () => {
    const { status, page } = await visitor.acts('passerby', { do: 'merge' });
    expect(status).toBe(422);
    expect(page).toContain('role="alert"');
    expect(wordsOf(page)).toMatch(/passerby was not able to do that\. .* GitHub refuses it: Must have /);
    expect(desk.table.pull(12)?.now.mergedAt).toBeNull();
  });

  test('is refused where the required check is not green', async () => {
    const { page } = await visitor.acts('bolarsen', { do: 'merge' });
    expect(wordsOf(page)).toContain('Required status check "convenor/merge" is expected.');
  });

  test.each([
    [{ do: 'comment', text: '  ' }, 'A comment needs words.'],
    [{ do: 'comment', text: '', review: 'request-changes' }, 'Who asks for changes says which'],
    [{ do: 'comment', text: 'x', review: 'dance' }, 'A review approves or asks for changes.'],
    [{ do: 'wait', for: 'ever' }, 'How far is the clock to be moved?'],
    [{ do: 'accept', comment: 'x' }, 'Which comment is meant?'],
    [{ do: 'accept', comment: '999' }, 'There is no such comment on a line any more.'],
    [{ do: 'push', path: 'seps/0000-short-frames.md', to: '../x', text: 'x' }, '"../x" is no path of a file'],
    [{ do: 'fly' }, 'There is nothing of that name to do.'],
  ])('%o is no move, and what was written is kept', async (fields, why) => {
    const { status, page } = await visitor.acts('adaquist', fields);
    expect(status).toBe(422);
    expect(wordsOf(page)).toContain(why);
  });

  test('a text that was not sent stands in its box still', async () => {
    const { page } = await visitor.acts('adaquist', { do: 'comment', review: 'dance', text: 'Two <b>words</b>.' });
    expect(page).toMatch(/<textarea[^>]*>\nTwo &lt;b&gt;words&lt;\/b&gt;\.<\/textarea>/);
  });

  test('a file is edited as it stands at the head, line for line', async () => {
    const path = 'seps/0000-short-frames.md';
    const { body } = await visitor.get(`/wire-format/12/edit/${path}?as=adaquist`);
    const [, shown = ''] = /<textarea[^>]*>\n([\s\S]*?)<\/textarea>/.exec(body) ?? [];
    expect(shown.startsWith('# SEP-0000: Short frames')).toBe(true);
    const text = shown.replace('twelve bytes for', 'eleven bytes for');
    const { status, page } = await visitor.acts('adaquist', { do: 'push', path, text, message: 'One byte less' });
    expect([status, wordsOf(page)]).toEqual([303, expect.stringContaining('One byte less')]);
    const pushed = await visitor.get(`/wire-format/12/files?as=adaquist`);
    expect(wordsOf(pushed.body)).toContain('A frame of eleven bytes for gauges');
  });
});
