import { bindActions } from './actions/index.js';
import type { Actions } from './actions/types.js';
import { SandboxClock } from './clock.js';
import { Faults } from './faults.js';
import { answerer } from './http.js';
import type { Handlers } from './http-types.js';
import { GITHUB_LIMITS, type Limits } from './http/limits.js';
import { handleGraphql } from './graphql/handle.js';
import { HttpServer } from './http/server.js';
import { handleRest } from './rest/index.js';
import { emptyState, GitHub } from './state/github.js';
import { Replica } from './state/replica.js';
import type { GitHubState, LoggedRequest } from './state/types.js';
import { Webhooks } from './webhooks/webhooks.js';

export interface SandboxOptions {
  /** Who answers REST and GraphQL; the sandbox's own where left out. */
  handlers?: Handlers | undefined;
  /** The instant at which it begins. */
  start?: string;
  /** Where the pages for people are said to be. */
  web?: string;
  limits?: Partial<Limits>;
  /** Whether installation tokens end after an hour of the sandbox's clock, which the client's does not follow. */
  expiringTokens?: boolean;
}

/** A GitHub in memory with all that moves it. Nothing listens until `listen`. */
export interface Sandbox {
  readonly state: GitHubState;
  readonly clock: SandboxClock;
  readonly actions: Actions;
  readonly webhooks: Webhooks;
  readonly faults: Faults;
  /** Lets reads lag behind. */
  readonly replica: Replica;
  /** Errors of the sandbox's own that a caller met as a 500. A test wants none. */
  readonly crashes: { error: unknown; request: LoggedRequest }[];
  /** All requests so far, for counting. */
  readonly requests: readonly LoggedRequest[];
  /** Requests that are being answered. */
  readonly inFlight: number;
  /** Opens the door on the loopback address. @returns REST's address, which `state.urls.api` has from then on */
  listen(port?: number): Promise<string>;
  close(): Promise<void>;
}

/** A quiet Monday morning. */
const START = '2026-01-05T09:00:00Z';
/** A name that leads nowhere: invented people are not to be found on the real one. */
const WEB = 'https://github.localhost';

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const clock = new SandboxClock(options.start ?? START);
  const web = options.web ?? WEB;
  const state = emptyState({ api: `${web}/api/v3`, web });
  const github = new GitHub(state, clock);
  const actions = bindActions(github);
  const webhooks = new Webhooks(github);
  const faults = new Faults();
  const replica = new Replica(github);
  const crashes: Sandbox['crashes'] = [];
  const server = new HttpServer(
    answerer({
      github,
      actions,
      handlers: options.handlers ?? { rest: handleRest, graphql: handleGraphql },
      webhooks,
      faults,
      replica,
      limits: { ...GITHUB_LIMITS, ...options.limits },
      expiringTokens: options.expiringTokens ?? false,
      onCrash: (error, request) => crashes.push({ error, request }),
    }),
  );
  return {
    state,
    clock,
    actions,
    webhooks,
    faults,
    replica,
    crashes,
    get requests() {
      return state.requests;
    },
    get inFlight() {
      return server.inFlight;
    },
    async listen(port) {
      state.urls.api = await server.listen(port);
      return state.urls.api;
    },
    close: () => server.close(),
  };
}
