import type { GitHubState, Repository } from '../state/types.js';
import { fullName } from '../state/find.js';

/** A JSON object as REST and webhooks show it. */
export type Json = Record<string, unknown>;

/** The address of a repository in REST, without a slash at the end. */
export const repoApi = (state: GitHubState, repository: Repository): string =>
  `${state.urls.api}/repos/${fullName(state, repository)}`;

/** The address of its page. */
export const repoWeb = (state: GitHubState, repository: Repository): string =>
  `${state.urls.web}/${fullName(state, repository)}`;

/** A link as in `_links`. */
export const link = (href: string): { href: string } => ({ href });
