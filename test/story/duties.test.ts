import { expect, test } from 'vitest';
import { INVENTED } from '../../src/sandbox/demo/invented.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import { convenor, folderWith } from '../cli/terminal.js';
import { fileAt } from './record.js';
import { RULES } from './places.js';
import { stageFor, strikeWhole, tidewire } from './stage.js';

const WARNS = `${INVENTED[RULES] ?? ''}
tell:
  digest: { to: [group], issue: What waits for whom }
rules:
  group-meetings: { mode: warn }
`;

/** Tidewire with discussions, with a proposal so that there is a record. */
async function withDiscussions(rules: string, categories: string[]): Promise<Stage> {
  const stage = await stageFor(
    tidewire('wire-format', {
      files: { ...INVENTED, [RULES]: rules },
      pace: { sweepMinutes: 12 * 60, dashboardSeconds: 60 },
    }),
  );
  stage.repo.discussionCategories.push(...categories);
  return stage;
}

/** The rows of the duties of a group's leads, without the marks that keep GitHub from linking. */
const rows = (stage: Stage, group = 'wire-format'): string[] =>
  (fileAt(stage, `dashboard/groups/${group}.md`) ?? '')
    .replaceAll('\u200b', '')
    .split('\n')
    .filter((line) => /^\| [✓○✗–] \|/.test(line));

