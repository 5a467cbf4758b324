import { expect, test } from 'vitest';
import { begin, chaptersFor } from '../../src/sandbox/demo/story.js';
import type { PullRequestHandle } from '../../src/sandbox/people.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import { brought } from './places.js';
import { stageFor, strikeWhole, tidewire } from './stage.js';

const ROSTER = '.github/convenor/roster.yml';
const RULES = '.github/convenor.yml';
const WIRE = 'docs/community/working-groups/wire-format.mdx';
const DISCOVERY = 'docs/community/working-groups/discovery.mdx';
const MERGED = 'seps/0007-utc-time-stamps.md';
const { files } = tidewire('wire-format');

/** A charter with work on proposals, and with all that a charter ends with. */
const working = (charter: string, item: string): string =>
  `${charter}\n## Deliverables & Success Metrics\n\n### Active Work Items\n\n| Item | Status | Target Date | Champion |\n` +
  `| ---- | ------ | ----------- | -------- |\n| ${item} | Draft | | |\n\n## Changelog\n\n- 2026-11-23: work items\n`;

/** A roster with one entry that gives the story's author a role. */
const promoting = (login: string, more = ''): string =>
  `version: 1\npeople:\n  - logins: [${login}]\n    name: ${login === 'bolarsen' ? 'Bo Larsen' : 'Ada Quist'}\n    roles:\n      - role: core-maintainer\n${more}`;

async function begun(play: Parameters<typeof tidewire>[1] = {}): Promise<Stage> {
  const stage = await stageFor(tidewire('wire-format', play));
  await stage.bench.start();
  return stage;
}

/** A pull request of the author's own; the operations that it costs. */
async function changing(stage: Stage, changes: Record<string, string | null>, base?: string) {
  const since = stage.sandbox.requests.length;
  const { repo, cast } = stage;
  const pull = await cast.author.opensPullRequest({
    repo,
    title: 'Change how we decide',
    branch: `governance-${repo.nextNumber}`,
    files: changes,
    ...(base === undefined ? {} : { base }),
  });
  return { pull, asked: stage.sandbox.requests.slice(since).map(({ operation }) => operation) };
}

const said = (pull: PullRequestHandle) => {
  const check = pull.check('convenor/proposal');
  return { conclusion: check?.conclusion, title: check?.output.title, text: check?.output.summary ?? '' };
};

test('a charter that names an open proposal says that it would be with that group, and where', async () => {
  const stage = await begun();
  await begin(stage);
  const { pull } = await changing(stage, { [DISCOVERY]: working(files[DISCOVERY]!, 'SEP-12: Short frames') });
  const { conclusion, title, text } = said(pull);
  expect(conclusion).toBe('success');
  expect(title).toBe('Changes the governance: nobody gains or loses a power, 1 open proposal touched');
  expect(text).toContain(
    'Pull request 12, "Short frames for satellite links", would be with the Discovery Working Group; until now with no group.',
  );
  expect(text).toContain('(docs/community/working-groups/discovery.mdx, line 73)');
  expect(text).toContain('That group decides, unless the core objects in time (veto-window).');
  expect(text).toContain('would name, among its active work items: SEP-12. <sub>');
  expect(text).toContain('A charter: approved by a Core Maintainer or a Lead Maintainer');
  expect(text).toContain('None of them has approved this head yet.');
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  expect([...pull.botComments(), ...pull.labels]).toEqual([]);
  expect(stage.bench.log.errors).toEqual([]);
  await strikeWhole(stage);
});

test('who makes themselves a Core Maintainer is told of it first, and has nothing of it', async () => {
  const stage = await begun();
  const { pull } = await changing(stage, { [ROSTER]: promoting('adaquist') });
  const { conclusion, title, text } = said(pull);
  expect(conclusion).toBe('success');
  expect(title).toBe('Would give its own author a power');
  expect(text).toMatch(
    /^\*\*The author[^\n]+\*\*\n\n- The author of this pull request would become a Core Maintainer; until now a contributor. <sub>`.github\/convenor\/roster.yml`, line 6<\/sub>\n/,
  );
  expect(text).toContain('Ada Quist (adaquist) would become a Core Maintainer');
  expect(text).toContain('A roster change that carries out a recorded decision needs none.');
  await strikeWhole(stage);
});

