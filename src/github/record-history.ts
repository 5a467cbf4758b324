import type { RepositoryRef } from '../facts/facts.js';
import type { Change, Commit, Signature, Verifiable } from '../ledger/verify/index.js';
import type { GitHubClient } from './clients.js';

/** How many things are asked for at once. */
const AT_ONCE = 8;

/** GitHub lists so many files of a commit at most on one page. */
const FILES_PER_PAGE = 300;

/** More than it lists of a folder, or of a commit: then nothing can be said of it. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * Reads a record with its history by REST, as anybody may who can read the repository: one request for each commit, and
 * one for each file. Where it is long, a clone is quicker.
 * @param committer the address under which this GitHub commits by itself
 * @throws {RequestError} where GitHub refuses
 */
export async function recordOnGitHub(
  client: GitHubClient,
  { owner, name: repo }: RepositoryRef,
  branch: string,
  committer: (email: string) => boolean,
): Promise<Verifiable> {
  const at = { owner, repo };
  const { data: ref } = await client.rest.git.getRef({ ...at, ref: `heads/${branch}` });
  const head = ref.object.sha;
  const listed = await client.paginate(client.rest.repos.listCommits, { ...at, sha: head, per_page: 100 });
  const byOid = new Map(listed.map((one) => [one.sha, one]));
  const line: (typeof listed)[number][] = [];
  for (let next = byOid.get(head); next; next = byOid.get(next.parents[0]?.sha ?? '')) line.push(next);
  const commits = await eachOf(line.reverse(), async (one): Promise<Commit> => {
    const { author, committer: by, verification } = one.commit;
    return {
      oid: one.sha,
      parents: one.parents.map(({ sha }) => sha),
      author: { name: author?.name ?? '', email: author?.email ?? '' },
      signature: signatureOf(verification, committer(by?.email ?? '')),
      changes: await changesOf(client, at, one.sha),
    };
  });
  const read = async (blob: string): Promise<Uint8Array> => {
    const { data } = await client.rest.git.getBlob({ ...at, file_sha: blob });
    return Buffer.from(data.content, 'base64');
  };
  return { files: await filesOf(client, at, head, read), history: { commits, read } };
}

interface At {
  owner: string;
  repo: string;
}

async function filesOf(
  client: GitHubClient,
  at: At,
  head: string,
  read: (blob: string) => Promise<Uint8Array>,
): Promise<Map<string, Uint8Array>> {
  const { data } = await client.rest.git.getTree({ ...at, tree_sha: head, recursive: '1' });
  if (data.truncated) throw new TooLarge('GitHub does not list all files of the record at once.');
  const blobs = data.tree.filter(({ type }) => type === 'blob');
  return new Map(await eachOf(blobs, async ({ path, sha }) => [path, await read(sha)] as const));
}

async function changesOf(client: GitHubClient, at: At, ref: string): Promise<Change[]> {
  const changes = new Map<string, Change>();
  for (let page = 1; ; page++) {
    const { data } = await client.rest.repos.getCommit({ ...at, ref, page, per_page: FILES_PER_PAGE });
    const files = data.files ?? [];
    for (const { filename, previous_filename: previous, status, sha } of files) {
      if (previous !== undefined && status === 'renamed')
        changes.set(previous, { path: previous, blob: null, mode: null });
      changes.set(filename, { path: filename, blob: status === 'removed' ? null : sha, mode: null });
    }
    if (files.length < FILES_PER_PAGE) return [...changes.values()];
    if (page * FILES_PER_PAGE >= 3_000) throw new TooLarge(`GitHub does not list all files of the commit ${ref}.`);
  }
}

function signatureOf(verification: { verified: boolean; reason: string } | undefined, byGitHub: boolean): Signature {
  if (verification?.verified === true) return byGitHub ? 'github' : 'other';
  switch (verification?.reason) {
    case 'unsigned':
      return 'none';
    case undefined:
    case 'gpgverify_error':
    case 'gpgverify_unavailable':
      return 'unchecked';
    default:
      return 'bad';
  }
}

/** Does something with each, a few at once, and keeps their order. */
async function eachOf<Of, Done>(all: readonly Of[], act: (one: Of) => Promise<Done>): Promise<Done[]> {
  const done: Done[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(act))));
  }
  return done;
}
