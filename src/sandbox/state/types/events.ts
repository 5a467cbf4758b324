import type { Oid } from './accounts.js';
import type { Label } from './repositories.js';

/** Where something happened and who did it. */
interface Happening {
  repositoryId: number;
  /** null for a ghost or GitHub itself. */
  senderId: number | null;
}

interface OnPull extends Happening {
  event: 'pull_request';
  number: number;
}

interface OnIssue extends Happening {
  event: 'issues';
  number: number;
}

/** Old texts by field, as `changes` of a webhook shows them. */
export interface TextChanges {
  title?: string;
  body?: string;
  base?: { ref: string; oid: Oid };
}

/**
 * What an action makes known. Webhooks are built from it at once, while the state is as it was left by the action.
 * Names and actions are GitHub's webhook events.
 */
export type DomainEvent =
  | (OnPull & {
      action: 'opened' | 'reopened' | 'closed' | 'ready_for_review' | 'converted_to_draft' | 'locked' | 'unlocked';
    })
  | (OnPull & { action: 'synchronize'; before: Oid; after: Oid })
  | (OnPull & { action: 'edited'; changes: TextChanges })
  | (OnPull & { action: 'labeled' | 'unlabeled'; label: Label })
  | (OnPull & { action: 'assigned' | 'unassigned'; assigneeId: number })
  | (OnPull & {
      action: 'review_requested' | 'review_request_removed';
      reviewerId: number | null;
      teamId: number | null;
    })
  | (OnIssue & { action: 'opened' | 'reopened' | 'closed' | 'locked' | 'unlocked' | 'deleted' })
  | (OnIssue & { action: 'edited'; changes: TextChanges })
  | (OnIssue & { action: 'labeled' | 'unlabeled'; label: Label })
  | (OnIssue & { action: 'assigned' | 'unassigned'; assigneeId: number })
  | (Happening & { event: 'issue_comment'; number: number; commentId: number; action: 'created' })
  | (Happening & { event: 'issue_comment'; number: number; commentId: number; action: 'edited'; oldBody: string })
  /** Emitted before the comment leaves the state. */
  | (Happening & { event: 'issue_comment'; number: number; commentId: number; action: 'deleted' })
  | (Happening & { event: 'pull_request_review'; number: number; reviewId: number; action: 'submitted' | 'dismissed' })
  | (Happening & {
      event: 'pull_request_review';
      number: number;
      reviewId: number;
      action: 'edited';
      oldBody: string;
    })
  | (Happening & {
      event: 'pull_request_review_comment';
      number: number;
      commentId: number;
      action: 'created' | 'deleted';
    })
  | (Happening & {
      event: 'pull_request_review_comment';
      number: number;
      commentId: number;
      action: 'edited';
      oldBody: string;
    })
  | (Happening & {
      event: 'pull_request_review_thread';
      number: number;
      threadId: number;
      action: 'resolved' | 'unresolved';
    })
  | (Happening & { event: 'push'; ref: string; before: Oid; after: Oid; forced: boolean })
  | (Happening & { event: 'create' | 'delete'; ref: string; refType: 'branch' | 'tag' })
  | (Happening & { event: 'label'; action: 'created' | 'deleted'; label: Label })
  | (Happening & { event: 'label'; action: 'edited'; label: Label; old: { name?: string; color?: string } })
  | (Happening & { event: 'check_run'; checkRunId: number; action: 'created' | 'completed' | 'rerequested' })
  | (Happening & { event: 'check_run'; checkRunId: number; action: 'requested_action'; identifier: string })
  | (Happening & { event: 'check_suite'; checkSuiteId: number; action: 'requested' | 'rerequested' | 'completed' })
  | (Happening & {
      event: 'merge_group';
      action: 'checks_requested';
      headOid: Oid;
      headRef: string;
      baseOid: Oid;
      baseRef: string;
    })
  | (Happening & {
      event: 'merge_group';
      action: 'destroyed';
      reason: 'merged' | 'invalidated' | 'dequeued';
      headOid: Oid;
      headRef: string;
      baseOid: Oid;
      baseRef: string;
    })
  | (Happening & {
      event: 'repository';
      action: 'created' | 'deleted' | 'archived' | 'unarchived' | 'edited' | 'publicized' | 'privatized';
    })
  | (Happening & { event: 'repository'; action: 'renamed'; oldName: string })
  | (Happening & { event: 'repository'; action: 'transferred'; oldOwnerId: number })
  | (Happening & { event: 'member'; action: 'added' | 'removed' | 'edited'; memberId: number })
  | (Happening & { event: 'fork'; forkId: number })
  | {
      event: 'installation';
      action: 'created' | 'deleted' | 'suspend' | 'unsuspend' | 'new_permissions_accepted';
      installationId: number;
      senderId: number | null;
    }
  | {
      event: 'installation_repositories';
      action: 'added' | 'removed';
      installationId: number;
      repositoryIds: number[];
      senderId: number | null;
    }
  | { event: 'membership'; action: 'added' | 'removed'; teamId: number; memberId: number; senderId: number | null }
  | {
      event: 'organization';
      action: 'member_added' | 'member_removed';
      organizationId: number;
      memberId: number;
      senderId: number | null;
    };