/** How often GitHub was asked for discussions. */
const asked = ({ sandbox }: Stage): number =>
  sandbox.requests.filter(({ body }) => /discussion(?:s|Categories)\(/.test(JSON.stringify(body))).length;

const opens = async (stage: Stage): Promise<void> => {
  const { cast, repo, play } = stage;
  await cast.author.opensPullRequest({
    repo,
    title: 'Short frames',
    files: { 'seps/0000-short-frames.md': play.proposal.text },
  });
  await stage.sandbox.clock.advance({ minutes: 2 });
};

test('a lead who publishes an agenda late and no notes is told by the page and the digest, as the rule warns', async () => {
  const stage = await withDiscussions(WARNS, ['General', 'Meeting Notes', 'Wire Format WG']);
  const { world, repo, sandbox, bench } = stage;
  const lead = world.user('noorhaddad');
  const meeting = await lead.startsDiscussion({
    repo,
    category: 'Meeting Notes',
    title: 'Wire Format WG meeting 2026-11-26',
  });
  await lead.startsDiscussion({ repo, category: 'General', title: 'Wire Format meeting 2026-11-24' });
  await bench.start();
  await opens(stage);
  expect(rows(stage)).toEqual([
    '| ✗ | Agendas 7 days ahead | Of 1 meeting that discussions name, 1 came later.<br>[2026-11-26](https://github.localhost/tidewire/tidewire/discussions/12): 3 days ahead |',
    '| – | Notes within 48 hours | Not checked: no meeting is over yet. |',
    '| ✗ | Updates | None was found in Wire Format WG.<br>2026-10-31: was due by the end of this day |',
  ]);
  // An Interest Group owes no updates, and of a group that no discussion names nothing is said to be fine.
  expect(rows(stage, 'discovery').filter((row) => row.startsWith('| ✓'))).toEqual([]);

  await lead.startsDiscussion({ repo, category: 'Wire Format WG', title: 'Quarterly update' });
  await sandbox.clock.advanceTo('2026-11-30T10:00:00Z');
  expect(rows(stage)).toMatchObject([
    expect.stringMatching(/^\| ✗ \| Agendas/),
    expect.stringContaining('nothing was written since; notes were due by Sunday 29 November 2026 00:00 UTC |'),
    expect.stringMatching(
      /^\| ✓ \| Updates \| The last one that was found is of 2026-11-23\. The next is due by 2027-01-31\./,
    ),
  ]);
  const digest = [...repo.issues.values()].find(({ title }) => title === 'What waits for whom');
  expect(digest?.body).toContain(
    'For its leads:\n\n- [2026-11-26](https://github.localhost/tidewire/tidewire/discussions/12), Agendas 7 days ahead: 3 days ahead\n' +
      '- [2026-11-26](https://github.localhost/tidewire/tidewire/discussions/12), Notes within 48 hours: nothing was written since;',
  );
  // Nothing else is said anywhere: no comment, and nothing of what is only observed.
  expect(digest?.body).not.toContain('Updates');
  // A person asks for the same with a token of their own.
  const token = sandbox.actions.createUserToken(lead.account);
  const env = { GITHUB_TOKEN: token, GITHUB_API_URL: sandbox.state.urls.api };
  const cwd = folderWith({ ...INVENTED, [RULES]: WARNS });
  const shown = ['groups', 'show', '--repo', 'tidewire/tidewire', 'wire-format'];
  const { status, out } = await convenor(shown, { cwd, env, now: '2026-11-30T10:00:00Z', today: '2026-11-30' });
  expect(status).toBe(0);
  expect(out).toMatch(
    /^ {2}failed {5}Agendas 7 days ahead\. Of 1 meeting .* 2026-11-26: 3 days ahead \(https:\S+\/discussions\/12\)\.$/m,
  );
  expect(await convenor(shown, { cwd })).toMatchObject({
    status: 2,
    err: expect.stringContaining('no token in GITHUB_TOKEN') as string,
  });

  await lead.commentsOnDiscussion(meeting, 'The notes.');
  await sandbox.clock.advance({ days: 1 });
  expect(rows(stage)[1]).toContain('nothing was written until Monday 30 November 2026 10:00 UTC');
  expect(bench.log.errors).toEqual([]);
  await strikeWhole(stage);
});

test('discussions are asked for once a day at most, and not where the rules name none', async () => {
  const stage = await withDiscussions(INVENTED[RULES] ?? '', ['Meeting Notes']);
  await stage.bench.start();
  await opens(stage);
  expect(asked(stage)).toBe(2);
  for (let round = 0; round < 3; round++) {
    await stage.cast.author.opensPullRequest({
      repo: stage.repo,
      title: `Short frames ${round}`,
      files: { [`seps/0000-short-frames-${round}.md`]: stage.play.proposal.text },
    });
    await stage.sandbox.clock.advance({ minutes: 2 });
  }
  expect(asked(stage)).toBe(2);
  await stage.sandbox.clock.advance({ days: 1 });
  expect(asked(stage)).toBe(4);
  stage.world.unseen();
  await strikeWhole(stage);

  const nowhere = `${INVENTED[RULES] ?? ''}\nrules:\n  group-meetings: { category: null }\n  group-updates: { category: null }\n`;
  const other = await withDiscussions(nowhere, ['Meeting Notes']);
  await other.bench.start();
  await opens(other);
  expect(asked(other)).toBe(0);
  expect(rows(other)[0]).toContain('Not checked: the rules name no category of discussions.');
  other.world.unseen();
  await strikeWhole(other);
});

test('what GitHub refuses is not checked, and what fails for a moment is asked again before anything is said', async () => {
  const stage = await withDiscussions(INVENTED[RULES] ?? '', ['Meeting Notes']);
  const { sandbox, bench } = stage;
  const [installation] = sandbox.state.installations.values();
  if (!installation) throw new Error('The app is not installed.');
  const all = installation.permissions;
  const permissions = Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'discussions'));
  expect(permissions).not.toEqual(all);
  sandbox.actions.acceptPermissions(installation, permissions);
  await bench.start();
  await opens(stage);
  expect(rows(stage)).toHaveLength(3);
  for (const row of rows(stage))
    expect(row).toMatch(/^\| – \| .* \| Not checked: the installation lacks the permission .*discussions: read/);
  // A moment's failure is none of theirs: the pages wait, and say what is there.
  sandbox.actions.acceptPermissions(installation, all);
  sandbox.faults.add({ on: { operation: /^Discussion/ }, times: 2, fault: { kind: 'fails', status: 502 } });
  await sandbox.clock.advance({ days: 1 });
  expect(rows(stage)[0]).toContain('Not checked: no discussion in Meeting Notes whose title');
  expect(bench.log.errors).toHaveLength(2);
  stage.world.unseen();
  await strikeWhole(stage);
});
