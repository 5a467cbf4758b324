import { describe, expect, it } from 'vitest';

import { operationOf, validateReply, validateRequest, validateWebhook } from './validate.js';

const LABEL = {
  id: 1,
  node_id: 'x',
  url: 'https://x.test/1',
  name: 'a',
  color: 'ededed',
  default: false,
  description: null,
};
const LABELS = '/repos/open-spec/protocol/labels';

describe("the checks against GitHub's description", () => {
  it.each([
    ['/repos/o/r/pulls/comments/7', 'GET /repos/{owner}/{repo}/pulls/comments/{comment_id}'],
    ['/repos/o/r/commits/heads/a/b/status', 'GET /repos/{owner}/{repo}/commits/{ref}/status'],
    ['/repos/o/r/contents/docs/a%20b.md', 'GET /repos/{owner}/{repo}/contents/{path}'],
    ['/nowhere', null],
  ])('find the operation of %s', (path, operation) => {
    expect(operationOf('get', path)).toBe(operation);
  });

  it('pass a good reply and name what is wrong with a bad one', () => {
    expect(validateReply('POST', LABELS, 201, LABEL)).toEqual([]);
    expect(validateReply('POST', LABELS, 201, { ...LABEL, name: null })).toEqual([expect.stringContaining('/name')]);
    expect(validateReply('POST', LABELS, 200, LABEL)).toEqual([expect.stringContaining('no reply with status 200')]);
    expect(validateReply('POST', '/nowhere', 201, {})).toEqual(["GitHub's description has no POST /nowhere"]);
  });

  it('want a refusal to look like one, described or not', () => {
    expect(validateReply('POST', LABELS, 403, { message: 'No' })).toEqual([]);
    expect(validateReply('POST', LABELS, 403, { message: 7 })).not.toEqual([]);
  });

  it.each([
    ['a good request', 'per_page=5', undefined, []],
    ['a parameter that nobody knows', 'per_pag=5', undefined, ['takes no per_pag']],
    ['a parameter of a wrong type', 'per_page=many', undefined, ['query per_page']],
    ['a body where none belongs', '', { name: 'x' }, ['takes no body']],
  ])('judge %s', (_, query, body, wanted) => {
    const found = validateRequest('GET', LABELS, new URLSearchParams(query), body);
    expect(found).toEqual(wanted.map((text) => expect.stringContaining(text) as string));
  });

  it.each([
    [{ name: 'x', color: 'ededed' }, []],
    [{ color: 'ededed' }, ["'name'"]],
    [{ name: 'x', colour: 'ededed' }, ['no field colour']],
    [undefined, ['needs a body']],
  ])('judge the body %j', (body, wanted) => {
    const found = validateRequest('POST', LABELS, {}, body);
    expect(found).toEqual(wanted.map((text) => expect.stringContaining(text) as string));
  });

  it('know no webhook that GitHub does not know, and no half one', () => {
    expect(validateWebhook('issues', 'invented', {})).toEqual(["GitHub's description has no webhook issues.invented"]);
    expect(validateWebhook('issues', 'opened', { action: 'opened' })).not.toEqual([]);
  });
});
