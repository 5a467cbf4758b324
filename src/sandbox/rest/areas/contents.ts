import { posix } from 'node:path';

import { z } from 'zod';

import { notFound, unprocessable } from '../../errors.js';
import { needObject, readObject } from '../../git/objects.js';
import { entryAt } from '../../git/trees.js';
import type { Committed, Person } from '../../actions/types.js';
import type { ApiReply, GitHubState, Oid, Repository, TreeEntry } from '../../state/types.js';
import { given, optionalText, readBody } from '../body.js';
import { repoApi, repoWeb } from '../../json/base.js';
import { gitCommitJson } from '../../json/git.js';
import { encodePath, objectUrl } from '../addresses.js';
import { param, repositoryOf } from '../lookup.js';
import { created, ok, text } from '../replies.js';
import { findCommit } from '../revisions.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';
import { wrapBase64 } from './git-objects.js';

/** Between 1 and 100 MB the content is empty (encoding `none`) unless it is asked for raw; beyond, refused. */
const MOST_INLINE_BYTES = 1024 * 1024;
/** https://docs.github.com/rest/repos/contents#get-repository-content */
const MOST_DIRECTORY_ENTRIES = 1000;

const person = z.object({ name: z.string(), email: z.string(), date: optionalText });
const change = z.object({
  message: z.string(),
  sha: optionalText,
  branch: optionalText,
  author: person.nullish(),
  committer: person.nullish(),
});

/** Files and folders by path. */
export const contents = {
  'repos/get-content': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const path = cleanPath(param(call, 'path'));
    return contentReply(call, repository, path, call.request.query.get('ref') ?? '');
  }),

  'repos/get-readme': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const ref = call.request.query.get('ref') ?? '';
    const root = treeAt(call.state, repository, ref);
    const readme = readObject(call.state.objects, 'tree', root)?.entries.find(({ name }) =>
      /^readme(\.\w+)?$/i.test(name),
    );
    if (readme === undefined) throw notFound();
    return contentReply(call, repository, readme.name, ref);
  }),

  'repos/create-or-update-file-contents': writes('contents', (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, change.extend({ content: z.string() }));
    const path = cleanPath(param(call, 'path'));
    if (!isBase64(input.content)) throw unprocessable('content is not valid Base64');
    const isNew = blobAt(call.state, repository, input.branch ?? '', path) === null;
    const done = call.actions.putContents(call.caller, repository, {
      ...changeOf(path, input),
      content: Buffer.from(input.content, 'base64'),
    });
    const reply = fileCommit(call.state, repository, path, done);
    return isNew ? created(reply) : ok(reply);
  }),

  'repos/delete-file': writes('contents', (call) => {
    const repository = repositoryOf(call);
    // DELETE has often no body: PyGithub and others send these in the query.
    const query = Object.fromEntries(call.request.query);
    const body = { ...query, ...(call.request.body as object | undefined) };
    const asked = { ...call, request: { ...call.request, body } };
    const input = readBody(asked, change.extend({ sha: z.string() }));
    const path = cleanPath(param(call, 'path'));
    if (blobAt(call.state, repository, input.branch ?? '', path) === null) throw notFound();
    const done = call.actions.putContents(call.caller, repository, { ...changeOf(path, input), content: null });
    return ok(fileCommit(call.state, repository, path, done));
  }),
} satisfies RouteMap;

const cleanPath = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

const isBase64 = (content: string): boolean => /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content);

function changeOf(path: string, input: z.infer<typeof change>) {
  const { message, sha, branch, author, committer } = input;
  return { path, message, ...given({ sha, branch, author: who(author), committer: who(committer) }) };
}

const who = (someone: z.infer<typeof person> | null | undefined): Person | null =>
  someone ? { name: someone.name, email: someone.email, ...given({ date: someone.date }) } : null;

