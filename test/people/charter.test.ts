import { describe, expect, it } from 'vitest';
import { readCharter } from '../../src/people/index.js';
import { charter, IG_PATH, LEADS, MEMBERS, WG_PATH, type Parts } from './writing.js';

const read = (change: Partial<Parts> = {}, path = WG_PATH) => readCharter(charter(change), path);
const codes = (change: Partial<Parts>, path = WG_PATH): string[] => read(change, path).problems.map(({ code }) => code);

/** The line of a charter by the template that begins with these words. */
const line = (text: string): number =>
  charter()
    .split('\n')
    .findIndex((each) => each.startsWith(text)) + 1;

describe('a charter written by the template', () => {
  const { group, problems } = read();

  it('gives the group its name, kind, mission, scope and channel, each with its line', () => {
    expect(problems).toEqual([]);
    expect(group).toMatchObject({
      slug: 'kettle-timers',
      kind: 'working-group',
      title: 'Kettle Timers',
      status: 'active',
      successor: null,
      mission: 'The group makes kettles ring at the right time.',
      scope: {
        in: [
          { text: 'Ringing: SEPs on bells and whistles.', line: line('- **Ringing**') },
          { text: 'Timers.', line: line('- Timers.') },
        ],
        out: [{ text: 'Cups.', line: line('- Cups.') }],
      },
      channel: '#kettle-timers-wg',
      authority: [{ decision: 'Bell design', level: 'WG consensus', line: line('| Bell design') }],
      source: WG_PATH,
    });
    expect(group.lines).toEqual({
      title: 2,
      kind: line('## Group Type'),
      status: null,
      mission: line('The group makes'),
      channel: line('Discord:'),
      sponsors: line('Sponsored by'),
      membership: line('## Membership'),
    });
  });

  it('gives the groups that its work touches, by their words and by their pages', () => {
    expect(group.related).toEqual([
      { name: 'Lids WG', slugs: ['lids'], line: line('- **[Lids WG]') },
      { name: 'Spouts WG', slugs: [], line: line('- **Spouts WG**') },
      { name: 'Cup makers', slugs: [], line: line('- Cup makers') },
      { name: 'Tea IG / Water', slugs: ['tea', 'water'], line: line('- **[Tea IG]') },
    ]);
  });

  it('gives its meetings', () => {
    expect(group.meetings).toEqual([
      { name: 'Boiling Hour', frequency: 'Weekly', duration: '30 min', purpose: null, line: line('| Boiling Hour') },
    ]);
  });

  it('gives each person, what is known of them, and the line that says it', () => {
    expect(group.leads).toEqual([
      {
        login: 'adabell',
        name: 'Ada Bell',
        organization: 'Kiln Works',
        term: '6 months (ends Mar 3, 2027)',
        termEnds: '2027-03-03',
        since: null,
        path: WG_PATH,
        line: line('| Lead | Ada Bell'),
      },
      {
        login: 'bocarr',
        name: 'Bo Carr',
        organization: 'AWS',
        term: 'Initial',
        termEnds: null,
        since: null,
        path: WG_PATH,
        line: line('| Lead | Bo'),
      },
    ]);
    expect(group.membersKnown).toBe(true);
    expect(
      group.members.map(({ login, organization, level, rawLevel }) => [login, organization, level, rawLevel]),
    ).toEqual([
      ['adabell', 'Kiln Works', 'lead', 'Lead'],
      ['cydorn', null, 'member', 'WG Member'],
      ['dieng', 'Fjord', 'participant', 'Participant'],
      ['edfoss', 'Fjord', 'observer', 'Observer'],
    ]);
    expect(group.members[1]?.line).toBe(line('| Cy Dorn'));
  });

  it('gives the work items with the SEPs that they name and the people who champion them', () => {
    expect(
      group.workItems.map(({ title, number, status, target, champions }) => [title, number, status, target, champions]),
    ).toEqual([
      ['SEP-0071: Bells', 71, 'Draft', 'End May', ['adabell', 'cydorn']],
      ['Whistle SEP (Extensions Track)', 82, null, null, ['bocarr']],
      ['Sep 2026 field test', null, 'Planned', null, ['adabell', 'bocarr']],
      ['SEP-XXX: Steam', null, null, null, []],
    ]);
  });
});

