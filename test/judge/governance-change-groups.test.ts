import { describe, expect, test } from 'vitest';
import { groupChanges } from '../../src/judge/governance-change-groups.js';
import { sideOn } from '../../src/judge/governance-change-side.js';
import { charter, MEMBERS, WG_PATH } from '../people/writing.js';
import { item, LIDS, lids, line, NO_TABLE, stateOf, withCharter, WORLD, type Files } from './governance.js';

const SIGN = { gains: '+', loses: '-', changes: '~' };
const told = (from: Partial<Files>, to: Partial<Files>): string[] => {
  const [before, after] = [
    { ...WORLD, ...from },
    { ...WORLD, ...from, ...to },
  ].map((files) => sideOn(stateOf(files).state.sources, '2026-11-23').governance);
  return before && after ? groupChanges(before, after).map((each) => `${SIGN[each.effect]} ${line(each)}`) : [];
};

const KETTLES = 'The Kettle Timers Working Group';
const CHARTER = 'The charter of the Kettle Timers Working Group';
const forming = { type: '**Working Group** (forming)' };
/** A charter with a note at its top that the group is over. */
const over = (note: string, more: Parameters<typeof charter>[0] = {}): Partial<Files> => ({
  charters: { [WG_PATH]: charter({ items: null, ...more }).replace('## Group Type', `> ${note}\n\n## Group Type`) },
});
const NOTE = 'This group has been retired.';
const scope = (into: string[], out: string[] = ['Cups.']): Partial<Files> => {
  const list = (entries: string[]): string => entries.map((each) => `- ${each}`).join('\n');
  return withCharter({ scope: `### In Scope\n\n${list(into)}\n\n### Out of Scope\n\n${list(out)}` });
};
const rights = (rows: string | null): Partial<Files> =>
  withCharter({ authority: rows && `| Decision Type | Authority Level |\n| --- | --- |\n${rows}` });
const items = (...rows: string[]): Partial<Files> =>
  withCharter({
    items: `| Item | Status |\n| ---- | ------ |\n${rows.map((each) => `| ${each} | Draft |`).join('\n')}`,
  });

