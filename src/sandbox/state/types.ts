import type { Account, App, Installation, Instant, Organization, Team, Token } from './types/accounts.js';
import type { ObjectStore } from './types/git.js';
import type { Repository } from './types/repositories.js';
import type { LoggedRequest, RateBucket, WebhookDelivery } from './types/traffic.js';

export * from './types/accounts.js';
export * from './types/checks.js';
export * from './types/conversation.js';
export * from './types/events.js';
export * from './types/git.js';
export * from './types/issues.js';
export * from './types/repositories.js';
export * from './types/timeline.js';
export * from './types/traffic.js';

/** Addresses that replies and payloads name. No slash at the end. */
export interface Urls {
  /** REST, such as `http://127.0.0.1:40311`. GraphQL is `<api>/graphql`. */
  api: string;
  /** The pages for people. */
  web: string;
}

/**
 * The whole of GitHub as plain data: what `structuredClone` can copy. REST replies, GraphQL answers and webhooks are
 * derived from it and nothing else is kept anywhere.
 */
export interface GitHubState {
  urls: Urls;
  /** The present, moved by the clock. */
  now: Instant;
  accounts: Map<number, Account>;
  organizations: Map<number, Organization>;
  teams: Map<number, Team>;
  apps: Map<number, App>;
  installations: Map<number, Installation>;
  tokens: Map<string, Token>;
  repositories: Map<number, Repository>;
  objects: ObjectStore;
  /** The next database id of each kind. Comments, reviews, events and check runs start above 2^31, as on GitHub. */
  nextIds: Map<string, number>;
  /** By `<caller as JSON>/<resource>`. */
  rateBuckets: Map<string, RateBucket>;
  deliveries: WebhookDelivery[];
  requests: LoggedRequest[];
}
