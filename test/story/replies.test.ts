import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/registry.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import { ledgerOf } from './end.js';
import { brought } from './places.js';
import { strike } from './stage.js';

/** What Convenor said last, without the marks that keep GitHub from linking. */
const reply = ({ pull }: Told): string => (pull.lastBotComment()?.body ?? '').replaceAll('\u200b', '');

/** The reactions that stand on the latest comment of a person. */
const reactions = ({ pull }: Told): string[] =>
  (pull.now.comments.findLast(({ body }) => !body.startsWith('<!--'))?.reactions ?? []).map(({ content }) => content);

describe('a comment with commands gets one reply at most', () => {
  test('which names each that was refused, in order, and says the same only once', async () => {
    const told = await brought();
    await told.cast.outsider.comments(told.pull, '/sep adopt\n/sep sponsor\n/sep adopt\n/sep unhold');
    expect(told.pull.botComments()).toHaveLength(2);
    expect(reply(told).match(/^> .*$/gm)).toEqual(['> /sep adopt', '> /sep sponsor', '> /sep unhold']);
    expect(reply(told)).toContain('Rule: `adoption`.');
    expect(reply(told)).toContain('Rule: `sponsorship`.');
    expect(reactions(told)).toContain('confused');
    await strike(told);
  });

  test('which answers and refuses together', async () => {
    const told = await brought();
    await told.cast.outsider.comments(told.pull, '/sep explain\n/sep adopt\n/group show wire-format');
    expect(told.pull.botComments()).toHaveLength(2);
    expect(reply(told).match(/^> .*$/gm)).toEqual(['> /sep explain', '> /sep adopt', '> /group show wire-format']);
    await strike(told);
  });

  test('and none where all is taken', async () => {
    const told = await brought();
    await told.cast.sponsor.comments(told.pull, '/sep sponsor');
    expect(told.pull.botComments()).toHaveLength(1);
    expect(reactions(told)).toContain('+1');
    await strike(told);
  });

  test('which is made once, however often it is looked at, and not again when somebody takes it away', async () => {
    const told = await brought();
    await told.cast.outsider.comments(told.pull, '/help');
    await told.bench.restart();
    expect(told.pull.botComments()).toHaveLength(2);
    await told.cast.sponsor.comments(told.pull, '/sep sponsor');
    const answer = told.pull.lastBotComment();
    if (!answer) throw new Error('There is no answer.');
    await told.world.user('tidewire-keeper').deletesComment(answer);
    await told.bench.restart();
    expect(told.pull.botComments()).toHaveLength(1);
    await strike(told);
  });
});