describe('what people vary', () => {
  it('takes a level "Member" for a WG member, and "Maintainer" for what the leadership table makes of them', () => {
    const membership = MEMBERS.replace('| Lead        |', '| Maintainer |')
      .replace('| WG Member   |', '| Member |')
      .replace('| Participant |', '| Maintainer |');
    const { group, problems } = read({ membership });
    expect(group.members.map(({ level }) => level)).toEqual(['lead', 'member', 'member', 'observer']);
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'info people/level-maintainer',
      'info people/level-maintainer',
    ]);
  });

  it('reads columns by their headings, wherever they stand and whatever stands beside them', () => {
    const membership = `| Maintainer? | GitHub | Level | Name | Organisation |
| --- | --- | --- | --- | --- |
| Yes | https://github.com/Cy-Dorn/ | member | Cy Dorn | Fjord |`;
    expect(read({ membership }).group.members).toMatchObject([
      { login: 'Cy-Dorn', name: 'Cy Dorn', organization: 'Fjord', level: 'member' },
    ]);
  });

  it('does not invent a level for a word that is none', () => {
    const { group, problems } = read({ membership: MEMBERS.replace('WG Member', 'constructor') });
    expect(group.members[1]).toMatchObject({ level: null, rawLevel: 'constructor' });
    expect(problems).toMatchObject([
      { code: 'people/level-unknown', severity: 'warning', line: group.members[1]?.line },
    ]);
  });

  it('says that a Working Group without a list, or with prose in its place, cannot decide', () => {
    for (const [membership, code] of [
      [null, 'people/no-membership-list'],
      [
        'Members are all who maintain a kettle, such as [@adabell](https://github.com/adabell).',
        'people/membership-unreadable',
      ],
    ] as const) {
      const { group, problems } = read({ membership });
      expect(group).toMatchObject({ members: [], membersKnown: false });
      expect(problems).toMatchObject([{ code, severity: 'warning' }]);
      expect(problems[0]?.help).toContain('roster');
    }
  });

  it('keeps emeritus members apart', () => {
    const membership = `${MEMBERS}\n\n## Emeritus Membership\n\n| Name | GitHub |\n| --- | --- |\n| Flo Gray | @flogray |`;
    const { group } = read({ membership });
    expect(group.members).toHaveLength(4);
    expect(group.emeritus).toMatchObject([{ login: 'flogray', name: 'Flo Gray' }]);
  });

  it('names the sponsors, and takes leads from a list where there is no table', () => {
    const leadership = `- Ada Bell ([@adabell](https://github.com/adabell))\n- [Bo Carr](https://github.com/bocarr)\n\nSponsored by Hal Ito ([@hal](https://github.com/hal)).`;
    const { group } = read({ leadership });
    expect(group.leads.map(({ login, name }) => [login, name])).toEqual([
      ['adabell', 'Ada Bell'],
      ['bocarr', 'Bo Carr'],
    ]);
    expect(group.sponsoredBy).toEqual(['hal']);
  });

  it('reads comments of MDX and HTML as nothing', () => {
    const membership = `{/* List [@ghost](https://github.com/ghost)\n   here. */}\n\n<!--\n| Name | GitHub | Level |\n| - | - | - |\n| Ghost | @ghost | Lead |\n-->\n\n${MEMBERS}`;
    const { group, problems } = read({ membership });
    expect(group.members.map(({ login }) => login)).not.toContain('ghost');
    expect(group.members).toHaveLength(4);
    expect(problems).toEqual([]);
  });

  it('reads the topics of an Interest Group as topics, never as work that it owns', () => {
    const changelog = `Started.\n\n## Discussion Topics\n\n### Open SEPs\n\n| Item | Name | Status | Champion |\n| - | - | - | - |\n| [SEP-93](https://github.com/o/r/pull/93) | Lids | Draft | — |`;
    const { group, problems } = read({ type: 'Interest Group', authority: null, items: null, changelog }, IG_PATH);
    expect(group.kind).toBe('interest-group');
    expect(group.workItems).toMatchObject([{ kind: 'topic', title: 'Lids', number: 93, champions: [] }]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['an operations paragraph', 'We meet in the `#kettles` channel on Discord.', '#kettles'],
    ['a list', '- Primary channel: `#kettles` on Discord.\n- Notes: elsewhere', '#kettles'],
    ['two channels', 'Discord channels `#kettles` and `#lids`.', null],
    ['none', 'We meet on Mondays, see issue #12.', null],
  ])('finds the channel in %s', (_, operations, channel) => {
    expect(read({ operations }).group.channel).toBe(channel);
  });

  it.each([
    ['**Working Group** (forming)', '', 'forming', 6],
    ['**Working Group**', '<Note>\n  This group is still forming.\n</Note>\n\n', 'forming', 6],
    ['**Working Group**', '<Note>\n  Proposed changes go to the channel.\n</Note>\n\n', 'active', null],
  ])('sees whether a group is still forming: %s %s', (type, note, status, at) => {
    const { group } = readCharter(charter({ type }).replace('## Group Type', `${note}## Group Type`), WG_PATH);
    expect([group.status, group.lines.status]).toEqual([status, at]);
  });

  it('sees that a group is over and where its work went', () => {
    const note =
      '<Note>\n  As of May this Working Group is folded into the [Lids\n  WG](/community/working-groups/lids).\n</Note>\n\n';
    const { group, problems } = readCharter(charter().replace('## Group Type', `${note}## Group Type`), WG_PATH);
    expect(group).toMatchObject({ status: 'retired', successor: 'lids', lines: { status: 6 } });
    expect(problems).toMatchObject([{ code: 'people/group-retired', severity: 'info', line: 6 }]);
  });
});

