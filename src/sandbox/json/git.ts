import { compareWithParent } from '../git/compare.js';
import { encodeObject, needObject } from '../git/objects.js';
import { accountOfSignature } from '../state/derive.js';
import { gitNodeId } from '../state/nodes.js';
import type { ChangedFile, GitHubState, Oid, Repository } from '../state/types.js';
import { userOrNull } from './accounts.js';
import { repoApi, repoWeb, type Json } from './base.js';

/** `verification`: true for what GitHub signed itself. */
export function verificationJson(state: GitHubState, oid: Oid): Json {
  const commit = needObject(state.objects, 'commit', oid);
  const verified = commit.signature !== null;
  return {
    verified,
    reason: verified ? 'valid' : 'unsigned',
    signature: commit.signature,
    payload: verified ? encodeObject({ ...commit, signature: null }).toString('utf8') : null,
    verified_at: verified ? commit.committer.date : null,
  };
}

/** `commit`. With `stats` and `files` it is what `GET /repos/{owner}/{repo}/commits/{ref}` gives. */
export function commitJson(state: GitHubState, repository: Repository, oid: Oid, detailed = false): Json {
  const api = repoApi(state, repository);
  const web = repoWeb(state, repository);
  const commit = needObject(state.objects, 'commit', oid);
  return {
    sha: oid,
    node_id: gitNodeId('Commit', repository, oid),
    url: `${api}/commits/${oid}`,
    html_url: `${web}/commit/${oid}`,
    comments_url: `${api}/commits/${oid}/comments`,
    commit: {
      url: `${api}/git/commits/${oid}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      verification: verificationJson(state, oid),
    },
    author: userOrNull(state, accountOfSignature(state, commit.author)?.id ?? null),
    committer: userOrNull(state, accountOfSignature(state, commit.committer)?.id ?? null),
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${web}/commit/${sha}` })),
    ...(detailed ? statsJson(state, repository, oid) : {}),
  };
}

function statsJson(state: GitHubState, repository: Repository, oid: Oid): Json {
  const files = compareWithParent(state.objects, oid);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return {
    stats: { total: additions + deletions, additions, deletions },
    files: files.map((file) => fileJson(state, repository, oid, file)),
  };
}

/** `git-commit`, of the git data endpoints. */
export function gitCommitJson(state: GitHubState, repository: Repository, oid: Oid): Json {
  const api = repoApi(state, repository);
  const web = repoWeb(state, repository);
  const commit = needObject(state.objects, 'commit', oid);
  return {
    sha: oid,
    node_id: gitNodeId('Commit', repository, oid),
    url: `${api}/git/commits/${oid}`,
    html_url: `${web}/commit/${oid}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/git/commits/${sha}`, html_url: `${web}/commit/${sha}` })),
    verification: verificationJson(state, oid),
  };
}

/** `diff-entry`, with the patch left out where there is none. */
export function fileJson(state: GitHubState, repository: Repository, head: Oid, file: ChangedFile): Json {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.oid,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${repoWeb(state, repository)}/blob/${head}/${path}`,
    raw_url: `${repoWeb(state, repository)}/raw/${head}/${path}`,
    contents_url: `${repoApi(state, repository)}/contents/${path}?ref=${head}`,
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}
