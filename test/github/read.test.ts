import { GraphqlResponseError } from '@octokit/graphql';
import { describe, expect, it } from 'vitest';
import { PartialAnswer, present, query } from '../../src/github/read.js';
import { client, offline, onGraphql, rejection } from './github.js';

offline();

const TEXT = 'query Title($number: Int!) { pull(number: $number) { title } }';

describe('A reading', () => {
  it('gives the data of a whole answer', async () => {
    const seen = onGraphql({ data: { pull: { title: 'Tasks' } } });
    expect(await query(client(), TEXT, { number: 7 })).toEqual({ pull: { title: 'Tasks' } });
    expect(seen.asked).toEqual({ query: TEXT, variables: { number: 7 } });
  });

  it('fails where errors stand beside the data, however much of it is there', async () => {
    onGraphql({ data: { pull: { title: 'Tasks' } }, errors: [{ message: 'timed out', path: ['pull', 'reviews'] }] });
    expect(await rejection(query(client(), TEXT, { number: 7 }))).toBeInstanceOf(GraphqlResponseError);
  });

  it.each([
    ['null', { data: null }],
    ['missing', {}],
  ])('fails where the data is %s, with no error said', async (_, answer) => {
    onGraphql(answer);
    expect(await rejection(query(client(), TEXT, { number: 7 }))).toBeInstanceOf(PartialAnswer);
  });

  it('leaves out the nodes that are not there', () => {
    expect(present([{ a: 1 }, null, { a: 2 }])).toEqual([{ a: 1 }, { a: 2 }]);
    expect(present(null)).toEqual([]);
    expect(present(undefined)).toEqual([]);
  });
});
