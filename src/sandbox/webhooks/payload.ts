import { installationJson, organizationJson, userJson } from '../json/accounts.js';
import type { Json } from '../json/base.js';
import { repositoryJson } from '../json/repository.js';
import { needAccount, needRepository } from '../state/find.js';
import type { DomainEvent, GitHubState, Installation, Repository } from '../state/types.js';
import { GHOST_ID } from '../state/types.js';
import { checkPart } from './payload-checks.js';
import { conversationPart } from './payload-conversation.js';
import { membersPart } from './payload-members.js';
import { pushPart } from './payload-push.js';
import { repositoryPart } from './payload-repository.js';

/** What an app receives of an event, by GitHub's webhook schemas. */
export function payloadOf(state: GitHubState, event: DomainEvent, installation: Installation): Json {
  const action = 'action' in event ? { action: event.action } : {};
  // Where nobody in particular acted, GitHub names the account that owns the installation.
  const senderId = event.senderId ?? (state.accounts.has(installation.accountId) ? installation.accountId : GHOST_ID);
  const sender = { sender: userJson(state, state.accounts.has(senderId) ? senderId : GHOST_ID) };
  if (event.event === 'installation' || event.event === 'installation_repositories') {
    return { ...action, ...installationPart(state, event, installation), requester: null, ...sender };
  }
  const reference = { installation: { id: installation.id, node_id: installationNodeId(installation) } };
  if (event.event === 'membership' || event.event === 'organization') {
    return { ...action, ...membersPart(state, event), ...sender, ...reference };
  }
  const repository = needRepository(state, event.repositoryId);
  return {
    ...action,
    ...partOf(state, repository, event),
    ...(event.event === 'push' ? {} : { repository: repositoryJson(state, repository) }),
    ...organizationPart(state, repository),
    ...sender,
    ...reference,
  };
}

type RepositoryEvent = Extract<DomainEvent, { repositoryId: number }>;

function partOf(state: GitHubState, repository: Repository, event: RepositoryEvent): Json {
  switch (event.event) {
    case 'check_run':
    case 'check_suite':
    case 'merge_group':
      return checkPart(state, repository, event);
    case 'push':
    case 'create':
    case 'delete':
      return pushPart(state, repository, event);
    case 'repository':
    case 'member':
    case 'fork':
    case 'label':
      return repositoryPart(state, repository, event);
    default:
      return conversationPart(state, event);
  }
}

const organizationPart = (state: GitHubState, { ownerId }: Repository): Json =>
  needAccount(state, ownerId).type === 'Organization' ? { organization: organizationJson(state, ownerId) } : {};

/** The old form of node ids, which GitHub still gives installations. */
const installationNodeId = ({ id }: Installation): string =>
  Buffer.from(`023:IntegrationInstallation${String(id)}`).toString('base64');

function installationPart(
  state: GitHubState,
  event: Extract<DomainEvent, { installationId: number }>,
  installation: Installation,
): Json {
  const owned = [...state.repositories.values()].filter(({ ownerId }) => ownerId === installation.accountId);
  const brief = (wanted: (repository: Repository) => boolean): Json[] =>
    owned.filter(wanted).map((repository) => briefRepository(state, repository));
  const common = { installation: installationJson(state, installation) };
  if (event.event === 'installation') {
    return { ...common, repositories: brief(({ id }) => installation.repositoryIds?.has(id) ?? true) };
  }
  const named = brief(({ id }) => event.repositoryIds.includes(id));
  return {
    ...common,
    repository_selection: installation.repositoryIds === null ? 'all' : 'selected',
    repositories_added: event.action === 'added' ? named : [],
    repositories_removed: event.action === 'removed' ? named : [],
  };
}

function briefRepository(state: GitHubState, repository: Repository): Json {
  const { id, node_id, name, full_name } = repositoryJson(state, repository);
  return { id, node_id, name, full_name, private: repository.private };
}
