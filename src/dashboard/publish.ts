import type { RepositoryRef } from '../facts/facts.js';
import type { GitHubClient } from '../github/clients.js';
import { DASHBOARD, type RawDashboard } from '../github/queries/dashboard.js';
import { isReadOnly, movedTo } from '../github/queries/fragments.js';
import { query } from '../github/read.js';
import { isStale, SWAPS } from '../github/stale.js';
import { blobName } from '../ledger/verify/blobs.js';
import { commitChanges, outdated } from './commits.js';
import { indexOf, standing } from './folder.js';
import { inFormat } from './mdx.js';
import type { Grounds } from './model.js';
import { pages } from './pages.js';
import { publishByPull } from './publish-pull.js';

/**
 * Makes the dashboard's pages from the index of the record, and writes those that differ where the rules say. A job of
 * its own: where another commit wins the swap, the index may say more by now, and the pages are made again.
 * @param now instant of the job
 * @returns when it wants to be done again, whatever happens until then; null for no time
 */
export async function publishDashboard(
  client: GitHubClient,
  repository: RepositoryRef,
  governing: Grounds,
  now: string,
): Promise<string | null> {
  const isByPull = governing.loaded.rules.record.pages.by === 'pull-request';
  for (let attempt = 1; ; attempt++) {
    try {
      if (isByPull) return await publishByPull(client, repository, governing, now);
      await publishOnRecord(client, repository, governing);
      return null;
    } catch (error) {
      if (!isStale(error) || attempt === SWAPS) throw error;
    }
  }
}

async function publishOnRecord(client: GitHubClient, repository: RepositoryRef, governing: Grounds): Promise<void> {
  const {
    branch,
    dashboard: folder,
    pages: { format },
  } = governing.loaded.rules.record;
  const raw = await query<RawDashboard>(client, DASHBOARD, { ...repository, ref: `refs/heads/${branch}`, folder });
  if (!raw.repository || isReadOnly(raw.repository) || movedTo(raw.repository, repository)) return;
  const target = raw.repository.ref?.target;
  if (!target) return;
  const index = indexOf(target, raw.viewer.login);
  const made = inFormat(pages(index, { ...governing, ledgers: 'beside' }), format);
  const there = standing(target.pages);
  const additions = made.filter(({ path, text }) => there.get(path) !== blobName(Buffer.from(text), target.oid));
  const deletions = outdated(there.keys(), made);
  if (additions.length === 0 && deletions.length === 0) return;
  await commitChanges(client, { repository, branch, head: target.oid, folder }, { additions, deletions });
}
