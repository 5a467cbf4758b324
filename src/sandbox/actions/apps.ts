import { generateKeyPairSync, randomBytes } from 'node:crypto';

import { notFound, unauthenticated, unprocessable } from '../errors.js';
import { nodeId } from '../state/node-ids.js';
import { repositoryByName, needAccount } from '../state/find.js';
import { hasAppPermission } from '../state/access.js';
import type { GitHub } from '../state/github.js';
import type { Account, App, AppPermissions, Caller, Installation, Repository } from '../state/types.js';
import { addAccount } from './accounts.js';
import type { NewApp } from './types.js';

const TOKEN_MINUTES = 60;

interface Keys {
  privateKey: string;
  publicKey: string;
}

/** Making an RSA key takes a third of a second: the first app of each sandbox shares one, the second another. */
const keyRing: Keys[] = [];

function keysFor(index: number): Keys {
  const keys =
    keyRing[index] ??
    generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
  keyRing[index] = keys;
  return keys;
}

export function createApp(github: GitHub, input: NewApp): App {
  const keys = keysFor(github.state.apps.size);
  const id = github.nextId('app');
  const bot = addAccount(github, 'Bot', { login: `${input.slug}[bot]` });
  const app: App = {
    id,
    nodeId: nodeId('App', id),
    slug: input.slug,
    name: input.name ?? input.slug,
    clientId: `Iv23li${randomBytes(7).toString('hex')}`,
    ownerId: input.owner.id,
    botId: bot.id,
    description: input.description ?? null,
    externalUrl: `${github.state.urls.web}/apps/${input.slug}/about`,
    permissions: { metadata: 'read', ...input.permissions },
    events: [...input.events],
    privateKey: keys.privateKey,
    publicKey: keys.publicKey,
    webhook: {
      id: github.nextId('hook'),
      url: input.webhook?.url ?? null,
      secret: input.webhook?.secret ?? randomBytes(16).toString('hex'),
    },
    createdAt: github.now,
  };
  github.state.apps.set(id, app);
  return app;
}

export function installApp(
  github: GitHub,
  input: { app: App; account: Account; repositories: Repository[] | null; permissions?: AppPermissions },
): Installation {
  const installation: Installation = {
    id: github.nextId('installation'),
    appId: input.app.id,
    accountId: input.account.id,
    permissions: input.permissions ?? input.app.permissions,
    events: [...input.app.events],
    repositoryIds: input.repositories === null ? null : new Set(input.repositories.map(({ id }) => id)),
    suspendedAt: null,
    createdAt: github.now,
  };
  github.state.installations.set(installation.id, installation);
  tellInstallation(github, installation, 'created');
  return installation;
}

function tellInstallation(
  github: GitHub,
  { id, accountId }: Installation,
  action: 'created' | 'deleted' | 'new_permissions_accepted',
): void {
  const { type } = needAccount(github.state, accountId);
  const senderId = type === 'User' ? accountId : null;
  github.emit({ event: 'installation', action, installationId: id, senderId });
}

/** The account's owner accepts what the app has asked for since. Tokens that were made before stay as they are. */
export function acceptPermissions(github: GitHub, installation: Installation, permissions: AppPermissions): void {
  installation.permissions = permissions;
  tellInstallation(github, installation, 'new_permissions_accepted');
}

export function uninstallApp(github: GitHub, installation: Installation): void {
  tellInstallation(github, installation, 'deleted');
  github.state.installations.delete(installation.id);
  for (const [text, token] of github.state.tokens) {
    if (token.kind === 'installation' && token.installationId === installation.id) github.state.tokens.delete(text);
  }
}

export function addToInstallation(github: GitHub, installation: Installation, repositories: Repository[]): void {
  const ids = repositories.map(({ id }) => id).filter((id) => !installation.repositoryIds?.has(id));
  for (const id of ids) installation.repositoryIds?.add(id);
  tellRepositories(github, installation, 'added', ids);
}

export function removeFromInstallation(github: GitHub, installation: Installation, repositories: Repository[]): void {
  const ids = repositories.map(({ id }) => id);
  if (installation.repositoryIds === null) throw unprocessable('The installation has all repositories of its account.');
  for (const id of ids) installation.repositoryIds.delete(id);
  tellRepositories(github, installation, 'removed', ids);
}

function tellRepositories(
  github: GitHub,
  { id }: Installation,
  action: 'added' | 'removed',
  repositoryIds: number[],
): void {
  if (repositoryIds.length === 0) return;
  github.emit({ event: 'installation_repositories', action, installationId: id, repositoryIds, senderId: null });
}

export function createUserToken(github: GitHub, user: Account): string {
  const token = `ghp_${randomBytes(18).toString('hex')}`;
  github.state.tokens.set(token, { kind: 'user', userId: user.id, expiresAt: null });
  return token;
}

export function createInstallationToken(
  github: GitHub,
  caller: Caller,
  input: { installationId: number; permissions?: AppPermissions; repositoryIds?: number[]; repositories?: string[] },
): { token: string; expiresAt: string; permissions: AppPermissions; repositoryIds: number[] | null } {
  if (caller.kind !== 'app') throw unauthenticated('A JSON web token could not be decoded');
  const installation = github.state.installations.get(input.installationId);
  if (installation?.appId !== caller.appId) throw notFound();
  const repositoryIds = askedRepositories(github, installation, input);
  const permissions: AppPermissions = { metadata: 'read', ...(input.permissions ?? installation.permissions) };
  const beyond = Object.entries(permissions).find(
    ([name, access]) => !hasAppPermission(installation.permissions, name, access === 'read' ? 'read' : 'write'),
  );
  if (beyond) throw unprocessable('The permissions requested are not granted to this installation.');
  const token = `ghs_${randomBytes(18).toString('hex')}`;
  const expiresAt = new Date(Date.parse(github.now) + TOKEN_MINUTES * 60_000).toISOString().replace('.000', '');
  const { id: installationId } = installation;
  github.state.tokens.set(token, { kind: 'installation', installationId, permissions, repositoryIds, expiresAt });
  return { token, expiresAt, permissions, repositoryIds };
}

function askedRepositories(
  github: GitHub,
  installation: Installation,
  input: { repositoryIds?: number[]; repositories?: string[] },
): number[] | null {
  if (input.repositoryIds === undefined && input.repositories === undefined) return null;
  const owner = needAccount(github.state, installation.accountId).login;
  const named = (input.repositories ?? []).map(
    (name) => repositoryByName(github.state, owner, name)?.repository.id ?? NaN,
  );
  const ids = [...(input.repositoryIds ?? []), ...named];
  const seen = (id: number): boolean =>
    github.state.repositories.get(id)?.ownerId === installation.accountId &&
    (installation.repositoryIds?.has(id) ?? true);
  if (!ids.every(seen)) {
    throw unprocessable(
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  return ids;
}