test('a day to come hides nothing, nor does an account that is to count as somebody else', async () => {
  const stage = await begun();
  const later = await changing(stage, { [ROSTER]: promoting('adaquist', '        since: 2027-03-01\n') });
  expect(said(later.pull).text).toContain('- From 2027-03-01 on: The author of this pull request would be a Core');
  const alias = 'version: 1\npeople:\n  - logins: [bolarsen, adaquist]\n    name: Bo Larsen\n';
  const { pull } = await changing(stage, { [ROSTER]: alias });
  expect(said(pull).text).toContain(
    '- The author of this pull request would count as Bo Larsen (bolarsen): what is said from either account is said by one person.',
  );
  await strikeWhole(stage);
});

test('rules that lengthen the consensus and narrow a grant are said in effect, each on its line', async () => {
  const stage = await begun();
  const rules =
    files[RULES]!.replace('since: 2026-03-02', 'since: 2026-03-02\n      scope: { tracks: [Informational] }') +
    '\nrules:\n  consensus:\n    significant: 14\n';
  const { text, conclusion } = said((await changing(stage, { [RULES]: rules })).pull);
  expect(conclusion).toBe('success');
  expect(text).toContain('Significant consensus: 10 → 14 days. <sub>`.github/convenor.yml`, line 16</sub>');
  expect(text).toContain('The grant of the group `discovery` covers proposals of the kind Informational; until now');
  expect(text).not.toContain('The author of this pull request');
  await strikeWhole(stage);
});

test('a grant that would decide an open proposal otherwise says which', async () => {
  const stage = await begun({ group: 'discovery' });
  const told = await begin(stage);
  await stage.cast.lead.comments(told.pull, '/sep adopt');
  const rules = files[RULES]!.replace('veto-window', 'decide');
  const { text, title } = said((await changing(stage, { [RULES]: rules })).pull);
  expect(title).toBe('Changes the governance: 1 gained and 0 lost, 1 open proposal touched');
  expect(text).toContain(
    'would be decided otherwise: the Discovery Working Group decides at once (decide); until now it decides, unless the core objects in time (veto-window).',
  );
  await strikeWhole(stage);
});

test('rules that cannot be read are red on their lines until a push mends them', async () => {
  const stage = await begun();
  const { pull } = await changing(stage, { [RULES]: `${files[RULES]!}\nrules:\n  consensus:\n    significant: ten\n` });
  expect(said(pull)).toMatchObject({ conclusion: 'failure', title: '1 to mend before it can govern' });
  expect(pull.check('convenor/proposal')?.annotations).toMatchObject([
    { path: RULES, startLine: 15, level: 'failure' },
  ]);
  expect(said(pull).text).toContain('What the rules would do otherwise, until the rules file can be read.');
  await stage.cast.author.pushes(pull, {
    files: { [RULES]: `${files[RULES]!}\nrules:\n  consensus:\n    significant: 12\n` },
  });
  expect(said(pull)).toMatchObject({ conclusion: 'success' });
  expect(pull.check('convenor/proposal')?.annotations).toEqual([]);
  expect(said(pull).text).toContain('Significant consensus: 10 → 12 days.');
  expect(stage.bench.log.errors).toEqual([]);
  await strikeWhole(stage);
});

