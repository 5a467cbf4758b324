import { z } from 'zod';

import { notFound, unprocessable } from '../../errors.js';
import { readObject } from '../../git/objects.js';
import { entryAt } from '../../git/trees.js';
import { nodeId } from '../../state/node-ids.js';
import type { GitHubState, Oid, Repository, TreeEntry } from '../../state/types.js';
import { given, optionalText, readBody } from '../body.js';
import { gitCommitJson } from '../../json/git.js';
import { objectUrl } from '../addresses.js';
import { param, repositoryOf } from '../lookup.js';
import { created, ok, text } from '../replies.js';
import { findCommit } from '../revisions.js';
import { reads, type RouteMap, writes } from '../route.js';

/** A tree with more is cut, and says so. https://docs.github.com/rest/git/trees#get-a-tree */
const MOST_ENTRIES = 100_000;

const person = z.object({ name: z.string(), email: z.string(), date: optionalText });
const newTree = z.object({
  base_tree: optionalText,
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.enum(['100644', '100755', '040000', '160000', '120000']),
      type: z.enum(['blob', 'tree', 'commit']).optional(),
      sha: z.string().nullable().optional(),
      content: z.string().optional(),
    }),
  ),
});

/** Git's database: blobs, trees and commits by name. */
export const gitObjects = {
  'git/create-blob': writes('contents', (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, z.object({ content: z.string(), encoding: optionalText }));
    const bytes = Buffer.from(input.content, input.encoding === 'base64' ? 'base64' : 'utf8');
    const sha = call.actions.createBlob(call.caller, repository, bytes);
    return created({ sha, url: objectUrl(call.state, repository, 'blobs', sha) });
  }),

  'git/get-blob': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const sha = param(call, 'file_sha');
    const blob = readObject(call.state.objects, 'blob', sha);
    if (blob === null) throw notFound();
    const bytes = Buffer.from(blob.bytes);
    if (call.format === 'raw') return text(bytes, 'application/vnd.github.raw; charset=utf-8');
    return ok({
      sha,
      node_id: nodeId('Blob', repository.id, sha),
      size: bytes.length,
      url: objectUrl(call.state, repository, 'blobs', sha),
      content: wrapBase64(bytes),
      encoding: 'base64',
    });
  }),

  'git/create-tree': writes('contents', (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, newTree);
    const sha = call.actions.createTree(call.caller, repository, {
      baseTree: input.base_tree == null ? null : treeNamed(call.state, repository, input.base_tree),
      entries: input.tree.map(({ path, mode, sha: oid, content }) => ({
        path,
        mode,
        ...(oid !== undefined && { oid }),
        ...(content !== undefined && { content }),
      })),
    });
    return created(treeJson(call.state, repository, sha, false));
  }),

  'git/get-tree': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const recursive = call.request.query.has('recursive');
    return ok(treeJson(call.state, repository, treeNamed(call.state, repository, param(call, 'tree_sha')), recursive));
  }),

  'git/create-commit': writes('contents', (call) => {
    const repository = repositoryOf(call);
    const schema = z.object({
      message: z.string(),
      tree: z.string(),
      parents: z.array(z.string()).nullish(),
      author: person.nullish(),
      committer: person.nullish(),
    });
    const input = readBody(call, schema);
    const sha = call.actions.createCommit(call.caller, repository, {
      message: input.message,
      tree: input.tree,
      parents: input.parents ?? [],
      ...(input.author && { author: withDate(input.author) }),
      ...(input.committer && { committer: withDate(input.committer) }),
    });
    return created(gitCommitJson(call.state, repository, sha));
  }),

  'git/get-commit': reads('contents', (call) => {
    const repository = repositoryOf(call);
    const sha = param(call, 'commit_sha');
    if (readObject(call.state.objects, 'commit', sha) === null) throw notFound();
    return ok(gitCommitJson(call.state, repository, sha));
  }),
} satisfies RouteMap;

const withDate = ({ name, email, date }: z.infer<typeof person>) => ({ name, email, ...given({ date }) });

/** GitHub breaks base64 after 60 characters. */
export function wrapBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{60}|.+$/g, '$&\n');
}

/** By the name of a tree or of a commit, or of a branch as `main:folder`. */
function treeNamed(state: GitHubState, repository: Repository, name: string): Oid {
  if (readObject(state.objects, 'tree', name) !== null) return name;
  const [revision = '', path = ''] = name.split(':');
  const commit = findCommit(state, repository, revision);
  const root = commit === null ? null : (readObject(state.objects, 'commit', commit)?.tree ?? null);
  const entry = root === null ? null : entryAt(state.objects, root, path);
  if (entry === null) throw notFound();
  if (entry.mode !== '040000') throw unprocessable('Not a tree');
  return entry.oid;
}

function treeJson(state: GitHubState, repository: Repository, sha: Oid, recursive: boolean): object {
  const entries = entriesOf(state, sha, recursive, '');
  return {
    sha,
    url: objectUrl(state, repository, 'trees', sha),
    tree: entries.slice(0, MOST_ENTRIES).map(({ path, entry }) => ({ path, ...entryJson(state, repository, entry) })),
    truncated: entries.length > MOST_ENTRIES,
  };
}

/** The entries in Git's order, those of a folder behind it. */
function entriesOf(
  state: GitHubState,
  tree: Oid,
  recursive: boolean,
  prefix: string,
): { path: string; entry: TreeEntry }[] {
  return (readObject(state.objects, 'tree', tree)?.entries ?? []).flatMap((entry) => {
    const path = prefix + entry.name;
    const inside = recursive && entry.mode === '040000' ? entriesOf(state, entry.oid, true, `${path}/`) : [];
    return [{ path, entry }, ...inside];
  });
}

function entryJson(state: GitHubState, repository: Repository, { mode, oid }: TreeEntry): object {
  if (mode === '160000') return { mode, type: 'commit', sha: oid };
  const kind = mode === '040000' ? 'tree' : 'blob';
  const size = kind === 'blob' ? { size: readObject(state.objects, 'blob', oid)?.bytes.length ?? 0 } : {};
  return { mode, type: kind, sha: oid, ...size, url: objectUrl(state, repository, `${kind}s`, oid) };
}
