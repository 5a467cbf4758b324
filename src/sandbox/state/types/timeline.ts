import type { Instant, Oid } from './accounts.js';

interface EventBase {
  id: number;
  nodeId: string;
  /** null for a ghost. */
  actorId: number | null;
  createdAt: Instant;
  /** The app through which it was done; null for a person's own hand. */
  viaAppId: number | null;
}

/** What stands in the timeline besides comments, reviews and commits. `kind` is REST's word for the event. */
export type TimelineEvent = EventBase &
  (
    | { kind: 'labeled' | 'unlabeled'; label: { name: string; color: string } }
    | { kind: 'assigned' | 'unassigned'; assigneeId: number }
    | {
        kind: 'review_requested' | 'review_request_removed';
        reviewerId: number | null;
        teamId: number | null;
      }
    | { kind: 'review_dismissed'; reviewId: number; previousState: 'APPROVED' | 'CHANGES_REQUESTED'; message: string }
    | { kind: 'renamed'; from: string; to: string }
    | { kind: 'closed'; stateReason: 'completed' | 'not_planned' | 'duplicate' | null; commitOid: Oid | null }
    | { kind: 'reopened' | 'ready_for_review' | 'convert_to_draft' | 'unlocked' }
    | { kind: 'locked'; reason: string | null }
    | { kind: 'merged'; commitOid: Oid; baseRef: string }
    | { kind: 'head_ref_force_pushed'; beforeOid: Oid; afterOid: Oid; ref: string }
    | { kind: 'head_ref_deleted' | 'head_ref_restored'; ref: string }
    | { kind: 'base_ref_changed'; from: string; to: string }
    | { kind: 'comment_deleted'; deletedAuthorId: number | null }
    | { kind: 'transferred'; fromRepositoryId: number }
  );

export type TimelineKind = TimelineEvent['kind'];
