import { GraphqlResponseError } from '@octokit/graphql';
import { describe, expect, it } from 'vitest';
import { resolveAccounts } from '../../src/facts/accounts.js';
import { readPins, writePins } from '../../src/ledger/pins.js';
import type { Account } from '../../src/facts/facts.js';
import { client, offline, onGraphql, rejection } from './github.js';

offline();

const ada = { __typename: 'User', login: 'Ada', id: 'U_1', databaseId: 1 };
const bo = { __typename: 'User', login: 'bo', id: 'U_2', databaseId: 2 };
const unknown = (path: string): object => ({
  type: 'NOT_FOUND',
  path: [path],
  message: "Could not resolve to a User with the login of 'gone'.",
});

describe('The accounts of logins', () => {
  it('are asked for by variables, and come with the case that GitHub has', async () => {
    const seen = onGraphql({ data: { u0: ada, u1: bo } });
    expect(await resolveAccounts(client(), ['ada', 'bo'])).toEqual([
      { id: 1, login: 'Ada', nodeId: 'U_1', isBot: false },
      { id: 2, login: 'bo', nodeId: 'U_2', isBot: false },
    ]);
    expect(seen.asked?.variables).toEqual({ l0: 'ada', l1: 'bo' });
  });

  it('leave out a login that nobody has', async () => {
    onGraphql({ data: { u0: null, u1: bo }, errors: [unknown('u0')] });
    expect((await resolveAccounts(client(), ['gone', 'bo'])).map(({ id }) => id)).toEqual([2]);
  });

  it.each([
    ['an error of GitHub stands beside the data', { data: { u0: ada, u1: null }, errors: [{ message: 'timed out' }] }],
    [
      'one login is unknown and another could not be read',
      { data: { u0: null, u1: null }, errors: [unknown('u0'), { type: 'FORBIDDEN', path: ['u1'], message: 'SAML' }] },
    ],
    ['nothing came back but an unknown login', { data: null, errors: [unknown('u0')] }],
  ])('fail where %s', async (_, answer) => {
    onGraphql(answer);
    expect(await rejection(resolveAccounts(client(), ['ada', 'bo']))).toBeInstanceOf(GraphqlResponseError);
  });

  it('are asked for a hundred at a time', async () => {
    const logins = Array.from({ length: 201 }, (_, index) => `person-${index}`);
    const asked = [0, 1, 2].map((part) =>
      onGraphql({ data: { u0: { ...ada, databaseId: part + 1, login: `first-of-${part}` } } }),
    );
    expect((await resolveAccounts(client(), logins)).map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(asked.flatMap((one) => Object.values(one.asked?.variables ?? {}))).toEqual(logins);
    expect(asked.map((one) => Object.keys(one.asked?.variables ?? {}).length)).toEqual([100, 100, 1]);
  });

  it('are not asked for where there is nobody', async () => {
    expect(await resolveAccounts(client(), [])).toEqual([]);
  });
});

describe('The pins of logins', () => {
  const pin = (id: number, login: string): [string, Account] => [
    login.toLowerCase(),
    { id, login, nodeId: `U_${id}`, isBot: false },
  ];
  const pins = [pin(3, 'zoe'), pin(1, 'Ada'), pin(2, 'bo')];

  it('are read back as they were written', () => {
    expect(readPins(writePins(new Map(pins)))).toEqual(new Map(pins));
  });

  it('are the same bytes in whatever order people were met, sorted by login', () => {
    const text = writePins(new Map(pins));
    expect(writePins(new Map([...pins].reverse()))).toBe(text);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['ada', 'bo', 'zoe']);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('are none where there is no file yet', () => {
    expect(readPins(null)).toEqual(new Map());
  });

  it.each([
    ['cut off', '{"ada": {"id": 1'],
    ['empty', ''],
    ['a list', '[]'],
    ['without an id', '{"ada":{"nodeId":"U_1","login":"Ada"}}'],
    ['with an id as text', '{"ada":{"id":"1","nodeId":"U_1","login":"Ada"}}'],
    ['with more than belongs there', '{"ada":{"id":1,"nodeId":"U_1","login":"Ada","admin":true}}'],
  ])('are not read from a file that is %s', (_, text) => {
    expect(() => readPins(text)).toThrow();
  });
});
