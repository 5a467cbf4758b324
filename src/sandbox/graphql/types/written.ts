import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import type * as Schema from '@octokit/graphql-schema';

import { authorAssociation } from '../../state/derive.js';
import type { Revision, Written } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { FieldsOf } from '../context.js';
import { viewerId } from '../permissions.js';
import { actor, databaseId, on, repositorySource, type EditSource, type ReactableSource } from '../sources.js';
import { textPath } from '../urls.js';

/** Edits as GraphQL shows them: none of a text that was never edited, else all with the first writing, newest first. */
export const editsOf = (text: Pick<Written, 'revisions'>): Revision[] =>
  text.revisions.length > 1 ? [...text.revisions].reverse() : [];

const markdown = unified().use(remarkParse).use(remarkGfm);

/** What is left of a text without its Markdown. HTML comments are not shown to anybody. */
export function plainText(body: string): string {
  const blocks = markdown.parse(body).children.filter(({ type }) => type !== 'html');
  return blocks.map((block) => toString(block, { includeHtml: false })).join('\n\n');
}

/** Fields of everything that people write: issues, pull requests, comments, reviews, and comments on lines. */
export const WRITTEN = {
  id: ({ value }) => value.nodeId,
  databaseId: ({ value }) => databaseId(value.id),
  fullDatabaseId: ({ value }) => String(value.id),
  repository: ({ repository }) => repositorySource(repository),
  author: ({ value }, _args, { state }) => actor(state, value.authorId),
  authorAssociation: ({ repository, value }, _args, { state }) =>
    authorAssociation(state, repository, value.authorId, repository.issues.get(value.number)?.kind === 'pull'),
  body: ({ value }) => value.body,
  bodyText: ({ value }) => plainText(value.body),
  createdAt: ({ value }) => value.createdAt,
  updatedAt: ({ value }) => value.updatedAt,
  publishedAt: ({ value }) => value.createdAt,
  createdViaEmail: () => false,
  lastEditedAt: ({ value }) => editsOf(value)[0]?.editedAt ?? null,
  editor: ({ value }, _args, { state }) => actor(state, editsOf(value)[0]?.editorId ?? null),
  includesCreatedEdit: ({ value }) => editsOf(value).length > 0,
  userContentEdits: ({ repository, value }, args: PageArgs) =>
    connection(editsOf(value), args, {
      key: ({ id }) => id,
      node: (revision) => on('UserContentEdit', repository, revision),
    }),
  url: (text, _args, { state }) => state.urls.web + textPath(state, text),
  resourcePath: (text, _args, { state }) => textPath(state, text),
  viewerDidAuthor: ({ value }, _args, context) => value.authorId !== null && value.authorId === viewerId(context),
} satisfies FieldsOf<
  Schema.Comment & {
    databaseId: unknown;
    fullDatabaseId: unknown;
    repository: unknown;
    url: unknown;
    resourcePath: unknown;
  },
  ReactableSource
>;

/** A revision of a text. `diff` holds the whole text of that revision, and null once somebody deleted it. */
export const UserContentEdit = {
  id: ({ value }) => value.nodeId,
  createdAt: ({ value }) => value.editedAt,
  editedAt: ({ value }) => value.editedAt,
  updatedAt: ({ value }) => value.deletedAt ?? value.editedAt,
  deletedAt: ({ value }) => value.deletedAt,
  diff: ({ value }) => value.body,
  editor: ({ value }, _args, { state }) => actor(state, value.editorId),
  deletedBy: ({ value }, _args, { state }) => actor(state, value.deletedById),
} satisfies FieldsOf<Schema.UserContentEdit, EditSource>;
