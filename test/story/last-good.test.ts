import { expect, test } from 'vitest';
import { chaptersFor, begin, type Told } from '../../src/sandbox/demo/story.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import type { PullRequestHandle } from '../../src/sandbox/people.js';
import { checkRunsOf } from '../../src/sandbox/state/checks.js';
import type { CheckRun } from '../../src/sandbox/state/types.js';
import { ledgerOf } from './end.js';
import { stageFor, strikeWhole, tidewire } from './stage.js';

const RULES = '.github/convenor.yml';
const ROSTER = '.github/convenor/roster.yml';
const CHARTER = 'docs/community/working-groups/wire-format.mdx';
const NO_SUCH_KEY = 'extends: mcp\nname: tidewire\nlabels:\n  kinds: SEP\n';
const BOMB = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
  .split('')
  .map(
    (key, at) =>
      `${key}: &${key} [${Array(9)
        .fill(`*${'abcdefgh'.charAt(at)}`)
        .join(', ')}]\n`,
  )
  .join('')}name: *i\n`;

/** A roster that says what somebody is, and nothing else. */
const rosterWith = (...people: string[]): string => `version: 1\npeople:\n${people.join('')}`;
const person = (login: string, id: number, role: string): string =>
  `  - ids: [${id}]\n    logins: [${login}]\n    roles:\n      - role: ${role}\n        since: 2026-01-01\n`;

/** The sections that the invented charters leave out, which makes them whole. */
const REST = '\n## Deliverables & Success Metrics\n\nSmall frames.\n\n## Changelog\n\nNone.\n';
/** Tidewire with whole charters. */
const whole = (): Promise<Stage> => {
  const { files, ...play } = tidewire('wire-format');
  const ends = (path: string, text: string): string => (path.includes('/working-groups/') ? text + REST : text);
  const texts = Object.entries(files).map(([path, text]) => [path, ends(path, text)]);
  return stageFor({ ...play, files: Object.fromEntries(texts) as Record<string, string> });
};

const headOf = ({ repo }: Stage): string => repo.refs.get('refs/heads/main') ?? '';
const rulesCheck = ({ repo }: Stage, commit: string): CheckRun | undefined =>
  checkRunsOf(repo, commit).find(({ name }) => name === 'convenor/rules');
const allRulesChecks = ({ repo }: Stage): CheckRun[] =>
  [...repo.checkRuns.values()].filter(({ name }) => name === 'convenor/rules');
const textOf = ({ play }: Stage, path: string): string => play.files[path] ?? '';
const operations = ({ sandbox }: Stage, since: number): (string | null)[] =>
  sandbox.requests.slice(since).map(({ operation }) => operation);

/** The keeper of the repository pushes to the default branch; gives the commit. */
async function pushed(stage: Stage, files: Record<string, string | null>): Promise<string> {
  await stage.world.user('tidewire-keeper').pushesTo(stage.repo, files);
  return headOf(stage);
}

async function upTo(name: string, stage: Stage): Promise<Told> {
  const told = await begin(stage);
  for (const chapter of chaptersFor('advise')) {
    await chapter.act(told);
    if (chapter.name === name) return told;
  }
  throw new Error(`There is no chapter "${name}".`);
}

/** A pull request from a branch of its own with several commits, one after the other. */
async function pullWith(stage: Stage, commits: Record<string, string>[]): Promise<PullRequestHandle> {
  const [first = {}, ...others] = commits;
  const { sponsor } = stage.cast;
  const pull = await sponsor.opensPullRequest({ repo: stage.repo, title: 'Tidy up', files: first, from: 'branch' });
  for (const [index, files] of others.entries()) await sponsor.pushes(pull, { files, message: `Step ${index + 2}` });
  return pull;
}

test('a consensus runs to its end by the last good rules while those of the default branch are broken', async () => {
  const told = await upTo('consensus opened', await whole());
  const { pull, bench, sandbox, cast } = told;
  const before = headOf(told);
  const broke = await pushed(told, { [RULES]: NO_SUCH_KEY });
  const run = rulesCheck(told, broke);
  expect(run?.conclusion).toBe('failure');
  expect(run?.output.title).toBe(`${RULES} cannot be read; what could be read before counts`);
  expect(run?.output.summary).toContain(`| \`${RULES}\` | ${before.slice(0, 7)} | ${broke.slice(0, 7)} |`);
  expect(run?.output.summary).toContain('**whoever was stripped of one still has it**');
  expect(run?.output.summary).toContain(`- \`${RULES}:4:3\` \`labels.kinds\`: There is no key \`kinds\` here.`);
  expect(run?.output.summary).toContain('**What to do:** Mend it');
  expect(run?.annotations).toMatchObject([{ path: RULES, startLine: 4, endLine: 4, startColumn: 3, level: 'failure' }]);
  const line = `The rules on the default branch cannot be read; those of commit [${before.slice(0, 7)}]`;
  expect(pull.statusComment()?.body).toContain(line);
  expect(pull.check('convenor/merge')?.output.summary).toContain(line);

  const since = sandbox.requests.length;
  await cast.member.comments(pull, 'I am fine with this.');
  expect(operations(told, since)).toEqual(['Snapshot']);
  await bench.sweep();
  expect(operations(told, since)).toEqual(['Snapshot', 'Sweep']);

  await sandbox.clock.advance({ days: 11 });
  expect(pull.statusComment()?.body).toContain('Before the Core Maintainers until');
  const closes = ledgerOf(told).find(({ kind }) => kind === 'closes');
  expect(closes).toMatchObject({ outcome: 'agreed' });
  const opens = ledgerOf(told).findLast((one) => one.kind === 'opens');
  expect(opens?.rules.commit).toBe(before);
  expect(allRulesChecks(told)).toHaveLength(1);
  expect(bench.log.errors).toEqual([]);
  await strikeWhole(told);
});