function fileCommit(state: GitHubState, repository: Repository, path: string, { oid, branch }: Committed): object {
  const blob = blobAt(state, repository, branch, path);
  const content = blob === null ? null : fileJson(state, repository, path, branch, blob);
  return { content, commit: gitCommitJson(state, repository, oid) };
}

/** The tree of a commit, a branch or a tag. @throws GitHubError 404 as GitHub words it. */
function treeAt(state: GitHubState, repository: Repository, ref: string): Oid {
  const commit = findCommit(state, repository, ref);
  if (commit === null) {
    throw notFound(ref === '' ? 'This repository is empty.' : `No commit found for the ref ${ref}`);
  }
  return needObject(state.objects, 'commit', commit).tree;
}

function blobAt(state: GitHubState, repository: Repository, ref: string, path: string): TreeEntry | null {
  const commit = findCommit(state, repository, ref);
  if (commit === null) return null;
  const entry = entryAt(state.objects, needObject(state.objects, 'commit', commit).tree, path);
  return entry === null || entry.mode === '040000' ? null : entry;
}

function contentReply(call: Call, repository: Repository, path: string, ref: string): ApiReply {
  const { state, format } = call;
  const entry = entryAt(state.objects, treeAt(state, repository, ref), path);
  if (entry === null) throw notFound();
  const shownRef = ref === '' ? repository.defaultBranch : ref;
  if (entry.mode === '040000') {
    const entries = (readObject(state.objects, 'tree', entry.oid)?.entries ?? []).slice(0, MOST_DIRECTORY_ENTRIES);
    const list = entries.map((one) => {
      const inside = posix.join(path, one.name);
      return entryJson(state, repository, inside, shownRef, one);
    });
    if (format !== 'object') return ok(list);
    return ok({ ...entryJson(state, repository, path, shownRef, entry), entries: list });
  }
  const bytes = readObject(state.objects, 'blob', entry.oid)?.bytes;
  if (format === 'raw' && bytes !== undefined) {
    return text(bytes, 'application/vnd.github.raw+json; charset=utf-8');
  }
  return ok(fileJson(state, repository, path, shownRef, entry, true));
}

/** A file; with its content where it was asked for by its path. */
function fileJson(
  state: GitHubState,
  repository: Repository,
  path: string,
  ref: string,
  entry: TreeEntry,
  withContent = false,
): object {
  const facts = entryJson(state, repository, path, ref, entry);
  const bytes = readObject(state.objects, 'blob', entry.oid)?.bytes;
  if (!withContent || bytes === undefined) return facts;
  if (entry.mode === '120000') return { ...facts, target: Buffer.from(bytes).toString('utf8') };
  if (bytes.length > MOST_INLINE_BYTES) return { ...facts, content: '', encoding: 'none' };
  return { ...facts, content: wrapBase64(bytes), encoding: 'base64' };
}

const KINDS = {
  '040000': 'dir',
  '100644': 'file',
  '100755': 'file',
  '120000': 'symlink',
  '160000': 'submodule',
} as const;

function entryJson(state: GitHubState, repository: Repository, path: string, ref: string, entry: TreeEntry): object {
  const isTree = entry.mode === '040000';
  const type = KINDS[entry.mode];
  const url = `${repoApi(state, repository)}/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`;
  const web = repoWeb(state, repository);
  const gitUrl = type === 'submodule' ? null : objectUrl(state, repository, isTree ? 'trees' : 'blobs', entry.oid);
  const htmlUrl = `${web}/${isTree ? 'tree' : 'blob'}/${encodePath(ref)}/${encodePath(path)}`;
  return {
    name: posix.basename(path),
    path,
    sha: entry.oid,
    size: readObject(state.objects, 'blob', entry.oid)?.bytes.length ?? 0,
    url,
    html_url: htmlUrl,
    git_url: gitUrl,
    download_url: type === 'file' ? `${web}/raw/${encodePath(ref)}/${encodePath(path)}` : null,
    type,
    _links: { self: url, git: gitUrl, html: htmlUrl },
  };
}
