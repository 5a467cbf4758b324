import { governanceOf, RULES_FILE, type GoverningTexts } from '../facts/governing.js';
import type { Governance } from '../people/types.js';
import { loadRules, type Rules } from '../rules/index.js';
import type { Channels } from '../telling/channels.js';
import type { Pace } from '../wake/convenor.js';
import { Bench } from './bench.js';
import { createSandbox, type Sandbox, type SandboxOptions } from './index.js';
import { World } from './people.js';
import type { App, Repository } from './state/types.js';

/** What a specification repository is made of before anything happens there. */
export interface Plot {
  /** `owner/name`. */
  repository: string;
  /** Files of the default branch, by path. */
  files: Readonly<Record<string, string>>;
  /** Number that the first pull request gets. */
  number: number;
  start: string;
  /** How often the bot does what it does by itself; a story of weeks is quicker told with fewer sweeps. */
  pace?: Pace;
  /** Where the bot tells things outside of GitHub; nowhere where left out. */
  channels?: Channels;
}

/** A GitHub in memory with a specification repository on it, and those who are named in its files. */
export interface Ground {
  sandbox: Sandbox;
  world: World;
  bench: Bench;
  /** Convenor's app, which is not installed yet. */
  app: App;
  repo: Repository;
  rules: Rules;
  governance: Governance;
}

/** The permissions and events of `app.yml`. */
const PERMISSIONS = {
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  checks: 'write',
  members: 'read',
  merge_queues: 'read',
  discussions: 'read',
  metadata: 'read',
} as const;
const EVENTS = ['pull_request', 'issues', 'issue_comment', 'pull_request_review', 'push', 'check_run', 'merge_group'];

/** Makes the repository with its people: nothing has happened yet, and Convenor is not installed. */
export function layGround(plot: Plot, handlers?: SandboxOptions['handlers']): Ground {
  const sandbox = createSandbox({ handlers, start: plot.start });
  const world = new World(sandbox);
  const rules = rulesOf(plot);
  const governance = governanceOf(textsOf(plot, rules), rules, plot.start.slice(0, 10));
  const [ownerLogin = '', name = ''] = plot.repository.split('/');
  const { actions } = sandbox;
  const owner = world.organization(ownerLogin);
  const keeper = world.user(`${ownerLogin}-keeper`);
  actions.addOrganizationMember(owner, keeper.account, 'admin');
  const repo = actions.createRepository(keeper.caller, { owner, name, files: plot.files });
  repo.nextNumber = plot.number;
  for (const label of [rules.labels.kind, ...Object.values(rules.labels.states)]) {
    actions.createLabel(keeper.caller, repo, { name: label, color: 'c5def5' });
  }
  for (const person of governance.people) {
    const { account } = world.user(person.login, person.name === null ? {} : { name: person.name });
    const level = person.role === 'contributor' ? 'triage' : 'write';
    actions.setCollaborator(keeper.caller, repo, account, level);
  }
  const app = actions.createApp({
    slug: 'convenor',
    owner,
    permissions: PERMISSIONS,
    events: EVENTS,
    webhook: { secret: 'a secret of the sandbox alone' },
  });
  return { sandbox, world, bench: new Bench(world, app, plot.pace, plot.channels), app, repo, rules, governance };
}

/** Installs Convenor on the repository. It does not run yet. */
export function installConvenor({ sandbox, app, repo }: Pick<Ground, 'sandbox' | 'app' | 'repo'>): void {
  const account = sandbox.state.accounts.get(repo.ownerId);
  if (!account) throw new Error('The owner is gone.');
  sandbox.actions.installApp({ app, account, repositories: [repo] });
}

function rulesOf({ files }: Pick<Plot, 'files'>): Rules {
  const result = loadRules(files[RULES_FILE] ?? null);
  if (result.ok) return result.loaded.rules;
  throw new Error(result.problems.map((problem) => `${problem.path}:${problem.line} ${problem.message}`).join('\n'));
}

/** The governing texts of a repository's files. */
export function textsOf({ files }: Pick<Plot, 'files'>, rules: Rules): GoverningTexts {
  const { paths } = rules;
  const charters = Object.entries(files)
    .filter(([path]) => [paths.workingGroups, paths.interestGroups].some((folder) => path.startsWith(`${folder}/`)))
    .map(([path, text]) => ({ path, text }));
  return {
    rules: files[RULES_FILE] ?? null,
    maintainers: files[paths.maintainers] ?? null,
    roster: files[paths.roster] ?? null,
    charters,
  };
}
