import { expect, test } from 'vitest';
import { linesOf, MEMBERS, opens, reply, row, says, status, verified, withMembers } from './nomination.js';
import { ROSTER } from './places.js';
import { rewritten, strikeWhole } from './stage.js';

test('two members of different organisations make a member, once a week has passed without an objection', async () => {
  const stage = await withMembers();
  const { sandbox, world, bench } = stage;
  const newcomer = world.user('newcomer');
  const issue = await opens(stage, newcomer, 'I would like to help.\n\n/nominate @newcomer member');
  expect(issue.labels).toEqual(['nomination']);
  expect(status(issue)).toMatch(
    /### newcomer as a member\n\n\*\*Everybody may speak until Monday 30 November 2026 09:0\d UTC\.\*\*/,
  );
  expect(row(issue, 'Sponsors')).toMatch(
    /^○ 2 people, each a member.*: 0 of 2, from 0 known organisations; or a Core Maintainer or a Lead Maintainer: 0 of 1\.$/,
  );
  expect(row(issue, 'Two-factor authentication')).toBe(
    '– Not checked: nobody can see this from here. The sponsors attest it.',
  );

  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  await says(stage, 'olga-member', issue, '/endorse @newcomer');
  expect(row(issue, 'Sponsors')).toContain('2 of 2, from 2 known organisations');
  expect(row(issue, 'Sponsors')).toContain('mia-member (`Harbour Works`), olga-member (`Open Tides`)');
  await sandbox.clock.advance({ days: 7 });
  expect(status(issue)).toContain('**Everybody may speak until');
  await sandbox.clock.advance({ minutes: 6 });
  expect(status(issue)).toMatch(/\*\*Approved as a member, Monday 30 November 2026 09:0\d UTC\.\*\*/);
  expect(status(issue)).toContain('- [ ] Invite them to the GitHub organisation, with triage rights.');
  expect(linesOf(stage, issue).map(({ kind }) => kind)).toEqual([
    ...['opened', 'act', 'nomination', 'contributions', 'intent'],
    ...['act', 'made', 'act', 'settled', 'intent'],
  ]);
  expect(verified(stage)).toEqual({ findings: [], outcomes: ['approved'] });
  // But for the pull request, of which another story tells.
  expect([world.unseen().filter(({ what }) => what !== 'body'), bench.log.errors]).toEqual([[], []]);
  await strikeWhole(stage);
});

test('a form says it as well, and what GitHub knows of the nominee stands in the comment with its limits', async () => {
  const stage = await withMembers();
  const { world, repo, cast } = stage;
  const newcomer = world.user('newcomer');
  const pull = await newcomer.opensPullRequest({
    repo,
    title: 'Words',
    files: { 'README.md': '# Tidewire, mended\n' },
  });
  await cast.core[0]?.merges(pull);
  const form =
    '### Nominee\n\nnewcomer\n\n### Role\n\nmember\n\n### Group\n\n_No response_\n\n### Evidence\n\n/vote yes\n';
  const issue = await opens(stage, newcomer, form.replace('/vote yes', 'See my pull requests.'));
  const body = issue.statusComment()?.body ?? '';
  expect(body).toContain('### newcomer as a member');
  expect(body).toMatch(/- \[1 merged pull requests\]\(http\S+\/issues\?q=is%3Apr%20is%3Amerged%20author%3Anewcomer\)/);
  expect(body).toMatch(/Active since 2026-\d\d-\d\d: pull requests from 1 month\./);
  expect(body).toContain('Not seen from here: chat, meetings, other repositories');
  // A form that names nobody is told so, and opens nothing.
  const other = await opens(
    stage,
    newcomer,
    form.replace('\nnewcomer\n', '\nnobody at all!\n').replace('/vote yes', ''),
  );
  expect(reply(other)).toContain('The form needs whom, as `@login`.');
  await strikeWhole(stage);
});

test('a core maintainer alone is sponsor enough, and an issue without a nomination is left alone', async () => {
  const stage = await withMembers();
  const { world, sandbox } = stage;
  const quiet = await opens(stage, 'newcomer', 'How do I become a member?');
  expect([quiet.botComments(), quiet.labels]).toEqual([[], []]);
  await says(stage, 'bolarsen', quiet, '/nominate @newcomer member');
  expect(row(quiet, 'Sponsors')).toMatch(/^✓ .*bolarsen \(organisation not known\)\.$/);
  await sandbox.clock.advance({ days: 7, minutes: 6 });
  expect(status(quiet)).toContain('**Approved as a member');
  expect(world.unseen().filter(({ what }) => what !== 'body')).toEqual([]);
  await strikeWhole(stage);
});

