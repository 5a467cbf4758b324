import type * as Schema from '@octokit/graphql-schema';

import { graphqlLogin } from '../../state/find.js';
import type { Account, Repository } from '../../state/types.js';
import { canSee } from '../../state/access.js';
import { connection, type PageArgs } from '../connection.js';
import type { Context, FieldsOf } from '../context.js';
import { viewerId } from '../permissions.js';
import { accountSource, databaseId, repositorySource, type AccountSource } from '../sources.js';
import { accountPath, avatarUrl } from '../urls.js';

/** What every actor has. GraphQL leaves `[bot]` out of a bot's login, save where a bot stands as the viewer. */
const ACTOR = {
  id: ({ account }) => account.nodeId,
  databaseId: ({ account }) => databaseId(account.id),
  login: ({ account }) => graphqlLogin(account),
  avatarUrl: ({ account }, { size }: { size?: number | null }, { state }) => avatarUrl(state, account.id, size),
  url: ({ account }, _args, { state }) => state.urls.web + accountPath(account),
  resourcePath: ({ account }) => accountPath(account),
  createdAt: ({ account }) => account.createdAt,
  updatedAt: ({ account }) => account.createdAt,
} satisfies FieldsOf<Schema.Bot, AccountSource>;

export const Bot = ACTOR;

/** What people and organisations have as owners of repositories. */
export const OWNER = {
  name: ({ account }) => account.name,
  repositories: ({ account }, args: PageArgs, context) =>
    connection(repositoriesOf(context, account), args, { key: ({ id }) => id, node: repositorySource }),
  repository: ({ account }, { name }: { name: string }, context) => {
    const found = repositoriesOf(context, account).find((one) => one.name.toLowerCase() === name.toLowerCase());
    return found ? repositorySource(found) : null;
  },
} satisfies FieldsOf<Schema.User & Schema.Organization, AccountSource>;

function repositoriesOf({ state, caller }: Context, owner: Account): Repository[] {
  return [...state.repositories.values()].filter(
    (repository) => repository.ownerId === owner.id && canSee(state, caller, repository),
  );
}

export const User = {
  ...ACTOR,
  ...OWNER,
  // The viewer is typed User even where an app's bot asks, and then it has its full login.
  login: ({ account }) => account.login,
  email: ({ account }) => account.email ?? '',
  company: ({ account }) => account.company,
  bio: () => null,
  location: () => null,
  isSiteAdmin: ({ account }) => account.siteAdmin,
  isViewer: ({ account }, _args, context) => account.id === viewerId(context),
  organizations: ({ account }, args: PageArgs, { state, caller }) => {
    const self = caller.kind === 'user' && caller.userId === account.id;
    const memberOf = [...state.organizations.values()].flatMap((organization) => {
      const membership = organization.members.get(account.id);
      const owner = state.accounts.get(organization.accountId);
      return owner && membership && (self || membership.publicMember) ? [owner] : [];
    });
    return connection(memberOf, args, { key: ({ id }) => id, node: accountSource });
  },
} satisfies FieldsOf<Schema.User, AccountSource>;
