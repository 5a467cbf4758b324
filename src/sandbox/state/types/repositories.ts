import type { Instant, Oid, PermissionLevel } from './accounts.js';
import type { CheckRun, CheckSuite, CommitStatus } from './checks.js';
import type { Discussion } from './conversation.js';
import type { IssueOrPull } from './issues.js';

export interface Label {
  id: number;
  nodeId: string;
  name: string;
  /** Six hexadecimal digits, no `#`. */
  color: string;
  description: string | null;
  /** One of the labels that GitHub makes in a new repository. */
  isDefault: boolean;
}

export interface Ruleset {
  id: number;
  nodeId: string;
  name: string;
  enforcement: 'active' | 'evaluate' | 'disabled';
  /** Branch names such as `main`, or `~DEFAULT_BRANCH`, `~ALL`. */
  branches: string[];
  /** Checks that must be success, neutral or skipped before a merge. */
  requiredChecks: { context: string; appId: number | null }[];
  /** Approvals needed before a merge; 0 where reviews are not required. */
  requiredApprovals: number;
  /** Whether unresolved review threads block a merge. */
  requireThreadResolution: boolean;
  /** Refuses pushes that do not fast-forward. */
  blockForcePushes: boolean;
  /** Refuses the deletion of the branch. */
  blockDeletion: boolean;
  /** Ids of apps that the ruleset does not bind. */
  bypassAppIds: number[];
  /** Permission levels that it does not bind. */
  bypassLevels: PermissionLevel[];
  createdAt: Instant;
  updatedAt: Instant;
}

export interface Repository {
  id: number;
  nodeId: string;
  ownerId: number;
  name: string;
  /** Former `owner/name`s, lower case: GitHub redirects them until somebody takes the name. */
  formerNames: string[];
  description: string | null;
  defaultBranch: string;
  private: boolean;
  archived: boolean;
  /** Null while it is not. */
  archivedAt: Instant | null;
  /** The repository it was forked from; null where it is no fork or the parent is gone. */
  parentId: number | null;
  isFork: boolean;
  /** Full names such as `refs/heads/main`; pull requests have `refs/pull/<n>/head`. */
  refs: Map<string, Oid>;
  labels: Map<number, Label>;
  /** Direct access by user id. The owner of a personal repository has `admin` without an entry. */
  collaborators: Map<number, PermissionLevel>;
  /** Access by team id. */
  teams: Map<number, PermissionLevel>;
  /** What every member of the owning organisation has. */
  basePermission: 'none' | 'read' | 'write' | 'admin';
  rulesets: Map<number, Ruleset>;
  /** Issues and pull requests by number: one number space. */
  issues: Map<number, IssueOrPull>;
  /** Names of the categories of discussions; without any, the repository has no discussions. */
  discussionCategories: string[];
  /** By number, in the one number space. */
  discussions: Map<number, Discussion>;
  nextNumber: number;
  checkSuites: Map<number, CheckSuite>;
  checkRuns: Map<number, CheckRun>;
  statuses: CommitStatus[];
  createdAt: Instant;
  updatedAt: Instant;
  pushedAt: Instant;
}
