import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask } from './ask.js';
import { type Bench, openBench } from './bench.js';

/** What every client relies on, whatever it asks for. */
describe("the REST interface's manners", () => {
  let bench: Bench;
  let repositoryId: number;
  beforeAll(async () => {
    bench = await openBench();
    repositoryId = bench.repository.id;
    for (let number = 1; number <= 65; number++) {
      const name = `label ${String(number).padStart(3, '0')}`;
      bench.actions.createLabel(bench.caller('ada'), bench.repository, { name, color: 'ededed' });
    }
  });
  afterAll(() => bench.close());

  const labels = '/repos/open-spec/protocol/labels';

  describe('pages', () => {
    it('are linked by ids, thirty items each, and a client that follows them gets everything once', async () => {
      const first = await ask(bench, 'GET', labels);
      const count = bench.repository.labels.size;
      const last = Math.ceil(count / 30);
      const at = (page: number): string =>
        `<${bench.url}/repositories/${String(repositoryId)}/labels?page=${String(page)}>`;
      expect(first.body).toHaveLength(30);
      expect(first.headers.get('link')).toBe(`${at(2)}; rel="next", ${at(last)}; rel="last"`);
      const { rest, paginate } = bench.client('nobody');
      const all = await paginate(rest.issues.listLabelsForRepo, { owner: 'open-spec', repo: 'protocol' });
      expect(new Set(all.map(({ name }) => name)).size).toBe(count);
    });

    it('point back and forth from the middle', async () => {
      const { headers } = await ask(bench, 'GET', `${labels}?per_page=20&page=2`);
      const relations = [...(headers.get('link') ?? '').matchAll(/rel="(\w+)"/g)].map(([, name]) => name);
      expect(relations).toEqual(['prev', 'next', 'last', 'first']);
    });

    it.each([
      ['per_page=500', 100],
      ['per_page=0', 30],
      ['per_page=many', 30],
      ['page=99', 0],
    ])('take %s as GitHub does', async (query, items) => {
      const { status, body } = await ask(bench, 'GET', `${labels}?${query}`);
      expect([status, (body as unknown[]).length]).toEqual([200, Math.min(items, bench.repository.labels.size)]);
    });
  });

  describe('headers', () => {
    it('name the request, the media type, the version and the budget', async () => {
      const { headers } = await ask(bench, 'GET', '/repos/open-spec/protocol', { token: bench.tokens.ben });
      expect(headers.get('x-github-media-type')).toBe('github.v3; format=json');
      expect(headers.get('x-github-request-id')).toMatch(/\S/);
      expect(headers.get('x-github-api-version-selected')).toBe('2022-11-28');
      expect(Number(headers.get('x-ratelimit-remaining'))).toBeLessThan(5000);
      expect(headers.get('x-oauth-scopes')).toContain('repo');
    });

    it('spare what has not changed: 304, for free, until somebody changes it', async () => {
      const token = bench.tokens.cleo;
      const first = await ask(bench, 'GET', labels, { token });
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/);
      const again = await ask(bench, 'GET', labels, { token, headers: { 'if-none-match': etag } });
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
      expect(again.headers.get('x-ratelimit-used')).toBe(first.headers.get('x-ratelimit-used'));
      bench.actions.createLabel(bench.caller('ada'), bench.repository, { name: 'a new one' });
      expect((await ask(bench, 'GET', labels, { token, headers: { 'if-none-match': etag } })).status).toBe(200);
    });

    it('stand alone where only they were asked for', async () => {
      const { status, headers, body } = await ask(bench, 'HEAD', labels);
      expect([status, body]).toEqual([200, '']);
      expect(headers.get('link')).toContain('rel="next"');
    });
  });

  describe('refusals', () => {
    const issues = '/repos/open-spec/protocol/issues';

    it('of what is not there look alike, whatever is missing', async () => {
      const nothing = await ask(bench, 'GET', '/no/such/thing');
      expect(nothing).toMatchObject({ status: 404, body: { message: 'Not Found', status: '404' } });
      const noIssue = await ask(bench, 'GET', `${issues}/999`);
      expect(noIssue.body).toEqual({
        message: 'Not Found',
        documentation_url: 'https://docs.github.com/rest/issues/issues#get-an-issue',
        status: '404',
      });
    });

    it('name the missing field', async () => {
      const { status, body } = await ask(bench, 'POST', issues, { token: bench.tokens.dan, body: { body: 'x' } });
      expect(status).toBe(422);
      expect(body).toMatchObject({ message: 'Invalid request.\n\n"title" wasn\'t supplied.', status: '422' });
    });

    it('list what is wrong with a value', async () => {
      const token = bench.tokens.ada;
      const { status, body } = await ask(bench, 'POST', labels, {
        token,
        body: { name: 'label 001', color: 'ededed' },
      });
      expect(status).toBe(422);
      expect(body).toMatchObject({
        message: 'Validation Failed',
        errors: [{ resource: 'Label', code: 'already_exists', field: 'name' }],
        documentation_url: 'https://docs.github.com/rest/issues/labels#create-a-label',
      });
    });

    it('of broken JSON are 400, of an unknown version too, and of a strange media type 415', async () => {
      const token = bench.tokens.dan;
      expect((await ask(bench, 'POST', issues, { token, raw: '{"title":' })).body).toMatchObject({
        message: 'Problems parsing JSON',
      });
      const version = { 'x-github-api-version': '1999-01-01' };
      expect((await ask(bench, 'GET', issues, { headers: version })).status).toBe(400);
      expect((await ask(bench, 'GET', issues, { headers: { accept: 'image/png' } })).status).toBe(415);
    });
  });

  it('gives a file byte for byte where it is asked for raw', async () => {
    const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]);
    const files = { 'picture.png': bytes };
    bench.actions.push(bench.caller('ada'), bench.repository, { branch: 'main', files });
    const headers = { accept: 'application/vnd.github.raw' };
    const response = await fetch(`${bench.url}/repos/open-spec/protocol/contents/picture.png`, { headers });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  it('answers a client that takes it for GitHub Enterprise Server with addresses below /api/v3', async () => {
    const { body, headers } = await ask(bench, 'GET', `/api/v3${labels}?per_page=1`);
    const base = `${bench.url}/api/v3`;
    expect(body).toMatchObject([{ url: expect.stringMatching(`^${base}/repos/open-spec/protocol/labels/`) as string }]);
    const next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? '';
    expect(next).toBe(`${base}/repositories/${String(repositoryId)}/labels?per_page=1&page=2`);
    expect((await ask(bench, 'GET', next)).body).toHaveLength(1);
  });
});
