import type * as Schema from '@octokit/graphql-schema';

import { canSee, permissionLevel } from '../../state/access.js';
import { fullName, ownerOf } from '../../state/find.js';
import type { Repository as Repo } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { Context, FieldsOf, Resolve } from '../context.js';
import { sorted, type Order } from '../order.js';
import { may, needs, READ } from '../permissions.js';
import { accountSource, databaseId, on, repositorySource, type RepositorySource } from '../sources.js';
import { repositoryPath } from '../urls.js';
import { noDifference } from '../watch.js';
import { ABSENT_FROM_REPOSITORY } from './absent.js';
import { discussionFields } from './discussions.js';
import { findObject } from './expressions.js';
import { issueFields } from './repository-issues.js';
import { peopleFields } from './repository-people.js';
import { findRef, refSource } from './refs.js';
import { rulesetConnection } from './rulesets.js';

/** What the caller may do: an app with write access to contents counts as a writer, as GitHub shows it. */
function viewerPermission(context: Context, repository: Repo): Schema.RepositoryPermission | null {
  const { state, caller } = context;
  if (caller.kind === 'user') {
    const level = permissionLevel(state, caller.userId, repository);
    return level === 'none' ? null : (level.toUpperCase() as Schema.RepositoryPermission);
  }
  return may(context, repository, { level: 'write', app: ['contents'], access: 'write' }) ? 'WRITE' : 'READ';
}

const fixed =
  (value: unknown): Resolve<RepositorySource> =>
  () =>
    value;

export const Repository = {
  id: ({ repository }) => repository.nodeId,
  databaseId: ({ repository }) => databaseId(repository.id),
  name: ({ repository }) => repository.name,
  nameWithOwner: ({ repository }, _args, { state }) => fullName(state, repository),
  owner: ({ repository }, _args, { state }) => accountSource(ownerOf(state, repository)),
  description: ({ repository }) => repository.description,
  url: ({ repository }, _args, { state }) => state.urls.web + repositoryPath(state, repository),
  resourcePath: ({ repository }, _args, { state }) => repositoryPath(state, repository),
  createdAt: ({ repository }) => repository.createdAt,
  updatedAt: ({ repository }) => repository.updatedAt,
  pushedAt: ({ repository }) => repository.pushedAt,
  isArchived: ({ repository }) => repository.archived,
  archivedAt: ({ repository }) => repository.archivedAt,
  isPrivate: ({ repository }) => repository.private,
  visibility: ({ repository }) => (repository.private ? 'PRIVATE' : 'PUBLIC'),
  isEmpty: ({ repository }) => repository.refs.size === 0,
  isFork: ({ repository }) => repository.isFork,
  isInOrganization: ({ repository }, _args, { state }) => ownerOf(state, repository).type === 'Organization',
  isDisabled: fixed(false),
  isLocked: fixed(false),
  isMirror: fixed(false),
  isTemplate: fixed(false),
  hasIssuesEnabled: fixed(true),
  mergeCommitAllowed: fixed(true),
  squashMergeAllowed: fixed(true),
  rebaseMergeAllowed: fixed(true),
  parent: ({ repository }, _args, { state, caller }) => {
    const parent = repository.parentId === null ? undefined : state.repositories.get(repository.parentId);
    return parent && canSee(state, caller, parent) ? repositorySource(parent) : null;
  },
  viewerPermission: ({ repository }, _args, context) => viewerPermission(context, repository),
  viewerCanAdminister: ({ repository }, _args, context) => viewerPermission(context, repository) === 'ADMIN',

  defaultBranchRef: ({ repository }, _args, context) => {
    needs(context, repository, READ.contents);
    return refSource(repository, `refs/heads/${repository.defaultBranch}`);
  },
  ref: ({ repository }, { qualifiedName }: Schema.RepositoryRefArgs, context) => {
    needs(context, repository, READ.contents);
    const found = findRef(repository, qualifiedName);
    return found === null ? null : refSource(repository, found);
  },
  refs: (
    { repository },
    args: PageArgs & Pick<Schema.RepositoryRefsArgs, 'refPrefix' | 'query'> & { orderBy?: Order | null },
    context,
  ) => {
    needs(context, repository, READ.contents);
    const { refPrefix, query } = args;
    const prefix = refPrefix.endsWith('/') ? refPrefix : `${refPrefix}/`;
    const names = [...repository.refs.keys()]
      .filter((name) => name.startsWith(prefix))
      .filter((name) => query == null || name.slice(prefix.length).includes(query))
      .sort();
    return connection(sorted(names, args.orderBy, { ALPHABETICAL: (name) => name }), args, {
      key: (name) => name,
      node: (name) => on('Ref', repository, name),
    });
  },
  object: ({ repository }, { oid, expression }: Schema.RepositoryObjectArgs, context) => {
    needs(context, repository, READ.contents);
    const wanted = oid == null ? expression : String(oid);
    return wanted == null ? null : findObject(context.state, repository, wanted);
  },
  rulesets: ({ repository }, args: PageArgs & Pick<Schema.RepositoryRulesetsArgs, 'includeParents'>) => {
    // Rulesets of organisations do not exist in the sandbox: with or without them is the same.
    noDifference(args.includeParents);
    return rulesetConnection(repository, args);
  },
  ruleset: ({ repository }, args: Schema.RepositoryRulesetArgs) => {
    // As above.
    noDifference(args.includeParents);
    const found = repository.rulesets.get(args.databaseId);
    return found ? on('RepositoryRuleset', repository, found) : null;
  },
  forkCount: ({ repository }, _args, { state }) =>
    [...state.repositories.values()].filter(({ parentId }) => parentId === repository.id).length,
  viewerDefaultMergeMethod: fixed('MERGE'),
  ...ABSENT_FROM_REPOSITORY,
  ...discussionFields,
  ...issueFields,
  ...peopleFields,
} satisfies FieldsOf<Schema.Repository, RepositorySource>;
