import { expect, test } from 'vitest';
import { linesOf, MEMBERS, opens, reply, row, says, status, verified, withMembers } from './nomination.js';
import { ROSTER } from './places.js';
import { rosterPull } from './roster.js';
import { strikeWhole } from './stage.js';

test('a week that nobody saw is no week: what was said while nothing looked opens with all its days from then on', async () => {
  const stage = await withMembers();
  const { world, sandbox, bench } = stage;
  // So it is with an issue that comes from another repository with everything that was said there, too.
  const issue = await world.quietly(async () => {
    const opened = await opens(stage, 'newcomer', '/nominate @newcomer member');
    await says(stage, 'mia-member', opened, '/endorse @newcomer');
    await says(stage, 'olga-member', opened, '/endorse @newcomer');
    return opened;
  });
  await sandbox.clock.advance({ days: 8 });
  await bench.sweep();
  expect(status(issue)).toMatch(/\*\*Everybody may speak until Tuesday 8 December 2026 09:0\d UTC\.\*\*/);
  await says(stage, 'nils-member', issue, '/object @newcomer Nobody has seen them yet.');
  expect(row(issue, 'Objections')).toBe('✗ nils-member (holds it).');
  await says(stage, 'nils-member', issue, '/object withdraw');
  await sandbox.clock.advance({ days: 7, minutes: 6 });
  expect(status(issue)).toContain('**Approved as a member, Tuesday 8 December 2026');
  expect(verified(stage)).toEqual({ findings: [], outcomes: ['approved'] });
  await strikeWhole(stage);
});

test('two nominations of one person for one role end in one change of the roster', async () => {
  const stage = await withMembers();
  const { world, sandbox, bench } = stage;
  const one = await opens(stage, 'bolarsen', '/nominate @newcomer member');
  const other = await opens(stage, 'yaramensah', '/nominate @newcomer member');
  await sandbox.clock.advance({ days: 7, minutes: 10 });
  const [first, second] = [rosterPull(stage, one), rosterPull(stage, other)];
  await world.user('bolarsen').merges(first);
  expect(status(one)).toContain(`Roster: \`${ROSTER}\` says so, by [#${first.number}]`);
  expect(status(other)).toContain(`Roster: \`${ROSTER}\` says so`);
  expect(status(other)).toContain(`[#${second.number}]`);
  expect(status(other)).toContain('is not needed any more');
  expect([bench.log.errors, verified(stage).findings]).toEqual([[], []]);
  await strikeWhole(stage);
});

test('who nominates somebody by another account of theirs sponsors them as the one person that they are', async () => {
  const stage = await withMembers();
  const issue = await opens(stage, 'mia-at-work', '/nominate @newcomer member');
  expect(row(issue, 'Sponsors')).toContain('1 of 2, from 1 known organisation;');
  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  expect(reply(issue)).toContain('You sponsor them already, and count once.');
  await strikeWhole(stage);
});

test('who takes the old login of a sponsor sponsors nobody, and a sponsor keeps their word under a new one', async () => {
  const stage = await withMembers();
  const { world } = stage;
  const issue = await opens(stage, 'newcomer', '/nominate @newcomer member');
  const olga = world.user('olga-member');
  await olga.comments(issue, 'Let me think about it.');
  await olga.takesLogin('olga-moved');
  await world.user('olga-member').comments(issue, '/endorse @newcomer');
  expect(reply(issue)).toContain('was not known as that when the nomination opened');
  await olga.comments(issue, '/endorse @newcomer');
  expect(row(issue, 'Sponsors')).toContain('1 of 2, from 1 known organisation;');
  await strikeWhole(stage);
});

