import { describe, expect, test } from 'vitest';
import { LONGEST_BODY } from '../../src/sandbox/actions/shared.js';
import { chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import type { LineOf } from '../../src/ledger/lines.js';
import { ledgerOf } from './end.js';
import { brought, consensus, DRAFT, opened, RULES, rulesWith, status, WIRE_FORMAT, withItem } from './places.js';
import { strike } from './stage.js';

// What else people do that nobody expects is told where it belongs: a file that leaves its pull request and a base that is
// changed in attack.test.ts; a locked conversation, an archive and a repository that moves in in-the-middle.test.ts; two
// files in one in several-files.test.ts; a file of another proposal in companions.test.ts; edits and deletions in
// sources.test.ts. A pull request itself cannot be transferred: GitHub moves issues alone, and pull requests with their
// repository.

const reply = ({ pull }: Told): string => (pull.lastBotComment()?.body ?? '').replaceAll('\u200b', '');
const says = (told: Told, login: string, body: string) => told.world.user(login).comments(told.pull, body);
const acts = (told: Told): LineOf<'act'>[] => ledgerOf(told).filter((line) => line.kind === 'act');
const words = (told: Told): string[] => acts(told).map(({ by, command }) => `${by.login} ${command}`);

async function over(told: Told): Promise<void> {
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
}

/** A proposal of Wire Format. */
const inGroup = (more = ''): Promise<Told> =>
  brought({
    [WIRE_FORMAT]: withItem(WIRE_FORMAT),
    [RULES]: rulesWith({ 'wire-format': { authority: 'advise' } }, more),
  });

describe('A comment of as many characters as GitHub takes', () => {
  test('counts in full: the record holds every word, and the status comment stays short', async () => {
    const told = await inGroup();
    await consensus(told, 'noorhaddad', 'minor');
    const end = '\nAlternative: four bytes.';
    const begin = '/block checksum\n';
    const words = 'Two are too few. '.repeat(5_000).slice(0, LONGEST_BODY - begin.length - end.length);
    const body = `${begin}${words}${end}`;
    expect(body).toHaveLength(65_536);
    await says(told, 'linokafor', body);
    expect(status(told)).toContain('blocked by 1 objection');
    expect(acts(told).at(-1)?.text).toBe(body.slice(begin.length));
    expect(told.pull.statusComment()?.body.length).toBeLessThan(20_000);
    await over(told);
  });

  test('that a parser cannot bear is not read: its writer is told why, and nothing of it counts', async () => {
    const told = await brought();
    await says(told, 'kofiadu', `/sep sponsor\n\n${'*'.repeat(LONGEST_BODY - 14)}`);
    expect(reply(told)).toContain('This comment is not read for commands: it has more than 2000 marks');
    expect(reply(told)).toContain('Write the command into a comment of its own.');
    expect(told.pull.labels).toEqual(['SEP', 'proposal']);
    await says(told, 'kofiadu', '/sep sponsor');
    expect(told.pull.labels).toEqual(['SEP', 'draft']);
    await over(told);
  });
});

describe('A thousand commands in one comment', () => {
  test.each([
    ['in one paragraph', '\n'],
    ['in a paragraph each', '\n\n'],
  ])('%s are ten and a word that no more are read, in one reply', async (_, between) => {
    const told = await brought();
    const others = Array.from({ length: 999 }, (_, index) => `/sep route group-${index}`);
    await says(told, 'kofiadu', ['/sep sponsor', ...others].join(between));
    expect(told.pull.labels).toEqual(['SEP', 'draft']);
    expect(words(told)).toHaveLength(11);
    expect(told.pull.botComments()).toHaveLength(2);
    expect(reply(told).match(/^> .*$/gm)).toHaveLength(10);
    expect(reply(told)).toContain('Only the first 10 commands of a comment are read');
    await told.bench.restart();
    expect(told.pull.botComments()).toHaveLength(2);
    await over(told);
  });

  test('and one more line than a paragraph may have are none', async () => {
    const told = await brought();
    await says(told, 'kofiadu', '/sep sponsor\n'.repeat(1_001));
    expect(reply(told)).toContain('it has more than 1000 lines in one paragraph');
    expect(words(told)).toHaveLength(1);
    expect(told.pull.labels).toEqual(['SEP', 'proposal']);
    await over(told);
  });
});

describe('An account that is deleted', () => {
  test('before anybody looked has said nothing: nobody knows who it was', async () => {
    const told = await brought();
    await told.world.quietly(() => says(told, 'kofiadu', '/sep sponsor'));
    await told.world.user('kofiadu').deletesTheirAccount();
    await told.bench.sweep();
    expect(words(told)).toEqual([]);
    expect(told.pull.labels).toEqual(['SEP', 'proposal']);
    expect(told.pull.botComments()).toHaveLength(1);
    await over(told);
  });

  test('after its word was written down has said it: the record goes by ids', async () => {
    const told = await inGroup();
    await consensus(told, 'noorhaddad', 'minor');
    await says(told, 'linokafor', '/block checksum\nTwo are too few.\nAlternative: four.');
    await told.world.user('linokafor').deletesTheirAccount();
    await told.bench.restart();
    expect(status(told)).toContain('blocked by 1 objection');
    await told.sandbox.clock.advance({ days: 6 });
    expect(ledgerOf(told).findLast((line) => line.kind === 'closes')).toMatchObject({ outcome: 'blocked' });
    await over(told);
  });

  test('of the author takes the fork with it: the pull request is closed, and others may go on', async () => {
    const told = await brought();
    await says(told, 'kofiadu', '/sep sponsor');
    await told.cast.author.deletesTheirAccount();
    await told.bench.restart();
    expect(told.pull.now.state).toBe('closed');
    expect(status(told)).toContain('**Closed as a draft.**');
    expect(status(told)).toContain(
      'Next: **Who takes it up again** opens a new pull request whose description has the line `Continues #12`',
    );
    await says(told, 'kofiadu', '/sep status in-review');
    expect(reply(told)).toContain('The pull request was closed by then.');
    await over(told);
  });
});

describe('Two people who do the same in the same second', () => {
  test.each(['as-it-came', 'last-first'] as const)('sponsor it: the first comment counts (%s)', async (order) => {
    const told = await brought();
    told.world.holdsWebhooks();
    const first = await says(told, 'minasato', '/sep sponsor');
    const second = await says(told, 'kofiadu', '/sep sponsor');
    // Anything that people do takes the sandbox a second.
    second.createdAt = first.createdAt;
    await told.world.releasesWebhooks(order);
    expect(status(told)).toContain('A draft, sponsored by minasato');
    expect(reply(told)).toMatch(/^> \/sep sponsor$/m);
    expect(reply(told)).toContain('minasato');
    expect(told.pull.botComments()).toHaveLength(2);
    expect(first.reactions.map(({ content }) => content)).toContain('+1');
    expect(second.reactions.map(({ content }) => content)).toContain('confused');
    await told.bench.restart();
    expect(status(told)).toContain('A draft, sponsored by minasato');
    await over(told);
  });

  test('open a decision: there is one', async () => {
    const told = await inGroup();
    await says(told, 'kofiadu', '/sep sponsor');
    await told.world.quietly(async () => {
      const first = await says(told, 'noorhaddad', '/consensus start minor');
      const second = await says(told, 'tomasvik', '/consensus start significant');
      second.createdAt = first.createdAt;
    });
    await told.bench.sweep();
    const openings = ledgerOf(told).filter((line) => line.kind === 'opens');
    expect(openings).toMatchObject([{ decision: 'D1', weight: 'minor' }]);
    expect(reply(told)).toMatch(/^> \/consensus start significant$/m);
    await over(told);
  });
});

describe('A repository that gets another name', () => {
  test('goes on under it: deadlines fall, words count, and the record is the same', async () => {
    const told = await inGroup();
    await consensus(told, 'noorhaddad', 'minor');
    const { sandbox, world, repo, pull, bench } = told;
    sandbox.actions.renameRepository(world.user('tidewire-keeper').caller, repo, 'tide-specification');
    await says(told, 'linokafor', '/concern The sums are untested.');
    expect(pull.statusComment()?.body).toContain('linokafor recorded a concern.');
    expect(pull.statusComment()?.body).toContain('/tidewire/tide-specification/tree/convenor/record/ledgers/12');
    await sandbox.clock.advance({ days: 6 });
    expect(ledgerOf(told).findLast((line) => line.kind === 'closes')).toMatchObject({ outcome: 'agreed' });
    await bench.restart();
    expect(pull.botComments()).toHaveLength(1);
    await over(told);
  });

  test('in silence is found by the next look, and by a deadline', async () => {
    const told = await inGroup();
    await consensus(told, 'noorhaddad', 'minor');
    const { sandbox, world, repo, bench } = told;
    sandbox.actions.renameRepository(world.user('tidewire-keeper').caller, repo, 'tide-specification');
    await sandbox.clock.advance({ days: 6 });
    await bench.sweep();
    expect(ledgerOf(told).findLast((line) => line.kind === 'closes')).toMatchObject({ outcome: 'agreed' });
    await over(told);
  });
});

test('what is written while the repository is somebody else’s counts once it is back, at its own time', async () => {
  const told = await brought();
  const { sandbox, world, repo, app, bench, pull } = told;
  const keeper = world.user('tidewire-keeper');
  const home = sandbox.state.accounts.get(repo.ownerId);
  const elsewhere = world.organization('harbourlight');
  if (!home) throw new Error('The owner is gone.');
  sandbox.actions.addOrganizationMember(elsewhere, keeper.account, 'admin');
  sandbox.actions.transferRepository(keeper.caller, repo, elsewhere);
  const word = await says(told, 'kofiadu', '/sep sponsor');
  await bench.sweep();
  expect(words(told)).toEqual([]);
  sandbox.actions.transferRepository(keeper.caller, repo, home);
  const [installation] = sandbox.state.installations.values();
  if (!installation) throw new Error(`${app.slug} is not installed.`);
  await sandbox.clock.advance({ days: 3 });
  await world.acts(() => sandbox.actions.addToInstallation(installation, [repo]));
  expect(acts(told)).toMatchObject([{ command: 'sep sponsor', at: word.createdAt }]);
  expect(pull.labels).toEqual(['SEP', 'draft']);
  await over(told);
});

describe('A force-push in the middle of a vote', () => {
  const voting = async (): Promise<Told> => {
    const told = await inGroup();
    await says(told, 'kofiadu', '/sep sponsor');
    await says(told, 'noorhaddad', '/vote start routine');
    await says(told, 'linokafor', '/vote yes');
    await says(told, 'tomasvik', '/vote yes');
    expect(status(told)).toContain('2 yes, 0 no, 0 abstained, of 5.');
    return told;
  };

  test('that leaves the text as it is leaves the ballots as they are', async () => {
    const told = await voting();
    const before = told.pull.head;
    await told.cast.author.forcePushes(told.pull, { files: { [DRAFT]: told.play.proposal.text } });
    expect(told.pull.head).not.toBe(before);
    expect(status(told)).toContain('2 yes, 0 no, 0 abstained, of 5.');
    await over(told);
  });

  test('that changes it takes them out, also one that names the commit which is no more', async () => {
    const told = await voting();
    const before = told.pull.head;
    const text = told.play.proposal.text.replace('## Specification', '## Specification\n\nA frame MUST be red.');
    await told.cast.author.forcePushes(told.pull, { files: { [DRAFT]: text } });
    expect(status(told)).toContain('0 yes, 0 no, 0 abstained, of 5.');
    await says(told, 'ravimenon', `/vote yes @${before.slice(0, 10)}`);
    expect(status(told)).toContain('0 yes, 0 no, 0 abstained, of 5.');
    await says(told, 'ravimenon', `/vote yes @${told.pull.head.slice(0, 10)}`);
    expect(status(told)).toContain('1 yes, 0 no, 0 abstained, of 5.');
    // What was there before counts again where the text is what it was.
    await told.cast.author.forcePushes(told.pull, { files: { [DRAFT]: told.play.proposal.text } });
    expect(status(told)).toContain('2 yes, 0 no, 0 abstained, of 5.');
    expect(ledgerOf(told).filter((line) => line.kind === 'head-seen')).toHaveLength(3);
    await over(told);
  });
});

describe('A pull request that is opened again after a year', () => {
  test('has its decision where it was: the year is added to the deadline', async () => {
    const told = await inGroup();
    await consensus(told, 'noorhaddad', 'minor');
    const { cast, pull, sandbox } = told;
    const before = opened(told);
    await cast.author.closes(pull);
    await sandbox.clock.advance({ days: 365 });
    await told.bench.restart();
    await cast.author.reopens(pull);
    expect(opened(told)).toEqual(before);
    expect(status(told)).toContain('In lazy consensus of the Wire Format Working Group until');
    expect(status(told)).toMatch(/until \w+ \d+ (November|December) 2027/);
    await says(told, 'linokafor', '/block seen\nThis is old.\nAlternative: write it anew.');
    await sandbox.clock.advance({ days: 6 });
    expect(ledgerOf(told).findLast((line) => line.kind === 'closes')).toMatchObject({ outcome: 'blocked' });
    await over(told);
  });

  test('still awaits its sponsor: it is not dormant at once, and is warned before it is', async () => {
    const told = await brought();
    const { cast, pull, sandbox } = told;
    await sandbox.clock.advance({ days: 30 });
    await cast.author.closes(pull);
    await sandbox.clock.advance({ days: 365 });
    await cast.author.reopens(pull);
    expect(status(told)).toContain('**A new proposal that awaits a sponsor.**');
    await sandbox.clock.advance({ days: 100 });
    expect(pull.botComments()).toHaveLength(1);
    await sandbox.clock.advance({ days: 40 });
    expect(pull.lastBotComment()?.body).toContain('<!-- convenor:warn:1 -->');
    expect(pull.now.state).toBe('open');
    await sandbox.clock.advance({ days: 40 });
    expect(pull.labels).toEqual(['SEP', 'dormant']);
    expect(pull.now.state).toBe('closed');
    await over(told);
  });
});

describe('A hold', () => {
  async function final(mode: 'warn' | 'enforce'): Promise<Told> {
    const told = await inGroup(`rules:\n  holding:\n    mode: ${mode}\n`);
    for (const chapter of chaptersFor('advise')) if (chapter.applies?.(told) !== false) await chapter.act(told);
    expect(told.pull.check('convenor/merge')?.conclusion).toBe('success');
    return told;
  }
  const row = (told: Told): string => /^\| . \| \*\*Hold\*\* .*$/m.exec(status(told))?.[0] ?? 'none';

  test('that the rules enforce keeps what is final from being merged, with who, why and what ends it', async () => {
    const told = await final('enforce');
    await says(told, 'minasato', '/sep hold The *schema* is to be generated again, @bolarsen.');
    expect(told.pull.check('convenor/merge')?.conclusion).toBe('action_required');
    expect(row(told)).toContain('| ✗ | **Hold** | minasato holds it since ');
    expect(row(told)).toContain(': `The *schema* is to be generated again, bolarsen.`.');
    expect(status(told)).toContain('lets go their hold with `/sep unhold` once it is met.');
    expect(told.pull.statusComment()?.body).not.toContain('@bolarsen');
    await says(told, 'linokafor', '/sep unhold');
    expect(told.pull.check('convenor/merge')?.conclusion).toBe('action_required');
    await told.sandbox.clock.advance({ days: 90 });
    expect(told.pull.check('convenor/merge')?.conclusion).toBe('action_required');
    await says(told, 'minasato', '/sep unhold');
    expect(told.pull.check('convenor/merge')?.conclusion).toBe('success');
    expect(row(told)).toBe('none');
    await over(told);
  });

  test('that they only warn of is shown, and holds nothing', async () => {
    const told = await final('warn');
    await says(told, 'minasato', '/sep hold The schema is to be generated again.');
    expect(told.pull.check('convenor/merge')?.conclusion).toBe('success');
    expect(row(told)).toContain('minasato holds it since ');
    await over(told);
  });
});

describe('A word on a closed pull request whose webhook was lost', () => {
  test.each(['sweep', 'restart'] as const)('is found all the same, by a %s', async (by) => {
    const told = await brought();
    const { cast, pull, world, bench, sandbox } = told;
    await cast.author.comments(pull, '/sep withdraw');
    expect(pull.now.state).toBe('closed');
    await sandbox.clock.advance({ days: 40 });
    const word = await world.quietly(() => cast.author.comments(pull, '/sep revive'));
    expect(pull.now.state).toBe('closed');
    await bench[by]();
    expect(pull.now.state).toBe('open');
    expect(acts(told).at(-1)).toMatchObject({ command: 'sep revive', at: word.createdAt });
    expect(status(told)).toContain('**A new proposal that awaits a sponsor.**');
    await over(told);
  });
});
