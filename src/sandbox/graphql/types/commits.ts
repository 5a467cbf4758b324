import type * as Schema from '@octokit/graphql-schema';

import { compareWithParent } from '../../git/compare.js';
import { log } from '../../git/history.js';
import { encodeObject, needObject } from '../../git/objects.js';
import { entryAt } from '../../git/trees.js';
import { checkSuitesOf } from '../../state/checks.js';
import { accountOfSignature, isVerified } from '../../state/derive.js';
import type { CommitObject, GitHubState, Signature } from '../../state/types.js';
import { pullsOf } from '../associated.js';
import { connection, type PageArgs } from '../connection.js';
import type { FieldsOf, Resolve } from '../context.js';
import { needs, READ } from '../permissions.js';
import { accountSource, on, type CommitSource } from '../sources.js';
import { avatarUrl, repositoryPath } from '../urls.js';
import { rollupSource } from './rollup.js';
import { entrySource, objectFields } from './trees.js';

const commitOf = (state: GitHubState, { value }: CommitSource): CommitObject =>
  needObject(state.objects, 'commit', value);

const headline = (message: string): string => message.split('\n', 1)[0] ?? '';
const bodyOf = (message: string): string => message.slice(headline(message).length).replace(/^\n+/, '').trimEnd();

/** How much a commit changed against its first parent. */
const changes =
  (count: (files: ReturnType<typeof compareWithParent>) => number): Resolve<CommitSource> =>
  ({ value }, _args, { state }) =>
    count(compareWithParent(state.objects, value));

export const Commit = {
  ...objectFields<CommitSource>('Commit', ({ value }) => value),
  message: (commit, _args, { state }) => commitOf(state, commit).message,
  messageHeadline: (commit, _args, { state }) => headline(commitOf(state, commit).message),
  messageBody: (commit, _args, { state }) => bodyOf(commitOf(state, commit).message),
  author: (commit, _args, { state }) => gitActor(commitOf(state, commit).author),
  committer: (commit, _args, { state }) => gitActor(commitOf(state, commit).committer),
  authoredDate: (commit, _args, { state }) => commitOf(state, commit).author.date,
  committedDate: (commit, _args, { state }) => commitOf(state, commit).committer.date,
  authoredByCommitter: (commit, _args, { state }) =>
    commitOf(state, commit).author.email === commitOf(state, commit).committer.email,
  committedViaWeb: ({ value }, _args, { state }) => isVerified(state, value),
  // GitHub has stopped filling it in.
  pushedDate: () => null,
  tree: (commit, _args, { state }) => on('Tree', commit.repository, { oid: commitOf(state, commit).tree, path: '' }),
  file: ({ repository, value }, { path }: Schema.CommitFileArgs, context) => {
    needs(context, repository, READ.contents);
    const entry = entryAt(context.state.objects, needObject(context.state.objects, 'commit', value).tree, path);
    return entry && entry.name !== '' ? entrySource(repository, entry, path) : null;
  },
  parents: (commit, args: PageArgs, { state }) =>
    connection(commitOf(state, commit).parents, args, {
      key: (oid) => oid,
      node: (oid) => on('Commit', commit.repository, oid),
    }),
  history: (
    { repository, value },
    args: PageArgs & Pick<Schema.CommitHistoryArgs, 'path' | 'since' | 'until'>,
    context,
  ) => {
    needs(context, repository, READ.contents);
    const found = history(context.state, value, args);
    return connection(found, args, { key: (oid) => oid, node: (oid) => on('Commit', repository, oid) });
  },
  additions: changes((files) => files.reduce((sum, file) => sum + file.additions, 0)),
  deletions: changes((files) => files.reduce((sum, file) => sum + file.deletions, 0)),
  changedFiles: changes((files) => files.length),
  changedFilesIfAvailable: changes((files) => files.length),
  signature: ({ value }, _args, { state }) => signatureOf(state, value),
  checkSuites: ({ repository, value }, args: PageArgs & Pick<Schema.CommitCheckSuitesArgs, 'filterBy'>, context) => {
    needs(context, repository, READ.checks);
    const { appId, checkName } = args.filterBy ?? {};
    const suites = checkSuitesOf(repository, value)
      .filter((suite) => appId == null || suite.appId === appId)
      .filter(
        (suite) =>
          checkName == null ||
          [...repository.checkRuns.values()].some((run) => run.suiteId === suite.id && run.name === checkName),
      );
    return connection(suites, args, { key: ({ id }) => id, node: (suite) => on('CheckSuite', repository, suite) });
  },
  statusCheckRollup: ({ repository, value }, _args, context) => rollupSource(context, repository, value),
  associatedPullRequests: ({ repository, value }, args: PageArgs, { state }) => {
    const pulls = pullsOf(state, repository, value);
    return connection(pulls, args, {
      key: ({ pullId }) => pullId,
      node: (pull) => on('PullRequest', repository, pull),
    });
  },
  url: ({ repository, value }, _args, { state }) =>
    `${state.urls.web}${repositoryPath(state, repository)}/commit/${value}`,
  resourcePath: ({ repository, value }, _args, { state }) => `${repositoryPath(state, repository)}/commit/${value}`,
} satisfies FieldsOf<Schema.Commit, CommitSource>;

