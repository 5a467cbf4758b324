import { bindActions } from '../../../src/sandbox/actions/index.js';
import type { Actions } from '../../../src/sandbox/actions/types.js';
import { SandboxClock } from '../../../src/sandbox/clock.js';
import { handleGraphql } from '../../../src/sandbox/graphql/handle.js';
import { pullOf } from '../../../src/sandbox/state/find.js';
import { emptyState, GitHub } from '../../../src/sandbox/state/github.js';
import type {
  Account,
  App,
  AppPermissions,
  Caller,
  GitHubState,
  Installation,
  PullRequest,
  Repository,
} from '../../../src/sandbox/state/types.js';

/** An answer as a client reads it from the wire. */
export interface Answer {
  status: number;
  /** null where nothing could be answered; undefined where the call was refused before it ran. */
  data: unknown;
  errors: { type?: string; message: string; path?: (string | number)[] }[] | undefined;
}

/** What stands at a dotted path of an answer's data, such as `repository.issues.nodes.0.id`. */
export function dig(answer: Answer, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], answer.data);
}

export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** A specification repository of an organisation, with Ada who maintains it, Ben who proposes, and a bot. */
export interface World {
  github: GitHub;
  state: GitHubState;
  actions: Actions;
  org: Account;
  ada: Account;
  ben: Account;
  repository: Repository;
  /** Ben's, from a branch of his fork: adds `docs/proposal.md`. */
  pull: PullRequest;
  app: App;
  installation: Installation;
  as: (user: Account) => Caller;
  /** The installation's token, with all permissions of the app where none are named. */
  bot: (permissions?: AppPermissions) => Caller;
  asks: (caller: Caller) => Ask;
}

const PERMISSIONS: AppPermissions = {
  metadata: 'read',
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  checks: 'write',
  statuses: 'write',
  members: 'read',
};

export const PROPOSAL = ['# A proposal', '', 'First line.', 'Second line.', ''].join('\n');

const START = '2026-01-05T09:00:00Z';
const as = (user: Account): Caller => ({ kind: 'user', userId: user.id });

/** The ids by which a copy of the world is found its way in. */
interface Built {
  state: GitHubState;
  ids: { org: number; ada: number; ben: number; repository: number; pull: number; app: number; installation: number };
}

function build(): Built {
  const github = new GitHub(
    emptyState({ api: 'http://api.sandbox.test', web: 'http://sandbox.test' }),
    new SandboxClock(START),
  );
  const actions = bindActions(github);
  const ada = actions.createUser({ login: 'ada', name: 'Ada', email: 'ada@example.org' });
  const ben = actions.createUser({ login: 'ben', name: 'Ben', email: 'ben@example.org' });
  const org = actions.createOrganization({ login: 'specs' });
  actions.addOrganizationMember(org, ada, 'admin');
  const files = { 'README.md': '# The specification\n', 'docs/guide.md': 'How to.\n' };
  const repository = actions.createRepository(as(ada), { owner: org, name: 'spec', files });
  const fork = actions.forkRepository(as(ben), { repository });
  actions.push(as(ben), fork, { branch: 'idea', files: { 'docs/proposal.md': PROPOSAL }, message: 'Propose' });
  const pull = actions.openPull(as(ben), repository, {
    title: 'A proposal',
    body: 'Please **read** this.',
    head: 'idea',
    headRepository: fork,
  });
  const app = actions.createApp({ slug: 'convenor', owner: org, permissions: PERMISSIONS, events: [] });
  const installation = actions.installApp({ app, account: org, repositories: null });
  const ids = { org: org.id, ada: ada.id, ben: ben.id, repository: repository.id, pull: pull.number };
  return { state: github.state, ids: { ...ids, app: app.id, installation: installation.id } };
}

let built: Built | undefined;

/** A fresh copy of the world. It is built once: the key of an app takes half a second. */
export function world(): World {
  built ??= build();
  const { ids } = built;
  const state = structuredClone(built.state);
  const github = new GitHub(state, new SandboxClock(state.now));
  const actions = bindActions(github);
  const app = state.apps.get(ids.app)!;
  const repository = state.repositories.get(ids.repository)!;
  const account = (id: number): Account => state.accounts.get(id)!;
  return {
    github,
    state,
    actions,
    org: account(ids.org),
    ada: account(ids.ada),
    ben: account(ids.ben),
    repository,
    pull: pullOf(repository, ids.pull)!,
    app,
    installation: state.installations.get(ids.installation)!,
    as,
    bot: (permissions = PERMISSIONS) => ({
      kind: 'installation',
      appId: app.id,
      installationId: ids.installation,
      permissions,
      repositoryIds: null,
      botId: app.botId,
    }),
    asks:
      (caller) =>
      async (query, variables = {}) => {
        const request = { query, variables, operationName: null };
        const reply = await handleGraphql(request, { state, actions, caller });
        // As it comes over the wire.
        const { data, errors } = JSON.parse(JSON.stringify(reply.body)) as Pick<Answer, 'data' | 'errors'>;
        return { status: reply.status, data, errors };
      },
  };
}
