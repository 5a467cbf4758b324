import { z } from 'zod';

import { fullRepositoryJson, repositoryJson } from '../../json/repository.js';
import { canSee, isCollaborator } from '../../state/access.js';
import { needAccount } from '../../state/find.js';
import type { Account, Repository } from '../../state/types.js';
import { given, optionalText, readBody } from '../body.js';
import { accountOf, organizationOf, param, personOf } from '../lookup.js';
import { paged } from '../paging.js';
import { created } from '../replies.js';
import { type Call, open, type RouteMap, writes } from '../route.js';

/** Repositories of a person or an organisation, and new ones. */
export const repositoryLists = {
  'repos/list-for-org': open((call) => ownedBy(call, organizationOf(call).account)),
  'repos/list-for-user': open((call) => ownedBy(call, accountOf(call, param(call, 'username')))),

  'repos/list-for-authenticated-user': open((call) => {
    const id = personOf(call);
    return list(call, (repository) => isCollaborator(call.state, id, repository));
  }),

  'repos/create-in-org': writes('administration', (call) => create(call, organizationOf(call).account)),
  'repos/create-for-authenticated-user': writes('administration', (call) =>
    create(call, needAccount(call.state, personOf(call))),
  ),
} satisfies RouteMap;

const ownedBy = (call: Call, owner: Account) => list(call, (repository) => repository.ownerId === owner.id);

/** Those that the caller may know of, by name. */
function list(call: Call, wanted: (repository: Repository) => boolean) {
  const repositories = [...call.state.repositories.values()]
    .filter((repository) => wanted(repository) && canSee(call.state, call.caller, repository))
    .sort((a, b) => a.name.localeCompare(b.name));
  return paged(call, repositories, (repository) => repositoryJson(call.state, repository, call.caller));
}

/** Empty, or with a README where `auto_init` is set. */
function create(call: Call, owner: Account) {
  const schema = z.object({
    name: z.string(),
    description: optionalText,
    private: z.boolean().nullish(),
    auto_init: z.boolean().nullish(),
  });
  const input = readBody(call, schema);
  const { name, description, private: isPrivate } = input;
  const repository = call.actions.createRepository(call.caller, {
    owner,
    name,
    ...given({ description, private: isPrivate }),
    ...(input.auto_init && { files: { 'README.md': `# ${name}\n` } }),
  });
  const json = fullRepositoryJson(call.state, repository, call.caller);
  return { ...created(json), headers: { location: String(json['url']) } };
}