test('a roster that cannot be read says nothing of anybody', async () => {
  const stage = await begun();
  const { pull } = await changing(stage, { [ROSTER]: 'version: 1\npeople:\n  - logins: [a, a]\n' });
  expect(said(pull).conclusion).toBe('failure');
  expect(said(pull).text).not.toMatch(/### Who would (gain|lose)/);
  expect(said(pull).text).toContain('- Who would gain or lose a power, until the roster can be read.');
  await strikeWhole(stage);
});

test('two at once: once one is merged, the other is told against what governs then', async () => {
  const stage = await begun();
  const table = files[WIRE]!;
  const one = await changing(stage, { [WIRE]: table.replace('adaquist) | | WG Member', 'adaquist) | | Participant') });
  const row = '| Kofi Adu | Delta Survey | [@kofiadu](https://github.com/kofiadu) | | WG Member |\n\n## Operations';
  const two = await changing(stage, { [WIRE]: table.replace('\n## Operations', row) });
  expect(said(one.pull).text).toContain(
    'would be a participant of the Wire Format Working Group instead of a member, and not be counted for its quorum any more.',
  );
  expect(said(two.pull).text).toContain('would count 6 people for its quorum instead of 5.');
  await stage.world.user('tidewire-keeper').merges(one.pull);
  expect(said(two.pull).text).toContain('Kofi Adu (kofiadu) would become a member of the Wire Format Working Group');
  // The two touch lines that stand side by side, so GitHub does not merge them by itself any more.
  expect(said(two.pull).text).toContain('It is read at its head, over the default branch');
  await strikeWhole(stage);
});

test('one that adds a proposal as well has the report in its check', async () => {
  const stage = await begun();
  const { proposal } = stage.play;
  const { pull } = await changing(stage, {
    'seps/0000-short-frames.md': proposal.text,
    [ROSTER]: promoting('adaquist'),
  });
  const { text, title } = said(pull);
  expect(title).toMatch(/remark.*\. Would give its own author a power$/);
  expect(text).toContain('It adds a proposal as well. Nothing of it counts before it is merged');
  expect(text).toContain('The author of this pull request would become a Core Maintainer');
  expect(pull.statusComment()?.body).toContain('New proposal');
  await stage.cast.author.comments(pull, '/sep sponsor');
  expect(pull.lastBotComment()?.body).toContain('/sep sponsor');
  expect(pull.labels).toEqual(['SEP', 'proposal']);
  await strikeWhole(stage);
});

test('one that changes merged proposals as well has both reports in one check', async () => {
  const stage = await begun();
  const amended = files[MERGED]!.replace('A reading MUST', 'A reading SHOULD');
  const { pull } = await changing(stage, { [MERGED]: amended, [ROSTER]: promoting('bolarsen') });
  const { text, title } = said(pull);
  expect(title).toBe('Changes the governance: nobody gains or loses a power. 1 to look at in 1 merged proposal');
  expect(text).toContain('This proposal is final, and its text is changed here.');
  await strikeWhole(stage);
});

test('rules that move the files take them from where they would be, with one request more', async () => {
  const stage = await begun();
  const moved = 'people/roster.yml';
  const rules = `${files[RULES]!}\npaths:\n  roster: ${moved}\n`;
  const { pull, asked } = await changing(stage, { [RULES]: rules, [moved]: promoting('adaquist') });
  expect(said(pull).text).toContain('- The author of this pull request would become a Core Maintainer');
  expect(asked.filter((operation) => operation === 'GovernanceChange')).toHaveLength(2);
  await strikeWhole(stage);
});

test('while the default branch is broken, a pull request is held against what still counts', async () => {
  const stage = await begun();
  const keeper = stage.world.user('tidewire-keeper');
  await keeper.pushesTo(stage.repo, { [RULES]: files[RULES]!.replace('extends: mcp', 'extends: mpc') });
  const charter = await changing(stage, { [WIRE]: files[WIRE]!.replace(/^\| Ravi Menon.*\n/m, '') });
  expect(said(charter.pull)).toMatchObject({
    conclusion: 'success',
    title: 'Changes the governance: 0 gained and 1 lost',
  });
  const mend = await changing(stage, { [RULES]: files[RULES]!.replace('veto-window', 'decide') });
  expect(said(mend.pull)).toMatchObject({
    conclusion: 'success',
    title: 'Changes the governance: 1 gained and 0 lost',
  });
  expect(stage.bench.log.errors).toEqual([]);
  await strikeWhole(stage);
});

test('what only formats the files changes nothing, and says so in a line', async () => {
  const stage = await begun();
  const { pull } = await changing(stage, { [RULES]: files[RULES]!.replace('# How', '# Here is how') });
  expect(said(pull)).toMatchObject({ conclusion: 'success', title: 'Changes nothing in effect' });
  expect(said(pull).text).toContain('In effect it changes nothing: no rule, nobody');
  await strikeWhole(stage);
});

test('another base, another file, an older pull request: nothing is said and nothing is read', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const { sandbox, cast, repo, bench, app } = stage;
  const installation = [...sandbox.state.installations.values()][0];
  const account = sandbox.state.accounts.get(repo.ownerId);
  if (!installation || !account) throw new Error('The app is not installed.');
  sandbox.actions.uninstallApp(installation);
  const old = await changing(stage, { [ROSTER]: promoting('adaquist') });
  await sandbox.clock.advance({ days: 1 });
  sandbox.actions.installApp({ app, account, repositories: [repo] });
  await bench.start();
  expect(old.pull.checks).toEqual([]);
  await stage.world.user('tidewire-keeper').pushesTo(repo, { 'README.md': 'Next' }, 'next');
  const elsewhere = await changing(stage, { [ROSTER]: promoting('adaquist') }, 'next');
  const readme = await changing(stage, { 'README.md': 'Tides', 'docs/community/working-groups/notes/a.mdx': 'x' });
  expect([elsewhere, readme].flatMap(({ pull }) => pull.checks)).toEqual([]);
  expect(sandbox.requests.map(({ operation }) => operation)).not.toContain('GovernanceChange');
  await cast.author.pushes(old.pull, { files: { [ROSTER]: promoting('adaquist', '    moderator: true\n') } });
  expect(said(old.pull).text).toContain('would become a community moderator.');
  await strikeWhole(stage);
});

