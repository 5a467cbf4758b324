import { describe, expect, it, test } from 'vitest';
import type { Reported } from '../../src/cli/past/reported.js';
import { beforeConvenor, linesOf, oldProposal, seen } from '../story/past.js';
import { strike } from '../story/stage.js';
import { convenor, folderWith, PROPOSAL, SPECIFICATION, type Seen } from './terminal.js';

const pull = (number: number, more: object = {}): object => ({
  number,
  title: `SEP-${number}: Tea`,
  author: 'ada-example',
  assignee: null,
  createdAt: '2026-01-02T08:00:00Z',
  updatedAt: '2026-03-04T08:00:00Z',
  labels: [],
  reviews: 1,
  ...more,
});
const list = (...pulls: object[]): string => JSON.stringify({ pullRequests: pulls });
const tea = (number: number): string => PROPOSAL.replaceAll('12', String(number));

const imports = (files: Record<string, string>, ...args: string[]): Promise<Seen> =>
  convenor(['import', ...args, '.'], { cwd: folderWith({ ...SPECIFICATION, ...files }) });

async function json(files: Record<string, string>, ...args: string[]): Promise<Reported[]> {
  const { status, out, err } = await imports(files, '--json', ...args);
  expect([status, err]).toEqual([0, '']);
  const { dryRun, pulls } = JSON.parse(out) as { dryRun: boolean; pulls: Reported[] };
  expect(dryRun).toBe(true);
  return pulls;
}

