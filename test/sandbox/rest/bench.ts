import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';

import { handleRest } from '../../../src/sandbox/rest/index.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js';
import type { Account, App, Caller, Installation, Repository } from '../../../src/sandbox/state/types.js';
import { operationOf, validateReply, validateRequest } from '../../contract/validate.js';

/** A GitHub with an organisation, its people, a specification and an app, served over HTTP. */
export interface Bench {
  sandbox: Sandbox;
  actions: Sandbox['actions'];
  url: string;
  people: Record<'ada' | 'ben' | 'cleo' | 'dan', Account>;
  organization: Account;
  repository: Repository;
  app: App;
  installation: Installation;
  /** The real client of one of the people, of the app's installation, of the app itself, or of nobody. */
  client: (who: Who) => Octokit;
  /** A person as an actor of actions. */
  caller: (who: 'ada' | 'ben' | 'cleo' | 'dan') => Caller;
  tokens: Record<'ada' | 'ben' | 'cleo' | 'dan', string>;
  /** What was wrong with requests and replies by GitHub's description. */
  problems: string[];
  /** Operations that were answered without a refusal. */
  answered: Set<string>;
  close: () => Promise<void>;
}

export type Who = 'ada' | 'ben' | 'cleo' | 'dan' | 'installation' | 'app' | 'nobody';

const PERMISSIONS = {
  administration: 'write',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  members: 'read',
  pull_requests: 'write',
  statuses: 'write',
  workflows: 'write',
} as const;

/**
 * Ada administers the organisation `open-spec`, Ben can push to its repository `protocol`, Cleo is a member of its
 * team `editors`, and Dan is anybody. The app `scribe` is installed on all of it.
 */
export async function openBench(): Promise<Bench> {
  const sandbox = createSandbox({
    handlers: { rest: handleRest, graphql: () => Promise.reject(new Error('Only REST is under test here')) },
    limits: { contentPerMinute: 1000, contentPerHour: 1000 },
  });
  const { actions } = sandbox;
  const url = await sandbox.listen();

  const person = (login: string, name: string): Account =>
    actions.createUser({ login, name, email: `${login}@people.test` });
  const people = {
    ada: person('ada', 'Ada Example'),
    ben: person('ben', 'Ben Example'),
    cleo: person('cleo', 'Cleo Example'),
    dan: person('dan', 'Dan Example'),
  };
  const caller = (who: keyof typeof people): Caller => ({ kind: 'user', userId: people[who].id });
  const organization = actions.createOrganization({ login: 'open-spec', name: 'Open Spec' });
  actions.addOrganizationMember(organization, people.ada, 'admin');
  const repository = actions.createRepository(caller('ada'), {
    owner: organization,
    name: 'protocol',
    description: 'A protocol',
    files: {
      'README.md': '# Protocol\n',
      'docs/charter.md': 'One\nTwo\nThree\n',
      'seps/0001-start.md': '# Start\n\nText.\n',
    },
  });
  actions.setCollaborator(caller('ada'), repository, people.ben, 'write');
  const team = actions.createTeam({ organization, name: 'Editors' });
  actions.addTeamMember(team, people.cleo);
  actions.setTeamAccess(caller('ada'), repository, team, 'triage');
  const app = actions.createApp({ slug: 'scribe', owner: organization, permissions: PERMISSIONS, events: ['push'] });
  const installation = actions.installApp({ app, account: organization, repositories: null });

  const tokens = {
    ada: actions.createUserToken(people.ada),
    ben: actions.createUserToken(people.ben),
    cleo: actions.createUserToken(people.cleo),
    dan: actions.createUserToken(people.dan),
  };
  const problems: string[] = [];
  const answered = new Set<string>();
  const client = (who: Who): Octokit => {
    const octokit = new Octokit({ baseUrl: url, log: silent, ...credentials(who) });
    watch(octokit, url, problems, answered);
    return octokit;
  };
  const credentials = (who: Who): object => {
    if (who === 'nobody') return {};
    if (who !== 'app' && who !== 'installation') return { auth: tokens[who] };
    const auth = { appId: app.id, privateKey: app.privateKey };
    const installationId = who === 'installation' ? { installationId: installation.id } : {};
    return { authStrategy: createAppAuth, auth: { ...auth, ...installationId } };
  };
  return {
    sandbox,
    actions,
    url,
    people,
    organization,
    repository,
    app,
    installation,
    client,
    caller,
    tokens,
    problems,
    answered,
    close: () => sandbox.close(),
  };
}

const ignore = (): void => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

interface Answer {
  status: number;
  data: unknown;
}

/** Checks each request and each reply of a client against GitHub's description. */
function watch(octokit: Octokit, base: string, problems: string[], answered: Set<string>): void {
  octokit.hook.wrap('request', async (request, options) => {
    const { method, url, body } = octokit.request.endpoint(options) as { method: string; url: string; body?: unknown };
    const address = new URL(url);
    const path = address.pathname.slice(new URL(base).pathname.replace(/\/$/, '').length);
    const judge = ({ status, data }: Answer): void => {
      const isJson = typeof data !== 'string' || data === '';
      const wrong = isJson ? validateReply(method, path, status, data === '' ? undefined : data) : [];
      problems.push(...wrong.map((one) => `${method} ${path} → ${String(status)}: ${one}`));
      if (status < 400) answered.add(operationOf(method, path) ?? '');
    };
    const bad = validateRequest(method, path, address.searchParams, parse(body));
    problems.push(...bad.map((one) => `${method} ${path}: ${one}`));
    try {
      const response = await request(options);
      judge(response as Answer);
      return response;
    } catch (error) {
      const { response } = error as { response?: Answer };
      if (response !== undefined) judge(response);
      throw error;
    }
  });
}

const parse = (body: unknown): unknown => (typeof body === 'string' ? (JSON.parse(body) as unknown) : body);
