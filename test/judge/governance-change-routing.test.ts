import { describe, expect, test } from 'vitest';
import type { OpenProposal } from '../../src/facts/facts.js';
import { charter, WG_PATH } from '../people/writing.js';
import { item, judged, LIDS, lids, line, withCharter, type Files } from './governance.js';

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
    expect(told({ ...shared(), rules }, { rules: reserving('Standards Track') })).toEqual([
      '- SEP-71, "Bells", would be reserved to the core. The Standards Track track is reserved to the core. It touches several groups: Kettle Timers Working Group, Lids Working Group.',
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
      'a lead adopted it for another group than the one whose charter names it, and that charter stops',
      { charters: { [WG_PATH]: charter({ items: item('SEP-71') }), [LIDS]: lids(null) } },
      { charters: { [WG_PATH]: charter({ items: null }), [LIDS]: lids(null) } },
      { group: 'lids' },
      [
        `~ SEP-71, "Bells", would be with ${LID}; until now with ${KETTLES} and ${LID}. That group advises, and the core decides (advise).`,
      ],
    ],
    ...(['scope: { items: [Ringing] }', 'scope: { paths: [docs/bells/**] }'] as const).flatMap(
      (by): [string, Partial<Files>, Partial<Files>, Partial<OpenProposal>, string[]][] => {
        const [whole, part] = [{ rules: granting('decide') }, { rules: granting('decide', `      ${by}\n`) }];
        const mine = { group: 'kettle-timers' };
        return [
          [`its group is granted less, by ${by}: whether that covers it nobody can tell here`, whole, part, mine, []],
          [`its group is granted all again, after ${by}`, part, whole, mine, []],
          [
            `it comes to a group whose grant is by ${by}`,
            part,
            withCharter({ items: item('SEP-71') }),
            {},
            [
              `~ SEP-71, "Bells", would be with ${KETTLES}; until now with no group. The charter of ${KETTLES} has it among its active work items (${WG_PATH}, line 75).`,
            ],
          ],
        ];
      },
    ),
    [
      'what its group is granted does not matter where the core decides anyway, and that is known',
      {
        ...withCharter({ items: null }),
        rules: `${granting('decide', '      scope: { paths: [docs/bells/**] }\n')}rules:\n  reserved-matters: { tracks: [Standards Track] }\n`,
      },
      withCharter({ items: item('SEP-71') }),
      {},
      [
        `~ SEP-71, "Bells", would be with ${KETTLES}; until now with no group. The charter of ${KETTLES} has it among its active work items (${WG_PATH}, line 75). That group advises, and the core decides (advise).`,
      ],
    ],
    [
      'of several groups, what one may decide does not matter',
      { ...shared(), rules: reserving('Process', '    crossGroup: false\n') },
      {
        rules: `${reserving('Process', '    crossGroup: false\n')}${granting('decide').slice('extends: mcp\n'.length)}`,
      },
      {},
      [],
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