test('the same organisation twice, an unknown one, and the nominee themselves never make the difference', async () => {
  const stage = await withMembers();
  const { sandbox } = stage;
  const issue = await opens(stage, 'newcomer', '/nominate @newcomer member');
  await says(stage, 'nils-member', issue, '/endorse @newcomer');
  await says(stage, 'olga-member', issue, '/endorse @newcomer');
  await says(stage, 'pia-member', issue, '/endorse @newcomer');
  expect(row(issue, 'Sponsors')).toContain('○ 2 people');
  expect(row(issue, 'Sponsors')).toContain('3 of 2, from 1 known organisation;');
  await says(stage, 'newcomer', issue, '/endorse @newcomer');
  expect(reply(issue)).toContain('Nobody sponsors themselves.');
  await says(stage, 'passerby', issue, '/endorse @newcomer');
  expect(reply(issue)).toContain('passerby was not known as that when the nomination opened');
  await sandbox.clock.advance({ days: 8 });
  expect(status(issue)).toContain('**Waiting for sponsors.**');
  // One more, from elsewhere, is enough: the days are over, and it is approved at that word.
  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  expect(status(issue)).toContain('**Approved as a member');
  await strikeWhole(stage);
});

test('two accounts of one person are one sponsor', async () => {
  const stage = await withMembers();
  const issue = await opens(stage, 'newcomer', '/nominate @newcomer member');
  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  await says(stage, 'mia-at-work', issue, '/endorse @newcomer');
  expect(reply(issue)).toContain('You sponsor them already, and count once.');
  expect(row(issue, 'Sponsors')).toContain('1 of 2, from 1 known organisation;');
  // And who is nominated under one of them sponsors themselves under none.
  const own = await opens(stage, 'mia-at-work', '/nominate @mia-at-work maintainer');
  await says(stage, 'mia-member', own, '/endorse @mia-at-work');
  expect(reply(own)).toContain('Nobody sponsors themselves.');
  await strikeWhole(stage);
});

test('a sponsor who changes their organisation during the window counts with the one that they had at its opening', async () => {
  const roster = (of: string): string =>
    `version: 1\npeople:\n  - { logins: [mia-member], organization: ${of}, roles: [{ role: member }] }\n` +
    '  - { logins: [olga-member], organization: Open Tides, roles: [{ role: member }] }\n';
  const stage = await withMembers(roster('Open Tides'));
  const { cast } = stage;
  const issue = await opens(stage, 'newcomer', '/nominate @newcomer member');
  await says(stage, 'olga-member', issue, '/endorse @newcomer');
  await cast.core[0]?.pushesTo(stage.repo, { '.github/convenor/roster.yml': roster('Delta Survey') });
  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  expect(row(issue, 'Sponsors')).toContain('2 of 2, from 1 known organisation;');
  expect(row(issue, 'Sponsors')).toContain('mia-member (`Open Tides`)');
  // Neither does it help to take the word back and give it again, from the new place.
  await says(stage, 'mia-member', issue, '/endorse withdraw');
  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  expect(row(issue, 'Sponsors')).toContain('2 of 2, from 1 known organisation;');
  await strikeWhole(stage);
});

test('an objection in the last minute of the seventh day counts, holds it, and is taken back by nobody else', async () => {
  const stage = await withMembers();
  const { sandbox } = stage;
  const issue = await opens(stage, 'newcomer', '/nominate @newcomer member');
  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  await says(stage, 'olga-member', issue, '/endorse @newcomer');
  const opening = linesOf(stage, issue).find((line) => line.kind === 'nomination');
  await sandbox.clock.advanceTo(sandbox.clock.now().add({ hours: 0 }).toString());
  const last = Date.parse(opening?.deadline ?? '') - Date.parse(sandbox.clock.now().toString());
  await sandbox.clock.advance({ seconds: Math.floor(last / 1000) - 2 });
  await says(stage, 'nils-member', issue, '/object @newcomer Nobody has seen a test of theirs.');
  await sandbox.clock.advance({ minutes: 10 });
  expect(status(issue)).toContain('**Held: something stands against it');
  expect(row(issue, 'Objections')).toBe('✗ nils-member (holds it).');
  expect(issue.statusComment()?.body).toContain('Nobody has seen a test of theirs.');
  await says(stage, 'olga-member', issue, '/object withdraw');
  expect(reply(issue)).toContain('No objection of yours stands here.');
  await says(stage, 'pia-member', issue, '/object @newcomer Me too.');
  expect(reply(issue)).toContain('The time to object was over on');
  await says(stage, 'nils-member', issue, '/object withdraw');
  expect(status(issue)).toContain('**Approved as a member');
  await strikeWhole(stage);
});

