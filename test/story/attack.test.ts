import { describe, expect, test } from 'vitest';
import { begin, chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import { checkRunsOf } from '../../src/sandbox/state/checks.js';
import { needRepository } from '../../src/sandbox/state/find.js';
import { ledgerOf } from './end.js';
import { filesAt } from './record.js';
import { stageFor, strike, tidewire } from './stage.js';

const status = (told: Told): string => (told.pull.statusComment()?.body ?? '').replace(/<details>[\s\S]*/, '');

/** Tells the story up to and with a chapter. */
async function tellTo(told: Told, last: string, authority: 'advise' | 'veto-window' = 'advise'): Promise<void> {
  for (const chapter of chaptersFor(authority)) {
    await chapter.act(told);
    if (chapter.name === last) return;
  }
}

describe('an outsider cannot bring a proposal to a halt', () => {
  test('by a command that is longer than any answer', async () => {
    const told = await begin(await stageFor(tidewire('wire-format')));
    await told.cast.outsider.comments(told.pull, `/sep adopt ${'#a'.repeat(32_000)}`);
    expect(told.pull.lastBotComment()?.body).toContain('> /sep adopt #\u200ba#\u200ba');
    expect(told.pull.lastBotComment()?.body.length).toBeLessThan(2_000);
    await told.cast.sponsor.comments(told.pull, '/sep sponsor');
    expect(told.pull.labels).toEqual(['SEP', 'draft']);
    expect(told.bench.log.errors).toEqual([]);
    await strike(told);
  });

  test('by more words at once than one file of the record can hold', { timeout: 30_000 }, async () => {
    const told = await begin(await stageFor(tidewire('wire-format')));
    await told.world.quietly(async () => {
      for (let n = 0; n < 3; n++) await told.cast.outsider.comments(told.pull, `/veto\n\n${'漢'.repeat(65_000)}`);
    });
    await told.cast.sponsor.comments(told.pull, '/sep sponsor');
    const segments = filesAt(told, 'ledgers/12/').map((text) => Buffer.byteLength(text));
    // GitHub gives no more than 512,000 bytes of a file.
    expect(Math.max(...segments)).toBeLessThan(512_000);
    await told.cast.lead.comments(told.pull, 'Still there?');
    expect(told.pull.labels).toEqual(['SEP', 'draft']);
    expect(told.bench.log.errors).toEqual([]);
    await strike(told);
  });

  test('by a title as long as a book, which the dashboard of all would have to show', async () => {
    const stage = await stageFor(tidewire('wire-format'));
    await stage.bench.start();
    const text = stage.play.proposal.text.replace(/^# .*$/m, `# SEP-0000: ${'"w'.repeat(130_000)}`);
    const pull = await stage.cast.outsider.opensPullRequest({
      repo: stage.repo,
      title: 'A long one',
      files: { 'seps/0000-a.md': text },
    });
    await stage.bench.awaitsDashboard();
    expect(pull.statusComment()?.body).toContain('### New proposal: "w"w');
    expect(filesAt(stage, 'dashboard/README.md').join('')).toContain('"w"w');
    expect(filesAt(stage, 'index/').join('').length).toBeLessThan(5_000);
    expect(stage.bench.log.errors).toEqual([]);
    await strike(stage);
  });
});

test('the name of a file mentions nobody and ends no code', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  await stage.bench.start();
  const pull = await stage.cast.outsider.opensPullRequest({
    repo: stage.repo,
    title: 'A new one',
    files: { 'seps/0000-a`@yaramensah **b** <img src=x> |c|`.md': stage.play.proposal.text },
  });
  expect(pull.statusComment()?.body).toContain('renames the file to `seps/12-a-yaramensah-b-img-src-x-c.md` and');
  // Code shows as it is: what stands in it mentions nobody.
  const summary = pull.check('convenor/proposal')?.output.summary?.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
  expect(summary).toContain('Rename the file: ');
  expect(summary).not.toMatch(/@yaramensah|(?<!\\)<img/);
  await strike(stage);
});

test('a status comment that a maintainer deletes comes back with the next word, and nobody has to restart', async () => {
  const told = await begin(await stageFor(tidewire('wire-format')));
  const first = told.pull.statusComment();
  if (!first) throw new Error('There is no status comment.');
  await told.world.user('tidewire-keeper').deletesComment(first);
  await told.cast.sponsor.comments(told.pull, '/sep sponsor');
  expect(status(told)).toContain('A draft, sponsored by kofiadu');
  expect(told.pull.botComments()).toHaveLength(1);
  expect(told.bench.log.errors.splice(0).join('\n')).toContain('Could not resolve to a node');
  await strike(told);
});

test('a second pull request from the same commit does not turn the gate of a proposal green', async () => {
  const rules = 'extends: mcp\nname: tidewire\nchecks:\n  answerAll: true\n';
  const files = { ...tidewire('wire-format').files, '.github/convenor.yml': rules };
  const told = await begin(await stageFor(tidewire('wire-format', { files })));
  const { sandbox, world, cast, pull, repo } = told;
  const keeper = world.user('tidewire-keeper');
  sandbox.actions.createRef(keeper.caller, repo, 'refs/heads/other', repo.refs.get('refs/heads/main') ?? '');
  const headRepository = needRepository(sandbox.state, pull.now.head.repositoryId ?? 0);
  const same = { head: pull.now.head.ref, headRepository, base: 'other' };
  await world.acts(() =>
    sandbox.actions.openPull(cast.author.caller, repo, { title: 'The same again', body: '', draft: false, ...same }),
  );
  const runs = checkRunsOf(repo, pull.head).map(({ name, conclusion }) => `${name} ${conclusion ?? ''}`);
  expect(runs).toContain('convenor/merge action_required');
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
});

test('who adopts and opens a consensus in one breath has everybody counted, though no preamble named the group', async () => {
  const told = await begin(await stageFor(tidewire('wire-format')));
  await told.cast.sponsor.comments(told.pull, '/sep sponsor');
  await told.cast.lead.comments(told.pull, '/sep adopt\n\n/consensus start minor');
  const opens = ledgerOf(told).find((line) => line.kind === 'opens');
  expect(opens?.electorate.map(({ login }) => login).sort()).toEqual([
    'adaquist',
    'linokafor',
    'noorhaddad',
    'ravimenon',
    'tomasvik',
  ]);
  await strike(told);
});

test('a suggestion is not made again behind a hundred other threads', async () => {
  const told = await begin(await stageFor(tidewire('wire-format')));
  await tellTo(told, 'sponsored');
  const { sandbox, cast, pull, bench } = told;
  await bench.stop();
  const place = { path: 'seps/12-short-frames.md', line: 3 };
  const before = pull.botReviewComments().length;
  expect(before).toBeGreaterThan(0);
  for (let n = 0; n < 120; n++) {
    sandbox.actions.createReviewComment(cast.outsider.caller, pull.now, { ...place, body: `Why ${n}?` });
  }
  await bench.start();
  expect(pull.botReviewComments()).toHaveLength(before);
  expect(ledgerOf(told).filter(({ kind }) => kind === 'act')).toHaveLength(3);
  await strike(told);
});

describe('the clock of a decision', () => {
  test('stands still while the pull request is closed, and no window passes unseen', async () => {
    const told = await begin(await stageFor(tidewire('discovery')));
    await tellTo(told, 'consensus opened', 'veto-window');
    const { cast, pull, sandbox } = told;
    await cast.author.closes(pull);
    expect(status(told)).toContain('Closed as a draft; its open decision rests until it is opened again');
    await sandbox.clock.advance({ days: 40 });
    await cast.author.reopens(pull);
    // Opened on 23 November for ten days; closed for forty of them.
    expect(status(told)).toContain('In lazy consensus of the Discovery Working Group until Tuesday 12 January 2027');
    expect(pull.labels).toEqual(['SEP', 'draft']);
    await cast.member.comments(pull, '/block too-late\nNobody could see this.\nAlternative: show it.');
    await sandbox.clock.advance({ days: 11 });
    expect(status(told)).toContain('The consensus was blocked: too-late');
    expect(told.bench.log.errors).toEqual([]);
    await strike(told);
  });

  test('stands still while the file is gone, and what was said meanwhile counts', async () => {
    const told = await begin(await stageFor(tidewire('wire-format')));
    await tellTo(told, 'consensus opened');
    const { cast, pull, sandbox } = told;
    await cast.author.forcePushes(pull, { files: { 'README.md': '# Tidewire\n\nNothing to see here.\n' } });
    expect(status(told)).toContain('Its document is gone from this pull request; it rests as a draft');
    expect(status(told)).toContain('**The author** (@adaquist) pushes the file again');
    expect(pull.check('convenor/proposal')?.conclusion).toBe('failure');
    expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
    await cast.member.comments(pull, '/block gone\nWhere is it?\nAlternative: bring it back.');
    await sandbox.clock.advance({ days: 12 });
    expect(ledgerOf(told).some(({ kind }) => kind === 'closes')).toBe(false);
    await cast.author.pushes(pull, { files: { 'seps/12-short-frames.md': told.play.proposal.text } });
    expect(status(told)).toContain('The consensus was blocked: gone');
    expect(told.bench.log.errors).toEqual([]);
    await strike(told);
  });

  test('stands still while the base is another branch', async () => {
    const told = await begin(await stageFor(tidewire('wire-format')));
    await tellTo(told, 'consensus opened');
    const { cast, pull, sandbox, world, repo } = told;
    const keeper = world.user('tidewire-keeper');
    sandbox.actions.createRef(keeper.caller, repo, 'refs/heads/aside', repo.refs.get('refs/heads/main') ?? '');
    await cast.author.changesBase(pull, 'aside');
    expect(status(told)).toContain('The base is not `main` any more.');
    await sandbox.clock.advance({ days: 12 });
    expect(ledgerOf(told).some(({ kind }) => kind === 'closes')).toBe(false);
    await cast.author.changesBase(pull, 'main');
    expect(status(told)).toContain('Before the Core Maintainers until');
    expect(told.bench.log.errors).toEqual([]);
    await strike(told);
  });
});

test('a merge without a decision is recorded as just that', async () => {
  const told = await begin(await stageFor(tidewire('wire-format')));
  await tellTo(told, 'consensus opened');
  const [core] = told.cast.core;
  await core?.merges(told.pull);
  await told.sandbox.clock.advance({ days: 20 });
  expect(status(told)).toContain('Merged as a draft, without a decision that accepts it');
  expect(ledgerOf(told).at(-1)).toMatchObject({ kind: 'pull', state: 'merged' });
  expect(told.pull.labels).toEqual(['SEP', 'draft']);
  await strike(told);
});

test('an author has a stake under each of their accounts', async () => {
  const roster = 'version: 1\npeople:\n  - logins: [yaramensah, yara-two]\n';
  const files = { ...tidewire('wire-format').files, '.github/convenor/roster.yml': roster };
  const told = await begin(await stageFor(tidewire('wire-format', { files })));
  const { cast, pull, world, sandbox } = told;
  const text = told.play.proposal.text.replace('@adaquist', '@yara-two');
  await cast.author.pushes(pull, { files: { 'seps/0000-short-frames.md': text } });
  await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.sponsor.comments(pull, '/sep status in-review');
  await world.user('yaramensah').comments(pull, '/core accept');
  for (const login of ['bolarsen', 'pnovotny', 'gracelindqvist', 'inescosta']) {
    await world.user(login).comments(pull, '/core abstain');
  }
  await sandbox.clock.advance({ days: 15 });
  expect(ledgerOf(told).findLast(({ kind }) => kind === 'closes')).toMatchObject({ outcome: 'undecided' });
  expect(pull.labels).toEqual(['SEP', 'in-review']);
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
});

test('a title cannot turn the direction of the words around it', async () => {
  const told = await begin(await stageFor(tidewire('wire-format')));
  const text = told.play.proposal.text.replace(/^# .*$/m, '# SEP-0000: \u202eShort \u2066frames');
  await told.cast.author.pushes(told.pull, { files: { 'seps/0000-short-frames.md': text } });
  expect(status(told)).toContain('### New proposal: Short frames\n');
  await strike(told);
});

test('a co-author who is taken out of the preamble keeps their stake', async () => {
  const told = await begin(await stageFor(tidewire('wire-format')));
  const { cast, pull, world, sandbox, play } = told;
  const named = play.proposal.text.replace('(@adaquist)', '(@adaquist), Bo Larsen (@bolarsen)');
  await cast.author.pushes(pull, { files: { 'seps/0000-short-frames.md': named } });
  await cast.author.pushes(pull, { files: { 'seps/0000-short-frames.md': play.proposal.text } });
  await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.sponsor.comments(pull, '/sep status in-review');
  await world.user('bolarsen').comments(pull, '/core accept');
  for (const login of ['yaramensah', 'pnovotny', 'gracelindqvist', 'inescosta']) {
    await world.user(login).comments(pull, '/core abstain');
  }
  await sandbox.clock.advance({ days: 15 });
  expect(ledgerOf(told).findLast(({ kind }) => kind === 'closes')).toMatchObject({ outcome: 'undecided' });
  await strike(told);
});

test('nobody sponsors or decides what is closed', async () => {
  const told = await begin(await stageFor(tidewire('wire-format')));
  const { cast, pull } = told;
  await cast.author.closes(pull);
  await cast.sponsor.comments(pull, '/sep sponsor');
  expect(pull.lastBotComment()?.body).toContain('The pull request was closed by then.');
  await cast.author.reopens(pull);
  expect(pull.labels).toEqual(['SEP', 'proposal']);
  await cast.sponsor.comments(pull, '/sep sponsor');
  expect(pull.labels).toEqual(['SEP', 'draft']);
  await strike(told);
});