test('a consensus that runs keeps its people and its rules, and the report says so', { timeout: 30_000 }, async () => {
  const told = await begin(await stageFor(tidewire('wire-format')));
  for (const chapter of chaptersFor('advise')) {
    if (chapter.applies?.(told) !== false) await chapter.act(told);
    if (chapter.name === 'consensus opened') break;
  }
  const charter = files[WIRE]!.replace(/^\| Ravi Menon.*\n/m, '');
  const { pull } = await changing(told, { [WIRE]: charter });
  expect(said(pull).text).toMatch(
    /SEP-12, "Short frames[^"]+", has a lazy consensus open until [^.]+; it keeps who is counted as it opened\./,
  );
  expect(said(pull).text).toContain(
    'Ravi Menon (ravimenon) would no longer be a member of the Wire Format Working Group',
  );
  await told.world.user('tidewire-keeper').merges(pull);
  expect(told.pull.statusComment()?.body).toContain('In lazy consensus of the Wire Format Working Group');
  await strikeWhole(told);
});

test('it costs one request more than any pull request, and none for a comment, a label or a second look', async () => {
  const stage = await begun();
  const plain = await changing(stage, { 'README.md': 'Tides' });
  const { pull, asked } = await changing(stage, { [ROSTER]: promoting('adaquist') });
  const nameless = (all: readonly string[]) => all.map((operation) => operation.replace(/pulls\/\d+/, 'pulls/N'));
  expect(nameless(plain.asked)).toEqual(['Snapshot', 'GET /repos/tidewire/tidewire/pulls/N/files']);
  expect(nameless(asked)).toEqual([
    'Snapshot',
    'GET /repos/tidewire/tidewire/pulls/N/files',
    'GovernanceChange',
    'Publish',
  ]);
  const since = stage.sandbox.requests.length;
  await stage.cast.member.comments(pull, 'Is that so?');
  expect(stage.sandbox.requests.slice(since)).toEqual([]);
  await stage.cast.author.edits(pull, { body: 'Because I can.' });
  const again = stage.sandbox.requests.slice(since).map(({ operation }) => operation);
  expect(again).toEqual(['Snapshot']);
  await strikeWhole(stage);
});

test('where the checks are required, it gets both', async () => {
  const rules = `${files[RULES]!}\nchecks:\n  answerAll: true\n`;
  const stage = await begun({ files: { ...files, [RULES]: rules } });
  const { pull } = await changing(stage, { [ROSTER]: promoting('adaquist') });
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  await stage.world.user('yaramensah').approves(pull);
  expect(pull.check('convenor/merge')?.conclusion).toBe('success');
  expect(pull.check('convenor/proposal')?.conclusion).toBe('success');
  await strikeWhole(stage);
});