describe('what becomes of a group', () => {
  test.each<[string, Partial<Files>, Partial<Files>, string[]]>([
    [
      'it is over, and nobody is pointed to',
      {},
      over(NOTE),
      [`- ${KETTLES} would be over. @6`, `- ${KETTLES} would lose its quorum body. Kettle Timers is over. @53`],
    ],
    ['it was forming, and is over', withCharter(forming), over(NOTE), [`~ ${KETTLES} would be over. @6`]],
    [
      'it was over, and is to form again',
      over(NOTE),
      withCharter(forming),
      [`~ ${KETTLES} would be forming: it is not in force then. @6`],
    ],
    [
      'it was over, and is in force again',
      over(NOTE),
      withCharter({}),
      [`+ ${KETTLES} would be in force. @1`, `+ ${KETTLES} would get a quorum body: 3 people would be counted. @51`],
    ],
    [
      'it goes, and others come: first those that there are, then those that are new',
      { charters: { [LIDS]: lids() } },
      {
        charters: {
          [WG_PATH]: charter({ items: null }),
          [LIDS.replace('lids', 'cups')]: charter({ front: 'title: Cups Working Group Charter', ...forming }),
        },
      },
      [
        '- The Lids Working Group would have no charter any more: nobody is counted for it, and it is responsible for nothing. @old 1',
        '+ The Cups Working Group would be a new group, still forming, without a quorum body. @2',
        `+ ${KETTLES} would be a new group, in force, with 3 people counted for its quorum. @2`,
      ],
    ],
    [
      'what has no list of members stays without, whatever else is said',
      withCharter({ membership: NO_TABLE }),
      withCharter({ membership: NO_TABLE, front: 'title: Bell Ringers Working Group Charter' }),
      [`~ ${KETTLES} would be called Bell Ringers Working Group. @2`],
    ],
    [
      'one member less',
      {},
      withCharter({ membership: MEMBERS.replace('WG Member ', 'Observer  ') }),
      [`~ ${KETTLES} would count 2 people for its quorum instead of 3. @51`],
    ],
    [
      'other members, as many as before: that is said of them, and not of the group',
      {},
      withCharter({ membership: MEMBERS.replace('WG Member ', 'Observer  ').replace('Participant', 'WG Member  ') }),
      [],
    ],
    [
      'one lead, who is left alone',
      { charters: { [LIDS]: lids() } },
      { charters: { [LIDS]: lids().replaceAll('Lids Working', 'Lid Working') } },
      ['~ The Lids Working Group would be called Lid Working Group. @2'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });
});

describe('what its charter says', () => {
  test.each<[string, Partial<Files>, Partial<Files>, string[]]>([
    ['the same in another order', scope(['Bells.', 'Steam.']), scope(['Steam.', 'Bells.']), []],
    [
      'more, each thing once, at the first of them',
      scope(['Bells.']),
      scope(['Bells.', 'Steam.', 'Whistles.', 'Steam.']),
      [`~ ${CHARTER} would say that more is in scope: "Steam." and "Whistles.". @20`],
    ],
    [
      'less, at the first of what goes',
      scope(['Bells.', 'Steam.', 'Whistles.']),
      scope(['Bells.']),
      [`~ ${CHARTER} would no longer say that this is in scope: "Steam." and "Whistles.". @old 20`],
    ],
    [
      'out of scope, more and less',
      scope(['Bells.'], ['Cups.', 'Tea.']),
      scope(['Bells.'], ['Cups.', 'Milk.']),
      [
        `~ ${CHARTER} would say that more is out of scope: "Milk.". @24`,
        `~ ${CHARTER} would no longer say that this is out of scope: "Tea.". @old 24`,
      ],
    ],
    [
      'five things are named, and no more',
      scope(['A.']),
      scope(['A.', 'B.', 'C.', 'D.', 'E.', 'F.']),
      [`~ ${CHARTER} would say that more is in scope: "B.", "C.", "D.", "E." and "F.". @20`],
    ],
    [
      'of six, one is counted',
      scope(['A.']),
      scope(['A.', 'B.', 'C.', 'D.', 'E.', 'F.', 'G.']),
      [`~ ${CHARTER} would say that more is in scope: "B.", "C.", "D.", "E.", "F." and 1 more. @20`],
    ],
    [
      'work on further proposals, where the first of them is named',
      items('SEP-71'),
      items('SEP-71', 'SEP-71, SEP-72', 'SEP-73'),
      [`~ ${CHARTER} would name, among its active work items: SEP-72 and SEP-73. @76`],
    ],
    [
      'work that ends',
      items('SEP-71', 'SEP-72', 'SEP-73'),
      items('SEP-71'),
      [`~ ${CHARTER} would no longer name, among its active work items: SEP-72 and SEP-73. @old 76`],
    ],
    [
      'work on ten proposals is named in full',
      items('SEP-1'),
      items('SEP-1', 'SEP-11, SEP-12, SEP-13, SEP-14, SEP-15, SEP-16, SEP-17, SEP-18, SEP-19, SEP-20'),
      [
        `~ ${CHARTER} would name, among its active work items: SEP-11, SEP-12, SEP-13, SEP-14, SEP-15, SEP-16, SEP-17, SEP-18, SEP-19 and SEP-20. @76`,
      ],
    ],
    [
      'a topic to talk about is no work',
      withCharter({ items: item('SEP-71') }),
      withCharter({
        items: `${item('SEP-71')}\n\n### Discussion Topics\n\n| Topic | Status |\n| --- | --- |\n| SEP-72 | Open |`,
      }),
      [],
    ],
    [
      'other rights on paper, at their first row',
      rights('| Bells | The leads |'),
      rights('| Bells | The group |\n| Steam | The leads |'),
      [
        `~ ${CHARTER} would say otherwise who decides what. What its word is worth here is what the rules grant it. @49`,
      ],
    ],
    [
      'no rights on paper any more',
      rights('| Bells | The leads |'),
      rights(null),
      [`~ ${CHARTER} would say otherwise who decides what. What its word is worth here is what the rules grant it.`],
    ],
    [
      'rights that are named at another place of the row',
      rights('| Bells | The leads |'),
      rights('| Bells: The | leads |'),
      [
        `~ ${CHARTER} would say otherwise who decides what. What its word is worth here is what the rules grant it. @49`,
      ],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });
});