test('mended rules are said in green on the new head, once, and count for what is said from then on', async () => {
  const told = await begin(await whole());
  const { pull, cast, bench, sandbox } = told;
  const before = headOf(told);
  await pushed(told, { [RULES]: NO_SUCH_KEY });
  await cast.sponsor.comments(pull, '/sep sponsor');
  const mended = await pushed(told, { [RULES]: 'extends: mcp\nname: mended\nlabels:\n  kind: Tide\n' });
  expect(rulesCheck(told, mended)?.conclusion).toBe('success');
  expect(pull.statusComment()?.body).not.toContain('cannot be read');
  await cast.lead.comments(pull, '/sep adopt wire-format');
  const pins = ledgerOf(told).flatMap((line) => (line.kind === 'act' ? [line.rules] : []));
  expect(pins.map(({ commit }) => commit)).toEqual([before, mended]);
  expect(new Set(pins.map(({ sha256 }) => sha256)).size).toBe(2);
  expect(pull.labels).toContain('Tide');

  await bench.restart();
  const since = sandbox.requests.length;
  await bench.sweep();
  expect(operations(told, since)).toEqual(['Sweep']);
  expect(allRulesChecks(told)).toHaveLength(2);
  await strikeWhole(told);
});

test('a broken roster strips nobody of a role until it is mended, and the check says so', async () => {
  const stage = await whole();
  const { cast } = stage;
  const known = person(cast.sponsor.login, cast.sponsor.id, 'maintainer');
  const told = await begin(stage);
  const good = await pushed(told, { [ROSTER]: rosterWith(known) });
  const gone = known.replace('since: 2026-01-01', 'since: 2026-01-01\n        until: 2026-11-01');
  const twice = person('somebody', cast.sponsor.id, 'member');
  const broke = await pushed(told, { [ROSTER]: rosterWith(gone, twice) });
  const run = rulesCheck(told, broke);
  expect(run?.output.summary).toContain(`${ROSTER}:9:`);
  expect(run?.output.summary).toContain('whoever was stripped of one still has it');
  expect(run?.annotations[0]).toMatchObject({ path: ROSTER, startLine: 9, title: 'people/roster-twice' });
  await cast.sponsor.comments(told.pull, '/sep sponsor');
  expect(told.pull.labels).toEqual(['SEP', 'draft']);
  const line = `The roster on the default branch cannot be read; the one of commit [${good.slice(0, 7)}]`;
  expect(told.pull.statusComment()?.body).toContain(line);
  // The rules can be read: they are pinned as they stand at the head.
  expect(ledgerOf(told).find((one) => one.kind === 'act')?.rules.commit).toBe(broke);
  await strikeWhole(told);
});

test('a charter cut in half leaves its group as it was', async () => {
  const told = await upTo('adopted', await whole());
  const { cast, pull } = told;
  const text = textOf(told, CHARTER);
  const broke = await pushed(told, { [CHARTER]: text.slice(0, text.indexOf('## Membership')) });
  expect(rulesCheck(told, broke)?.annotations).toMatchObject([{ path: CHARTER, title: 'people/charter-cut' }]);
  await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.lead.comments(pull, '/consensus start minor');
  expect(pull.statusComment()?.body).toContain('In lazy consensus of the Wire Format Working Group');
  expect(pull.statusComment()?.body).toContain(`The charter \`${CHARTER}\` on the default branch is not whole`);
  expect(ledgerOf(told).find((one) => one.kind === 'opens')?.electorate).toHaveLength(5);
  await strikeWhole(told);
});

