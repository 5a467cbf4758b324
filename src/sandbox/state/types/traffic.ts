import type { AppPermissions, Instant } from './accounts.js';

/** Who asks. Ids, not objects: a look may be answered from an older copy of the state. */
export type Caller =
  /** With a JSON Web Token signed by the app's key: may ask for its installations and their tokens, and little else. */
  | { kind: 'app'; appId: number }
  | {
      kind: 'installation';
      appId: number;
      installationId: number;
      permissions: AppPermissions;
      /** null: all that the installation sees. */
      repositoryIds: readonly number[] | null;
      /** The account that acts. */
      botId: number;
    }
  | { kind: 'user'; userId: number }
  | { kind: 'anonymous' };

/** One request as it came over HTTP, its path without `/api/v3`. */
export interface ApiRequest {
  /** Upper case. */
  method: string;
  /** Decoded nowhere: each handler decodes the segments that it takes. Starts with a slash, without the query. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined where there is none. */
  body: unknown;
  /** What stood before the path: `/api/v3` for a client that takes this for GitHub Enterprise Server. */
  prefix?: string;
}

/** An answer. `body` is sent as JSON unless it is a text or bytes (then `content-type` says what it is) or undefined. */
export interface ApiReply {
  status: number;
  /** Names in lower case. Rate-limit headers, date and request id are added by the server. */
  headers?: Record<string, string>;
  body?: unknown;
  /** Points that a GraphQL query costs; 1 where missing. */
  cost?: number;
}

export interface RateBucket {
  resource: 'core' | 'graphql' | 'search';
  limit: number;
  used: number;
  /** When the bucket is full again. */
  resetAt: Instant;
}

/** A request that came in, for counting. */
export interface LoggedRequest {
  /** From 1. */
  sequence: number;
  at: Instant;
  method: string;
  path: string;
  /** For REST `GET /repos/{owner}/{repo}/pulls/{number}` with the real values, for GraphQL the operation's name. */
  operation: string;
  kind: 'rest' | 'graphql';
  /** Changes something: any REST method but GET and HEAD (tokens excepted), a GraphQL mutation. */
  writes: boolean;
  /** Asks for a token or an installation: needed by any client, and left out where a test counts requests. */
  authentication: boolean;
  caller: Caller;
  status: number;
  /** The fault that was played, by its name; null where the answer is honest. */
  fault: string | null;
  query: string | null;
  body: unknown;
  response: unknown;
}

/** A webhook that GitHub has for an app. Each try is an attempt with the same GUID. */
export interface WebhookDelivery {
  id: number;
  guid: string;
  appId: number;
  hookId: number;
  installationId: number | null;
  repositoryId: number | null;
  event: string;
  action: string | null;
  /** The text that is signed and sent. */
  payload: string;
  /** `sha256=…` */
  signature: string;
  createdAt: Instant;
  /** `lost`: the sandbox was told to lose it; `held`: to hold it back. */
  state: 'queued' | 'held' | 'lost' | 'delivered' | 'failed';
  attempts: { id: number; at: Instant; status: number; redelivery: boolean; durationSeconds: number }[];
}
