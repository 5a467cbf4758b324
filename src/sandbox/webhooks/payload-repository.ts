import { organizationJson, userJson } from '../json/accounts.js';
import type { Json } from '../json/base.js';
import { labelJson, repositoryJson } from '../json/repository.js';
import { needAccount, needRepository } from '../state/find.js';
import type { DomainEvent, GitHubState, Repository } from '../state/types.js';

type Event = Extract<DomainEvent, { event: 'repository' | 'member' | 'fork' | 'label' }>;

/** What is particular to events of a repository itself. */
export function repositoryPart(state: GitHubState, repository: Repository, event: Event): Json {
  switch (event.event) {
    case 'repository':
      return repositoryChanges(state, event);
    case 'member':
      return {
        member: userJson(state, event.memberId),
        ...(event.action === 'removed'
          ? {}
          : { changes: { permission: { from: null, to: repository.collaborators.get(event.memberId) ?? null } } }),
      };
    case 'fork':
      return { forkee: repositoryJson(state, needRepository(state, event.forkId)) };
    case 'label': {
      const label = { label: labelJson(state, repository, event.label) };
      if (event.action !== 'edited') return label;
      const changes = Object.entries(event.old).map(([field, old]) => [field, { from: old }]);
      return { ...label, changes: Object.fromEntries(changes) as Json };
    }
  }
}

function repositoryChanges(state: GitHubState, event: Extract<DomainEvent, { event: 'repository' }>): Json {
  if (event.action === 'renamed') return { changes: { repository: { name: { from: event.oldName } } } };
  if (event.action === 'edited') return { changes: {} };
  if (event.action !== 'transferred') return {};
  const { id, type } = needAccount(state, event.oldOwnerId);
  const from = type === 'Organization' ? { organization: organizationJson(state, id) } : { user: userJson(state, id) };
  return { changes: { owner: { from } } };
}
