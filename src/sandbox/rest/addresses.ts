import { repoApi } from '../json/base.js';
import type { GitHubState, Oid, Repository } from '../state/types.js';

/** A path as it stands in an address: slashes stay. */
export const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** A Git object in the API; `kind` is `commits`, `trees` or `blobs`. */
export const objectUrl = (state: GitHubState, repository: Repository, kind: string, oid: Oid): string =>
  `${repoApi(state, repository)}/git/${kind}/${oid}`;
