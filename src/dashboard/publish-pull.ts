import type { RepositoryRef } from '../facts/facts.js';
import type { GoverningMemory } from '../facts/memory.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation } from '../github/mutation.js';
import { notAsLeft, ownAmong, runOpening } from '../github/own-pulls.js';
import { DASHBOARD_PULL, type RawDashboardPull, type RawPull } from '../github/queries/dashboard.js';
import { isReadOnly, movedTo } from '../github/queries/fragments.js';
import { query } from '../github/read.js';
import { notOurs } from '../facts/record-maker.js';
import { isBefore, plusDays } from '../judge/instants.js';
import { blobName } from '../ledger/verify/blobs.js';
import { code } from '../publish/escape.js';
import { words } from '../templates/index.js';
import { commitChanges, outdated } from './commits.js';
import { indexOf, standing } from './folder.js';
import { keptIn } from './kept-texts.js';
import type { Grounds } from './model.js';
import { pages } from './pages.js';

/** The branch of the pull request that brings the pages. It is Convenor's own. */
export const DASHBOARD_BRANCH = 'convenor/dashboard';

type Raw = NonNullable<RawDashboardPull['repository']>;

/**
 * Brings the pages into their folder on the default branch by one pull request, which is brought up to date once a day at
 * most: each commit on it may start the repository's own checks. What people have written between the markers of a page
 * is kept. A pull request that somebody closed is a no: none is opened again until its branch is deleted.
 * @returns when it wants to be done again, where it was too early
 * @throws {Refused} where somebody else has put something on the branch
 */
export async function publishByPull(
  client: GitHubClient,
  repository: RepositoryRef,
  governing: Grounds,
  now: string,
): Promise<string | null> {
  const { rules } = governing.loaded;
  const { branch: record, dashboard: folder } = rules.record;
  const { viewer, repository: raw } = await query<RawDashboardPull>(client, DASHBOARD_PULL, {
    ...repository,
    ...{ record: `refs/heads/${record}`, ref: `refs/heads/${DASHBOARD_BRANCH}`, branch: DASHBOARD_BRANCH, folder },
  });
  if (!raw || isReadOnly(raw) || movedTo(raw, repository)) return null;
  const { branch, defaultBranchRef: main, record: index } = raw;
  if (!main || !index) return null;
  const pull = lastPull(raw);
  const open = pull?.state === 'OPEN' ? pull : null;
  if (pull?.state === 'CLOSED' && branch?.target.oid === pull.headRefOid) return null;

  const made = pages(indexOf(index.target, viewer.login), {
    ...governing,
    ledgers: { tree: `${raw.url}/tree/${record}` },
  });
  const there = standing((open ? branch?.target : main.target)?.pages ?? null);
  const wanted = await keptIn(client, repository, made, rules.record.pages.format, { there, like: main.target.oid });
  const additions = wanted.filter(({ path, text }) => there.get(path) !== blobName(Buffer.from(text), main.target.oid));
  const deletions = outdated(there.keys(), wanted);
  if (additions.length === 0 && deletions.length === 0) return null;
  const last = open ? (branch?.target.committedDate ?? null) : (pull?.createdAt ?? null);
  const next = last === null ? null : plusDays(last, 1);
  if (next !== null && isBefore(now, next)) return next;

  const head = await beginning(client, raw, viewer.login);
  await commitChanges(client, { repository, branch: DASHBOARD_BRANCH, head, folder }, { additions, deletions });
  if (!open) await openPull(client, raw, governing);
  return null;
}

/** The last pull request that was opened for the pages; null where there was none. A fork may have a branch of that name. */
const lastPull = ({ pullRequests }: Raw): RawPull | null => ownAmong(pullRequests.nodes)[0] ?? null;

/** The head on which the commits go: that of the branch while its pull request is open, and else a branch begun anew. */
async function beginning(client: GitHubClient, raw: Raw, viewer: string): Promise<string> {
  const { branch, defaultBranchRef: main } = raw;
  const pull = lastPull(raw);
  if (!main) throw new Error('There is no default branch.');
  const { oid } = main.target;
  if (branch && pull?.state === 'OPEN') return branch.target.oid;
  const mutation = new Mutation();
  if (!branch) mutation.add('ref', 'createRef', { repositoryId: raw.id, name: `refs/heads/${DASHBOARD_BRANCH}`, oid });
  else {
    // What was merged has left it behind, or an attempt of ours that broke off.
    const isLeft = branch.target.oid === oid || (pull?.state === 'MERGED' && pull.headRefOid === branch.target.oid);
    if (!isLeft && notOurs(branch.target, viewer) !== null) {
      throw notAsLeft(DASHBOARD_BRANCH, 'Delete the branch, and the pages are brought by a new one.');
    }
    mutation.add('move', 'updateRef', { refId: branch.id, oid, force: true });
  }
  const { errors } = await mutation.run(client);
  const failure = mutation.failure(errors);
  if (failure) throw failure;
  return oid;
}

async function openPull(
  client: GitHubClient,
  raw: Raw,
  { loaded: { rules }, templates }: GoverningMemory,
): Promise<void> {
  const { dashboard: folder, branch: record } = rules.record;
  const mutation = new Mutation();
  mutation.add('open', 'createPullRequest', {
    ...{ repositoryId: raw.id, baseRefName: raw.defaultBranchRef?.name ?? '', headRefName: DASHBOARD_BRANCH },
    ...{ title: 'Bring the dashboard up to date', maintainerCanModify: true },
    body: words(
      'dashboard-pull',
      { folder: code(folder), record: code(record), branch: code(DASHBOARD_BRANCH) },
      templates.overrides,
    ),
  });
  await runOpening(client, mutation, 'open');
}
