/** GraphQL's word for what went wrong. `UNAUTHENTICATED` has no GraphQL error: the request fails as a whole with 401. */
export type GitHubErrorType =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNPROCESSABLE'
  | 'STALE_DATA'
  | 'INSUFFICIENT_SCOPES'
  | 'RATE_LIMITED'
  | 'UNAUTHENTICATED';

/** One item of `errors` in a REST 422. */
export interface ValidationItem {
  resource: string;
  field?: string;
  /** `missing`, `missing_field`, `invalid`, `already_exists`, `custom`, … */
  code: string;
  message?: string;
}

/**
 * A refusal by GitHub. Actions throw it and change nothing; REST turns it into a reply with `status`, GraphQL into an
 * entry of `errors` with `type`.
 */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';

  constructor(
    readonly status: 401 | 403 | 404 | 405 | 409 | 410 | 422,
    readonly type: GitHubErrorType,
    message: string,
    readonly errors: readonly ValidationItem[] | null = null,
  ) {
    super(message);
  }
}

/** What does not exist, or what the caller may not know of. */
export const notFound = (message = 'Not Found'): GitHubError => new GitHubError(404, 'NOT_FOUND', message);

/** A person without the permission. */
export const forbidden = (message: string): GitHubError => new GitHubError(403, 'FORBIDDEN', message);

/** An app without the permission. */
export const notAccessible = (): GitHubError => forbidden('Resource not accessible by integration');

export const unauthenticated = (message = 'Requires authentication'): GitHubError =>
  new GitHubError(401, 'UNAUTHENTICATED', message);

/** Understood and refused. */
export const unprocessable = (message: string, errors: readonly ValidationItem[] | null = null): GitHubError =>
  new GitHubError(422, 'UNPROCESSABLE', message, errors);

/** The compare-and-swap of `createCommitOnBranch` was lost. */
export const staleData = (message: string): GitHubError => new GitHubError(409, 'STALE_DATA', message);
