import type { Actions } from '../actions/types.js';
import type { OperationId } from './operations.js';
import type { ApiReply, ApiRequest, Caller, GitHubState, PermissionLevel, WebhookDelivery } from '../state/types.js';

/** One request, understood: what it is for and who asks. */
export interface Call {
  readonly request: ApiRequest;
  /** To read from; possibly an older copy for requests that do not write. */
  readonly state: GitHubState;
  readonly actions: Actions;
  readonly caller: Caller;
  /** The path's parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** The media type's format: `json`, `diff`, `raw`, … */
  readonly format: string;
  readonly need: Need | null;
  /** Sends a webhook again with the same GUID. */
  readonly redeliver: (delivery: WebhookDelivery) => Promise<void>;
}

/** What a route asks of the caller before anything else. */
export interface Need {
  readonly access: 'read' | 'write';
  /** Names of an app's permissions; one is enough. */
  readonly app: readonly string[];
  /** What a person needs. Only `read` routes are held to it: each action knows what its writing needs. */
  readonly level: PermissionLevel;
}

export interface Route {
  readonly need: Need | null;
  readonly handle: (call: Call) => ApiReply | Promise<ApiReply>;
}

type Handle = Route['handle'];

/** Anybody may ask; what they get may depend on who they are. */
export const open = (handle: Handle): Route => ({ need: null, handle });

/** Reads of a repository. An app needs one of these permissions (several with a space between) where it is installed. */
export const reads = (app: string, handle: Handle, level: PermissionLevel = 'read'): Route => ({
  need: { access: 'read', app: app.split(' '), level },
  handle,
});

/** Writes to a repository. The action refuses where the permission is missing; the header names it. */
export const writes = (app: string, handle: Handle): Route => ({
  need: { access: 'write', app: app.split(' '), level: 'read' },
  handle,
});

/** The value of `X-Accepted-GitHub-Permissions`: alternatives, such as `issues=write; pull_requests=write`. */
export const acceptedPermissions = (need: Need | null): string =>
  need === null ? 'allows_permissionless_access=true' : need.app.map((name) => `${name}=${need.access}`).join('; ');

/** Routes of one area by GitHub's operation ids. */
export type RouteMap = Partial<Record<OperationId, Route>>;
