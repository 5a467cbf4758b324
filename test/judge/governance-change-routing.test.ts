import { describe, expect, test } from 'vitest';
import type { OpenProposal } from '../../src/facts/facts.js';
import { charter, LEADS, MEMBERS, WG_PATH } from '../people/writing.js';
import { item, judged, LIDS, lids, line, MAINTAINERS, withCharter, type Files } from './governance.js';

type Decision = NonNullable<OpenProposal['decision']>;
const proposal = (more: Partial<OpenProposal> = {}): OpenProposal => ({
  ...{ pull: 71, number: 71, title: 'Bells', takenOver: false, type: 'Standards Track', status: 'draft' },
  ...{ group: null, decision: null },
  ...more,
});
const KETTLES = 'the Kettle Timers Working Group';
const LID = 'the Lids Working Group';
/** Both groups name the proposal. */
const shared = (more: Parameters<typeof charter>[0] = {}, items: string | null = item('SEP-71')): Partial<Files> => ({
  charters: { [WG_PATH]: charter({ items: item('SEP-71'), ...more }), [LIDS]: lids(items) },
});
const reserving = (tracks: string, more = ''): string =>
  `extends: mcp\nrules:\n  reserved-matters:\n    tracks: [${tracks}]\n${more}`;
const granting = (authority: string, more = ''): string =>
  `extends: mcp\ndelegation:\n  grants:\n    kettle-timers:\n      authority: ${authority}\n      grantedBy: us\n      since: 2026-01-01\n${more}`;
const SIGN = { gains: '+', loses: '-', changes: '~' };
const told = (from: Partial<Files>, to: Partial<Files>, more: Partial<OpenProposal> = {}): string[] =>
  judged(from, to, {
    proposals: [proposal(more)],
    shown: new Map([['kettle-timers', { decided: 1, overturned: 0 }]]),
  }).proposals.map((each) => `${SIGN[each.effect]} ${line(each)}`);

describe('what is reserved to the core', () => {
  test('a track of which a proposal is comes to be reserved, or no longer is', () => {
    const [free, reserved] = [{ rules: 'extends: mcp\n' }, { rules: reserving('Process, Standards Track') }];
    expect(told(free, reserved)).toEqual([
      '- SEP-71, "Bells", would be reserved to the core. The Standards Track track is reserved to the core.',
    ]);
    expect(told(reserved, free)).toEqual([
      '+ SEP-71, "Bells", would no longer be reserved to the core, as it is now: The Standards Track track is reserved to the core.',
    ]);
  });

  test('a track that nobody knows may be a reserved one', () => {
    expect(told({ rules: reserving('') }, { rules: reserving('Process') }, { type: 'Odd' })).toEqual([
      '- SEP-71, "Bells", would be reserved to the core. It does not say of which track it is, so it may be the core\'s.',
    ]);
  });

  test('what the core decides already is not said to become that, whatever else would reserve it', () => {
    expect(told(shared(), shared({ front: 'title: Bell Ringers Working Group Charter' }))).toEqual([]);
    const both = { ...shared(), rules: 'extends: mcp\n' };
    expect(told(both, { rules: reserving('Process, Standards Track') })).toEqual([]);
    expect(told({ ...both, rules: reserving('Standards Track') }, { rules: 'extends: mcp\n' })).toEqual([]);
  });

  test('several groups are the core’s where the rules say so', () => {
    const rules = reserving('Process', '    crossGroup: false\n');
    expect(told({ ...shared(), rules }, { rules: 'extends: mcp\n' })).toEqual([
      '- SEP-71, "Bells", would be reserved to the core. It touches several groups: Kettle Timers Working Group, Lids Working Group.',
    ]);
    const says = (files: Partial<Files>): string => told(files, shared()).join();
    const by = `The charter of ${LID} has it among its active work items (${LIDS}, line 68).`;
    const begins = `~ SEP-71, "Bells", would be with ${KETTLES} and ${LID}; until now with ${KETTLES}. ${by}`;
    expect(says(shared({}, null))).toBe(`${begins} What touches several groups is the core's to decide.`);
    expect(says({ ...shared({}, null), rules })).toBe(begins);
    expect(says({ ...shared({}, null), rules: reserving('Standards Track', '    crossGroup: false\n') })).toBe(begins);
  });
});