describe('who asks is told', () => {
  test('every command with who may use it', async () => {
    const told = await brought();
    await told.cast.outsider.comments(told.pull, '/help');
    const rows = reply(told)
      .split('\n')
      .filter((line) => line.startsWith('| `/'));
    expect(rows).toHaveLength(COMMANDS.length);
    for (const { name } of COMMANDS) expect(reply(told)).toMatch(new RegExp(`^\\| \`/${name}[ \`]`, 'm'));
    expect(reply(told)).toContain('<details>\n<summary>All');
    expect(rows.every((row) => row.split(/(?<!\\)\|/).length === 5)).toBe(true);
    expect(reactions(told)).toContain('+1');
    await strike(told);
  });

  test('all about one command, or about those that begin with a word', async () => {
    const told = await brought();
    await told.cast.outsider.comments(told.pull, '/help consensus start');
    expect(reply(told)).toContain('**`/consensus start minor|significant');
    expect(reply(told)).toContain('**Who may:** a lead of the group.');
    expect(reply(told)).toContain('```\n/consensus start minor');
    await told.cast.outsider.comments(told.pull, '/help core');
    const core = COMMANDS.filter(({ name }) => name.startsWith('core '));
    expect(reply(told).match(/^\| `\/\w+/gm)).toEqual(core.map(() => '| `/core'));
    expect(reply(told)).not.toContain('<details>');
    await told.cast.outsider.comments(told.pull, '/help to `![x](https://a.test)` @bolarsen');
    expect(reply(told)).toContain('There is no command `/to');
    expect(told.pull.lastBotComment()?.body).toContain(
      '> /help to \\`!\\[x\\](https:\u200b//a.test)\\` @\u200bbolarsen',
    );
    await told.cast.outsider.comments(told.pull, '/help consensus strat');
    expect(reply(told)).toContain('There is no command `/consensus strat`. Did you mean `/consensus start`?');
    await strike(told);
  });

  test('what is to be mended, as the check says it', async () => {
    const told = await brought();
    await told.cast.outsider.comments(told.pull, '/sep check');
    const codes = (text: string): string[] => [...text.matchAll(/<sub>`([\w/-]+)`/g)].map(([, code]) => code ?? '');
    const checked = told.pull.check('convenor/proposal')?.output.summary ?? '';
    expect(codes(reply(told)).length).toBeGreaterThan(0);
    expect(codes(reply(told)).sort()).toEqual(codes(checked).sort());
    await strike(told);
  });

  test('where it stands, by which rules, and who is counted', async () => {
    const told = await brought();
    await told.cast.sponsor.comments(told.pull, '/sep sponsor');
    await told.cast.lead.comments(told.pull, '/sep adopt');
    await told.world.user('noorhaddad').comments(told.pull, '/sep route wire-format\n/consensus start minor');
    await told.cast.outsider.comments(told.pull, '/sep explain');
    expect(reply(told)).toContain('**In lazy consensus of the Wire Format Working Group');
    expect(reply(told)).toMatch(/^- ✓ \*\*Sponsor\*\*: kofiadu.*<sub>`sponsorship`: A sponsor is/m);
    expect(reply(told)).toContain('Counted are 5: noorhaddad, tomasvik, linokafor, ravimenon, adaquist.');
    expect(reply(told)).not.toContain('@');
    await strike(told);
  });

  test('who a group is, as its charter has it', async () => {
    const told = await brought();
    await told.cast.outsider.comments(told.pull, '/group show');
    expect(reply(told)).toContain('No Working Group is responsible for this proposal, and its preamble names none.');
    await told.cast.outsider.comments(told.pull, '/group show Discovery Working Group');
    expect(reply(told)).toContain('**Discovery Working Group** (`discovery`), active.');
    expect(reply(told)).toMatch(/^- Leads: .*\w/m);
    expect(reply(told)).toContain('<summary>Members</summary>');
    await told.cast.outsider.comments(told.pull, '/group show nobody');
    expect(reply(told)).toContain('names a group that has no charter here');
    await strike(told);
  });

  test('where somebody stands on the ladder, whatever they are called by now', async () => {
    const told = await brought();
    const { cast, pull, world } = told;
    await cast.outsider.comments(pull, '/ladder show');
    expect(reply(told)).toContain('**passerby** is a contributor. No file of the default branch names them.');
    expect(reply(told)).toContain('What the rules ask for the next step, to become a member (`ladder-member`):');
    expect(reply(told)).toMatch(/^- – \*\*Two-factor authentication\*\*: Nobody can see this from here: the sponsors/m);
    // Whoever is renamed is found by their account, and whoever takes the login over is not them.
    await cast.lead.comments(pull, '/ladder show');
    await cast.lead.takesLogin('noor-of-the-harbour');
    await cast.outsider.comments(pull, '/ladder show @noor-of-the-harbour');
    expect(reply(told)).toContain('**Noor Haddad (noorhaddad)** is a contributor.');
    expect(reply(told)).toContain('- Group: lead of the Wire Format Working Group');
    await world.user('noorhaddad').comments(pull, '/ladder show');
    expect(reply(told)).toContain('**noorhaddad** is a contributor. No file of the default branch names them.');
    await cast.outsider.comments(pull, '/ladder show @bolarsen');
    expect(reply(told)).toContain('**Bo Larsen (bolarsen)** is a Core Maintainer.');
    expect(reply(told)).not.toContain('What the rules ask');
    await cast.outsider.comments(pull, '/ladder show bolarsen');
    expect(reply(told)).toContain('`/ladder show` takes one person');
    await strike(told);
  });
});

test('a near miss is answered once to each person, and each word for itself', async () => {
  const told = await brought();
  await told.cast.outsider.comments(told.pull, '/consenus start minor');
  expect(reply(told)).toContain('Did you mean `/consensus start`?');
  await told.cast.outsider.comments(told.pull, '/consenus start minor');
  expect(told.pull.botComments()).toHaveLength(2);
  expect(reactions(told)).toContain('confused');
  await told.cast.outsider.comments(told.pull, '/sep adpot');
  await told.cast.author.comments(told.pull, '/consenus start minor');
  expect(told.pull.botComments()).toHaveLength(4);
  await told.bench.restart();
  expect(told.pull.botComments()).toHaveLength(4);
  await strike(told);
});

test('what belongs to another bot is left alone, and so is a bot', async () => {
  const told = await brought();
  const before = ledgerOf(told).length;
  await told.cast.outsider.comments(told.pull, '/lgtm\n/hold\n/unhold\n/stageblog');
  expect(told.pull.botComments()).toHaveLength(1);
  expect(reactions(told)).toEqual([]);
  expect(ledgerOf(told)).toHaveLength(before);
  await strike(told);
});

test('a further verb stands for its command from when the rules say so, and not for what was written before', async () => {
  const told = await brought();
  const { cast, pull, world, repo, bench, sandbox } = told;
  await cast.lead.comments(pull, '/adopt');
  expect(reactions(told)).toEqual([]);
  await sandbox.clock.advance({ minutes: 10 });
  const rules = 'extends: mcp\nname: tidewire\ncommands:\n  aliases: { adopt: sep adopt }\n';
  await world.user('tidewire-keeper').pushesTo(repo, { '.github/convenor.yml': rules });
  await cast.outsider.comments(pull, '/help adopt');
  expect(reply(told)).toContain('Here also: `/adopt`.');
  // However often the whole conversation is read anew.
  await bench.restart();
  expect(ledgerOf(told).some((line) => line.kind === 'act' && line.command === 'sep adopt')).toBe(false);
  await cast.lead.comments(pull, '/adopt');
  expect(pull.statusComment()?.body).toContain('adopted by noorhaddad');
  expect(ledgerOf(told).findLast((line) => line.kind === 'act')).toMatchObject({ command: 'sep adopt', args: [] });
  await strike(told);
});
