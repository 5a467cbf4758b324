import { GraphqlResponseError } from '@octokit/graphql';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { Mutation } from '../../src/github/mutation.js';
import { client, GITHUB, offline, onGraphql, rejection } from './github.js';

offline();

/** A ballot's consequences: a reply and a reaction. */
function consequences(): Mutation {
  const mutation = new Mutation();
  mutation.add('reply', 'addComment', { subjectId: 'PR_1', body: 'Counted.' }, 'commentEdge { node { id } }');
  mutation.add('thumb', 'addReaction', { subjectId: 'IC_1', content: 'THUMBS_UP' });
  return mutation;
}

describe('Several writes as one request', () => {
  it('names each input by the type that GitHub gives it, and passes it as a variable', async () => {
    const seen = onGraphql({ data: { m0: {}, m1: {} } });
    await consequences().run(client());
    expect(seen.asked?.query.replace(/\s+/g, ' ')).toBe(
      'mutation Publish($m0: AddCommentInput!, $m1: AddReactionInput!) { ' +
        'm0: addComment(input: $m0) { commentEdge { node { id } } } ' +
        'm1: addReaction(input: $m1) { clientMutationId } }',
    );
    expect(seen.asked?.variables).toEqual({
      m0: { subjectId: 'PR_1', body: 'Counted.' },
      m1: { subjectId: 'IC_1', content: 'THUMBS_UP' },
    });
  });

  it('gives the answers by alias, and what each was asked for', async () => {
    const mutation = consequences();
    onGraphql({ data: { m0: { commentEdge: { node: { id: 'IC_2' } } }, m1: { clientMutationId: null } } });
    const { data, errors } = await mutation.run(client());
    expect(data).toMatchObject({ m0: { commentEdge: { node: { id: 'IC_2' } } } });
    expect(errors.size).toBe(0);
    expect(mutation.entries()).toEqual([
      ['m0', 'reply'],
      ['m1', 'thumb'],
    ]);
    expect(mutation.payload('m1')).toBe('thumb');
    expect(mutation.payload('m2')).toBeUndefined();
  });

  it('keeps what was done where GitHub refused another field', async () => {
    onGraphql({
      data: { m0: null, m1: { clientMutationId: null } },
      errors: [{ type: 'FORBIDDEN', message: 'The conversation is locked.', path: ['m0'] }],
    });
    const { data, errors } = await consequences().run(client());
    expect(data).toEqual({ m0: null, m1: { clientMutationId: null } });
    expect([...errors]).toEqual([['m0', { type: 'FORBIDDEN', message: 'The conversation is locked.' }]]);
  });

  it('files an error deep in an answer under its field', async () => {
    onGraphql({
      data: { m0: { commentEdge: null }, m1: {} },
      errors: [{ message: 'Something went wrong.', path: ['m0', 'commentEdge', 'node'] }],
    });
    const { errors } = await consequences().run(client());
    expect([...errors]).toEqual([['m0', { type: undefined, message: 'Something went wrong.' }]]);
  });

  it.each([
    ['without a path', { type: 'RATE_LIMITED', message: 'API rate limit exceeded' }],
    ['with an empty path', { message: 'Something went wrong.', path: [] }],
  ])('fails as a whole for an error %s, even beside one that has its place', async (_, whole) => {
    onGraphql({ data: { m0: null, m1: {} }, errors: [{ message: 'locked', path: ['m0'] }, whole] });
    expect(await rejection(consequences().run(client()))).toBeInstanceOf(GraphqlResponseError);
  });

  it('fails as a whole where the request did, and is not sent again', async () => {
    nock(GITHUB).post('/graphql').reply(502, { message: 'Server Error' });
    expect(await rejection(consequences().run(client()))).toMatchObject({ name: 'HttpError', status: 502 });
  });

  it('knows whether anything is to be sent', () => {
    expect(new Mutation().isEmpty).toBe(true);
    expect(consequences().isEmpty).toBe(false);
  });
});
