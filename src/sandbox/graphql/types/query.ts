import type * as Schema from '@octokit/graphql-schema';

import { accountByLogin, repositoryByName } from '../../state/find.js';
import { actorId, canSee } from '../../state/access.js';
import type { Context, FieldsOf } from '../context.js';
import { refusal } from '../errors.js';
import { readNode } from '../nodes.js';
import { rateLimit } from '../rate-limit.js';
import { accountSource, actor, repositorySource } from '../sources.js';

const WORDS = { User: 'a User', Organization: 'an Organization' } as const;

function account({ state }: Context, login: string, type: 'User' | 'Organization'): object {
  const found = accountByLogin(state, login);
  if (found?.type === type) return accountSource(found);
  throw refusal('NOT_FOUND', `Could not resolve to ${WORDS[type]} with the login of '${login}'.`);
}

export const Query = {
  viewer: (_root, _args, context) => actor(context.state, actorId(context.caller)),
  user: (_root, { login }: Schema.QueryUserArgs, context) => account(context, login, 'User'),
  organization: (_root, { login }: Schema.QueryOrganizationArgs, context) => account(context, login, 'Organization'),
  repositoryOwner: (_root, { login }: Schema.QueryRepositoryOwnerArgs, { state }) => {
    const found = accountByLogin(state, login);
    return found && found.type !== 'Bot' ? accountSource(found) : null;
  },
  repository: (_root, { owner, name, followRenames }: Schema.QueryRepositoryArgs, { state, caller }) => {
    const found = repositoryByName(state, owner, name);
    const followed = found?.moved === true && followRenames === false ? null : found;
    if (followed && canSee(state, caller, followed.repository)) return repositorySource(followed.repository);
    throw refusal('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  },
  node: (_root, { id }: Schema.QueryNodeArgs, context) => readNode(context, id),
  // One that is not there is null in its place, with an error of its own.
  nodes: (_root, { ids }: Schema.QueryNodesArgs, context) =>
    ids.map((id) => {
      try {
        return readNode(context, id);
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    }),
  rateLimit: (_root, _args, context) => rateLimit(context),
  relay: () => ({}),
} satisfies FieldsOf<Schema.Query, unknown>;
