import type { Instant, Oid } from './accounts.js';

export type CheckStatus = 'queued' | 'in_progress' | 'completed' | 'waiting' | 'requested' | 'pending';
export type CheckConclusion =
  'success' | 'failure' | 'neutral' | 'cancelled' | 'timed_out' | 'action_required' | 'stale' | 'skipped';

/** Lines and columns count from 1. Columns only where start and end line are the same. */
export interface Annotation {
  path: string;
  startLine: number;
  endLine: number;
  startColumn: number | null;
  endColumn: number | null;
  level: 'notice' | 'warning' | 'failure';
  message: string;
  title: string | null;
  rawDetails: string | null;
}

export interface CheckOutput {
  title: string | null;
  summary: string | null;
  text: string | null;
}

export interface CheckAction {
  label: string;
  description: string;
  identifier: string;
}

export interface CheckRun {
  id: number;
  nodeId: string;
  repositoryId: number;
  suiteId: number;
  appId: number;
  name: string;
  headOid: Oid;
  externalId: string | null;
  detailsUrl: string | null;
  status: CheckStatus;
  /** null until completed. */
  conclusion: CheckConclusion | null;
  startedAt: Instant | null;
  completedAt: Instant | null;
  output: CheckOutput;
  /** They add up: an update appends to them. */
  annotations: Annotation[];
  actions: CheckAction[];
}

/** One for each app and head commit. */
export interface CheckSuite {
  id: number;
  nodeId: string;
  repositoryId: number;
  appId: number;
  headOid: Oid;
  /** null where the commit is on no branch of this repository (a fork's). */
  headBranch: string | null;
  createdAt: Instant;
  updatedAt: Instant;
}

/** A commit status, the older cousin of check runs. The newest of a context counts. */
export interface CommitStatus {
  id: number;
  nodeId: string;
  oid: Oid;
  context: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  description: string | null;
  targetUrl: string | null;
  creatorId: number | null;
  createdAt: Instant;
}