describe('whose a proposal is', () => {
  const byTwo = { ...shared(), rules: granting('decide') };
  test.each<[string, Partial<Files>, Partial<Files>, Partial<OpenProposal>, string[]]>([
    [
      'of two charters that name it, one stops, and it is with the other alone',
      byTwo,
      shared({}, null),
      {},
      [
        `~ SEP-71, "Bells", would be with ${KETTLES}; until now with ${KETTLES} and ${LID}. That group decides at once (decide).`,
      ],
    ],
    [
      'of two charters that name it, the one that it was routed to keeps it by that word',
      byTwo,
      { charters: { [WG_PATH]: charter({ items: null }), [LIDS]: lids(null) } },
      { group: 'kettle-timers' },
      [
        `~ SEP-71, "Bells", would be with ${KETTLES}; until now with ${KETTLES} and ${LID}. That group decides at once (decide).`,
      ],
    ],
    [
      'the only charter that names it stops, and nobody has said that it is with the group',
      shared({}, null),
      { charters: { [WG_PATH]: charter({ items: null }), [LIDS]: lids(null) } },
      { group: 'kettle-timers' },
      [`~ SEP-71, "Bells", would be with no group; until now with ${KETTLES}.`],
    ],
    [
      'a delegation for its track makes a group responsible',
      {},
      { rules: granting('decide', '      scope: { tracks: [Standards Track] }\n') },
      { title: null },
      [
        `~ SEP-71 would be with ${KETTLES}; until now with no group. The delegation to ${KETTLES} covers it, and no other does. That group decides at once (decide).`,
      ],
    ],
    [
      'a delegation that ends gives the group no more than the rules give every group',
      { ...withCharter({ items: item('SEP-71') }), rules: granting('decide') },
      { rules: 'extends: mcp\n' },
      {},
      [
        `- SEP-71, "Bells", would be decided otherwise: ${KETTLES} advises, and the core decides (advise); until now it decides at once (decide).`,
      ],
    ],
    [
      'what its group has shown is enough',
      { ...withCharter({ items: item('SEP-71') }), rules: granting('veto-window') },
      { rules: granting('decide', '      needs: { decided: 1, overturned: 0, members: 3, organizations: 2 }\n') },
      {},
      [
        `+ SEP-71, "Bells", would be decided otherwise: ${KETTLES} decides at once (decide); until now it decides, unless the core objects in time (veto-window).`,
      ],
    ],
    [
      'its group is called otherwise, which changes nothing for it',
      withCharter({ items: item('SEP-71') }),
      withCharter({ items: item('SEP-71'), front: 'title: Bell Ringers Working Group Charter' }),
      {},
      [],
    ],
    ...(['accepted', 'rejected', 'final', 'withdrawn', 'superseded'] as const).map(
      (status): [string, Partial<Files>, Partial<Files>, Partial<OpenProposal>, string[]] => [
        `it is ${status}, and nothing is left to decide`,
        {},
        { rules: reserving('Standards Track') },
        { status },
        [],
      ],
    ),
    ...(['proposal', 'in-review', 'dormant'] as const).map(
      (status): [string, Partial<Files>, Partial<Files>, Partial<OpenProposal>, string[]] => [
        `it is ${status}, and is still to be decided`,
        {},
        { rules: reserving('Standards Track') },
        { status, number: 70, title: null },
        [
          '- SEP-70 (pull request 71) would be reserved to the core. The Standards Track track is reserved to the core.',
        ],
      ],
    ),
  ])('%s', (_, from, to, more, expected) => {
    expect(told(from, to, more)).toEqual(expected);
  });
});

