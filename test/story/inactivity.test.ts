import { expect, test } from 'vitest';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import type { IssueHandle } from '../../src/sandbox/people.js';
import { linesOf, MEMBERS, opens, reply, row, says, status, verified, withMembers } from './nomination.js';
import { added, rosterAt, rosterPull } from './roster.js';
import { strikeWhole } from './stage.js';

/** A member of the Wire Format Working Group, whom no other file names. */
const MEMBER = 'ravimenon';

/** Bo, of the core, asks Olga, a member, whether she is still there. */
async function asked(stage: Stage): Promise<IssueHandle> {
  return opens(stage, 'bolarsen', '/inactive @olga-member\nNobody has seen her since spring.');
}

const pulls = ({ repo }: Stage): number =>
  [...repo.issues.values()].filter((one) => one.kind === 'pull' && one.head.ref.startsWith('convenor/')).length;

test('who is silent is asked first, by name and once; then those who approve are asked, and nothing happens by itself', async () => {
  const stage = await withMembers();
  const { sandbox, world, bench } = stage;
  const issue = await asked(stage);
  expect(status(issue)).toContain('### Is olga-member still here?');
  expect(status(issue)).toMatch(/\*\*Asked, with time to answer until Monday 7 December 2026 09:0\d UTC\.\*\*/);
  expect(status(issue)).toContain(
    'Next: **@olga-member** writes anything at all here to stay, or `/ladder approve` to lay it down.',
  );
  expect(row(issue, 'Since 2026-08-23')).toBe(
    '✓ Opened by them here: 0. Changed since, with a review of theirs: 0; with words of theirs, old or new: 0. Chat, meetings and other repositories are not seen from here.',
  );
  expect(row(issue, 'No contribution for 3 months')).toContain('– Not checked: nobody can see this from here.');
  // Before she could answer nobody decides, and nobody else answers for her.
  await says(stage, 'yaramensah', issue, '/ladder approve She is gone.');
  expect(reply(issue)).toContain('olga-member is asked first, and has until Monday 7 December 2026');
  await says(stage, 'mia-member', issue, 'She is on holiday.');
  await sandbox.clock.advance({ days: 14 });
  expect(status(issue)).toContain('**Asked, with time to answer until');
  await sandbox.clock.advance({ minutes: 6 });
  expect(status(issue)).toContain(
    '**Not answered here, so that others decide; nothing follows from silence by itself.**',
  );
  expect(status(issue)).toContain('@bolarsen, @gracelindqvist, @inescosta, @pnovotny, @yaramensah');
  expect(status(issue)).not.toContain('@olga-member');
  await sandbox.clock.advance({ days: 60 });
  expect([pulls(stage), linesOf(stage, issue).some(({ kind }) => kind === 'settled')]).toEqual([0, false]);

  await says(stage, 'kofiadu', issue, '/ladder approve She is gone.');
  expect(reply(issue)).toContain('To approve it is for a Core Maintainer or a Lead Maintainer');
  await says(stage, 'yaramensah', issue, '/ladder approve');
  expect(reply(issue)).toContain('Nobody loses a role without a reason.');
  await says(stage, 'yaramensah', issue, '/ladder approve She told me in June that she has changed her trade.');
  expect(status(issue)).toContain('**Emeritus, ');
  const pull = rosterPull(stage, issue);
  expect(pull.now.title).toBe('Roster: olga-member, emeritus');
  expect(added(MEMBERS, rosterAt(stage, pull.head)).join('\n')).toContain('emeritus: true');
  expect((pull.check('convenor/proposal')?.output.summary ?? '').replaceAll('\u200b', '')).toContain(
    `It carries out what was decided in #${issue.number}, exactly`,
  );
  expect(verified(stage)).toEqual({ findings: [], outcomes: ['approved'] });
  expect(world.unseen().filter(({ what }) => what !== 'body')).toEqual([]);
  expect(bench.log.errors).toEqual([]);
  await strikeWhole(stage);
});

test('any word of theirs is an answer, whichever account it comes from and whenever it is seen, and ends it', async () => {
  const stage = await withMembers();
  const { sandbox, world, bench } = stage;
  const issue = await opens(stage, 'bolarsen', '/inactive @mia-member');
  await world.quietly(async () => {
    await says(stage, 'newcomer', issue, 'I have not seen her, either.');
    const words = await world.user('mia-at-work').comments(issue, 'I was on leave. I am back!');
    await world.user('mia-at-work').editsComment(words, 'I was on leave.');
  });
  await sandbox.clock.advance({ days: 20 });
  await world.quietly(() => says(stage, 'bolarsen', issue, '/ladder approve No answer.'));
  await bench.restart();
  expect(status(issue)).toContain('**Stays, ');
  expect(reply(issue)).toContain('was rejected by then');
  expect(linesOf(stage, issue)).toContainEqual(
    expect.objectContaining({ kind: 'settled', outcome: 'rejected', why: '@mia-at-work answered, and stays.' }),
  );
  expect([pulls(stage), verified(stage).findings]).toEqual([0, []]);

  // After the days as well, as long as nobody has decided; and a command is a word like any other.
  const other = await asked(stage);
  await sandbox.clock.advance({ days: 20 });
  await says(stage, 'olga-member', other, '/help');
  expect(status(other)).toContain('**Stays, ');
  const third = await asked(stage);
  await says(stage, 'olga-member', third, '/object @olga-member I am in every meeting.');
  expect(status(third)).toContain('**Stays, ');
  expect(third.botComments()).toHaveLength(1);
  expect(verified(stage)).toEqual({ findings: [], outcomes: ['rejected', 'rejected', 'rejected'] });
  await strikeWhole(stage);
});