/** The commits of a history, newest first; with a path those that changed what stands there. */
function history(
  state: GitHubState,
  head: string,
  { path, since, until }: Pick<Schema.CommitHistoryArgs, 'path' | 'since' | 'until'>,
): string[] {
  const from = since == null ? -Infinity : Date.parse(String(since));
  const to = until == null ? Infinity : Date.parse(String(until));
  const changed = path == null ? null : changesOf(state, head, path);
  return log(state.objects, head)
    .filter(({ oid }) => changed === null || changed.has(oid))
    .filter(({ commit }) => Date.parse(commit.committer.date) >= from && Date.parse(commit.committer.date) <= to)
    .map(({ oid }) => oid);
}

/**
 * The commits that changed what stands at a path, as Git simplifies a history: where a commit has the same there as one
 * of its parents, only that parent is followed. So a merge leads to the side that its content came from, and what the
 * other side had meanwhile is not shown.
 */
function changesOf(state: GitHubState, head: string, path: string): Set<string> {
  const at = (tree: string): string | null => entryAt(state.objects, tree, path)?.oid ?? null;
  const read = (oid: string): CommitObject => needObject(state.objects, 'commit', oid);
  const changed = new Set<string>();
  const seen = new Set<string>();
  const queue = [head];
  for (let oid = queue.pop(); oid !== undefined; oid = queue.pop()) {
    if (seen.has(oid)) continue;
    seen.add(oid);
    const { tree, parents } = read(oid);
    const here = at(tree);
    const same = parents.find((parent) => at(read(parent).tree) === here);
    if (same !== undefined) queue.push(same);
    else {
      if (parents.length > 0 || here !== null) changed.add(oid);
      queue.push(...parents);
    }
  }
  return changed;
}

interface GitActorSource {
  readonly signature: Signature;
}

const gitActor = (signature: Signature): GitActorSource => ({ signature });

export const GitActor = {
  name: ({ signature }) => signature.name,
  email: ({ signature }) => signature.email,
  date: ({ signature }) => signature.date,
  user: ({ signature }, _args, { state }) => {
    const account = accountOfSignature(state, signature);
    return account && accountSource(account);
  },
  avatarUrl: ({ signature }, { size }: Schema.GitActorAvatarUrlArgs, { state }) =>
    avatarUrl(state, accountOfSignature(state, signature)?.id ?? 0, size),
} satisfies FieldsOf<Schema.GitActor, GitActorSource>;

/** null where unsigned. What the sandbox signs it signs as GitHub: the only signer here, and always valid. */
function signatureOf(state: GitHubState, oid: string): object | null {
  const commit = needObject(state.objects, 'commit', oid);
  if (commit.signature === null) return null;
  const valid = isVerified(state, oid);
  return {
    __typename: 'GpgSignature',
    email: commit.committer.email,
    isValid: valid,
    keyId: 'B5690EEEBB952194',
    payload: encodeObject({ ...commit, signature: null }).toString('utf8'),
    signature: commit.signature,
    // GitHub's own account for commits of the web interface, `web-flow`, is nobody in the sandbox.
    signer: null,
    state: valid ? 'VALID' : 'UNKNOWN_KEY',
    verifiedAt: valid ? commit.committer.date : null,
    wasSignedByGitHub: valid,
  };
}