describe('what is wrong is said with its place', () => {
  it.each<[string, Partial<Parts>, string]>([
    [
      'a link to another account than it shows',
      { leadership: LEADS.replace('com/bocarr', 'com/mallory') },
      'people/login-mismatch',
    ],
    ['an account that is none', { membership: MEMBERS.replace('@edfoss', 'ask Ed!') }, 'people/login-unreadable'],
    ['somebody twice', { membership: `${MEMBERS}\n| Cy Dorn | | @CyDorn | | Lead |` }, 'people/person-twice'],
    [
      'a lead whom the leadership table lacks',
      { membership: MEMBERS.replace('WG Member', 'Lead') },
      'people/lead-not-in-leadership',
    ],
    [
      'a role that leads nothing',
      { leadership: LEADS.replace('| Lead | Bo Carr ', '| Scribe | Bo Carr ') },
      'people/lead-role-unknown',
    ],
    [
      'a term that ends on no day',
      { leadership: LEADS.replace('ends Mar 3, 2027', 'ends Feb 30, 2027') },
      'people/term-unreadable',
    ],
    ['no leads', { leadership: 'To be found.' }, 'people/no-leads'],
    ['a missing section', { operations: null }, 'people/section-missing'],
    ['no title', { front: '' }, 'people/no-title'],
    ['both kinds at once', { type: '**Working Group** | **Interest Group**' }, 'people/kind-unclear'],
    ['the wrong folder', { type: 'Interest Group' }, 'people/kind-contradicts'],
    [
      'a second table of work',
      { changelog: 'x\n\n### Active Work Items\n\n| Item |\n| - |\n| SEP-71 |' },
      'people/section-twice',
    ],
  ])('%s', (_, change, code) => {
    expect(codes(change)).toContain(code);
  });

  it('does not take either account where text and link disagree', () => {
    const { group } = read({ leadership: LEADS.replace('com/bocarr', 'com/mallory') });
    expect(group.leads.map(({ login }) => login)).toEqual(['adabell', null]);
  });

  it('gives a group no power that its charter and its folder disagree on', () => {
    expect(read({ type: '**Working Group**' }, IG_PATH).group.kind).toBe('interest-group');
    expect(read({ type: null }, 'kettle-timers.mdx').group.kind).toBe('interest-group');
  });
});

describe('a charter cut short', () => {
  const lines = charter().split('\n');
  const heading = (title: string): number => lines.findIndex((line) => line.startsWith(`## ${title}`));

  it('is an error that names where it ends and what should follow', () => {
    const half = lines.slice(0, heading('Membership') + 5).join('\n');
    const { group, problems } = readCharter(half, WG_PATH);
    expect(group.membersKnown).toBe(false);
    expect(problems.find(({ code }) => code === 'people/charter-cut')).toMatchObject({
      severity: 'error',
      line: heading('Membership') + 5,
      message: expect.stringContaining('under "Membership"') as string,
    });
  });

  it('never yields a membership list that is not the whole one, wherever it is cut', () => {
    const source = charter();
    const whole = readCharter(source, WG_PATH).group.members.map(({ login }) => login);
    for (let end = 0; end < source.length; end += 17) {
      const { group } = readCharter(source.slice(0, end), WG_PATH);
      if (group.membersKnown) expect(group.members.map(({ login }) => login)).toEqual(whole);
    }
  });

  it('and an empty one gives a group without anything, and an error', () => {
    const { group, problems } = readCharter('', WG_PATH);
    expect(group).toMatchObject({ slug: 'kettle-timers', leads: [], members: [], membersKnown: false });
    expect(problems.map(({ code }) => code)).toContain('people/charter-empty');
  });
});

describe('a page made to keep a parser busy', () => {
  it.each([
    ['marks', '{/*'.repeat(20_000)],
    ['brackets', '[a]('.repeat(15_000)],
    ['quotes', '> '.repeat(3000)],
    ['lists', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')],
    ['length', 'word '.repeat(20_000)],
  ])('is not read at all: %s', (_, operations) => {
    const { group, problems } = read({ operations });
    expect(group).toMatchObject({ leads: [], members: [], membersKnown: false });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'people/too-heavy', severity: 'error' }));
  });
});
