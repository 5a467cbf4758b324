import type * as Schema from '@octokit/graphql-schema';

import { needObject, readObject } from '../../git/objects.js';
import { isBinary } from '../../git/patch.js';
import { gitNodeId } from '../../state/nodes.js';
import type { GitHubState, Oid, Repository, TreeEntry as Entry } from '../../state/types.js';
import type { FieldsOf, Resolve } from '../context.js';
import { repositorySource, type BlobSource, type On, type TreeSource } from '../sources.js';
import { repositoryPath } from '../urls.js';
import { gitObject } from './refs.js';

/** GitHub cuts the text of a blob here. It counts bytes, and never leaves half a character. */
const LONGEST_TEXT = 512_000;

/** What commits, trees and blobs share. */
export function objectFields<Source extends { repository: Repository }>(
  type: 'Commit' | 'Tree' | 'Blob',
  oidOf: (source: Source) => Oid,
) {
  const path = (state: GitHubState, source: Source): string =>
    `${repositoryPath(state, source.repository)}/commit/${oidOf(source)}`;
  return {
    id: (source) => gitNodeId(type, source.repository, oidOf(source)),
    oid: oidOf,
    abbreviatedOid: (source) => oidOf(source).slice(0, 7),
    repository: ({ repository }) => repositorySource(repository),
    commitUrl: (source, _args, { state }) => state.urls.web + path(state, source),
    commitResourcePath: (source, _args, { state }) => path(state, source),
  } satisfies Record<keyof Omit<Schema.GitObject, '__typename'>, Resolve<Source>>;
}

export const Tree = {
  ...objectFields<TreeSource>('Tree', ({ value }) => value.oid),
  entries: ({ repository, value }, _args, { state }) =>
    needObject(state.objects, 'tree', value.oid).entries.map((entry) =>
      entrySource(repository, entry, value.path === null ? null : join(value.path, entry.name)),
    ),
} satisfies FieldsOf<Schema.Tree, TreeSource>;

export const join = (directory: string, name: string): string => (directory === '' ? name : `${directory}/${name}`);

export type EntrySource = On<'TreeEntry', { entry: Entry; path: string | null }>;

export const entrySource = (repository: Repository, entry: Entry, path: string | null): EntrySource => ({
  __typename: 'TreeEntry',
  repository,
  value: { entry, path },
});

export const TreeEntry = {
  name: ({ value }) => value.entry.name,
  nameRaw: ({ value }) => Buffer.from(value.entry.name).toString('base64'),
  path: ({ value }) => value.path ?? value.entry.name,
  pathRaw: ({ value }) => Buffer.from(value.path ?? value.entry.name).toString('base64'),
  extension: ({ value }) => /\.[^.]*$/.exec(value.entry.name)?.[0] ?? '',
  /** Git's mode as a number: 33188 is 0100644. */
  mode: ({ value }) => Number.parseInt(value.entry.mode, 8),
  type: ({ value }) => ({ '040000': 'tree', '160000': 'commit' })[value.entry.mode as string] ?? 'blob',
  oid: ({ value }) => value.entry.oid,
  size: ({ value }, _args, { state }) => readObject(state.objects, 'blob', value.entry.oid)?.bytes.length ?? 0,
  repository: ({ repository }) => repositorySource(repository),
  object: ({ repository, value }, _args, { state }) =>
    // A submodule's commit is in another repository.
    value.entry.mode === '160000' ? null : gitObject(state, repository, value.entry.oid, value.path),
} satisfies FieldsOf<Schema.TreeEntry, EntrySource>;

const bytesOf = (state: GitHubState, { value }: BlobSource): Uint8Array =>
  needObject(state.objects, 'blob', value).bytes;

export const Blob = {
  ...objectFields<BlobSource>('Blob', ({ value }) => value),
  byteSize: (blob, _args, { state }) => bytesOf(state, blob).length,
  isBinary: (blob, _args, { state }) => isBinary(bytesOf(state, blob)),
  isTruncated: (blob, _args, { state }) =>
    !isBinary(bytesOf(state, blob)) && bytesOf(state, blob).length > LONGEST_TEXT,
  text: (blob, _args, { state }) => {
    const bytes = bytesOf(state, blob);
    return isBinary(bytes) ? null : textOf(bytes);
  },
} satisfies FieldsOf<Schema.Blob, BlobSource>;

function textOf(bytes: Uint8Array): string {
  let end = Math.min(bytes.length, LONGEST_TEXT);
  // A byte of the form 10xxxxxx goes on with the character before it.
  while (end < bytes.length && end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return Buffer.from(bytes.subarray(0, end)).toString('utf8');
}