test('the core decides over an objection with a reason, and rejects with one', async () => {
  const stage = await withMembers();
  const { sandbox } = stage;
  const issue = await opens(stage, 'bolarsen', '/nominate @newcomer member');
  await says(stage, 'nils-member', issue, '/object @newcomer Too soon.');
  await says(stage, 'yaramensah', issue, '/ladder approve');
  expect(reply(issue)).toContain('Something stands against it: The objection of nils-member stands.');
  await says(stage, 'mia-member', issue, '/ladder approve Never mind them.');
  expect(reply(issue)).toContain('To approve it is for a Core Maintainer or a Lead Maintainer');
  await says(stage, 'bolarsen', issue, '/ladder approve They have done enough.');
  await sandbox.clock.advance({ days: 7, minutes: 6 });
  // Who alone sponsors does not decide alone.
  expect(status(issue)).toContain('The only sponsor does not approve alone.');
  await says(stage, 'yaramensah', issue, '/ladder approve I have read their code, and it is tested.');
  expect(status(issue)).toContain('**Approved as a member');
  expect(issue.statusComment()?.body).toContain('I have read their code');

  const other = await opens(stage, 'newcomer', '/nominate @newcomer moderator');
  expect(row(other, 'Place')).toMatch(/^✗ They were a contributor when it opened; the rule begins at a member\.$/);
  await says(stage, 'inescosta', other, '/ladder reject First a member, `then` @passerby.');
  expect(status(other)).toContain('**Not approved,');
  await says(stage, 'bolarsen', other, '/endorse @newcomer');
  expect(reply(other)).toContain('was rejected by then');
  expect(verified(stage)).toEqual({ findings: [], outcomes: ['approved', 'rejected'] });
  await strikeWhole(stage);
});

test('a renamed nominee is the same nominee, and nobody is them by their old login', async () => {
  const stage = await withMembers();
  const { world, sandbox } = stage;
  const newcomer = world.user('newcomer');
  const issue = await opens(stage, newcomer, '/nominate @newcomer member');
  await newcomer.takesLogin('old-hand');
  const taker = world.user('newcomer');
  // A login means whom it meant at first sight: it is the nominee who is endorsed, under either name.
  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  await says(stage, 'olga-member', issue, '/endorse @old-hand');
  await taker.comments(issue, '/ladder reject I am not that one.');
  expect(reply(issue)).toContain('To reject it is for');
  await newcomer.comments(issue, '/endorse @old-hand');
  expect(reply(issue)).toContain('Nobody sponsors themselves.');
  expect(row(issue, 'Sponsors')).toContain('2 of 2');
  await newcomer.comments(issue, '/ladder reject Not now, thank you.');
  expect(status(issue)).toContain('**Not approved');
  expect(sandbox.crashes).toEqual([]);
  await strikeWhole(stage);
});

test('a process that is begun anew, a lost webhook and an edit change nothing of what counts', async () => {
  const stage = await withMembers();
  const { world, bench, sandbox } = stage;
  const issue = await world.quietly(() => opens(stage, 'newcomer', '/nominate @newcomer member'));
  await bench.sweep();
  expect(status(issue)).toContain('### newcomer as a member');
  await world.quietly(async () => {
    await says(stage, 'mia-member', issue, '/endorse @newcomer');
    const comment = await world.user('olga-member').comments(issue, 'Welcome!');
    await world.user('olga-member').editsComment(comment, '/endorse @newcomer');
  });
  await bench.restart();
  expect(row(issue, 'Sponsors')).toContain('1 of 2');
  const before = sandbox.requests.length;
  await bench.sweep();
  expect(sandbox.requests.slice(before).map(({ operation }) => operation)).toEqual(['Sweep']);
  await says(stage, 'olga-member', issue, '/endorse @newcomer');
  await bench.restart();
  await sandbox.clock.advance({ days: 7, minutes: 6 });
  expect(status(issue)).toContain('**Approved as a member');
  expect(issue.botComments()).toHaveLength(1);
  await strikeWhole(stage);
});

test('while the issue is locked nobody can object, and the week lasts that much longer', async () => {
  const stage = await withMembers();
  const { world, sandbox } = stage;
  const keeper = world.user('tidewire-keeper');
  const issue = await opens(stage, 'bolarsen', '/nominate @newcomer member');
  await sandbox.clock.advance({ days: 6 });
  await keeper.locks(issue);
  await sandbox.clock.advance({ days: 3 });
  expect(status(issue)).toContain('**Everybody may speak until');
  await world.acts(() => sandbox.actions.unlock(keeper.caller, issue.now));
  await sandbox.clock.advance({ minutes: 30 });
  expect(status(issue)).toContain('**Everybody may speak until Thursday 3 December 2026');
  await sandbox.clock.advance({ days: 1 });
  expect(status(issue)).toContain('**Approved as a member, Thursday 3 December 2026');
  await strikeWhole(stage);
});

