import { RequestError } from '@octokit/request-error';
import type { GitHubClient } from '../github/clients.js';
import { loginKey } from '../people/index.js';
import { proposalFile, readProposal } from '../proposal/index.js';
import type { IssueFacts } from './issue-facts.js';
import type { Library, RepositoryRef } from './facts.js';

/** Pull requests of somebody that are looked at for the months in which they were active. */
const MOST = 100;

/** Search, which GitHub limits by itself, refuses what it cannot or will not answer: then nobody knows. */
const REFUSED = [403, 404, 422, 429];

/**
 * What GitHub shows of somebody's work in one repository, in three requests: counts, and the months of the pull requests
 * that were seen. It is evidence for people and decides nothing; where GitHub does not say, it is null.
 */
export async function contributionsOf(
  client: GitHubClient,
  { owner, name }: RepositoryRef,
  login: string,
  library: Library,
): Promise<NonNullable<IssueFacts['contributions']>> {
  const search = (words: string, perPage: number) => found(client, { owner, name }, words, perPage);
  const merged = await search(`is:pr is:merged author:${login}`, MOST);
  const reviewed = await search(`is:pr reviewed-by:${login} -author:${login}`, 1);
  const commented = await search(`commenter:${login}`, 1);
  return {
    login,
    merged: merged?.total ?? null,
    reviewed: reviewed?.total ?? null,
    commented: commented?.total ?? null,
    proposals: proposalsBy(login, library),
    first: merged?.days[0] ?? null,
    months: merged && new Set(merged.days.map((day) => day.slice(0, 7))).size,
    seen: merged?.days.length ?? 0,
  };
}

/** What GitHub shows of what somebody did since a day, `YYYY-MM-DD`, in three requests more. */
export async function latelyOf(
  client: GitHubClient,
  repository: RepositoryRef,
  login: string,
  since: string,
): Promise<NonNullable<NonNullable<IssueFacts['contributions']>['lately']>> {
  const count = async (words: string): Promise<number | null> =>
    (await found(client, repository, words, 1))?.total ?? null;
  return {
    since,
    opened: await count(`author:${login} created:>=${since}`),
    reviewed: await count(`is:pr reviewed-by:${login} -author:${login} updated:>=${since}`),
    spoken: await count(`commenter:${login} updated:>=${since}`),
  };
}

/** How much a search finds, and the days of the first of it; null where GitHub refuses to say. */
async function found(
  client: GitHubClient,
  { owner, name }: RepositoryRef,
  words: string,
  perPage: number,
): Promise<{ total: number; days: string[] } | null> {
  try {
    const { data } = await client.request('GET /search/issues', {
      ...{ q: `repo:${owner}/${name} ${words}`, sort: 'created', order: 'asc', per_page: perPage },
    });
    return { total: data.total_count, days: data.items.map(({ created_at: at }) => at.slice(0, 10)) };
  } catch (error) {
    if (error instanceof RequestError && REFUSED.includes(error.status)) return null;
    throw error;
  }
}

/** Merged proposals that name somebody as an author. */
function proposalsBy(login: string, { texts }: Library): number {
  const key = loginKey(login);
  return [...texts].filter(([path, text]) => {
    if (text === null || !text.toLowerCase().includes(key)) return false;
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (!proposalFile(path, { folder })) return false;
    return readProposal(text, { path }).authors.some(({ github }) => github !== undefined && loginKey(github) === key);
  }).length;
}
