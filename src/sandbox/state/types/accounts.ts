/** An instant in UTC with whole seconds, as GitHub writes it: `2026-01-05T09:00:01Z`. Compares as a string. */
export type Instant = string;

/** The name of a Git object: 40 hexadecimal digits. */
export type Oid = string;

/** What an account is. A bot belongs to an app; an organisation never acts. */
export type AccountType = 'User' | 'Bot' | 'Organization';

/** Somebody or something with a login. The numeric `id` never changes; the login can. */
export interface Account {
  id: number;
  nodeId: string;
  type: AccountType;
  /** As REST shows it; a bot's ends in `[bot]`, which GraphQL leaves out (see `graphqlLogin`). */
  login: string;
  /** Logins given up by renaming, oldest first. GitHub does not redirect them, and somebody else may take them. */
  formerLogins: string[];
  /** The display name; null where none is set. */
  name: string | null;
  email: string | null;
  company: string | null;
  siteAdmin: boolean;
  createdAt: Instant;
}

/** The account that REST shows in place of somebody who deleted theirs. GraphQL shows null. */
export const GHOST_ID = 10137;

export type OrganizationRole = 'admin' | 'member';

/** What an account of type Organization has besides. Keyed by the account's id. */
export interface Organization {
  accountId: number;
  description: string | null;
  /** By user id. Membership is public unless `publicMember` is false. */
  members: Map<number, { role: OrganizationRole; publicMember: boolean }>;
}

export interface Team {
  id: number;
  nodeId: string;
  organizationId: number;
  name: string;
  slug: string;
  description: string | null;
  privacy: 'closed' | 'secret';
  parentId: number | null;
  /** By user id. */
  members: Map<number, 'maintainer' | 'member'>;
  createdAt: Instant;
}

/** Levels of a person's or a team's access to a repository, rising. */
export const PERMISSION_LEVELS = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type PermissionLevel = (typeof PERMISSION_LEVELS)[number];

/** Permissions of an app: name (`pull_requests`, `contents`, `issues`, `checks`, `members`, `metadata`, …) to access. */
export type AppPermissions = Readonly<Record<string, 'read' | 'write' | 'admin'>>;

export interface App {
  id: number;
  nodeId: string;
  slug: string;
  name: string;
  clientId: string;
  ownerId: number;
  /** The account that acts for the app: `<slug>[bot]`. */
  botId: number;
  description: string | null;
  externalUrl: string;
  permissions: AppPermissions;
  /** Names of subscribed webhook events, such as `pull_request`. */
  events: string[];
  /** PEM, RSA. The private key is here because the sandbox hands it to the bot under test. */
  privateKey: string;
  publicKey: string;
  webhook: { id: number; url: string | null; secret: string };
  createdAt: Instant;
}

export interface Installation {
  id: number;
  appId: number;
  accountId: number;
  permissions: AppPermissions;
  events: string[];
  /** null: all repositories of the account, those to come included. */
  repositoryIds: Set<number> | null;
  suspendedAt: Instant | null;
  createdAt: Instant;
}

/** A token: of an installation (an hour long), or of a user (no end). Keyed by the token's text. */
export type Token =
  | {
      kind: 'installation';
      installationId: number;
      permissions: AppPermissions;
      /** null: all that the installation sees. */
      repositoryIds: number[] | null;
      expiresAt: Instant;
    }
  | { kind: 'user'; userId: number; expiresAt: null };
