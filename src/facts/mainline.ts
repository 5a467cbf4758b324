import type { GitHubClient } from '../github/clients.js';
import { mainlineQuery, type RawMainline, type RawStep } from '../github/queries/mainline.js';
import { present, query } from '../github/read.js';
import type { RepositoryRef } from './facts.js';

/** Pages of a hundred commits that are read at most, side branches counted in. */
const MOST_PAGES = 10;

/** What the default branch was at one time. */
export interface BranchState {
  commit: string;
  /** By path, the object that stood there; null where nothing did. */
  objects: ReadonlyMap<string, string | null>;
}

/**
 * What the default branch was before a commit, newest first, that commit at the beginning; a page at a time, until
 * nobody asks for more, the history ends, or it has been read as far as it is read.
 *
 * A commit counts where the branch itself once stood on it. The commits that a pull request brought do not: whoever
 * writes one could put any text into a commit on the way, for nobody to see in what is merged. So first parents are
 * followed, and of the commits of a rebased pull request the last one counts, as GitHub names them.
 */
export async function* branchStates(
  client: GitHubClient,
  repository: RepositoryRef,
  commit: string,
  paths: readonly string[],
): AsyncGenerator<BranchState[], void> {
  const { text, variables } = mainlineQuery(paths);
  const steps = new Map<string, RawStep>();
  let next: string | undefined = commit;
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES && next !== undefined; page++) {
    const raw: RawMainline = await query<RawMainline>(client, text, { ...repository, ...variables, commit, after });
    const history = raw.repository?.object?.history;
    const branch = raw.repository?.defaultBranchRef?.name;
    if (!history || branch === undefined) throw new Error('The history of the default branch could not be read.');
    for (const step of present(history.nodes)) steps.set(step.oid, step);
    const states: BranchState[] = [];
    for (let step = steps.get(next); step; step = next === undefined ? undefined : steps.get(next)) {
      if (step.oid === commit || !onTheWay(step, branch)) states.push(stateOf(step, paths));
      next = present(step.parents.nodes)[0]?.oid;
    }
    yield states;
    if (!history.pageInfo.hasNextPage) return;
    after = history.pageInfo.endCursor;
  }
}

/** Whether a commit came with a merged pull request and was not its end. */
function onTheWay({ oid, associatedPullRequests }: RawStep, branch: string): boolean {
  const merged = present(associatedPullRequests?.nodes).filter((pull) => pull.merged && pull.baseRefName === branch);
  return merged.length > 0 && merged.every(({ mergeCommit }) => mergeCommit?.oid !== oid);
}

const stateOf = (step: RawStep, paths: readonly string[]): BranchState => ({
  commit: step.oid,
  objects: new Map(paths.map((path, index) => [path, step[`file${index}`]?.oid ?? null])),
});
