import type { RepositoryRef } from '../facts/facts.js';
import { BrokenRecord } from '../facts/record.js';
import { notOurs } from '../facts/record-maker.js';
import type { GoverningMemory } from '../facts/memory.js';
import type { GitHubClient } from '../github/clients.js';
import {
  BLOB,
  MAKER,
  isReadOnly,
  movedTo,
  type RawMaker,
  type RawName,
  type RawOpenness,
} from '../github/queries/fragments.js';
import { INDEX, type RawIndex } from '../github/queries/record-index.js';
import { query } from '../github/read.js';
import { isStale, SWAPS } from '../github/stale.js';
import { blobName } from '../ledger/verify/blobs.js';
import { BARS } from './bar.js';
import { pages } from './pages.js';
import { indexFrom } from './read-index.js';

interface RawDashboard {
  viewer: { login: string };
  repository:
    | (Omit<RawOpenness, 'archivedAt'> &
        RawName & {
          ref: { target: RawMaker & RawIndex & { pages: RawPages } } | null;
        })
    | null;
}

/** The names of what stands there, as Git gives them: that alone says whether a page differs. Folders have entries. */
type RawPages = {
  object: {
    entries?: { name: string; oid: string; object: { entries?: { name: string; oid: string }[] } | null }[];
  } | null;
} | null;

const READ = /* GraphQL */ `
  query Dashboard($owner: String!, $name: String!, $ref: String!, $folder: String!) {
    viewer {
      login
    }
    repository(owner: $owner, name: $name) {
      nameWithOwner
      isArchived
      isDisabled
      ref(qualifiedName: $ref) {
        target {
          ... on Commit {
            ${MAKER}
            ${INDEX}
            pages: file(path: $folder) {
              object {
                ... on Tree {
                  entries {
                    name
                    oid
                    object {
                      ... on Tree {
                        entries {
                          name
                          oid
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  ${BLOB}
`;

const COMMIT = /* GraphQL */ `
  mutation Pages($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) {
      commit {
        oid
      }
    }
  }
`;

/**
 * Makes the dashboard's pages from the index of the record, and writes those that differ in one commit. A job of its
 * own: where another commit wins the swap, the index may say more by now, and the pages are made again.
 */
export async function publishDashboard(
  client: GitHubClient,
  repository: RepositoryRef,
  governing: GoverningMemory,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await publishOnce(client, repository, governing);
      return;
    } catch (error) {
      if (!isStale(error) || attempt === SWAPS) throw error;
    }
  }
}

async function publishOnce(client: GitHubClient, repository: RepositoryRef, governing: GoverningMemory): Promise<void> {
  const { record } = governing.loaded.rules;
  const folder = record.dashboard;
  const variables = { ...repository, ref: `refs/heads/${record.branch}`, folder };
  const raw = await query<RawDashboard>(client, READ, variables);
  if (!raw.repository || isReadOnly(raw.repository) || movedTo(raw.repository, repository)) return;
  const target = raw.repository.ref?.target;
  if (!target) return;
  const foreign = notOurs(target, raw.viewer.login);
  if (foreign !== null) throw new BrokenRecord(foreign);
  const there = standing(target.pages);
  const made = pages(indexFrom(target), { ...governing, hasLedgers: true });
  const additions = made
    .map(({ path, text }) => ({ path, bytes: Buffer.from(text) }))
    .filter(({ path, bytes }) => there.get(path) !== blobName(bytes, target.oid))
    .map(({ path, bytes }) => ({ path: `${folder}/${path}`, contents: bytes.toString('base64') }));
  // A picture is named by what it shows, so one that no page shows any more would lie there for good.
  const wanted = new Set(made.map(({ path }) => path));
  const deletions = [...there.keys()]
    .filter((path) => path.startsWith(BARS) && !wanted.has(path))
    .map((path) => ({ path: `${folder}/${path}` }));
  if (additions.length === 0 && deletions.length === 0) return;
  await client.graphql(COMMIT, {
    input: {
      branch: { repositoryNameWithOwner: `${repository.owner}/${repository.name}`, branchName: record.branch },
      expectedHeadOid: target.oid,
      message: { headline: `Bring ${additions.length} pages of the dashboard up to date` },
      fileChanges: { additions, deletions },
    },
  });
}

/** What stands in the dashboard's folder: Git's names of the files, by their paths in it. */
function standing(pages: RawPages): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, oid, object } of pages?.object?.entries ?? []) {
    found.set(name, oid);
    for (const inside of object?.entries ?? []) found.set(`${name}/${inside.name}`, inside.oid);
  }
  return found;
}
