import { compareWithParent } from '../git/compare.js';
import { commitsBetween } from '../git/history.js';
import { NO_OID, needObject } from '../git/objects.js';
import { repoApi, repoWeb, type Json } from '../json/base.js';
import { repositoryJson } from '../json/repository.js';
import { accountOfSignature } from '../state/derive.js';
import { needAccount } from '../state/find.js';
import type { DomainEvent, GitHubState, Oid, Repository, Signature } from '../state/types.js';
import { GHOST_ID } from '../state/types.js';

/** GitHub lists this many commits of a push. */
const MOST_COMMITS = 2048;

type RefEvent = Extract<DomainEvent, { event: 'push' | 'create' | 'delete' }>;

/** What is particular to events of branches and tags. */
export function pushPart(state: GitHubState, repository: Repository, event: RefEvent): Json {
  if (event.event !== 'push') {
    const ref = event.ref.replace(/^refs\/(heads|tags)\//, '');
    const common = { ref, ref_type: event.refType, pusher_type: 'user' };
    return event.event === 'delete'
      ? common
      : { ...common, master_branch: repository.defaultBranch, description: repository.description };
  }
  const { before, after } = event;
  const created = before === NO_OID;
  const deleted = after === NO_OID;
  const known = created ? (repository.refs.get(`refs/heads/${repository.defaultBranch}`) ?? null) : before;
  const commits = deleted ? [] : commitsBetween(state.objects, known === after ? null : known, after);
  return {
    ref: event.ref,
    before,
    after,
    repository: pushRepositoryJson(state, repository),
    pusher: pusherJson(state, event.senderId),
    created,
    deleted,
    forced: event.forced,
    base_ref: null,
    compare: `${repoWeb(state, repository)}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: commits.slice(-MOST_COMMITS).map(({ oid }) => pushedCommitJson(state, repository, oid)),
    head_commit: deleted ? null : pushedCommitJson(state, repository, after),
  };
}

function pusherJson(state: GitHubState, id: number | null): Json {
  const account = needAccount(state, id ?? GHOST_ID);
  return { name: account.login, email: account.email };
}

/** A push shows its repository's times as seconds, and the owner with name and address. */
function pushRepositoryJson(state: GitHubState, repository: Repository): Json {
  const json = repositoryJson(state, repository);
  const owner = needAccount(state, repository.ownerId);
  const seconds = (instant: string): number => Date.parse(instant) / 1000;
  return {
    ...json,
    owner: { ...(json.owner as Json), name: owner.login, email: owner.email },
    url: repoWeb(state, repository),
    created_at: seconds(repository.createdAt),
    pushed_at: seconds(repository.pushedAt),
    stargazers: 0,
    master_branch: repository.defaultBranch,
    ...(owner.type === 'Organization' ? { organization: owner.login } : {}),
    forks_url: `${repoApi(state, repository)}/forks`,
  };
}

function pushedCommitJson(state: GitHubState, repository: Repository, oid: Oid): Json {
  const commit = needObject(state.objects, 'commit', oid);
  const files = compareWithParent(state.objects, oid);
  const paths = (...statuses: string[]): string[] =>
    files.filter(({ status }) => statuses.includes(status)).map(({ path }) => path);
  const renamedFrom = files.flatMap(({ previousPath }) => previousPath ?? []);
  return {
    id: oid,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: `${repoWeb(state, repository)}/commit/${oid}`,
    author: personJson(state, commit.author),
    committer: personJson(state, commit.committer),
    added: paths('added', 'renamed'),
    removed: [...paths('removed'), ...renamedFrom],
    modified: paths('modified'),
  };
}

function personJson(state: GitHubState, signature: Signature): Json {
  const account = accountOfSignature(state, signature);
  const { name, email, date } = signature;
  return { name, email, date, ...(account === null ? {} : { username: account.login }) };
}