test('a charter that never was whole is no break, and its history is searched once', async () => {
  const path = 'docs/community/working-groups/harbours.mdx';
  const told = await begin(await whole());
  const text = textOf(told, CHARTER).replaceAll('Wire Format', 'Harbours');
  await pushed(told, { [path]: text.slice(0, text.indexOf('## Membership')) });
  expect(allRulesChecks(told)).toEqual([]);
  const since = told.sandbox.requests.length;
  await pushed(told, { [RULES]: 'extends: mcp\nname: renamed\n' });
  expect(operations(told, since)).toContain('Governing');
  expect(operations(told, since)).not.toContain('Mainline');
  await strikeWhole(told);
});

test('two files broken by two commits are each said at their commit, and both at the head', async () => {
  const told = await begin(await whole());
  const { cast, pull } = told;
  const known = person(cast.sponsor.login, cast.sponsor.id, 'maintainer');
  const good = await pushed(told, { [ROSTER]: rosterWith(known) });
  const first = await pushed(told, { [ROSTER]: `${rosterWith(known)}    nickname: K\n` });
  const second = await pushed(told, { [RULES]: NO_SUCH_KEY });
  const third = await pushed(told, { 'README.md': 'Tidewire\n' });
  const short = (commit: string): string => commit.slice(0, 7);
  const summary = (commit: string): string => rulesCheck(told, commit)?.output.summary ?? '';
  expect(summary(first)).toContain(`| \`${ROSTER}\` | ${short(good)} | ${short(first)} |`);
  expect(summary(first)).not.toContain(RULES);
  expect(summary(third)).toContain(`| \`${RULES}\` | ${short(first)} | ${short(second)} |`);
  expect(summary(third)).toContain(`| \`${ROSTER}\` | ${short(good)} | ${short(first)} |`);
  expect(rulesCheck(told, third)?.output.title).toContain('2 files that govern');
  expect(rulesCheck(told, third)?.annotations.map(({ path }) => path)).toEqual([RULES, ROSTER]);
  await cast.sponsor.comments(pull, '/sep sponsor');
  expect(pull.labels).toEqual(['SEP', 'draft']);

  const mended = await pushed(told, { [RULES]: textOf(told, RULES) });
  expect(summary(mended)).toContain(ROSTER);
  expect(summary(mended)).not.toContain(RULES);
  const all = await pushed(told, { [ROSTER]: rosterWith(known) });
  expect(rulesCheck(told, all)?.conclusion).toBe('success');
  await strikeWhole(told);
});

test('a YAML bomb goes off nowhere', async () => {
  const told = await begin(await whole());
  const began = performance.now();
  const broke = await pushed(told, { [RULES]: BOMB, [ROSTER]: BOMB });
  expect(performance.now() - began).toBeLessThan(5000);
  expect(rulesCheck(told, broke)?.output.summary).toContain('aliases');
  await told.cast.sponsor.comments(told.pull, '/sep sponsor');
  expect(told.pull.labels).toEqual(['SEP', 'draft']);
  await strikeWhole(told);
});

test('a process that starts while the rules are broken finds the same, and says nothing twice', async () => {
  const told = await begin(await whole());
  const { bench, sandbox, cast, pull } = told;
  const broke = await pushed(told, { [RULES]: NO_SUCH_KEY });
  const said = pull.statusComment()?.body;
  await bench.stop();
  await cast.sponsor.comments(pull, 'Is anybody there?');
  const since = sandbox.requests.length;
  await bench.start();
  const asked = operations(told, since);
  expect(asked.filter((name) => ['Governing', 'Mainline', 'Versions'].includes(name ?? ''))).toEqual([
    'Governing',
    'Mainline',
    'Versions',
    'Governing',
  ]);
  expect(asked).not.toContain('Publish');
  expect(pull.statusComment()?.body).toBe(said);
  expect(rulesCheck(told, broke)?.conclusion).toBe('failure');
  expect(allRulesChecks(told)).toHaveLength(1);
  await strikeWhole(told);
});

test('rules that were mended while nobody listened are said in green at the next start', async () => {
  const told = await begin(await whole());
  await pushed(told, { [RULES]: NO_SUCH_KEY });
  await told.bench.stop();
  const mended = await pushed(told, { [RULES]: textOf(told, RULES) });
  await told.bench.start();
  expect(rulesCheck(told, mended)?.conclusion).toBe('success');
  await strikeWhole(told);
});

test('rules that are taken away are no break: the pack holds', async () => {
  const told = await begin(await whole());
  await pushed(told, { [RULES]: null });
  expect(allRulesChecks(told)).toEqual([]);
  const broke = await pushed(told, { [RULES]: NO_SUCH_KEY });
  expect(rulesCheck(told, broke)?.output.summary).toContain('where there was no such file');
  await strikeWhole(told);
});

