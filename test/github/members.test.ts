import { expect, it } from 'vitest';
import { membersOf } from '../../src/facts/members.js';
import { client, offline, onGraphql, rejection } from './github.js';

offline();

const page = (logins: string[], endCursor: string | null): object => ({
  data: {
    repositoryOwner: {
      membersWithRole: {
        pageInfo: { hasNextPage: endCursor !== null, endCursor },
        nodes: logins.map((login) => ({ login })),
      },
    },
  },
});

it("An organisation's members are read page by page", async () => {
  const first = onGraphql(page(['ada', 'bo'], 'next'));
  const second = onGraphql(page(['cy'], null));
  const members = await membersOf(client(), 'kettles');
  expect(members).toEqual({ source: 'https://github.com/orgs/kettles/people', logins: ['ada', 'bo', 'cy'] });
  expect([first.asked?.variables, second.asked?.variables]).toEqual([
    { owner: 'kettles', after: null },
    { owner: 'kettles', after: 'next' },
  ]);
});

it('are not known where a person owns the repository, and where the app may not see them', async () => {
  onGraphql({ data: { repositoryOwner: {} } });
  expect(await membersOf(client(), 'ada')).toBeNull();
  const message = 'Resource not accessible by integration';
  onGraphql({ data: { repositoryOwner: { membersWithRole: null } }, errors: [{ type: 'FORBIDDEN', message }] });
  expect(await membersOf(client(), 'kettles')).toBeNull();
});

it('are asked for again where GitHub fails: nobody loses a standing by that', async () => {
  onGraphql({ errors: [{ message: 'Something went wrong while executing your query.' }] });
  expect(await rejection(membersOf(client(), 'kettles'))).toBeInstanceOf(Error);
});
