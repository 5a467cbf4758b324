import type { RepositoryRef } from '../facts/facts.js';
import { textOf } from '../facts/governing.js';
import { BrokenRecord } from '../facts/record.js';
import { notOurs } from '../facts/record-maker.js';
import type { GoverningMemory } from '../facts/memory.js';
import type { GitHubClient } from '../github/clients.js';
import {
  BLOB,
  MAKER,
  isReadOnly,
  movedTo,
  type RawBlob,
  type RawMaker,
  type RawName,
  type RawOpenness,
} from '../github/queries/fragments.js';
import { query } from '../github/read.js';
import { isStale, SWAPS } from '../github/stale.js';
import { readEntry, type Entry } from './entry.js';
import { pages } from './pages.js';

interface RawDashboard {
  viewer: { login: string };
  repository:
    | (Omit<RawOpenness, 'archivedAt'> &
        RawName & {
          ref: {
            target: RawMaker & { index: RawFolder; front: RawFile; agenda: RawFile; groups: RawFolder };
          } | null;
        })
    | null;
}

type RawFile = { object: RawBlob | null } | null;
type RawFolder = RawFile;

const READ = /* GraphQL */ `
  query Dashboard($owner: String!, $name: String!, $ref: String!, $front: String!, $agenda: String!, $groups: String!) {
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
            index: file(path: "index") {
              object {
                ... on Tree {
                  entries {
                    name
                    oid
                    object {
                      ...Content
                    }
                  }
                }
              }
            }
            front: file(path: $front) {
              object {
                ...Content
              }
            }
            agenda: file(path: $agenda) {
              object {
                ...Content
              }
            }
            groups: file(path: $groups) {
              object {
                ... on Tree {
                  entries {
                    name
                    oid
                    object {
                      ...Content
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
  const variables = {
    ...repository,
    ref: `refs/heads/${record.branch}`,
    front: `${folder}/README.md`,
    agenda: `${folder}/agenda.md`,
    groups: `${folder}/groups`,
  };
  const raw = await query<RawDashboard>(client, READ, variables);
  if (!raw.repository || isReadOnly(raw.repository) || movedTo(raw.repository, repository)) return;
  const target = raw.repository.ref?.target;
  if (!target) return;
  const foreign = notOurs(target, raw.viewer.login);
  if (foreign !== null) throw new BrokenRecord(foreign);
  const entries = (target.index?.object?.entries ?? []).map(({ name, object }) => entryIn(name, textOf(object, name)));
  const there = new Map<string, string | null>([
    [variables.front, textOf(target.front?.object, 'README.md')],
    [variables.agenda, textOf(target.agenda?.object, 'agenda.md')],
  ]);
  for (const { name, object } of target.groups?.object?.entries ?? []) {
    there.set(`${folder}/groups/${name}`, textOf(object, name));
  }
  const additions = pages(entries, governing)
    .filter((page) => there.get(page.path) !== page.text)
    .map((page) => ({ path: page.path, contents: Buffer.from(page.text).toString('base64') }));
  if (additions.length === 0) return;
  await client.graphql(COMMIT, {
    input: {
      branch: { repositoryNameWithOwner: `${repository.owner}/${repository.name}`, branchName: record.branch },
      expectedHeadOid: target.oid,
      message: { headline: `Bring ${additions.length} pages of the dashboard up to date` },
      fileChanges: { additions },
    },
  });
}

function entryIn(name: string, text: string | null): Entry {
  const entry = text === null ? null : readEntry(text);
  if (!entry) throw new Error(`index/${name} of the record is not of its form.`);
  return entry;
}