describe('decisions that are open', () => {
  const until = 'until Thursday 3 December 2026 09:00 UTC';
  const open = (form: Decision['form'], group: string | null = 'kettle-timers'): OpenProposal =>
    proposal({ group, decision: { form, deadline: '2026-12-03T09:00:00Z' } });
  const pinned = (proposals: OpenProposal[], to: Partial<Files>): string[] => judged({}, to, { proposals }).pinned;
  const demoted = withCharter({ membership: MEMBERS.replace('WG Member ', 'Participant') });

  test('each keeps who is counted for it', () => {
    const says = (what: string): string[] => [
      `SEP-71, "Bells", has ${what} open ${until}; it keeps who is counted as it opened.`,
    ];
    expect(pinned([open('vote')], demoted)).toEqual(says('a vote'));
    expect(pinned([open('core')], demoted)).toEqual([]);
    expect(pinned([open('vote', null)], demoted)).toEqual([]);
    const lead = { roster: `version: 1\npeople:\n  - { logins: [olga], roles: [{ role: lead-maintainer }] }\n` };
    expect(pinned([open('core')], lead)).toEqual(says('a decision of the core'));
    expect(pinned([open('escalation')], lead)).toEqual(says('an escalation'));
    expect(pinned([open('vote')], lead)).toEqual([]);
    expect(
      pinned([open('core')], {
        maintainers: `${MAINTAINERS}\n## Kettle Maintainers\n\n- [Fa](https://github.com/fa)\n`,
      }),
    ).toEqual([]);
  });

  test('who is counted stays the same in whatever order, and with whatever case, the files name them', () => {
    const [head = '', rule = '', ada = '', ...others] = MEMBERS.split('\n');
    const moved = [head, rule, ...others, ada].join('\n').replace('@cydorn', '@CyDorn');
    const leadership = [...LEADS.split('\n').slice(0, 2), ...LEADS.split('\n').slice(2).reverse()].join('\n');
    expect(pinned([open('vote')], withCharter({ membership: moved, leadership }))).toEqual([]);
  });

  test('and the rules, if both change', () => {
    const to = { ...demoted, rules: 'extends: mcp\nrules:\n  consensus:\n    significant: 14\n' };
    expect(pinned([open('consensus')], to)).toEqual([
      `SEP-71, "Bells", has a lazy consensus open ${until}; it keeps who is counted and the rules as it opened.`,
    ]);
    expect(pinned([proposal(), proposal({ ...open('vote'), status: 'accepted' })], to)).toEqual([]);
  });
});

describe('what the index cannot tell', () => {
  const unsaid = (from: Partial<Files>, to: Partial<Files>): string[] =>
    judged(from, to, { proposals: [proposal()] }).unsaid;
  const about = (group: string): string[] => [
    `The delegation to the ${group} covers proposals by their files or words. The record's index holds neither, so which open ones it covers is not said here.`,
  ];
  const paths = { rules: granting('decide', '      scope: { paths: [docs/bells/**] }\n') };
  const items = { rules: granting('decide', '      scope: { items: [Ringing] }\n') };

  test.each<[string, Partial<Files>, Partial<Files>, string[]]>([
    ['a delegation by files', {}, paths, about('Kettle Timers Working Group')],
    ['one by words of its charter', {}, items, about('Kettle Timers Working Group')],
    ['one that is no longer', paths, { rules: 'extends: mcp\n' }, about('Kettle Timers Working Group')],
    [
      'one whose group goes with it',
      paths,
      { charters: {}, rules: 'extends: mcp\n' },
      about('Kettle Timers Working Group'),
    ],
    ['one for a group that there is not', { charters: {} }, paths, about('kettle-timers')],
    ['one that stays as it is', paths, { ...withCharter({ mission: 'Rings.' }) }, []],
    ['one by tracks', {}, { rules: granting('decide', '      scope: { tracks: [Standards Track] }\n') }, []],
    ['one for all of a charter', {}, { rules: granting('decide') }, []],
  ])('%s', (_, from, to, expected) => {
    expect(unsaid(from, to)).toEqual(expected);
  });
});
