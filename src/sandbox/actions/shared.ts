import { forbidden } from '../errors.js';
import { actorId, demand, isAllowed, viaAppId } from '../state/access.js';
import { needRepository } from '../state/find.js';
import { nodeId } from '../state/node-ids.js';
import type { GitHub } from '../state/github.js';
import type {
  Caller,
  IssueOrPull,
  PermissionLevel,
  Repository,
  Revision,
  TimelineEvent,
  Written,
} from '../state/types.js';

/** The body of what people write is at most this long, in characters. */
export const LONGEST_BODY = 65_536;

/** Refuses a write: the repository must be there for the caller, not archived, and the permission held. */
export function demandWrite(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  level: PermissionLevel,
  ...app: string[]
): void {
  demand(github.state, caller, repository, { level, app, access: 'write' });
  if (repository.archived) throw forbidden('Repository was archived so is read-only.');
}

/** The permissions of an app that open an issue or a pull request to it. */
export const conversationPermissions = (issue: IssueOrPull): string[] =>
  issue.kind === 'pull' ? ['pull_requests', 'issues'] : ['issues'];

/** Whether the caller has this level in the repository (or, an app, one of the permissions). */
export function may(
  github: GitHub,
  caller: Caller,
  issue: { repositoryId: number },
  level: PermissionLevel,
  ...app: string[]
): boolean {
  const repository = needRepository(github.state, issue.repositoryId);
  return isAllowed(github.state, caller, repository, { level, app, access: 'write' });
}

/** Refuses unless the caller wrote it, or has the level. An app always needs its permission as well. */
export function demandOwnOr(
  github: GitHub,
  caller: Caller,
  text: Written & { repositoryId: number },
  level: PermissionLevel,
  ...app: string[]
): void {
  const own = text.authorId !== null && actorId(caller) === text.authorId;
  demandWrite(github, caller, needRepository(github.state, text.repositoryId), own ? 'read' : level, ...app);
}

/** The beginnings of a text: its author, its times and its first revision. */
export function write(github: GitHub, caller: Caller, repositoryId: number, body: string): Written {
  const authorId = actorId(caller);
  return {
    authorId,
    viaAppId: viaAppId(caller),
    body,
    revisions: [revision(github, repositoryId, body, authorId)],
    createdAt: github.now,
    updatedAt: github.now,
  };
}

/** Replaces a text, keeping the old one among its revisions. The same text again changes nothing. */
export function revise(
  github: GitHub,
  caller: Caller,
  text: Written & { repositoryId: number },
  body: string,
): boolean {
  if (text.body === body) return false;
  text.body = body;
  text.revisions.push(revision(github, text.repositoryId, body, actorId(caller)));
  text.updatedAt = github.now;
  return true;
}

function revision(github: GitHub, repositoryId: number, body: string, editorId: number): Revision {
  const id = github.nextId('revision');
  return {
    id,
    nodeId: nodeId('UserContentEdit', repositoryId, id),
    body,
    editedAt: github.now,
    editorId,
    deletedAt: null,
    deletedById: null,
  };
}

/** A union's members, each without these keys. */
type OmitEach<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An event of the timeline without what each has. */
export type TimelineDetails = OmitEach<TimelineEvent, 'id' | 'nodeId' | 'actorId' | 'createdAt' | 'viaAppId'>;

/** Writes into the timeline, and marks the issue as updated. `by` is null for a ghost or GitHub itself. */
export function record(
  github: GitHub,
  issue: IssueOrPull,
  by: { actorId: number | null; viaAppId: number | null },
  details: TimelineDetails,
): void {
  const id = github.nextId('event');
  issue.timeline.push({
    id,
    nodeId: nodeId('TimelineEvent', issue.repositoryId, id),
    ...by,
    createdAt: github.now,
    ...details,
  });
  issue.updatedAt = github.now;
}

/** Who acts, as the timeline wants it. */
export const by = (caller: Caller): { actorId: number; viaAppId: number | null } => ({
  actorId: actorId(caller),
  viaAppId: viaAppId(caller),
});

/** Where an event happened and who did it. */
export const happening = (caller: Caller, on: { repositoryId: number }) => ({
  repositoryId: on.repositoryId,
  senderId: actorId(caller),
});
