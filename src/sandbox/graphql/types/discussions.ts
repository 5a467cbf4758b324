import type * as Schema from '@octokit/graphql-schema';

import type { Discussion as State } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { FieldsOf } from '../context.js';
import { unresolved } from '../errors.js';
import { sorted, type Order } from '../order.js';
import { needs, READ } from '../permissions.js';
import {
  on,
  type DiscussionCategorySource,
  type DiscussionCommentSource,
  type DiscussionSource,
  type RepositorySource,
} from '../sources.js';
import { repositoryPath } from '../urls.js';
import { editsOf } from './written.js';

/** The id of a category: opaque to everybody outside, and by its name alone here. */
const idOf = (name: string): string => `DIC_${Buffer.from(name).toString('base64url')}`;

export const DiscussionCategory = {
  id: ({ value }) => idOf(value),
  name: ({ value }) => value,
} satisfies FieldsOf<Schema.DiscussionCategory, DiscussionCategorySource>;

export const Discussion = {
  number: ({ value }) => value.number,
  title: ({ value }) => value.title,
  body: ({ value }) => value.body,
  createdAt: ({ value }) => value.createdAt,
  category: ({ repository, value }) => on('DiscussionCategory', repository, value.category),
  url: ({ repository, value }, _args, { state }) =>
    `${state.urls.web}${repositoryPath(state, repository)}/discussions/${value.number}`,
  userContentEdits: ({ repository, value }, args: PageArgs) =>
    connection(editsOf(value), args, {
      key: ({ id }) => id,
      node: (revision) => on('UserContentEdit', repository, revision),
    }),
  comments: ({ repository, value }, args: PageArgs) =>
    connection(value.comments, args, {
      key: ({ revisions }) => revisions[0]?.id ?? 0,
      node: (comment) => on('DiscussionComment', repository, comment),
    }),
} satisfies FieldsOf<Schema.Discussion, DiscussionSource>;

export const DiscussionComment = {
  body: ({ value }) => value.body,
  createdAt: ({ value }) => value.createdAt,
} satisfies FieldsOf<Schema.DiscussionComment, DiscussionCommentSource>;

/** What `DiscussionOrder` sorts by. */
const ORDERS = {
  CREATED_AT: ({ createdAt, number }: State) => `${createdAt}/${String(number).padStart(9, '0')}`,
  UPDATED_AT: ({ updatedAt, number }: State) => `${updatedAt}/${String(number).padStart(9, '0')}`,
};

/** The fields of a repository. */
export const discussionFields = {
  hasDiscussionsEnabled: ({ repository }) => repository.discussionCategories.length > 0,
  discussionCategories: ({ repository }, args: PageArgs, context) => {
    needs(context, repository, READ.discussions);
    return connection(repository.discussionCategories, args, {
      key: (name) => name,
      node: (name) => on('DiscussionCategory', repository, name),
    });
  },
  discussions: ({ repository }, args: PageArgs & { categoryId?: string | null; orderBy?: Order | null }, context) => {
    needs(context, repository, READ.discussions);
    const { categoryId, orderBy } = args;
    if (categoryId != null && !repository.discussionCategories.some((name) => idOf(name) === categoryId)) {
      throw unresolved(categoryId);
    }
    const found = [...repository.discussions.values()].filter(
      ({ category }) => categoryId == null || idOf(category) === categoryId,
    );
    return connection(sorted(found, orderBy, ORDERS), args, {
      key: ({ number }) => number,
      node: (discussion) => on('Discussion', repository, discussion),
    });
  },
} satisfies FieldsOf<Schema.Repository, RepositorySource>;