describe('whoever wants Convenor asks first what it would take over', () => {
  it('and reads of each pull request what was found, what contradicts it, and what to do', async () => {
    const files = {
      'pulls.json': list(
        pull(7, { labels: ['draft', 'accepted'], assignee: 'nobody-known' }),
        pull(8, { labels: ['SEP'], reviews: 0 }),
      ),
    };
    const { status, out } = await imports(files, '--list', 'pulls.json');
    expect(status).toBe(0);
    expect(out).toBe(`#7 SEP-7: Tea: accepted, sponsor nobody-known
  The label \`draft\`, the label \`accepted\`, nobody-known is assigned; 1 review, opened 2026-01-02, last changed 2026-03-04.
  Conflict (two-states): The labels \`draft\` and \`accepted\` say 2 states.
  Conflict (sponsor-may-not): nobody-known is named as sponsor and is not known as one who may sponsor.
  To do: The Core Maintainers confirm it, 2 of them, with \`/sep status accepted\`, or name the right one.
  To do: Somebody takes off the labels that do not say accepted.
  To do: Where nobody-known is to sponsor, the roster or the list of maintainers says that they may.

#8 SEP-8: Tea: proposal
  Nothing was found; 0 reviews, opened 2026-01-02, last changed 2026-03-04.
  To do: A maintainer who champions it writes \`/sep sponsor\`.

2 proposals would be taken over.
1 of 2 pull requests contradict themselves.
Nothing was written.
`);
  });

  it('from folders alone, all of which are open', async () => {
    const files = {
      'pulls/20/seps/20-tea.md': tea(20),
      'pulls/21/README.md': '# No proposal',
      'pulls/notes/x.md': 'x',
    };
    const reported = await json(files, '--pulls', 'pulls');
    expect(reported.map(({ pull: number, is, status }) => [number, is, status])).toEqual([
      [20, 'taken-over', 'proposal'],
      [21, 'taken-over', 'proposal'],
    ]);
    expect(reported[0]?.evidence).toContainEqual({ piece: 'status', value: 'Draft', status: 'draft' });
  });

  it('what is merged comes from the default branch, by its file, its title or its number', async () => {
    const merged = { mergedAt: '2026-02-02T08:00:00Z' };
    const files = {
      'pulls.json': list(
        pull(12, merged),
        pull(40, { ...merged, title: 'SEP-12: Tea' }),
        pull(41, { ...merged, title: 'Typing errors' }),
        pull(42, { closedAt: '2026-02-02T08:00:00Z' }),
      ),
    };
    const reported = await json(files, '--list', 'pulls.json');
    expect(reported.map(({ is, status }) => [is, status])).toEqual([
      ['merged', 'draft'],
      ['merged', 'draft'],
      ['merged', null],
      ['closed', null],
    ]);
    expect(reported[2]?.says).toBe('It is merged, and the default branch has no proposal with the number 41.');
  });

  it('what carries the number of another open pull request travels with it, and two in one are told apart', async () => {
    const files = {
      'pulls/20/seps/20-tea.md': tea(20),
      'pulls/21/seps/20-tea.md': tea(20),
      'pulls/22/seps/22-answers.md': '# Answers\n\nNo preamble here.\n',
      'pulls/22/seps/22-tea.md': tea(22).replace('Draft', 'Withdrawn'),
    };
    const reported = await json(files, '--pulls', 'pulls');
    expect(reported.map(({ pull: number, is, status }) => [number, is, status])).toEqual([
      [20, 'taken-over', 'proposal'],
      [21, 'companion', null],
      [22, 'taken-over', 'withdrawn'],
    ]);
  });

  it('labels mean what the rules of the repository say', async () => {
    const rules = 'extends: mcp\nname: tea\nlabels:\n  states:\n    accepted: "state: brewed"\n';
    const files = {
      '.github/convenor.yml': rules,
      'pulls.json': list(pull(7, { labels: ['State: Brewed', 'accepted'] })),
    };
    const [reported] = await json(files, '--list', 'pulls.json');
    expect([reported?.status, reported?.conflicts.map(({ code }) => code)]).toEqual(['accepted', ['no-sponsor']]);
  });

  it('as Markdown, in which nobody is mentioned and nothing is formatted by a title', async () => {
    const files = { 'pulls.json': list(pull(7, { title: '*Tea* for @everyone\u001b[2J' })) };
    const { out } = await imports(files, '--markdown', '--list', 'pulls.json');
    expect(out).toContain('### #7 \\*Tea\\* for @\u200beveryone');
    const terminal = await imports(files, '--list', 'pulls.json');
    expect(terminal.out).toContain('#7 *Tea* for @everyone\\x1b[2J: proposal');
  });

  it.each<[string, string[], Record<string, string>, string]>([
    ['nothing to read', [], {}, 'a clone holds no pull requests'],
    ['no such list', ['--list', 'none.json'], {}, '"none.json" does not exist'],
    ['a list that is none', ['--list', 'l.json'], { 'l.json': '[]' }, '"l.json" is no list of pull requests'],
    ['a list that is no JSON', ['--list', 'l.json'], { 'l.json': '{' }, '"l.json" is no JSON'],
    [
      'a pull request without labels',
      ['--list', 'l.json'],
      { 'l.json': list({ ...pull(7), labels: 3 }) },
      'pullRequests.0.labels',
    ],
    [
      'a day that is none',
      ['--list', 'l.json'],
      { 'l.json': list(pull(7, { createdAt: 'May' })) },
      'pullRequests.0.createdAt: This is no instant.',
    ],
    ['one twice', ['--list', 'l.json'], { 'l.json': list(pull(7), pull(7)) }, '#7 is there twice'],
    ['no such folder', ['--pulls', 'none'], {}, '"none" does not exist'],
    ['two forms', ['--json', '--markdown', '--list', 'l.json'], { 'l.json': list(pull(7)) }, 'choose one of'],
    ['a repository beside a clone', ['--repo', 'a/b'], {}, 'name either'],
    [
      'rules with errors',
      ['--list', 'l.json'],
      { 'l.json': list(pull(7)), '.github/convenor.yml': 'nothing: 1' },
      'has errors',
    ],
  ])('and is told in a sentence of %s', async (_, args, files, problem) => {
    const { status, out, err } = await imports(files, ...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(problem);
  });

  it.each<[string[], Record<string, string>, string]>([
    [[], {}, 'name either'],
    [['--repo', 'nothing'], { GITHUB_TOKEN: 'x' }, '"nothing" is no repository'],
    [['--repo', 'a/b'], {}, 'there is no token in GITHUB_TOKEN'],
    [['--repo', 'a/b', '--list', 'x'], { GITHUB_TOKEN: 'x' }, 'belong to a clone'],
  ])('import %j', async (args, env, problem) => {
    const { status, err } = await convenor(['import', ...args], { env });
    expect(status).toBe(2);
    expect(err).toContain(problem);
  });
});

test('somebody takes over a repository from the command line: first dry, then for good, and nothing is said there', async () => {
  const stage = await beforeConvenor();
  const { sandbox, repo, world, cast } = stage;
  const pullRequest = await oldProposal(stage, { labels: ['SEP', 'draft'], sponsor: 'kofiadu' });
  const others = await cast.outsider.opensPullRequest({ repo, title: 'Words', files: { 'README.md': '# Tidewire\n' } });
  await sandbox.clock.advance({ days: 1 });
  const keeper = world.user('tidewire-keeper');
  const token = sandbox.actions.createUserToken(keeper.account);
  const env = { GITHUB_TOKEN: token, GITHUB_API_URL: sandbox.state.urls.api };
  const at = { env, now: sandbox.clock.now().toString({ smallestUnit: 'second' }) };
  const run = async (...args: string[]): Promise<Reported[]> => {
    const seen = await convenor(['import', '--json', '--repo', 'tidewire/tidewire', ...args], at);
    expect([seen.status, seen.err]).toEqual([0, '']);
    expect(seen.out).not.toContain(token);
    return (JSON.parse(seen.out) as { pulls: Reported[] }).pulls;
  };

  const dry = await run('--dry-run');
  expect(dry.map(({ pull: number, is, status }) => [number, is, status])).toEqual([
    [12, 'taken-over', 'draft'],
    [others.number, 'other', null],
  ]);
  expect([...repo.refs.keys()].some((ref) => ref.includes('record'))).toBe(false);

  // A person's token reads; what it wrote would be no word of the app's.
  const person = await convenor(['import', '--repo', 'tidewire/tidewire'], at);
  expect([person.status, person.out]).toEqual([2, '']);
  expect(person.err).toContain("this token is tidewire-keeper's");
  expect([...repo.refs.keys()].some((ref) => ref.includes('record'))).toBe(false);
  const owner = sandbox.state.accounts.get(repo.ownerId);
  if (!owner) throw new Error('the owner is gone');
  const installation = sandbox.actions.installApp({ app: stage.app, account: owner, repositories: [repo] });
  const asApp = { kind: 'app' as const, appId: installation.appId };
  env.GITHUB_TOKEN = sandbox.actions.createInstallationToken(asApp, { installationId: installation.id }).token;

  expect(await run()).toEqual(dry);
  expect(linesOf(stage, pullRequest).map(({ kind }) => kind)).toEqual(['opened', 'taken-over', 'head-seen']);
  // What has a ledger is left as it is.
  expect((await run())[0]?.is).toBe('begun');
  expect(linesOf(stage, pullRequest)).toHaveLength(3);
  expect(seen(pullRequest)).toEqual({ comments: 0, reviews: 0, reviewers: [], checks: [], labels: ['SEP', 'draft'] });

  // A repository that is not there, and a token that may not write.
  const gone = await convenor(['import', '--repo', 'tidewire/none'], at);
  expect([gone.status, gone.err]).toEqual([2, expect.stringMatching(/^convenor: .*none/)]);
  const fresh = await oldProposal(stage, { labels: ['SEP'] });
  const permissions = { contents: 'read', pull_requests: 'read', checks: 'read', members: 'read' } as const;
  const reading = sandbox.actions.createInstallationToken(asApp, { installationId: installation.id, permissions });
  const weak = { ...env, GITHUB_TOKEN: reading.token };
  const refused = await convenor(['import', '--repo', 'tidewire/tidewire'], {
    env: weak,
    now: sandbox.clock.now().add({ minutes: 5 }).toString({ smallestUnit: 'second' }),
  });
  expect([refused.status, refused.out]).toEqual([2, '']);
  expect(refused.err).toMatch(/^convenor: GitHub answered/);
  expect(linesOf(stage, fresh)).toEqual([]);
  await strike(stage);
});

test('a mistake in the list of what was taken over is found in the clone, with its place', async () => {
  const files = { ...SPECIFICATION, '.github/convenor/taken-over.yml': 'version: 1\nproposals:\n  - { pull: 4 }\n' };
  const { status, out } = await convenor(['check', '--json', '.'], { cwd: folderWith(files) });
  expect(status).toBe(1);
  const { problems } = JSON.parse(out) as { problems: { path: string; line: number; severity: string }[] };
  expect(problems.filter(({ path }) => path.endsWith('taken-over.yml'))).toMatchObject([
    { line: 3, severity: 'error' },
  ]);
});