test('who is asked may agree, and those who decide may let it be; what was said before the question is no answer', async () => {
  const stage = await withMembers();
  const issue = await opens(stage, 'newcomer', 'Who is still here?');
  await says(stage, 'olga-member', issue, 'Not me, I fear.');
  await says(stage, 'bolarsen', issue, '/inactive @olga-member');
  expect(status(issue)).toContain('**Asked, ');
  await says(stage, 'olga-member', issue, '/ladder approve No time any more. Thank you all.');
  expect(status(issue)).toContain('**Emeritus, ');
  expect(rosterPull(stage, issue).now.title).toBe('Roster: olga-member, emeritus');

  const other = await opens(stage, 'bolarsen', '/inactive @mia-member');
  await says(stage, 'yaramensah', other, '/ladder reject She runs the meetings.');
  expect(status(other)).toContain('**Stays, ');
  expect(verified(stage)).toEqual({ findings: [], outcomes: ['approved', 'rejected'] });
  await strikeWhole(stage);
});

test('a lead asks a member of their group, and only that place is in question', async () => {
  const stage = await withMembers();
  const { sandbox } = stage;
  const issue = await opens(stage, 'noorhaddad', `/inactive @${MEMBER} wire format\nNo word since the first meeting.`);
  expect(status(issue)).toContain(`### Is ${MEMBER} still a WG member of the Wire Format Working Group?`);
  await sandbox.clock.advance({ days: 14, minutes: 6 });
  await says(stage, 'noorhaddad', issue, '/ladder approve Gone.');
  expect(reply(issue)).toContain('To approve it is for a Core Maintainer or a Lead Maintainer');
  await says(stage, 'bolarsen', issue, '/ladder approve Nobody could reach them.');
  expect(status(issue)).toContain('**No longer a WG member of the Wire Format Working Group, ');
  expect(added(MEMBERS, rosterAt(stage, rosterPull(stage, issue).head)).join('\n')).toMatch(
    /groups: \[\{ group: wire-format, level: member, until: 2026-12-0\d, decision: '#20' \}\]/,
  );
  await strikeWhole(stage);
});

test.each([
  ['newcomer', '/inactive @olga-member', 'To ask it is for a maintainer, a Core Maintainer or a Lead Maintainer'],
  ['mia-member', '/inactive @olga-member', 'To ask it is for'],
  ['siridahl', '/inactive @MEMBER wire-format', 'To ask it is for a lead of the group'],
  ['bolarsen', '/inactive @bolarsen', 'Nobody has to ask themselves.'],
  ['bolarsen', '/inactive @inescosta', 'no rule on inactivity speaks of that'],
  ['bolarsen', '/inactive @newcomer', 'who holds no place on the ladder'],
  ['bolarsen', '/inactive @olga-member wire-format', 'who is no WG member and no lead of the Wire Format'],
  ['bolarsen', '/inactive @nils-member', 'who holds it since 2026-10-01: the rule speaks of 3 months.'],
  ['bolarsen', '/inactive @nobody-at-all', 'Nobody on GitHub is called'],
  ['bolarsen', '/inactive olga', '`/inactive` needs whom, as `@login`. Write `/inactive @user [group]`.'],
])('%s: %s is refused', async (who, words, why) => {
  const stage = await withMembers();
  const issue = await opens(stage, who, words.replace('MEMBER', MEMBER));
  expect(reply(issue)).toContain(why);
  expect(issue.labels).toEqual([]);
  await strikeWhole(stage);
});

test('what GitHub shows of them since stands beside the question', async () => {
  const stage = await withMembers();
  const { world, repo } = stage;
  await world.user('olga-member').opensIssue({ repo, title: 'A gauge is off', body: 'By a metre.' });
  const issue = await asked(stage);
  expect(row(issue, 'Since 2026-08-23')).toContain('✗ Opened by them here: 1. Changed since');
  expect(issue.statusComment()?.body).toMatch(/\[1 opened since 2026-08-23\]\(http\S+author%3Aolga-member%20created/);
  await strikeWhole(stage);
});