test('what GitHub shows is that of the nominee, whoever has the login by which they are known', async () => {
  const stage = await withMembers();
  const { world, repo, cast } = stage;
  const newcomer = world.user('newcomer');
  const issue = await opens(stage, newcomer, '/nominate @newcomer member');
  await newcomer.comments(issue, '/ladder reject Not yet.');
  const pull = await newcomer.opensPullRequest({ repo, title: 'Words', files: { 'README.md': '# Mended\n' } });
  await cast.core[0]?.merges(pull);
  await newcomer.takesLogin('old-hand');
  world.user('newcomer');
  const again = await opens(stage, 'bolarsen', '/nominate @newcomer member');
  expect(again.statusComment()?.body).toMatch(/\[1 merged pull requests\]\(http\S+author%3Aold-hand\)/);
  await strikeWhole(stage);
});

test('a word that was deleted after it was seen counts on, and one that was edited counts as it was', async () => {
  const stage = await withMembers();
  const { world, bench } = stage;
  const issue = await opens(stage, 'newcomer', '/nominate @newcomer member');
  const mia = world.user('mia-member');
  const words = await mia.comments(issue, '/endorse @newcomer');
  await mia.deletesComment(words);
  const olga = world.user('olga-member');
  const other = await olga.comments(issue, '/endorse @newcomer');
  await olga.editsComment(other, '/object @newcomer No.');
  await bench.restart();
  expect(row(issue, 'Sponsors')).toContain('2 of 2, from 2 known organisations;');
  expect(row(issue, 'Objections')).toBe('✓ None stands.');
  await strikeWhole(stage);
});

test('a nomination in a closed issue rests, and what is said there counts once it is opened again', async () => {
  const stage = await withMembers();
  const { world, sandbox, bench } = stage;
  const issue = await opens(stage, 'newcomer', '/nominate @newcomer member');
  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  await sandbox.clock.advance({ days: 6 });
  await world.user('newcomer').closes(issue);
  await sandbox.clock.advance({ days: 10 });
  await says(stage, 'olga-member', issue, '/endorse @newcomer');
  await bench.restart();
  expect(linesOf(stage, issue).some(({ kind }) => kind === 'settled')).toBe(false);
  await world.user('newcomer').reopens(issue);
  expect(row(issue, 'Sponsors')).toContain('2 of 2, from 2 known organisations;');
  expect(status(issue)).toContain('**Everybody may speak until Thursday 10 December 2026');
  await sandbox.clock.advance({ days: 1, minutes: 10 });
  expect(status(issue)).toContain('**Approved as a member, Thursday 10 December 2026');
  await strikeWhole(stage);
});

test('an answer in an issue that is closed meanwhile is written down once, and counts once it is opened again', async () => {
  const stage = await withMembers();
  const { world, sandbox, bench } = stage;
  const issue = await opens(stage, 'bolarsen', '/inactive @olga-member');
  await sandbox.clock.advance({ days: 15 });
  await world.user('bolarsen').closes(issue);
  await says(stage, 'olga-member', issue, 'I am here.');
  await bench.restart();
  await says(stage, 'olga-member', issue, 'Hello?');
  await bench.restart();
  await world.user('bolarsen').reopens(issue);
  await sandbox.clock.advance({ minutes: 10 });
  expect(status(issue)).toContain('**Stays, ');
  expect(linesOf(stage, issue).filter((line) => line.kind === 'act' && line.command === 'answered')).toHaveLength(1);
  expect(verified(stage)).toEqual({ findings: [], outcomes: ['rejected'] });
  await strikeWhole(stage);
});

test('the roster that approves somebody by hand meanwhile does not make them two', async () => {
  const stage = await withMembers();
  const { sandbox, cast } = stage;
  const issue = await opens(stage, 'bolarsen', '/nominate @newcomer member');
  await cast.core[0]?.pushesTo(stage.repo, {
    [ROSTER]: `${MEMBERS}  - { logins: [newcomer], roles: [{ role: member, since: 2026-11-24 }] }\n`,
  });
  await sandbox.clock.advance({ days: 7, minutes: 10 });
  expect(status(issue)).toContain(`Roster: \`${ROSTER}\` says so.`);
  await strikeWhole(stage);
});
