import type { GitHub } from '../state/github.js';
import type { Oid, PullRequest } from '../state/types.js';
import { record } from './shared.js';

interface Who {
  actorId: number | null;
  viaAppId: number | null;
}

/** Closes a pull request without a merge. */
export function closePull(github: GitHub, pull: PullRequest, who: Who): void {
  pull.state = 'closed';
  pull.closedAt = github.now;
  pull.closedById = who.actorId;
  record(github, pull, who, { kind: 'closed', stateReason: null, commitOid: null });
  tell(github, pull, who);
}

/** Marks a pull request as merged by a commit that its base has. */
export function markMerged(github: GitHub, pull: PullRequest, who: Who, commitOid: Oid): void {
  pull.state = 'closed';
  pull.mergedAt = github.now;
  pull.closedAt = github.now;
  pull.mergedById = who.actorId;
  pull.closedById = who.actorId;
  pull.mergeCommitOid = commitOid;
  record(github, pull, who, { kind: 'merged', commitOid, baseRef: pull.base.ref });
  record(github, pull, who, { kind: 'closed', stateReason: null, commitOid: null });
  tell(github, pull, who);
}

function tell(github: GitHub, pull: PullRequest, { actorId }: Who): void {
  const where = { repositoryId: pull.repositoryId, senderId: actorId, number: pull.number };
  github.emit({ ...where, event: 'pull_request', action: 'closed' });
}
