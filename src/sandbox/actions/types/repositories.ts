import type {
  Account,
  App,
  AppPermissions,
  Caller,
  Installation,
  Label,
  Organization,
  PermissionLevel,
  Repository,
  Ruleset,
  Team,
} from '../../state/types.js';

export interface NewApp {
  slug: string;
  name?: string;
  owner: Account;
  permissions: AppPermissions;
  events: string[];
  webhook?: { url?: string | null; secret: string };
  description?: string;
}

/**
 * Setting up the world: accounts, apps, access. No caller where GitHub has no interface for it (signing up, making an
 * app); an owner's click in the settings otherwise.
 */
export interface WorldActions {
  /** @throws GitHubError 422 where the login is taken. */
  createUser(input: { login: string; name?: string; email?: string; company?: string; id?: number }): Account;
  createOrganization(input: { login: string; name?: string; id?: number }): Account;
  /** The old login is free at once: a login is no identity. */
  renameUser(user: Account, login: string): Account;
  /** What the account wrote stays, under a ghost; memberships, assignments and review requests go, and its repositories. */
  deleteUser(user: Account): void;
  addOrganizationMember(organization: Account, user: Account, role?: 'admin' | 'member'): Organization;
  removeOrganizationMember(organization: Account, user: Account): void;
  createTeam(input: {
    organization: Account;
    name: string;
    slug?: string;
    privacy?: Team['privacy'];
    parent?: Team;
  }): Team;
  /** Joins the organisation, too. */
  addTeamMember(team: Team, user: Account, role?: 'maintainer' | 'member'): void;
  removeTeamMember(team: Team, user: Account): void;
  /** Makes the app, its bot account and its keys. */
  createApp(input: NewApp): App;
  /** @param repositories null: all of the account, those to come included. */
  installApp(input: {
    app: App;
    account: Account;
    repositories: Repository[] | null;
    permissions?: AppPermissions;
  }): Installation;
  /** Gives an installation other permissions. */
  acceptPermissions(installation: Installation, permissions: AppPermissions): void;
  uninstallApp(installation: Installation): void;
  addToInstallation(installation: Installation, repositories: Repository[]): void;
  removeFromInstallation(installation: Installation, repositories: Repository[]): void;
  /** A personal token for a user. */
  createUserToken(user: Account): string;
  /** An hour long. @throws GitHubError 422 where more is asked for than the installation has. */
  createInstallationToken(
    caller: Caller,
    input: { installationId: number; permissions?: AppPermissions; repositoryIds?: number[]; repositories?: string[] },
  ): { token: string; expiresAt: string; permissions: AppPermissions; repositoryIds: number[] | null };
}

export interface RepositoryActions {
  /** The caller is the owner or an administrator of the owning organisation. `files` make a first commit. */
  createRepository(
    caller: Caller,
    input: {
      owner: Account;
      name: string;
      description?: string;
      private?: boolean;
      defaultBranch?: string;
      files?: Readonly<Record<string, string | Uint8Array>>;
      id?: number;
    },
  ): Repository;
  forkRepository(caller: Caller, input: { repository: Repository; owner?: Account; name?: string }): Repository;
  renameRepository(caller: Caller, repository: Repository, name: string): Repository;
  transferRepository(caller: Caller, repository: Repository, owner: Account): Repository;
  /** Pull requests from it lose their head repository and keep their commits. */
  deleteRepository(caller: Caller, repository: Repository): void;
  archiveRepository(caller: Caller, repository: Repository, archived: boolean): Repository;
  setDefaultBranch(caller: Caller, repository: Repository, branch: string): Repository;
  /** Open pull requests into it and from it follow; the default branch keeps being the default. */
  renameBranch(caller: Caller, repository: Repository, names: { from: string; to: string }): void;
  /** `none` removes. */
  setCollaborator(caller: Caller, repository: Repository, user: Account, level: PermissionLevel): void;
  setTeamAccess(caller: Caller, repository: Repository, team: Team, level: PermissionLevel): void;
  createRuleset(
    caller: Caller,
    repository: Repository,
    input: Partial<Omit<Ruleset, 'id' | 'nodeId' | 'createdAt' | 'updatedAt'>> & { name: string },
  ): Ruleset;
  createLabel(
    caller: Caller,
    repository: Repository,
    input: { name: string; color?: string; description?: string | null },
  ): Label;
  updateLabel(
    caller: Caller,
    repository: Repository,
    label: Label,
    changes: { name?: string; color?: string; description?: string | null },
  ): Label;
  deleteLabel(caller: Caller, repository: Repository, label: Label): void;
}
