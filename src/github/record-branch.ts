import { RequestError } from '@octokit/request-error';
import { readAway } from '../facts/away.js';
import type { Account, RepositoryRef } from '../facts/facts.js';
import { BrokenRecord } from '../facts/record.js';
import { notOurs } from '../facts/record-maker.js';
import { textOf } from '../facts/governing.js';
import type { GitHubClient } from './clients.js';
import { MAKER, type RawBlob, type RawMaker } from './queries/fragments.js';
import { query } from './read.js';
import type { AwayList } from '../judge/time/absence.js';
import { AWAY_FILE, PEOPLE_FILE } from '../ledger/layout.js';
import { readPins } from '../ledger/pins.js';

/** The head of the record branch, the segments of one ledger there, and the pins that all ledgers share. */
export interface RecordHead {
  head: string;
  segments: { name: string; oid: string }[];
  /** Accounts by lower-cased login. */
  pins: ReadonlyMap<string, Account>;
  /** Who is away until when. */
  away: AwayList;
}

interface RawHead {
  viewer: { login: string };
  repository: {
    ref: {
      target: RawMaker & {
        file: { object: { entries: { name: string; oid: string }[] } | null } | null;
        people: { object: RawBlob | null } | null;
        away: { object: RawBlob | null } | null;
      };
    } | null;
  } | null;
}

const HEAD = /* GraphQL */ `
  query RecordHead($owner: String!, $name: String!, $ref: String!, $folder: String!, $people: String!, $away: String!) {
    viewer {
      login
    }
    repository(owner: $owner, name: $name) {
      ref(qualifiedName: $ref) {
        target {
          ... on Commit {
            ${MAKER}
            file(path: $folder) {
              object {
                ... on Tree {
                  entries {
                    name
                    oid
                  }
                }
              }
            }
            people: file(path: $people) {
              object {
                ... on Blob {
                  text
                  isTruncated
                }
              }
            }
            away: file(path: $away) {
              object {
                ... on Blob {
                  text
                  isTruncated
                }
              }
            }
          }
        }
      }
    }
  }
`;

/**
 * Asks for the head of the record branch, the segments of the ledger in a folder there, and the pins.
 * @throws {BrokenRecord} where the head is not the app's own: nothing is added to that
 */
export async function headOfRecord(
  client: GitHubClient,
  repository: RepositoryRef,
  branch: string,
  folder: string,
): Promise<RecordHead> {
  const { owner, name } = repository;
  const asked = { owner, name, ref: `refs/heads/${branch}`, folder, people: PEOPLE_FILE, away: AWAY_FILE };
  const raw = await query<RawHead>(client, HEAD, asked);
  const target = raw.repository?.ref?.target;
  if (!target) throw new Error(`The record branch ${branch} is gone. See docs/operating.md for the way back.`);
  const foreign = notOurs(target, raw.viewer.login);
  if (foreign !== null) throw new BrokenRecord(foreign);
  const entries = (target.file?.object?.entries ?? []).map(({ name, oid }) => ({ name, oid }));
  return {
    head: target.oid,
    segments: entries.sort((a, b) => (a.name < b.name ? -1 : 1)),
    pins: readPins(textOf(target.people?.object, PEOPLE_FILE)),
    away: readAway(textOf(target.away?.object, AWAY_FILE)),
  };
}

const WELCOME = `# The record

This branch is written by Convenor and by nobody else. It has no parent, so that nothing on it starts the workflows of
the repository. \`ledgers/\` holds what was said and decided, one folder for each pull request; each line names the hash
of the line before it. \`dashboard/\` holds pages made from it.
`;

/**
 * Makes the record branch as a root of its own and gives its head. `createCommitOnBranch` cannot make a branch, so
 * this takes three requests, once for a repository; where another process was faster, its branch is taken, with
 * whatever it has written there by now.
 * @param folder of the ledger whose segments are asked for
 */
export async function ensureRecord(
  client: GitHubClient,
  repository: RepositoryRef,
  branch: string,
  folder: string,
): Promise<RecordHead> {
  const at = { owner: repository.owner, repo: repository.name };
  const file = { path: 'README.md', mode: '100644' as const, type: 'blob' as const, content: WELCOME };
  const tree = await client.rest.git.createTree({ ...at, tree: [file] });
  const commit = await client.rest.git.createCommit({
    ...at,
    message: 'Begin the record',
    tree: tree.data.sha,
    parents: [],
  });
  try {
    await client.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: commit.data.sha });
    return { head: commit.data.sha, segments: [], pins: new Map(), away: new Map() };
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 422) throw error;
    return headOfRecord(client, repository, branch, folder);
  }
}
