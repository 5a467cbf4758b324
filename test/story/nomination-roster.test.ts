import { expect, test } from 'vitest';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import type { IssueHandle } from '../../src/sandbox/people.js';
import { MEMBERS, opens, reply, row, says, status, verified, withMembers } from './nomination.js';
import { ROSTER } from './places.js';
import { added, rosterAt, rosterPull } from './roster.js';
import { strikeWhole } from './stage.js';

const rosterNow = (stage: Stage): string => rosterAt(stage, stage.repo.refs.get('refs/heads/main') ?? '');

/** Somebody is made a member: the issue, once that is decided. */
async function approved(stage: Stage): Promise<IssueHandle> {
  const issue = await opens(stage, 'bolarsen', '/nominate @newcomer member');
  await stage.sandbox.clock.advance({ days: 7, minutes: 10 });
  return issue;
}

test('an approved nomination ends in a merged change of the roster, and the new member uses what they are', async () => {
  const stage = await withMembers();
  const { world, bench } = stage;
  const issue = await approved(stage);
  const pull = rosterPull(stage, issue);
  expect(pull.now.title).toBe('Roster: newcomer, a member');
  expect(pull.now.body).toContain(
    `This carries out what was decided in #${issue.number}, and changes nothing else: **newcomer**, approved as a member.`,
  );
  const id = world.user('newcomer').id;
  expect(added(MEMBERS, rosterAt(stage, pull.head))).toEqual([
    '- logins: [newcomer]',
    `ids: [${id}]`,
    `roles: [{ role: member, since: 2026-11-30, decision: '#${issue.number}' }]`,
  ]);
  expect(added(rosterAt(stage, pull.head), MEMBERS)).toEqual([]);
  expect(status(issue)).toContain(`Roster: [#${pull.number}]`);
  expect(status(issue)).toContain('it needs no second decision');
  // The report on the pull request says the same of itself.
  const report = (pull.check('convenor/proposal')?.output.summary ?? '').replaceAll('\u200b', '');
  expect(report).toContain(
    `It carries out what was decided in #${issue.number}, exactly, and needs no second decision`,
  );
  expect(report).not.toContain('Rules, roster and maintainers: approved by');

  await says(stage, 'newcomer', issue, '/ladder show');
  expect(reply(issue)).toContain('**newcomer** is a contributor.');
  await world.user('yaramensah').merges(pull);
  expect(status(issue)).toContain(`Roster: \`${ROSTER}\` says so, by [#${pull.number}]`);
  await says(stage, 'newcomer', issue, '/ladder show');
  expect(reply(issue)).toContain(`**newcomer** is a member since 2026-11-30, by #${issue.number}.`);
  // And they sponsor the next one.
  const next = await opens(stage, 'nextone', '/nominate @nextone member');
  await says(stage, 'newcomer', next, '/endorse @nextone');
  expect(row(next, 'Sponsors')).toContain('newcomer (organisation not known)');
  expect(verified(stage).findings).toEqual([]);
  expect(bench.log.errors).toEqual([]);
  await strikeWhole(stage);
});

test('a roster that is edited by hand meanwhile is what the change is made on', async () => {
  const stage = await withMembers();
  const { world, bench } = stage;
  const issue = await approved(stage);
  const pull = rosterPull(stage, issue);
  const first = pull.head;
  const edited = MEMBERS.replace('Harbour Works', 'Harbour Works Ltd # by hand');
  await world.user('bolarsen').pushesTo(stage.repo, { [ROSTER]: edited });
  expect(pull.head).not.toBe(first);
  expect(added(edited, rosterAt(stage, pull.head))).toHaveLength(3);
  expect(added(rosterAt(stage, pull.head), edited)).toEqual([]);
  expect(pull.now.state).toBe('open');
  await world.user('yaramensah').merges(pull);
  expect(rosterNow(stage)).toContain('Harbour Works Ltd # by hand');
  expect(rosterNow(stage)).toContain('logins: [newcomer]');
  expect(status(issue)).toContain('says so, by');
  expect(bench.log.errors).toEqual([]);
  await strikeWhole(stage);
});

test('what people write themselves is not written over: in the pull request, and in the roster', async () => {
  const stage = await withMembers();
  const { world } = stage;
  const issue = await approved(stage);
  const pull = rosterPull(stage, issue);
  const text = rosterAt(stage, pull.head).replace(
    'role: member, since: 2026-11-30',
    'role: maintainer, since: 2026-11-30',
  );
  await world.user('bolarsen').pushesTo(stage.repo, { [ROSTER]: text }, `convenor/ladder-${issue.number}`);
  await says(stage, 'passerby', issue, '/help');
  expect(status(issue)).toContain('somebody has changed it: look whether it says what was decided');
  expect((pull.check('convenor/proposal')?.output.summary ?? '').replaceAll('\u200b', '')).toContain(
    `It says that it carries out what was decided in #${issue.number}, and is not exactly that`,
  );
  const head = pull.head;
  // Somebody writes the entry by hand instead; nothing is left to do.
  const byHand = `${MEMBERS}  - { logins: [newcomer], roles: [{ role: member, since: 2026-12-24 }] }\n`;
  await world.user('bolarsen').pushesTo(stage.repo, { [ROSTER]: byHand });
  expect(pull.head).toBe(head);
  expect(status(issue)).toContain(`Roster: \`${ROSTER}\` says so.`);
  await strikeWhole(stage);
});

