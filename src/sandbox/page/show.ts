import { needRepository, pullOf } from '../state/find.js';
import type { GitHubState, PullRequest, Repository } from '../state/types.js';
import { branchFiles } from './record.js';

/** One pull request that pages are made of. It is read anew for each page, so a page shows what is now. */
export interface Show {
  /** Its part of the address: lower case, unique among what is served together. */
  slug: string;
  /** What it is called in the list of shows. */
  name: string;
  state: GitHubState;
  repositoryId: number;
  number: number;
  /** Where Convenor's record lies: its branch, and the folder of the dashboard there. */
  record: { branch: string; dashboard: string };
}

export const repositoryOf = (show: Show): Repository => needRepository(show.state, show.repositoryId);

/** @throws where the number is no pull request: a show without one is a mistake of who made it */
export function pullIn(show: Show): PullRequest {
  const pull = pullOf(repositoryOf(show), show.number);
  if (pull === null) throw new Error(`#${show.number} is no pull request`);
  return pull;
}

/** The files of the record, by path. */
export const recordIn = (show: Show): Map<string, string> =>
  branchFiles(show.state, repositoryOf(show), show.record.branch);