test('words of a file format nothing, mention nobody and are no page of their own', async () => {
  const stage = await begun();
  const name = '<img src=x> **@yaramensah** [x](https://evil.example) `code` #12';
  const roster = promoting('adaquist').replace('name: Ada Quist', `name: ${JSON.stringify(name)}`);
  const charter = files[DISCOVERY]!.replace('Announcements**', `Announcements** ${name} ${'very '.repeat(500)}long`);
  const { pull } = await changing(stage, {
    [ROSTER]: roster,
    [DISCOVERY]: charter,
    'docs/community/working-groups/a`@b.mdx': charter,
  });
  const { text } = said(pull);
  expect(text).toContain('\\<img src=x\\>');
  expect(text.replaceAll(/<\/?sub>/g, '')).not.toMatch(/(?<!\\)<[a-z]/);
  expect(text).not.toMatch(/@[a-z]|(?<!\\)\*\*\\|https:\/\/evil|#12/);
  expect(text.length).toBeLessThan(10_000);
  expect(stage.bench.log.errors).toEqual([]);
  await strikeWhole(stage);
});

test('a charter waits for the approval of one of the core, and a push takes it back', async () => {
  const stage = await begun();
  const { world } = stage;
  const { pull } = await changing(stage, { [WIRE]: working(files[WIRE] ?? '', 'SEP-12') });
  expect(pull.check('convenor/merge')).toMatchObject({
    conclusion: 'action_required',
    output: { title: 'Waits for an approval' },
  });
  await world.user('passerby').approves(pull);
  expect(said(pull).text).toContain('None of them has approved this head yet.');

  const review = await world.user('yaramensah').approves(pull);
  expect(said(pull).text).toContain('✓ A charter: approved by a Core Maintainer');
  expect(said(pull).text).toContain('Approved by yaramensah.');
  expect(pull.check('convenor/merge')?.conclusion).toBe('success');

  await world.user('yaramensah').dismissesReview(review);
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  await world.user('pnovotny').approves(pull);
  expect(pull.check('convenor/merge')?.conclusion).toBe('success');

  await stage.cast.author.pushes(pull, { files: { [WIRE]: working(files[WIRE] ?? '', 'SEP-13') } });
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  expect(said(pull).text).toContain('An earlier commit was approved by pnovotny, before the last push.');
  // A process that begins anew reads the same from the reviews that stand there.
  await stage.bench.restart();
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  await world.user('pnovotny').approves(pull);
  expect(pull.check('convenor/merge')?.conclusion).toBe('success');
  expect(pull.botComments()).toEqual([]);
  await strikeWhole(stage);
});

test('a proposal that changes a charter as well is held for its approval, and carries it past nobody', async () => {
  const told = await brought();
  const { cast, pull, world } = told;
  await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.sponsor.comments(pull, '/sep status in-review');
  for (const one of cast.core.slice(0, 3)) await one.comments(pull, '/core accept');
  await cast.author.pushes(pull, { files: { [WIRE]: working(files[WIRE] ?? '', 'SEP-12') } });
  expect(pull.statusComment()?.body).toMatch(/\| ○ \| \*\*Governance\*\* \| A charter: approved by a Core Maintainer/);
  await cast.sponsor.comments(pull, '/sep status final');
  expect(pull.labels).toContain('final');
  expect(pull.check('convenor/merge')).toMatchObject({
    conclusion: 'action_required',
    output: { title: 'Final; what it changes of the governance waits for an approval' },
  });
  expect(pull.statusComment()?.body).toContain(
    'Next: **A Core Maintainer or a Lead Maintainer** approves this very head by a review',
  );
  await world.user('passerby').approves(pull);
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  await world.user('yaramensah').approves(pull);
  expect(pull.check('convenor/merge')).toMatchObject({ conclusion: 'success', output: { title: 'Final' } });
  expect(pull.statusComment()?.body).toMatch(/\| ✓ \| \*\*Governance\*\* .* Approved by yaramensah\./);
  await cast.author.pushes(pull, { files: { [WIRE]: working(files[WIRE] ?? '', 'SEP-13') } });
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  await strikeWhole(told);
});
