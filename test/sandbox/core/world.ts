import { createSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/index.js';
import { World, type Person } from '../../../src/sandbox/people.js';
import type { App, Caller, Installation, Repository } from '../../../src/sandbox/state/types.js';

/** A repository of an invented organisation, with a bot on it. */
export interface Stage {
  sandbox: Sandbox;
  github: World;
  repo: Repository;
  app: App;
  installation: Installation;
  /** As whom the bot acts. */
  bot: Caller;
  /** An administrator. */
  olga: Person;
  /** With write access. */
  wim: Person;
  /** Anybody. */
  ada: Person;
}

const POEM = Array.from({ length: 30 }, (_, index) => `line ${String(index + 1)}\n`).join('');

export const FILES = { 'README.md': '# Weather\n', 'docs/poem.md': POEM, 'bin/run': '#!/bin/sh\n' };

const nobodyAnswers: SandboxOptions['handlers'] = {
  rest: () => Promise.resolve({ status: 404, body: { message: 'Not Found' } }),
  graphql: () => Promise.resolve({ status: 200, body: { data: null } }),
};

export function stage(options: Partial<SandboxOptions> = {}): Stage {
  const sandbox = createSandbox({ handlers: nobodyAnswers, ...options });
  const github = new World(sandbox);
  const { actions } = sandbox;
  const [olga, wim, ada] = [github.user('olga'), github.user('wim', { email: 'wim@example.org' }), github.user('ada')];
  const org = github.organization('weather');
  actions.addOrganizationMember(org, olga.account, 'admin');
  const repo = actions.createRepository(olga.caller, { owner: org, name: 'spec', files: FILES });
  actions.setCollaborator(olga.caller, repo, wim.account, 'write');
  const permissions = { contents: 'write', issues: 'write', pull_requests: 'write', checks: 'write' } as const;
  const events = ['pull_request', 'issue_comment', 'push', 'pull_request_review'];
  const app = actions.createApp({ slug: 'clerk', owner: org, permissions, events, webhook: { secret: 'a secret' } });
  const installation = actions.installApp({ app, account: org, repositories: [repo] });
  const bot: Caller = {
    kind: 'installation',
    appId: app.id,
    installationId: installation.id,
    permissions: app.permissions,
    repositoryIds: null,
    botId: app.botId,
  };
  return { sandbox, github, repo, app, installation, bot, olga, wim, ada };
}

/** The refusal's status and words, or what came instead. */
export function refusal(act: () => unknown): string {
  try {
    return `no refusal: ${String(act())}`;
  } catch (error) {
    const { status, message, errors } = error as { status?: number; message: string; errors?: { message?: string }[] };
    return `${String(status)} ${errors?.[0]?.message ?? message}`;
  }
}
