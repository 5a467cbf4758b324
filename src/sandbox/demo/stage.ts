import { governanceOf, RULES_FILE, type GoverningTexts } from '../../facts/governing.js';
import { coreBody, electorateOf, groupBySlug, matchGroup, roleOf } from '../../people/index.js';
import type { Governance, Group } from '../../people/types.js';
import { readProposal } from '../../proposal/index.js';
import { loadRules, type Rules } from '../../rules/index.js';
import type { Pace } from '../../wake/convenor.js';
import { Bench } from '../bench.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../index.js';
import { type Person, World } from '../people.js';
import type { App, Repository } from '../state/types.js';

/** A specification repository and a proposal to bring to it. */
export interface Play {
  /** `owner/name`. */
  repository: string;
  /** Files of the default branch, by path. */
  files: Readonly<Record<string, string>>;
  /** The proposal's text, and its file's name without number. */
  proposal: { text: string; slug: string };
  /** What a member says against it; what fits the invented specification's first proposal where missing. */
  objection?: Objection;
  /** Number that the pull request gets. */
  number: number;
  /** Slug of the Working Group that the story brings it to. */
  group: string;
  start: string;
  /** How often the bot does what it does by itself; a story of weeks is quicker told with fewer sweeps. */
  pace?: Pace;
}

/** A member's objection, and how it goes on. Each part is a sentence. */
export interface Objection {
  /** The block's name: lower case with hyphens. */
  slug: string;
  /** The objection as it is first said: it names nothing that would meet it, and is refused. */
  vague: string;
  says: string;
  alternative: string;
  /** Said when the block is cleared. */
  settled: string;
  /** Said by the one of the core who votes against. */
  doubt: string;
}

/** Who plays whom. Nobody plays two parts, but for small groups in which there is nobody else. */
export interface Cast {
  author: Person;
  lead: Person;
  member: Person;
  sponsor: Person;
  core: Person[];
  outsider: Person;
}

/** A GitHub in memory with a specification repository on it, its people, and Convenor. */
export interface Stage {
  play: Play;
  sandbox: Sandbox;
  world: World;
  bench: Bench;
  app: App;
  repo: Repository;
  rules: Rules;
  group: Group;
  cast: Cast;
}

/** A story cannot be told of this proposal and group, for the reason that the message gives in a sentence. */
export class Uncastable extends Error {
  override readonly name = 'Uncastable';
}

/** The permissions and events of `app.yml`. */
const PERMISSIONS = {
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  checks: 'write',
  members: 'read',
  merge_queues: 'read',
  metadata: 'read',
} as const;
const EVENTS = ['pull_request', 'issue_comment', 'pull_request_review', 'push', 'check_run', 'merge_group'];

/**
 * Sets the stage: nothing has happened yet, and Convenor is not running.
 * @throws {Uncastable} where the files name nobody for a part
 */
export async function setStage(play: Play, handlers?: SandboxOptions['handlers']): Promise<Stage> {
  const sandbox = createSandbox({ handlers, start: play.start });
  const world = new World(sandbox);
  const rules = rulesOf(play);
  const governance = governanceOf(textsOf(play, rules), rules, play.start.slice(0, 10));
  const group = groupBySlug(governance, play.group);
  if (!group) throw new Uncastable(`There is no charter of a group ${play.group}.`);
  const [ownerLogin = '', name = ''] = play.repository.split('/');
  const { actions } = sandbox;
  const owner = world.organization(ownerLogin);
  const keeper = world.user(`${ownerLogin}-keeper`);
  actions.addOrganizationMember(owner, keeper.account, 'admin');
  const repo = actions.createRepository(keeper.caller, { owner, name, files: play.files });
  repo.nextNumber = play.number;
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
  actions.installApp({ app, account: owner, repositories: [repo] });
  const cast = castOf(world, governance, group, play);
  await sandbox.listen();
  return { play, sandbox, world, bench: new Bench(world, app, play.pace), app, repo, rules, group, cast };
}

function rulesOf(play: Play): Rules {
  const result = loadRules(play.files[RULES_FILE] ?? null);
  if (result.ok) return result.loaded.rules;
  throw new Error(result.problems.map((problem) => `${problem.path}:${problem.line} ${problem.message}`).join('\n'));
}

/** The governing texts of a repository's files. */
export function textsOf(play: Pick<Play, 'files'>, rules: Rules): GoverningTexts {
  const { paths } = rules;
  const charters = Object.entries(play.files)
    .filter(([path]) => [paths.workingGroups, paths.interestGroups].some((folder) => path.startsWith(`${folder}/`)))
    .map(([path, text]) => ({ path, text }));
  return {
    rules: play.files[RULES_FILE] ?? null,
    maintainers: play.files[paths.maintainers] ?? null,
    roster: play.files[paths.roster] ?? null,
    charters,
  };
}

/** Finds people for the parts in what the files say, so that the same story can be told anywhere. */
function castOf(world: World, governance: Governance, group: Group, play: Play): Cast {
  const named = readProposal(play.proposal.text, { path: `${play.proposal.slug}.md` }).authors;
  const author = named.find((person) => person.github !== undefined)?.github ?? 'author';
  const body = electorateOf(governance, group);
  if (!body.ok) throw new Uncastable(body.message);
  const taken = new Set([author.toLowerCase()]);
  const choose = (logins: readonly string[], part: string, otherwise?: string): string => {
    const free = logins.find((login) => !taken.has(login.toLowerCase())) ?? otherwise;
    if (free === undefined)
      throw new Uncastable(`In ${group.title} nobody but the author ${author} can play the ${part}.`);
    taken.add(free.toLowerCase());
    return free;
  };
  const leads = group.leads.flatMap(({ login }) => login ?? []);
  const lead = choose(leads, 'lead');
  const members = body.electors.map(({ login }) => login);
  const member = choose([...members.filter((login) => !leads.includes(login)), ...members], 'member', lead);
  const maintainers = governance.people.filter(({ login }) => roleOf(governance, login) === 'maintainer');
  const core = coreBody(governance).map(({ login }) => login);
  const sponsor = choose([...maintainers.map(({ login }) => login), ...core], 'sponsor');
  const user = (login: string): Person => world.user(login);
  const judges = core.filter((login) => ![author, sponsor].includes(login));
  return {
    author: user(author),
    lead: user(lead),
    member: user(member),
    sponsor: user(sponsor),
    core: judges.map(user),
    outsider: user('passerby'),
  };
}

/**
 * The group that a proposal's preamble names, or whose charter names the number, a Working Group before an Interest
 * Group; null where neither does.
 */
export function groupFor(governance: Governance, text: string, number: number): Group | null {
  const wanted = readProposal(text, { path: 'proposal.md' }).workingGroup;
  const match = wanted === null ? null : matchGroup(governance, wanted);
  if (match?.kind === 'one') return match.group;
  const named = governance.groups.filter((group) => group.workItems.some((item) => item.numbers.includes(number)));
  return named.find(({ kind }) => kind === 'working-group') ?? named[0] ?? null;
}
