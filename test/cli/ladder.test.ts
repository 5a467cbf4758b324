import { describe, expect, it, test } from 'vitest';
import { opens, says, withMembers } from '../story/nomination.js';
import { recordFiles } from '../story/record.js';
import { stageFor, strike, tidewire } from '../story/stage.js';
import { convenor, folderWith, MAINTAINERS, SPECIFICATION } from './terminal.js';

const ROSTER = '.github/convenor/roster.yml';
const roster = `version: 1
people:
  - logins: [mary-member]
    roles: [{ role: member, since: 2026-06-15, decision: '#12' }]
  - logins: [otto-old]
    roles: [{ role: maintainer, since: 2020-01-01, until: 2025-03-31 }]
    emeritus: true
  - logins: [mona-mod]
    moderator: true
    groups: [{ group: kettles, level: lead, since: 2026-06-01, until: 2026-12-20 }]
  - logins: [nils-new]
    roles: [{ role: member, since: 2026-09-01 }]
  - logins: [uma-unknown]
    roles: [{ role: member }]
`;
const cwd = (): string => folderWith({ ...SPECIFICATION, [ROSTER]: roster });

interface Report {
  places: { role: string; people: { login: string }[] }[];
  near: unknown[];
  unchecked: { rule: string; says: string }[];
}

describe('the whole ladder', () => {
  it('from the top down, with who is near the next step, whose term ends and what was not checked', async () => {
    const { status, out } = await convenor(['ladder', 'report'], { cwd: cwd(), today: '2026-12-03' });
    expect(status).toBe(0);
    const part = (title: string): string => out.slice(out.indexOf(title)).split('\n\n')[0] ?? '';
    expect(part('Lead Maintainers')).toBe('Lead Maintainers\n  @lena-lead (Lena Lead)');
    expect(part('Maintainers\n  none')).toBe('Maintainers\n  none');
    expect(part('Members')).toBe(
      'Members (3)\n  @mary-member (Mary Member), Example Inc, since 2026-06-15 by #12; member of kettles\n  @nils-new, since 2026-09-01\n  @uma-unknown',
    );
    expect(part('Community moderators')).toContain('@mona-mod; lead of kettles');
    expect(part('In groups, and not on the ladder')).toContain(
      '@grace-example (Grace Example), Example Ltd; lead of kettles',
    );
    expect(part('Emeritus')).toBe('Emeritus\n  @otto-old, maintainer until 2025-03-31');
    expect(part('Near the next step')).toBe(
      'Near the next step\n  @mary-member: maintainer, by time in place from 2026-12-15 on (ladder-maintainer)',
    );
    expect(part('Terms')).toBe('Terms\n  @mona-mod: lead of kettles, last day 2026-12-20 (in 17 days)');
    expect(part('Not checked')).toContain('since when one person holds');
    expect(part('Not checked')).toMatch(/^ {2}Two-factor authentication, of a new member: .* \(ladder-member\)$/m);
    expect(part('Not checked')).toContain('Who is a member by belonging to the organisation: its list was not read');
  });

  it('for a program, and in another month with others near', async () => {
    const { out } = await convenor(['ladder', 'report', '--json', '.'], { cwd: cwd(), today: '2027-02-10' });
    const { near, places } = JSON.parse(out) as Report;
    expect(places.map(({ role, people }) => [role, people.length])).toEqual([
      ['lead-maintainer', 1],
      ['core-maintainer', 1],
      ['maintainer', 0],
      ['member', 3],
    ]);
    expect(near).toEqual([
      { person: 'mary-member', to: 'maintainer', rule: 'ladder-maintainer', from: '2026-12-15' },
      { person: 'nils-new', to: 'maintainer', rule: 'ladder-maintainer', from: '2027-03-01' },
    ]);
  });

  it('is not made from half a roster', async () => {
    const broken = folderWith({ ...SPECIFICATION, [ROSTER]: 'version: 1\npeople:\n  - logins: []\n' });
    const { status, out, err } = await convenor(['ladder', 'report'], { cwd: broken });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`${ROSTER}:3`);
  });
});

