import type * as Schema from '@octokit/graphql-schema';

import { isCollaborator, permissionLevel } from '../../state/access.js';
import { needAccount } from '../../state/find.js';
import type { Account, GitHubState, Repository } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { FieldsOf } from '../context.js';
import { needs } from '../permissions.js';
import { accountSource, type RepositorySource } from '../sources.js';

const people = (state: GitHubState): Account[] => [...state.accounts.values()].filter(({ type }) => type === 'User');

/** People with access that was given to them, by id. */
function collaborators(state: GitHubState, repository: Repository): Account[] {
  return people(state)
    .filter(({ id }) => isCollaborator(state, id, repository))
    .sort((a, b) => a.id - b.id);
}

/** Filters by the start of a login or a part of a name, as the menus on the page do. */
function matching(accounts: readonly Account[], query: string | null | undefined): Account[] {
  const wanted = (query ?? '').toLowerCase();
  return accounts.filter(
    ({ login, name }) => login.toLowerCase().includes(wanted) || (name ?? '').toLowerCase().includes(wanted),
  );
}

/** Everybody who opened or wrote something here. */
function writers(repository: Repository): Set<number> {
  const texts = [...repository.issues.values()].flatMap((issue) => [issue, ...issue.comments]);
  return new Set(texts.flatMap(({ authorId }) => authorId ?? []));
}

const userConnection = (accounts: readonly Account[], args: PageArgs): object =>
  connection(accounts, args, { key: ({ id }) => id, node: accountSource });

/** Who belongs to a repository. */
export const peopleFields = {
  /** Whoever opened or commented on an issue can be assigned to that one, too, and is not here. */
  assignableUsers: ({ repository }, args: PageArgs & { query?: string | null }, { state }) => {
    return userConnection(matching(collaborators(state, repository), args.query), args);
  },
  mentionableUsers: ({ repository }, args: PageArgs & { query?: string | null }, { state }) => {
    const known = writers(repository);
    const able = people(state).filter(({ id }) => known.has(id) || isCollaborator(state, id, repository));
    return userConnection(matching(able, args.query), args);
  },
  collaborators: (
    { repository },
    args: PageArgs & Pick<Schema.RepositoryCollaboratorsArgs, 'affiliation' | 'login' | 'query'>,
    context,
  ) => {
    needs(context, repository, { level: 'write', app: ['metadata'], access: 'read' });
    const { state } = context;
    const { affiliation, login, query } = args;
    const member = (id: number): boolean => state.organizations.get(repository.ownerId)?.members.has(id) ?? false;
    const found = matching(collaborators(state, repository), query)
      .filter((account) => login == null || account.login.toLowerCase() === login.toLowerCase())
      .filter(({ id }) => affiliation !== 'DIRECT' || repository.collaborators.has(id))
      .filter(({ id }) => affiliation !== 'OUTSIDE' || (repository.collaborators.has(id) && !member(id)));
    return connection(found, args, {
      key: ({ id }) => id,
      node: accountSource,
      edge: ({ id }) => ({ permission: permissionLevel(state, needAccount(state, id).id, repository).toUpperCase() }),
    });
  },
} satisfies FieldsOf<Schema.Repository, RepositorySource>;