test('a pull request that somebody closes is not opened again', async () => {
  const stage = await withMembers();
  const { world, bench } = stage;
  const issue = await approved(stage);
  const pull = rosterPull(stage, issue);
  await world.user('bolarsen').closes(pull);
  expect(status(issue)).toContain(`Somebody closed [#${pull.number}]`);
  await bench.restart();
  await bench.sweep();
  rosterPull(stage, issue);
  await strikeWhole(stage);
});

test('an emeritus comes back, and the rules ask for less than at first', async () => {
  const stage = await withMembers();
  const { world, sandbox } = stage;
  const issue = await opens(stage, 'edda-emerita', '/nominate @edda-emerita maintainer');
  expect(status(issue)).toContain('### edda-emerita comes back as a maintainer');
  expect(row(issue, 'Place')).toBe('✓ A place to begin from is not asked again of somebody who has held it before.');
  expect(row(issue, 'Time')).toContain('✓ Time is not asked again');
  await says(stage, 'kofiadu', issue, '/endorse @edda-emerita');
  await says(stage, 'bolarsen', issue, '/ladder approve');
  await sandbox.clock.advance({ days: 7, minutes: 10 });
  const pull = rosterPull(stage, issue);
  expect(added(MEMBERS, rosterAt(stage, pull.head))).toEqual([
    `roles: [{ role: maintainer, since: 2024-01-01, until: 2025-06-30 }, { role: maintainer, since: 2026-11-30, decision: '#${issue.number}' }]`,
    'emeritus: false',
  ]);
  await world.user('yaramensah').merges(pull);
  await says(stage, 'edda-emerita', issue, '/ladder show');
  expect(reply(issue)).toContain('**edda-emerita** is a maintainer since 2026-11-30');
  await strikeWhole(stage);
});

test('who lays a role down needs nobody, and with the last one is emeritus', async () => {
  const stage = await withMembers();
  const { world } = stage;
  const issue = await opens(stage, 'mia-at-work', '/step-down member\nNo time any more. Thank you all.');
  expect(status(issue)).toContain('### mia-at-work lays down: a member');
  const pull = rosterPull(stage, issue);
  expect(pull.now.title).toBe('Roster: mia-at-work, emeritus');
  expect(added(MEMBERS, rosterAt(stage, pull.head))).toEqual([
    "- { role: member, since: 2026-01-10, decision: '#3', until: 2026-11-22 } # the first of them",
    'emeritus: true',
  ]);
  await world.user('bolarsen').merges(pull);
  await says(stage, 'mia-member', issue, '/ladder show');
  expect(reply(issue)).toContain('**Mia Moor (mia-member)** is emeritus.');
  // What nobody holds nobody lays down.
  const none = await opens(stage, 'passerby', '/step-down maintainer');
  expect(reply(none)).toContain('`/step-down` names what passerby is not by the files here: a maintainer.');
  await strikeWhole(stage);
});

test('a lead lays down one group and stays a member of another', async () => {
  const stage = await withMembers();
  const issue = await opens(stage, 'noorhaddad', '/step-down lead wire-format');
  expect(status(issue)).toContain('Laid down: a lead of the Wire Format Working Group');
  const pull = rosterPull(stage, issue);
  expect(added(MEMBERS, rosterAt(stage, pull.head)).join('\n')).toContain(
    `groups: [{ group: wire-format, level: lead, until: 2026-11-22, decision: '#${issue.number}' }]`,
  );
  await strikeWhole(stage);
});

test('somebody else is made emeritus by the core, after they were asked', async () => {
  const stage = await withMembers();
  const { sandbox, world } = stage;
  const issue = await opens(stage, 'kofiadu', '/emeritus @nils-member Has not been seen since spring.');
  expect(status(issue)).toContain('### nils-member as emeritus');
  expect(issue.statusComment()?.body).toContain(
    'Next: **@nils-member** says with `/object @nils-member <reason>` what speaks against it',
  );
  await says(stage, 'bolarsen', issue, '/ladder approve');
  await sandbox.clock.advance({ days: 14, minutes: 10 });
  const pull = rosterPull(stage, issue);
  expect(added(MEMBERS, rosterAt(stage, pull.head)).join('\n')).toContain('emeritus: true');
  await world.user('yaramensah').merges(pull);
  expect(status(issue)).toContain('says so, by');
  await strikeWhole(stage);
});
