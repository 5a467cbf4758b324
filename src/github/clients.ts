import { createAppAuth } from '@octokit/auth-app';
import { RequestError } from '@octokit/request-error';
import { Octokit } from '@octokit/rest';
import { Budget } from './budget.js';

/** What is needed to act as the app. */
export interface AppCredentials {
  appId: number;
  privateKey: string;
  /** Root of the REST API; GitHub's own where it is left out. */
  baseUrl?: string;
}

/** A client that acts as one installation. It neither throttles nor retries: looks are run again as a whole. */
export type GitHubClient = Octokit;

const silent = (): void => undefined;

/** How long a single request may take before the look counts as failed. */
const REQUEST_TIMEOUT_MS = 30_000;

/** How every client of ours is made. Octokit writes failed requests to the console by itself; here nothing does. */
const options = (baseUrl: string | undefined) => ({
  userAgent: 'convenor',
  log: { debug: silent, info: silent, warn: silent, error: silent },
  request: {
    fetch: ((input, init) =>
      fetch(input, { ...init, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) })) satisfies typeof fetch,
  },
  ...(baseUrl === undefined ? {} : { baseUrl }),
});

/** A client that acts with a token of whoever runs the command line. */
export const tokenClient = (token: string, baseUrl?: string): GitHubClient =>
  new Octokit({ ...options(baseUrl), auth: token });

/** A client that acts as nobody: for what anybody may read. */
export const publicClient = (baseUrl?: string): GitHubClient => new Octokit(options(baseUrl));

/**
 * Clients for the app and for its installations, each made once. These are our own and not Probot's: Probot's throttle
 * spaces every GraphQL call by a second, and its blind retries would create a comment twice.
 */
export class Clients {
  private readonly installations = new Map<number, GitHubClient>();
  private readonly budgets = new Map<number, Budget>();

  constructor(private readonly credentials: AppCredentials) {}

  get appId(): number {
    return this.credentials.appId;
  }

  /** The client that acts as the app itself, for its installations. */
  app(): Octokit {
    return new Octokit({ ...options(this.credentials.baseUrl), authStrategy: createAppAuth, auth: this.auth() });
  }

  /** The client of an installation; its token is fetched with the first request and renewed by itself. */
  installation(installationId: number): GitHubClient {
    const known = this.installations.get(installationId);
    if (known) return known;
    const auth = { ...this.auth(), installationId };
    const client = new Octokit({ ...options(this.credentials.baseUrl), authStrategy: createAppAuth, auth });
    const budget = this.budget(installationId);
    client.hook.after('request', ({ headers }) => budget.note(headers));
    client.hook.error('request', (error) => {
      if (error instanceof RequestError && error.response) budget.note(error.response.headers);
      throw error;
    });
    this.installations.set(installationId, client);
    return client;
  }

  /** What an installation has left of its hourly budgets, by its last answers. */
  budget(installationId: number): Budget {
    const known = this.budgets.get(installationId);
    if (known) return known;
    const budget = new Budget();
    this.budgets.set(installationId, budget);
    return budget;
  }

  /** Drops the client of an installation with its token, which knows only the permissions that it was made with. */
  forget(installationId: number): void {
    this.installations.delete(installationId);
  }

  private auth(): { appId: number; privateKey: string } {
    return { appId: this.credentials.appId, privateKey: this.credentials.privateKey };
  }
}
