import { nodeId } from '../state/node-ids.js';
import { unprocessable } from '../errors.js';
import { accountByLogin } from '../state/find.js';
import { textsOf } from '../state/nodes.js';
import type { GitHub } from '../state/github.js';
import type { Account, AccountType, GitHubState, Organization, Repository, Team } from '../state/types.js';
import { removeRepository } from './repositories.js';

const NODE_TYPES = { User: 'User', Bot: 'Bot', Organization: 'Organization' } as const;

/** Makes an account. @throws GitHubError 422 where login or id are taken. */
export function addAccount(
  github: GitHub,
  type: AccountType,
  input: { login: string; name?: string; email?: string; company?: string; id?: number },
): Account {
  refuseTakenLogin(github.state, input.login);
  const id = input.id ?? github.nextId('account');
  if (github.state.accounts.has(id)) throw unprocessable(`There is an account with the id ${String(id)} already.`);
  const account: Account = {
    id,
    nodeId: nodeId(NODE_TYPES[type], id),
    type,
    login: input.login,
    formerLogins: [],
    name: input.name ?? null,
    email: input.email ?? null,
    company: input.company ?? null,
    siteAdmin: false,
    createdAt: github.now,
  };
  github.state.accounts.set(id, account);
  return account;
}

function refuseTakenLogin(state: GitHubState, login: string): void {
  if (accountByLogin(state, login) === null) return;
  throw unprocessable(`The login ${login} is taken.`, [{ resource: 'User', field: 'login', code: 'already_exists' }]);
}

export const createUser = (
  github: GitHub,
  input: { login: string; name?: string; email?: string; company?: string; id?: number },
): Account => addAccount(github, 'User', input);

export function createOrganization(github: GitHub, input: { login: string; name?: string; id?: number }): Account {
  const account = addAccount(github, 'Organization', input);
  github.state.organizations.set(account.id, { accountId: account.id, description: null, members: new Map() });
  return account;
}

export function renameUser(github: GitHub, user: Account, login: string): Account {
  refuseTakenLogin(github.state, login);
  for (const repository of repositoriesOf(github.state, user)) {
    repository.formerNames.push(`${user.login}/${repository.name}`.toLowerCase());
  }
  user.formerLogins.push(user.login);
  user.login = login;
  return user;
}

const repositoriesOf = (state: GitHubState, { id }: Account): Repository[] =>
  [...state.repositories.values()].filter((repository) => repository.ownerId === id);

export function deleteUser(github: GitHub, user: Account): void {
  const { state } = github;
  for (const repository of repositoriesOf(state, user)) removeRepository(github, repository, null);
  for (const repository of state.repositories.values()) forgetIn(repository, user.id);
  for (const { members } of [...state.organizations.values(), ...state.teams.values()]) members.delete(user.id);
  for (const [text, token] of state.tokens) {
    if (token.kind === 'user' && token.userId === user.id) state.tokens.delete(text);
  }
  state.accounts.delete(user.id);
}

/** What they wrote stays under a ghost; what they were asked for or given goes. */
function forgetIn(repository: Repository, id: number): void {
  const orGhost = (who: number | null): number | null => (who === id ? null : who);
  const others = (ids: number[]): number[] => ids.filter((one) => one !== id);
  repository.collaborators.delete(id);
  for (const status of repository.statuses) status.creatorId = orGhost(status.creatorId);
  for (const issue of repository.issues.values()) {
    for (const text of textsOf(issue)) {
      text.authorId = orGhost(text.authorId);
      for (const revision of text.revisions) {
        revision.editorId = orGhost(revision.editorId);
        revision.deletedById = orGhost(revision.deletedById);
      }
      for (const reaction of text.reactions) reaction.userId = orGhost(reaction.userId);
    }
    issue.closedById = orGhost(issue.closedById);
    issue.assigneeIds = others(issue.assigneeIds);
    issue.timeline = issue.timeline.filter(
      (event) => !((event.kind === 'assigned' || event.kind === 'unassigned') && event.assigneeId === id),
    );
    for (const event of issue.timeline) {
      event.actorId = orGhost(event.actorId);
      if (event.kind === 'comment_deleted') event.deletedAuthorId = orGhost(event.deletedAuthorId);
      if ('reviewerId' in event) event.reviewerId = orGhost(event.reviewerId);
    }
    if (issue.kind === 'issue') continue;
    issue.requestedReviewerIds = others(issue.requestedReviewerIds);
    issue.mergedById = orGhost(issue.mergedById);
    issue.head.ownerId = orGhost(issue.head.ownerId);
    for (const move of issue.headHistory) move.byId = orGhost(move.byId);
    for (const thread of issue.reviewThreads) thread.resolvedById = orGhost(thread.resolvedById);
  }
}

function organizationOf(state: GitHubState, account: Account): Organization {
  const organization = state.organizations.get(account.id);
  if (organization === undefined) throw unprocessable(`${account.login} is no organisation.`);
  return organization;
}

export function addOrganizationMember(
  github: GitHub,
  account: Account,
  user: Account,
  role: 'admin' | 'member' = 'member',
): Organization {
  const organization = organizationOf(github.state, account);
  const joins = !organization.members.has(user.id);
  organization.members.set(user.id, { role, publicMember: true });
  if (joins) tellMembership(github, account, user, 'member_added');
  return organization;
}

export function removeOrganizationMember(github: GitHub, account: Account, user: Account): void {
  if (!organizationOf(github.state, account).members.delete(user.id)) return;
  for (const team of github.state.teams.values()) {
    if (team.organizationId === account.id) team.members.delete(user.id);
  }
  tellMembership(github, account, user, 'member_removed');
}

function tellMembership(
  github: GitHub,
  account: Account,
  user: Account,
  action: 'member_added' | 'member_removed',
): void {
  github.emit({ event: 'organization', action, organizationId: account.id, memberId: user.id, senderId: null });
}

export function createTeam(
  github: GitHub,
  input: { organization: Account; name: string; slug?: string; privacy?: Team['privacy']; parent?: Team },
): Team {
  const organizationId = organizationOf(github.state, input.organization).accountId;
  const team: Team = {
    ...github.nextIds('team', 'Team', organizationId),
    organizationId,
    name: input.name,
    slug: input.slug ?? input.name.toLowerCase().replaceAll(/[^a-z0-9_]+/g, '-'),
    description: null,
    privacy: input.privacy ?? 'closed',
    parentId: input.parent?.id ?? null,
    members: new Map(),
    createdAt: github.now,
  };
  github.state.teams.set(team.id, team);
  return team;
}

export function addTeamMember(
  github: GitHub,
  team: Team,
  user: Account,
  role: 'maintainer' | 'member' = 'member',
): void {
  const account = github.state.accounts.get(team.organizationId);
  if (account && !organizationOf(github.state, account).members.has(user.id)) {
    addOrganizationMember(github, account, user);
  }
  const joins = !team.members.has(user.id);
  team.members.set(user.id, role);
  if (joins) {
    github.emit({ event: 'membership', action: 'added', teamId: team.id, memberId: user.id, senderId: null });
  }
}

export function removeTeamMember(github: GitHub, team: Team, user: Account): void {
  if (!team.members.delete(user.id)) return;
  github.emit({ event: 'membership', action: 'removed', teamId: team.id, memberId: user.id, senderId: null });
}
