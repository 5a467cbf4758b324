import { isInterfaceType, isObjectType, isUnionType } from 'graphql';
import { expect, test } from 'vitest';

import { RESOLVERS } from '../../../src/sandbox/graphql/resolvers.js';
import { githubSchema } from '../../../src/sandbox/graphql/schema.js';

/** Names that the shared tables carry into types which do not have them; nobody can ask for those there. */
const SHARED =
  /Event$|^(Issue|PullRequest|IssueComment|PullRequestReview|PullRequestReviewComment|Organization|User|Commit|Label)$/;

test('the schema is built once', () => {
  expect(githubSchema()).toBe(githubSchema());
});

test('every type that is served is one of GitHub', () => {
  const unknown = [...RESOLVERS.keys()].filter((name) => !isObjectType(githubSchema().getType(name)));
  expect(unknown).toEqual([]);
});

test('every field that is served is one of its type', () => {
  const misplaced = [...RESOLVERS].flatMap(([name, fields]) => {
    const type = githubSchema().getType(name);
    const known = isObjectType(type) ? type.getFields() : {};
    return SHARED.test(name)
      ? []
      : Object.keys(fields)
          .filter((field) => !(field in known))
          .map((field) => `${name}.${field}`);
  });
  expect(misplaced).toEqual([]);
});

test.each([
  'Actor',
  'Assignable',
  'Closable',
  'Comment',
  'Labelable',
  'Lockable',
  'Minimizable',
  'Reactable',
  'RequestedReviewer',
])('of %s, some type is served', (name) => {
  const type = githubSchema().getType(name);
  if (!isInterfaceType(type) && !isUnionType(type)) throw new Error(`${name} is no abstract type`);
  expect(
    githubSchema()
      .getPossibleTypes(type)
      .some((one) => RESOLVERS.has(one.name)),
  ).toBe(true);
});
