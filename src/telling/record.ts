import { indexFrom, type Index } from '../dashboard/read-index.js';
import type { Discussed } from '../judge/duties/discussed.js';
import type { RepositoryRef } from '../facts/facts.js';
import { textOf } from '../facts/governing.js';
import type { GoverningMemory } from '../facts/memory.js';
import { BrokenRecord } from '../facts/record.js';
import { notOurs } from '../facts/record-maker.js';
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
import { INDEX, type RawIndex } from '../github/queries/record-index.js';
import { query } from '../github/read.js';
import { isStale, SWAPS } from '../github/stale.js';
import { TOLD_FILE } from '../ledger/layout.js';
import { readTold, writeTold, type Told } from './told.js';

/** Whose record is read, and by what it is governed. */
export interface Where {
  client: GitHubClient;
  repository: RepositoryRef;
  governing: GoverningMemory;
  /** Where the duties of leads are looked for. */
  discussed: Discussed;
}

/** What the record holds for telling. */
export interface Held {
  head: string;
  index: Index;
  told: Told;
  /** Address of the dashboard. */
  dashboard: string;
  repositoryId: string;
}

type RawFile = { object: RawBlob | null } | null;

interface RawTelling {
  viewer: { login: string };
  repository:
    | (Omit<RawOpenness, 'archivedAt'> &
        RawName & {
          id: string;
          url: string;
          ref: { target: RawMaker & RawIndex & { told: RawFile } } | null;
        })
    | null;
}

const READ = /* GraphQL */ `
  query Telling($owner: String!, $name: String!, $ref: String!, $told: String!) {
    viewer {
      login
    }
    repository(owner: $owner, name: $name) {
      id
      url
      nameWithOwner
      isArchived
      isDisabled
      ref(qualifiedName: $ref) {
        target {
          ... on Commit {
            ${MAKER}
            ${INDEX}
            told: file(path: $told) {
              object {
                ...Content
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
  mutation Told($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) {
      commit {
        oid
      }
    }
  }
`;

/**
 * What the record holds for telling; null where there is no record yet, or nothing can be written.
 * @throws {BrokenRecord} where its head is not the app's own: nobody is told anything that somebody else wrote
 */
export async function readHeld({ client, repository, governing }: Where): Promise<Held | null> {
  const { branch, dashboard } = governing.loaded.rules.record;
  const variables = { ...repository, ref: `refs/heads/${branch}`, told: TOLD_FILE };
  const raw = await query<RawTelling>(client, READ, variables);
  if (!raw.repository || isReadOnly(raw.repository) || movedTo(raw.repository, repository)) return null;
  const { id, url, ref } = raw.repository;
  if (!ref) return null;
  const foreign = notOurs(ref.target, raw.viewer.login);
  if (foreign !== null) throw new BrokenRecord(foreign);
  const { oid, told } = ref.target;
  return {
    head: oid,
    index: indexFrom(ref.target),
    told: readTold(textOf(told?.object, TOLD_FILE)),
    dashboard: `${url}/blob/${branch}/${dashboard}/README.md`,
    repositoryId: id,
  };
}

/**
 * Changes `told.json` by a swap of the record's head, as often as others win it. What was read before a swap that was
 * lost is read again.
 * @param change what becomes of it, and what of that concerns the caller; null to leave it as it is
 * @returns what concerns the caller, once it stands in the record; null where there was nothing to be done
 */
export async function changeTold<Result>(
  where: Where,
  now: string,
  change: (held: Held) => { told: Told | null; result: Result } | null,
): Promise<Result | null> {
  const { client, repository, governing } = where;
  const { owner, name } = repository;
  for (let attempt = 1; ; attempt++) {
    const held = await readHeld(where);
    const changed = held && change(held);
    if (!changed) return null;
    if (!changed.told) return changed.result;
    const contents = Buffer.from(writeTold(changed.told, now)).toString('base64');
    try {
      await client.graphql(COMMIT, {
        input: {
          branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: governing.loaded.rules.record.branch },
          expectedHeadOid: held.head,
          message: { headline: 'Note what channels are told' },
          fileChanges: { additions: [{ path: TOLD_FILE, contents }] },
        },
      });
      return changed.result;
    } catch (error) {
      if (!isStale(error) || attempt === SWAPS) throw error;
    }
  }
}
