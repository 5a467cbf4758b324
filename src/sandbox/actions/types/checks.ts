import type {
  Annotation,
  Caller,
  CheckAction,
  CheckConclusion,
  CheckRun,
  CheckStatus,
  CheckSuite,
  CommitStatus,
  Oid,
  PullRequest,
  Repository,
} from '../../state/types.js';

export interface CheckRunFields {
  name?: string;
  externalId?: string | null;
  detailsUrl?: string | null;
  status?: CheckStatus;
  /** Sets the status to completed. */
  conclusion?: CheckConclusion | null;
  startedAt?: string | null;
  completedAt?: string | null;
  output?: {
    title?: string | null;
    summary?: string | null;
    text?: string | null;
    /** 50 at most; appended to those that the run has. */
    annotations?: readonly Annotation[];
  };
  /** Three at most. */
  actions?: readonly CheckAction[];
}

/** Checks are written by apps alone (`checks: write`), and updated by the app that made them. */
export interface CheckActions {
  /** @throws GitHubError 422 for more than 50 annotations, a text above 65,535 characters, an unknown commit. */
  createCheckRun(
    caller: Caller,
    repository: Repository,
    input: CheckRunFields & { name: string; headOid: Oid },
  ): CheckRun;
  updateCheckRun(caller: Caller, run: CheckRun, changes: CheckRunFields): CheckRun;
  /** Somebody clicks "re-run". */
  rerequestCheckRun(caller: Caller, run: CheckRun): void;
  /** Somebody clicks a button of the run. */
  requestCheckAction(caller: Caller, run: CheckRun, identifier: string): void;
  rerequestCheckSuite(caller: Caller, suite: CheckSuite): void;
  createStatus(
    caller: Caller,
    repository: Repository,
    input: Pick<CommitStatus, 'oid' | 'context' | 'state'> & { description?: string | null; targetUrl?: string | null },
  ): CommitStatus;
  /** Puts a pull request into the merge queue: a merge group is built on a branch of its own. */
  enqueue(caller: Caller, pull: PullRequest): { headOid: Oid; headRef: string };
}