test('what belongs elsewhere is told so, in an issue and on a pull request', async () => {
  const stage = await withMembers();
  const { world, repo } = stage;
  const issue = await opens(stage, 'newcomer', 'Hello.');
  await says(stage, 'passerby', issue, '/vote yes\n/ladder show @mia-member\n/endorse @newcomer');
  expect(reply(issue)).toContain('This command is for the pull requests of proposals, and this is an issue.');
  expect(reply(issue)).toContain('**Mia Moor (mia-member)** is a member since 2026-01-10, by #3.');
  expect(reply(issue)).toContain('Nobody is nominated in this issue.');
  expect(issue.labels).toEqual([]);
  const pull = await world.user('adaquist').opensPullRequest({
    ...{ repo, title: 'SEP', from: 'fork', files: { 'seps/0000-short.md': stage.play.proposal.text } },
  });
  await world.user('bolarsen').comments(pull, '/nominate @newcomer member');
  expect(reply(pull)).toContain('Nominations are issues, and this is a pull request.');
  await strikeWhole(stage);
});

test('a roster that nobody can read is said in the issue, once, with its line, and what was said counts once it is mended', async () => {
  const stage = await withMembers();
  const { world, bench, sandbox, cast } = stage;
  const before = await opens(stage, 'nextone', '/nominate @nextone member');
  await world.quietly(() => {
    rewritten(stage, { [ROSTER]: 'version: 1\npeople:\n  - logins: mia-member\n' });
    return Promise.resolve();
  });
  // It is tried again and again, so only one look is waited for.
  bench.patient = false;
  const issue = await opens(stage, 'newcomer', '/nominate @newcomer member');
  const quiet = await opens(stage, 'newcomer', 'How do I become a member?');
  expect(issue.botComments().map(({ body }) => body)).toEqual([
    expect.stringMatching(/^<!-- convenor:stuck -->\n\*\*The roster cannot be read, so nothing is decided\.\*\*/),
  ]);
  expect(reply(issue)).toContain('.github/convenor/roster.yml:3:5 ');
  expect(reply(issue)).toContain('What is said here is counted once that is mended, and not before');
  expect(quiet.botComments()).toEqual([]);
  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  await says(stage, 'mia-member', before, '/endorse @nextone');
  await sandbox.clock.advance({ hours: 1 });
  await bench.restart();
  expect(issue.botComments()).toHaveLength(1);
  // One that was open before is told the same, and nothing of it is counted or written down.
  expect(before.botComments()).toHaveLength(2);
  expect(row(before, 'Sponsors')).toContain('0 of 2');
  expect(linesOf(stage, before).filter(({ kind }) => kind === 'act')).toHaveLength(1);
  expect(bench.log.errors.splice(0).join('\n')).toContain('roster.yml');

  bench.patient = true;
  await cast.core[0]?.pushesTo(stage.repo, { [ROSTER]: MEMBERS });
  await sandbox.clock.advance({ hours: 2 });
  for (const one of [issue, before]) {
    expect(one.botComments()).toHaveLength(1);
    expect(row(one, 'Sponsors')).toContain('mia-member (`Harbour Works`)');
  }
  expect(verified(stage).findings).toEqual([]);
  expect(world.unseen().filter(({ what }) => what !== 'body')).toEqual([]);
  await strikeWhole(stage);
});

test('a roster that breaks meanwhile leaves what it last said in force, and the next nomination says so', async () => {
  const stage = await withMembers();
  const { cast, sandbox } = stage;
  const issue = await opens(stage, 'newcomer', '/nominate @newcomer member');
  await cast.core[0]?.pushesTo(stage.repo, { [ROSTER]: 'version: 1\npeople:\n  - logins: mia-member\n' });
  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  expect(row(issue, 'Sponsors')).toContain('mia-member (`Harbour Works`)');
  expect(status(issue)).toContain('The roster on the default branch cannot be read; the one of commit [');
  const next = await opens(stage, 'nextone', '/nominate @nextone member');
  await says(stage, 'olga-member', next, '/endorse @nextone');
  expect(row(next, 'Sponsors')).toContain('olga-member (`Open Tides`)');
  await says(stage, 'olga-member', issue, '/endorse @newcomer');
  await sandbox.clock.advance({ days: 7, minutes: 10 });
  expect(status(issue)).toContain('cannot be read as it stands; the change is brought there once it can.');
  await strikeWhole(stage);
});
