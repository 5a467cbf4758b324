import { describe, expect, test } from 'vitest';
import type { OpenProposal } from '../../src/facts/facts.js';
import type { ReviewPosition } from '../../src/facts/review-positions.js';
import { charter, LEADS, MEMBERS, WG_PATH } from '../people/writing.js';
import {
  type Files,
  LIDS,
  MAINTAINERS,
  NO_TABLE,
  ROSA,
  RULES,
  WORLD,
  item,
  judged,
  lids,
  line,
  needing,
  roster,
  told,
  withCharter,
} from './governance.js';

describe('people', () => {
  test.each<[string, Partial<Files>, Partial<Files>, string[]]>([
    ['nothing', {}, {}, []],
    [
      'a promotion',
      { roster: roster(ROSA) },
      { roster: roster(ROSA.replace('core-', 'lead-')) },
      ['+ Rosa Ek (rosaek) would become a Lead Maintainer; until now a Core Maintainer. @3'],
    ],
    [
      'a name taken off MAINTAINERS.md',
      {},
      { maintainers: '# Maintainers\n' },
      ['- Rosa Ek (rosaek) would no longer be a Core Maintainer, but a contributor. @old 5'],
    ],
    [
      'an end for a role',
      { roster: roster(ROSA) },
      { roster: roster(ROSA.replace('maintainer }', 'maintainer, until: 2026-12-31 }')) },
      [
        '- Rosa Ek (rosaek) would be a Core Maintainer to 2026-12-31; until now without a last day. @3',
        '- 2027-01-01: Rosa Ek (rosaek) would no longer be a Core Maintainer, but a contributor. @old 3',
      ],
    ],
    [
      'a role that is over before the day',
      {},
      { roster: roster('{ logins: [cydorn], roles: [{ role: maintainer, until: 2026-11-22 }] }') },
      [],
    ],
    [
      'a moderator',
      {},
      { roster: roster('{ logins: [cydorn], moderator: true }') },
      ['+ Cy Dorn (cydorn) would become a community moderator. @3'],
    ],
    [
      'another organisation',
      { roster: roster('{ logins: [cydorn], organization: Fjord }') },
      { roster: roster('{ logins: [cydorn], organization: Kiln Works }') },
      ['~ Cy Dorn (cydorn) would be of Kiln Works; until now of Fjord. @3'],
    ],
    [
      'a name that joins two organisations',
      { roster: roster('{ logins: [cydorn], organization: Fjord }', '{ logins: [rosaek], organization: Fjord }') },
      {
        roster: `${roster('{ logins: [cydorn], organization: Fjord }', '{ logins: [rosaek], organization: Fjord }')}organizations:\n  Kiln Works: [Fjord]\n`,
        rules: `${WORLD.rules ?? ''}${needing(3)}`,
      },
      [
        expect.stringContaining('+ The group `kettle-timers` now decides at once (decide)') as string,
        '- Fjord and Kiln Works would count as one organisation, Kiln Works: 5 people would be of the same wherever different organisations are asked for. @6',
        '- The Kettle Timers Working Group would have members of 2 known organisations instead of 3, and its grant asks for 3.',
      ],
    ],
    [
      'a name that parts them again',
      {
        roster: `${roster('{ logins: [cydorn], organization: Fjord }')}organizations:\n  Kiln Works: [Fjord]\n`,
      },
      { roster: roster('{ logins: [cydorn], organization: Fjord }') },
      [
        '+ Fjord and Kiln Works would count as 2 organisations; until now as one, Kiln Works. 4 people would be of different ones. @old 5',
        '+ The Kettle Timers Working Group would have members of 3 known organisations instead of 2.',
      ],
    ],
    [
      'another name that nobody is of',
      { roster: roster('{ logins: [cydorn], organization: Fjord }') },
      {
        roster: `${roster('{ logins: [cydorn], organization: Fjord }')}organizations:\n  Fjord: [Fjord Instruments]\n`,
      },
      [],
    ],
    [
      'two accounts that become one person, who is counted once',
      {},
      { roster: roster('{ logins: [adabell, cydorn], name: Ada Bell }') },
      [
        '+ Ada Bell (cydorn) would count as Ada Bell (adabell): what is said from either account is said by one person.',
        '+ Ada Bell (cydorn) would be a lead of the Kettle Timers Working Group instead of a member. @40',
        '~ Ada Bell (cydorn) would be of Kiln Works; until now of no known organisation. @40',
        '~ The Kettle Timers Working Group would count 2 people for its quorum instead of 3. @51',
      ],
    ],
    [
      'an account that leaves a person',
      { roster: roster('{ logins: [rosaek, rosa2], name: Rosa Ek, roles: [{ role: core-maintainer }] }') },
      { roster: roster(ROSA) },
      ['- Rosa Ek (rosa2) would no longer be a Core Maintainer, but a contributor. @old 3'],
    ],
    [
      'a lead whose term goes on',
      {},
      withCharter({ leadership: LEADS.replace('Mar 3', 'Jun 3') }),
      [
        '+ Ada Bell (adabell) would be a lead of the Kettle Timers Working Group to 2027-06-03; until now to 2027-03-03. @40',
      ],
    ],
    [
      'a member who becomes a participant',
      {},
      withCharter({ membership: MEMBERS.replace('WG Member ', 'Participant') }),
      [
        '- Cy Dorn (cydorn) would be a participant of the Kettle Timers Working Group instead of a member, and not be counted for its quorum any more. @56',
        '~ The Kettle Timers Working Group would count 2 people for its quorum instead of 3. @51',
      ],
    ],
    [
      'a roster that emeritus takes somebody out of their group',
      {},
      { roster: roster('{ logins: [cydorn], emeritus: true }') },
      [
        '- Cy Dorn (cydorn) would no longer be a member of the Kettle Timers Working Group, and not be counted for its quorum any more. @old 56',
        '~ The Kettle Timers Working Group would count 2 people for its quorum instead of 3. @51',
      ],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(told(judged(from, to))).toEqual(expected);
  });

  test('the author, whatever the case of their login, is told what they would gain and nothing else', () => {
    const { author } = judged({}, { roster: roster('{ logins: [zed], name: Zed, roles: [{ role: maintainer }] }') });
    expect(author.map(line)).toEqual(['Zed (zed) would become a maintainer; until now a contributor. @3']);
    expect(judged({}, { maintainers: '# Maintainers\n' }, { author: 'rosaek' }).author).toEqual([]);
  });

  test('the author whose group would get a further grant is told of it', () => {
    const rules =
      'extends: mcp\ndelegation:\n  grants:\n    kettle-timers:\n      authority: decide\n      grantedBy: us\n      since: 2026-01-01\n';
    expect(judged({}, { rules }, { author: 'cydorn' }).author.map(line)).toEqual([
      'is counted in the Kettle Timers Working Group, whose word would be worth more. @4',
    ]);
    expect(judged({}, { rules }).author).toEqual([]);
  });
});

describe('groups', () => {
  const who = 'The Kettle Timers Working Group';
  test.each<[string, Partial<Files>, string[]]>([
    [
      'a new one',
      { charters: { ...WORLD.charters, [LIDS]: lids() } },
      [
        '+ Lu Mi (lumi) would become a lead of the Lids Working Group, and be counted for its quorum. @39',
        '+ The Lids Working Group would be a new group, in force, with 1 person counted for its quorum. @2',
      ],
    ],
    [
      'one without a charter any more',
      { charters: {} },
      [
        '- Ada Bell (adabell) would no longer be a lead of the Kettle Timers Working Group, and not be counted for its quorum any more. @old 40',
        '- Bo Carr (bocarr) would no longer be a lead of the Kettle Timers Working Group, and not be counted for its quorum any more. @old 41',
        `- ${who} would have no charter any more: nobody is counted for it, and it is responsible for nothing. @old 1`,
      ],
    ],
    [
      'one that loses its list of members',
      withCharter({ membership: NO_TABLE }),
      [
        `- ${who} would lose its quorum body. The charter of Kettle Timers has no whole list of members, so nobody knows who is counted. @51`,
      ],
    ],
    [
      'one that becomes an Interest Group',
      withCharter({ type: '**Interest Group**' }),
      [
        `- ${who} would become an Interest Group, which recommends and decides nothing. @6`,
        '- The Kettle Timers Interest Group would lose its quorum body. Kettle Timers is an Interest Group, and makes no binding decisions. @51',
      ],
    ],
    [
      'another scope, and other rights on paper',
      withCharter({
        scope:
          '### In Scope\n\n- **Ringing**: SEPs on bells\n  and whistles.\n- Steam.\n\n### Out of Scope\n\n- Cups.\n\nSaucers may be looked at later.',
        authority: '| Decision Type | Authority Level |\n| --- | --- |\n| Bell design | The leads |',
      }),
      [
        '~ The charter of the Kettle Timers Working Group would say that more is in scope: "Steam.". @21',
        '~ The charter of the Kettle Timers Working Group would no longer say that this is in scope: "Timers.". @old 21',
        '~ The charter of the Kettle Timers Working Group would say otherwise who decides what. What its word is worth here is what the rules grant it. @42',
      ],
    ],
    [
      'work on a proposal',
      withCharter({ items: item('SEP-71: Bells') }),
      ['~ The charter of the Kettle Timers Working Group would name, among its active work items: SEP-71. @75'],
    ],
  ])('%s', (_, to, expected) => {
    expect(told(judged({}, to)).filter((each) => !each.includes('would no longer be a member'))).toEqual(expected);
  });

  test('where a group loses its body, its members are not said one by one', () => {
    expect(told(judged({}, withCharter({ membership: NO_TABLE })))).toHaveLength(1);
  });
});

describe('open proposals', () => {
  const proposal = (more: Partial<OpenProposal> = {}): OpenProposal => ({
    pull: 71,
    number: 71,
    title: 'Bells',
    takenOver: false,
    type: 'Standards Track',
    status: 'draft',
    group: null,
    decision: null,
    ...more,
  });
  const both = (kettles: string | null, lid: string | null): Partial<Files> => ({
    charters: { [WG_PATH]: charter({ items: kettles }), [LIDS]: lids(lid) },
  });
  const grants = (authority: string, more = ''): string =>
    `extends: mcp\ndelegation:\n  grants:\n    kettle-timers:\n      authority: ${authority}\n      grantedBy: us\n      since: 2026-01-01\n${more}`;

  test.each<[string, Partial<Files>, Partial<Files>, Partial<OpenProposal>, string[]]>([
    ['none is touched', {}, withCharter({ mission: 'Rings.' }), {}, []],
    [
      'one passes to another group',
      both(item('SEP-71'), null),
      both(null, item('SEP-71')),
      { group: 'kettle-timers' },
      [
        `SEP-71, "Bells", would be with the Lids Working Group; until now with the Kettle Timers Working Group. The charter of the Lids Working Group has it among its active work items (${LIDS}, line 68). That group advises, and the core decides (advise).`,
      ],
    ],
    [
      'one is left without',
      both(item('SEP-71'), null),
      both(null, null),
      { group: 'kettle-timers' },
      ['SEP-71, "Bells", would be with no group; until now with the Kettle Timers Working Group.'],
    ],
    [
      'one that a lead adopted is named by another charter',
      both(null, null),
      both(null, item('SEP-71')),
      { group: 'kettle-timers' },
      [
        `SEP-71, "Bells", would be with the Kettle Timers Working Group and the Lids Working Group; until now with the Kettle Timers Working Group. The charter of the Lids Working Group has it among its active work items (${LIDS}, line 68). What touches several groups is the core's to decide. If somebody routed it to its group, it stays there alone.`,
      ],
    ],
    [
      'a word that is worth more',
      { rules: grants('veto-window') },
      { rules: grants('decide') },
      { group: 'kettle-timers' },
      [
        'SEP-71, "Bells", would be decided otherwise: the Kettle Timers Working Group decides at once (decide); until now it decides, unless the core objects in time (veto-window).',
      ],
    ],
    [
      'a word that asks for more than was shown',
      { rules: grants('decide') },
      { rules: grants('decide', '      needs: { decided: 0, members: 9, organizations: 0 }\n') },
      { group: 'kettle-timers' },
      [
        'SEP-71, "Bells", would be decided otherwise: the Kettle Timers Working Group decides, unless the core objects in time (veto-window); until now it decides at once (decide). Of members it needs 9, and has 3.',
      ],
    ],
    [
      'a track that becomes the core’s',
      {},
      { rules: 'extends: mcp\nrules:\n  reserved-matters:\n    tracks: [Process, Standards Track]\n' },
      {},
      ['SEP-71, "Bells", would be reserved to the core. The Standards Track track is reserved to the core.'],
    ],
    [
      'one that is decided',
      both(item('SEP-71'), null),
      both(null, null),
      { group: 'kettle-timers', status: 'accepted' },
      [],
    ],
  ])('%s', (_, from, to, more, expected) => {
    const shown = new Map([['kettle-timers', { decided: 0, overturned: 0 }]]);
    expect(judged(from, to, { proposals: [proposal(more)], shown }).proposals.map(line)).toEqual(expected);
  });

  test('decisions that run keep what they opened with, where something about it changes', () => {
    const deadline = '2026-12-03T09:00:00Z';
    const proposals = [
      proposal({ group: 'kettle-timers', decision: { form: 'consensus', deadline } }),
      proposal({ pull: 72, number: null, title: null, decision: { form: 'core', deadline } }),
    ];
    const until = 'until Thursday 3 December 2026 09:00 UTC';
    const pinned = (to: Partial<Files>): string[] => judged({}, to, { proposals }).pinned;
    expect(pinned(withCharter({ membership: MEMBERS.replace('WG Member ', 'Participant') }))).toEqual([
      `SEP-71, "Bells", has a lazy consensus open ${until}; it keeps who is counted as it opened.`,
    ]);
    expect(pinned({ maintainers: `${MAINTAINERS}- [Sven Ro](https://github.com/svenro)\n` })).toEqual([
      `Pull request 72 has a decision of the core open ${until}; it keeps who is counted as it opened.`,
    ]);
    expect(pinned({ rules: 'extends: mcp\nrules:\n  consensus:\n    significant: 14\n' })).toHaveLength(2);
    expect(pinned(withCharter({ mission: 'Rings.' }))).toEqual([]);
  });

  test('a grant by files says that nobody can tell which open proposals it covers', () => {
    const rules = grants('decide', '      scope: { paths: [docs/bells/**] }\n');
    const { unsaid, isUnchanged } = judged({}, { rules }, { proposals: [proposal()] });
    expect(unsaid).toEqual([
      "The delegation to the Kettle Timers Working Group covers proposals by their files or words. The record's index holds neither, so which open ones it covers is not said here.",
    ]);
    expect(isUnchanged).toBe(false);
    expect(judged({}, { rules }).unsaid).toEqual([]);
  });
});

describe('what is wrong, and who approves', () => {
  test('broken rules leave people to be said, and a broken roster the rules', () => {
    const rules = 'extends: mcp\nrules:\n  consensus:\n    signifcant: 3\n';
    const one = judged(
      {},
      {
        rules,
        maintainers: MAINTAINERS.replace('Rosa Ek](https://github.com/rosaek', 'Sven Ro](https://github.com/svenro'),
      },
    );
    expect(one.files.map(({ path, findings }) => [path, findings.map((each) => `${each.line} ${each.code}`)])).toEqual([
      [RULES, ['4 rules/unknown-key']],
    ]);
    expect(one.loses).toHaveLength(1);
    expect(one.inOrder).toBe(false);
    const two = judged({}, { rules: 'extends: mcp\nrules:\n  veto-window:\n    days: 3\n', roster: 'version: 2\n' });
    expect(two.rules.map(line)).toEqual(['Window for objections: 7 → 3 days. @4']);
    expect([...two.gains, ...two.loses, ...two.others]).toEqual([]);
    expect(two.inOrder).toBe(false);
  });

  test('only what the change brings is said of a charter', () => {
    const old = { charters: { [WG_PATH]: charter({ items: null, operations: null }) } };
    expect(
      judged(old, { charters: { [WG_PATH]: charter({ items: null, operations: null, mission: 'Rings.' }) } }),
    ).toMatchObject({
      files: [],
      isUnchanged: true,
    });
    const cut = charter({ items: null }).slice(0, 900);
    const { files, inOrder } = judged({}, { charters: { [WG_PATH]: cut } });
    expect(inOrder).toBe(false);
    expect(files[0]?.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'people/charter-cut',
    ]);
  });

  test('a grant to a group that has no charter is a slip that is said on its line', () => {
    const rules =
      'extends: mcp\ndelegation:\n  grants:\n    kettle-timer:\n      authority: decide\n      grantedBy: us\n      since: 2026-01-01\n';
    expect(judged({}, { rules }).files).toMatchObject([
      { path: RULES, findings: [{ code: 'rules/unknown-group', line: 4, severity: 'warning' }] },
    ]);
  });

  test('so is a channel for a group that has no charter', () => {
    const rules = 'extends: mcp\ntell:\n  groups:\n    kettle-timer: kettles\n';
    expect(judged({}, { rules }).files).toMatchObject([
      { path: RULES, findings: [{ code: 'rules/unknown-group', line: 4, severity: 'warning' }] },
    ]);
  });

  test('a grant that a charter takes the ground from is said on its line, though nobody touches the rules', () => {
    const rules =
      'extends: mcp\ndelegation:\n  grants:\n    kettle-timers:\n      authority: decide\n      grantedBy: us\n      since: 2026-01-01\n';
    const changed = (parts: Parameters<typeof charter>[0]): Partial<Files> => ({
      charters: { [WG_PATH]: charter({ items: null, ...parts }) },
    });
    const { files, inOrder } = judged({ rules }, changed({ type: '**Working Group** (forming)' }));
    expect(files).toMatchObject([
      { path: RULES, findings: [{ code: 'rules/grant-without-power', line: 4, severity: 'warning' }] },
    ]);
    expect(inOrder).toBe(true);
    expect(judged({ rules }, changed({ mission: 'Rings.' })).files).toEqual([]);
  });

  test.each<[string, Partial<Files>, string[]]>([
    [
      'a charter',
      withCharter({ mission: 'Rings.' }),
      ['A charter: approved by a Core Maintainer or a Lead Maintainer; '],
    ],
    [
      'a new group',
      { charters: { ...WORLD.charters, [LIDS]: lids() } },
      ['A new group: sponsored by 2 people, each a Core Maintainer, or by a Lead Maintainer, '],
    ],
    ['the end of one', { charters: {} }, ['The end of a group: ']],
    ['rules', { rules: 'extends: minimal\n' }, ['Rules, roster and maintainers: approved by a Core Maintainer']],
    [
      'a roster',
      { roster: roster(ROSA) },
      ['Rules, roster and maintainers: ', 'A roster change that carries out a recorded decision needs none.'],
    ],
  ])('%s: who approves is what the rules in force say', (_, to, expected) => {
    const { asks } = judged({}, to);
    expect(asks).toHaveLength(expected.length);
    for (const [index, begins] of expected.entries()) expect(asks[index]?.says).toContain(begins);
  });

  const HEAD = 'a'.repeat(40);
  const review = (login: string, id: number, more: Partial<ReviewPosition> = {}): ReviewPosition => ({
    by: { id, login, nodeId: `U_${id}`, isBot: false },
    is: 'approval',
    at: '2026-11-23T08:30:00Z',
    commit: HEAD,
    review: `PRR_${id}`,
    ...more,
  });
  const TWICE = roster(
    '{ logins: [rosaek, rosa-two], ids: [7, 8], name: Rosa Ek, roles: [{ role: core-maintainer }] }',
  );

  test.each<[string, ReviewPosition[], string, { author?: string; roster?: string }]>([
    ['nobody', [], '○ None of them has approved this head yet.', {}],
    ['one of the core', [review('rosaek', 7)], '✓ Approved by rosaek.', {}],
    ['one of the core, however they write their login', [review('RosaEk', 7)], '✓ Approved by RosaEk.', {}],
    ['somebody else', [review('somebody', 9)], '○ None of them has approved this head yet.', {}],
    [
      'who approved before the last push',
      [review('rosaek', 7, { commit: 'b'.repeat(40) })],
      '○ None of them has approved this head yet. An earlier commit was approved by rosaek, before the last push.',
      {},
    ],
    ['who was dismissed', [review('rosaek', 7, { is: 'dismissed' })], '○ None of them has approved this head yet.', {}],
    ['who wants changes', [review('rosaek', 7, { is: 'request' })], '○ None of them has approved this head yet.', {}],
    ['whoever opened it', [review('rosaek', 7)], '○ None of them has approved this head yet.', { author: 'rosaek' }],
    [
      'whoever opened it, by another account of theirs',
      [review('rosa-two', 8)],
      '○ None of them has approved this head yet.',
      { author: 'rosaek', roster: TWICE },
    ],
    [
      'who took it back by another account',
      [review('rosaek', 7), review('rosa-two', 8, { is: 'request', at: '2026-11-23T08:40:00Z' })],
      '○ None of them has approved this head yet.',
      { roster: TWICE },
    ],
    [
      'an account that took over a login',
      [review('rosaek', 99)],
      '○ None of them has approved this head yet.',
      { roster: TWICE },
    ],
  ])('%s: who has approved is counted by people, at the head', (_, positions, expected, { author, roster: people }) => {
    const from = people === undefined ? {} : { roster: people };
    const { asks } = judged(from, withCharter({ mission: 'Rings.' }), {
      positions,
      ...(author === undefined ? {} : { author }),
    });
    expect(asks.map(({ approval }) => `${approval?.isGiven ? '✓' : '○'} ${approval?.given ?? ''}`)).toEqual([expected]);
  });
});