test("an organisation's members are proposed for the roster, and counted in the report", async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const { sandbox, world } = stage;
  const keeper = world.user('tidewire-keeper');
  for (const login of ['lena-lead', 'mary-member', 'nora-newer'])
    sandbox.actions.addOrganizationMember(world.organization('tidewire'), world.user(login).account, 'member');
  const token = sandbox.actions.createUserToken(keeper.account);
  const env = { GITHUB_TOKEN: token, GITHUB_API_URL: sandbox.state.urls.api };

  const fresh = await convenor(['people', 'import', '--org', 'tidewire', '.'], { cwd: folderWith(SPECIFICATION), env });
  expect(fresh.out).toContain(
    'from the members of https://github.com/orgs/tidewire/people and MAINTAINERS.md and 1 charter',
  );
  expect(fresh.out).toMatch(
    /- logins: \[ nora-newer \]\n +roles:\n +- \{ role: member \} # https:\/\/github.com\/orgs\/tidewire\/people$/m,
  );
  expect(fresh.out).toMatch(/- logins: \[ lena-lead \]\n.*\n +roles:\n +- \{ role: lead-maintainer \}/m);

  // What the roster has stays there; Mary has an entry, and Lena is on the list of maintainers.
  const more = await convenor(['people', 'import', '--org', 'tidewire', '.'], { cwd: cwd(), env });
  expect([...more.out.matchAll(/logins: \[ (\S+) \]/g)].map(([, login]) => login)).toEqual([
    'nora-newer',
    'tidewire-keeper',
  ]);
  const none = await convenor(['people', 'import', '.'], { cwd: cwd(), env });
  expect([none.status, none.out]).toEqual([2, '']);

  const { out } = await convenor(['ladder', 'report', '--json', '--org', 'tidewire', '.'], { cwd: cwd(), env });
  const report = JSON.parse(out) as Report;
  expect(report.places.at(-1)?.people.map(({ login }) => login)).toEqual([
    'mary-member',
    'nils-new',
    'nora-newer',
    'tidewire-keeper',
    'uma-unknown',
  ]);
  expect(report.unchecked.some(({ says }) => says.includes('its list was not read'))).toBe(false);

  const cwdOf = { cwd: folderWith({ ...SPECIFICATION, 'MAINTAINERS.md': MAINTAINERS }) };
  for (const [args, given, problem] of [
    [['--org', 'tidewire'], {}, 'there is no token in GITHUB_TOKEN'],
    [['--org', 'a b'], env, '"a b" is no organisation'],
    [['--org', 'mary-member'], env, 'GitHub shows no members of "mary-member"'],
  ] as const) {
    const seen = await convenor(['ladder', 'report', ...args, '.'], { ...cwdOf, env: given });
    expect([seen.status, seen.out]).toEqual([2, '']);
    expect(seen.err).toContain(problem);
  }
  await strike(stage);
});

test('who may be inactive by a record is said with their last word, and with all that it cannot know', async () => {
  const stage = await withMembers();
  const issue = await opens(stage, 'newcomer', '/nominate @newcomer member');
  await says(stage, 'mia-member', issue, '/endorse @newcomer');
  const files = Object.fromEntries(recordFiles(stage));
  const record = folderWith(files);
  const cwd = folderWith(stage.play.files);
  const { status, out } = await convenor(['ladder', 'report', '--record', record, '.'], { cwd, today: '2027-03-01' });
  expect(status).toBe(0);
  const part = (title: string): string => out.slice(out.indexOf(title)).split('\n\n')[0] ?? '';
  expect(part('May be inactive, and should be asked')).toContain(
    `@mia-member: member, last word 2026-11-23 in #${issue.number}; asked after 3 months (ladder-inactivity)`,
  );
  expect(part('May be inactive')).toContain('@nils-member: member, no word in the record');
  expect(part('May be inactive')).toContain(
    '@linokafor: member of discovery, no word in the record; asked after 3 months (group-inactivity)',
  );
  // Six months have not passed since the record began.
  expect(part('May be inactive')).not.toContain('core-maintainer');
  expect(part('Sponsored others')).toBe(`Sponsored others\n  @mia-member: @newcomer (#${issue.number})`);
  expect(part('Not checked')).toContain(
    'chat, meetings and other repositories stand in no record. It begins on 2026-11-23, with 1 ledger;',
  );
  const ledger = `ledgers/${issue.number}/0001.jsonl`;
  const forged = folderWith({ ...files, [ledger]: (files[ledger] ?? '').replace('mia-member', 'zed') });
  const refused = await convenor(['ladder', 'report', '--record', forged, '.'], { cwd, today: '2027-03-01' });
  expect([refused.status, refused.out]).toEqual([2, '']);
  expect(refused.err).toContain('the record does not hold');
  await strike(stage);
});