test.each(['merge', 'rebase'] as const)(
  'a pull request that hides power in a commit on the way gets none by breaking the file at its end (%s)',
  async (method) => {
    const told = await begin(await whole());
    const { pull, world } = told;
    const upstart = world.user('passerby');
    const power = rosterWith(person(upstart.login, upstart.id, 'core-maintainer'));
    const before = headOf(told);
    const sly = await pullWith(told, [
      { [ROSTER]: power },
      { [ROSTER]: `${power}    nickname: P\n`, [RULES]: NO_SUCH_KEY },
    ]);
    await world.user('tidewire-keeper').merges(sly, method);
    const run = rulesCheck(told, headOf(told));
    expect(run?.output.summary).toContain(`| \`${RULES}\` | ${before.slice(0, 7)} |`);
    await upstart.comments(pull, '/sep sponsor');
    expect(pull.lastBotComment()?.body).toContain('passerby is not known as that');
    expect(pull.labels).toEqual(['SEP', 'proposal']);
    await strikeWhole(told);
  },
);

test.each([
  ['a pack that does not exist', 'extends: nowhere\n', { path: RULES, startLine: 1 }],
  ['rules that contradict each other', 'rules:\n  consensus:\n    minor: 30\n', { path: RULES, startLine: 3 }],
  ['a contradiction that stands in the pack', 'labels:\n  kind: Proposal\n', { path: RULES, startLine: 1 }],
  ['no YAML at all', 'labels: [\n', { path: RULES }],
  ['no text at all', new Uint8Array([0, 1, 2, 0, 255]), { path: RULES, startLine: 1, title: 'rules/no-text' }],
])('%s: an error with its place, and the rules of before', async (_, file, mark) => {
  const told = await begin(await whole());
  const { cast, pull, world, repo } = told;
  const before = headOf(told);
  await world.user('tidewire-keeper').pushesTo(repo, { [RULES]: file });
  const run = rulesCheck(told, headOf(told));
  expect(run?.annotations[0]).toMatchObject(mark);
  await cast.sponsor.comments(pull, '/sep sponsor');
  expect(pull.labels).toEqual(['SEP', 'draft']);
  expect(ledgerOf(told).find((one) => one.kind === 'act')?.rules.commit).toBe(before);
  await strikeWhole(told);
});

test('while a file is broken, a moved head costs one search, and what waits on it nothing more', async () => {
  const told = await begin(await whole());
  const { sandbox, cast, pull } = told;
  await pushed(told, { [ROSTER]: 'people: 3\n' });
  let since = sandbox.requests.length;
  await pushed(told, { 'README.md': 'Tidewire\n' });
  expect(operations(told, since)).toEqual(['Sweep', 'Governing', 'Mainline', 'Versions', 'RulesChecks', 'Publish']);
  since = sandbox.requests.length;
  await cast.member.comments(pull, 'Anything new?');
  expect(operations(told, since)).toEqual(['Snapshot']);
  await strikeWhole(told);
});

test('while all is well, a change of what governs costs the reading and no more', async () => {
  const told = await begin(await whole());
  await told.bench.sweep();
  const since = told.sandbox.requests.length;
  await pushed(told, { 'README.md': 'Tidewire\n' });
  expect(operations(told, since)).toEqual(['Sweep']);
  await pushed(told, { [RULES]: 'extends: mcp\nname: renamed\n' });
  expect(operations(told, since).sort()).toEqual(['Governing', 'Snapshot', 'Sweep', 'Sweep']);
  await strikeWhole(told);
});

test('without leave to write checks the log says so, and the proposals go on', async () => {
  const stage = await whole();
  const { sandbox, app, repo, bench } = stage;
  const [installed] = sandbox.state.installations.values();
  const account = sandbox.state.accounts.get(repo.ownerId);
  if (!installed || !account) throw new Error('The app is not installed.');
  sandbox.actions.uninstallApp(installed);
  const permissions = { ...app.permissions, checks: 'read' as const };
  sandbox.actions.installApp({ app, account, repositories: [repo], permissions });
  bench.patient = false;
  const told = await begin(stage);
  bench.log.errors.splice(0);
  await pushed(told, { [RULES]: NO_SUCH_KEY });
  await told.cast.sponsor.comments(told.pull, '/sep sponsor');
  expect(bench.log.errors.splice(0).join('\n')).toMatch(
    /rules tidewire\/tidewire: .* lacks the permission checks: write/,
  );
  expect(told.pull.labels).toEqual(['SEP', 'draft']);
  const since = sandbox.requests.length;
  await bench.sweep();
  expect(operations(told, since)).not.toContain('RulesChecks');
  await strikeWhole(stage);
});
