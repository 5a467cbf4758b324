import { describe, expect, test } from 'vitest';
import type { SubjectState } from '../../src/judge/state.js';
import {
  begins,
  beginning,
  confirmation,
  foundInWords,
  isUnconfirmed,
  neverBrought,
  takenOverRow,
  toConfirm,
  triage,
  type TakenOver,
} from '../../src/judge/taken-over.js';
import type { LineOf, PieceSeen, Who } from '../../src/ledger/lines.js';
import type { ProposalState } from '../../src/rules/schema.js';
import { history, RULES, who } from './history.js';
import { confirming, stateOf } from './claims.js';

const seen = (piece: PieceSeen['piece'], value: string, status: ProposalState | null = null): PieceSeen => ({
  piece,
  value,
  status,
});
const KOFI = { login: 'kofi', account: who('kofi') };
describe('what was found, as a sentence', () => {
  test.each<[string, TakenOver['evidence'], string]>([
    ['nothing', [], 'Nothing was found'],
    [
      'what says nothing by itself',
      [seen('reviews', '3'), seen('opened', '2025-04-25T07:27:46Z')],
      'Nothing was found',
    ],
    ['a label', [seen('label', 'in-review', 'in-review')], 'The label `in-review`'],
    [
      'everything, in the order in which it counts',
      [
        seen('sponsor', 'mira'),
        seen('status', 'Accepted', 'accepted'),
        seen('assignee', 'kofi'),
        seen('label', 'draft', 'draft'),
        seen('label', 'in-review', 'in-review'),
        seen('changed', '2026-02-05T22:58:57Z'),
      ],
      'The label `draft`, the label `in-review`, kofi is assigned, the file says accepted, the file names mira as sponsor',
    ],
    ['who is assigned begins with their login', [seen('assignee', 'kofi')], 'Kofi is assigned'],
    ['a word of the file that nobody knows', [seen('status', 'WIP')], 'Nothing was found'],
  ])('%s', (_, evidence, expected) => expect(foundInWords(evidence)).toBe(expected));
});

describe('who confirms it, and how', () => {
  const MAY = 'confirms it with `/sep sponsor`, or says with `/sep status proposal` that it has no sponsor.';
  const mayNot = [{ code: 'sponsor-may-not' as const, says: 'kofi may not.' }];
  const differ = [{ code: 'sponsors-differ' as const, says: 'They differ.' }];
  test.each<[ProposalState, Partial<Pick<LineOf<'taken-over'>, 'sponsor' | 'conflicts'>>, string, Who[]]>([
    ['proposal', {}, 'A maintainer who champions it writes `/sep sponsor`.', []],
    ['proposal', { sponsor: KOFI }, 'kofi writes `/sep sponsor`, if they champion it.', [who('kofi')]],
    ['proposal', { sponsor: KOFI, conflicts: mayNot }, 'A maintainer who champions it writes `/sep sponsor`.', []],
    ['draft', {}, `A maintainer who champions it ${MAY}`, []],
    ['draft', { sponsor: KOFI }, `kofi ${MAY}`, [who('kofi')]],
    ['in-review', { sponsor: KOFI, conflicts: differ }, `kofi ${MAY}`, [who('kofi')]],
    ['in-review', { sponsor: { ...KOFI, account: null } }, `kofi ${MAY}`, []],
    ['in-review', { sponsor: KOFI, conflicts: [...differ, ...mayNot] }, `A maintainer who champions it ${MAY}`, []],
    ['dormant', { sponsor: KOFI }, 'A maintainer who champions it brings it back with `/sep sponsor`.', []],
    [
      'withdrawn',
      { sponsor: KOFI },
      'The author confirms it with `/sep status withdrawn`, or brings it back with `/sep revive`.',
      [],
    ],
    ...(['accepted', 'final', 'rejected', 'superseded'] as const).map(
      (status): [ProposalState, object, string, Who[]] => [
        status,
        { sponsor: KOFI },
        `The Core Maintainers confirm it, 2 of them, with \`/sep status ${status}\`, or name the right one.`,
        [],
      ],
    ),
  ])('%s %j', (status, more, expected, people) => {
    const next = toConfirm({ status, sponsor: null, conflicts: [], ...more }, confirming(1));
    expect(`${next.who} ${next.what}`).toBe(expected);
    expect(next.people).toEqual(people);
  });

  test('one of the core is enough where the rules ask for no confirmation', () => {
    const next = toConfirm({ status: 'final', sponsor: null, conflicts: [] }, confirming(0));
    expect(next).toEqual({
      who: 'A Core Maintainer',
      people: [],
      what: 'confirms it with `/sep status final`, or names the right one.',
    });
  });

  test('whoever has said that they sponsor it is not asked whether they do', () => {
    const asked = (state: SubjectState): string => confirmation(RULES, state).who;
    expect(asked(stateOf('draft', { sponsor: KOFI }))).toBe('kofi');
    expect(asked(stateOf('draft', { sponsor: KOFI, conflicts: mayNot }))).toBe('A maintainer');
    const sponsored = history().takenOver('accepted', 'mira').sponsors('kofi').seenAt().state;
    expect(asked({ ...sponsored, status: 'draft' })).toBe('A maintainer');
    expect(asked({ ...sponsored, status: 'draft', takenOver: null, sponsor: null })).toBe('A maintainer');
  });
});

describe('the row that says it', () => {
  const row = (state: SubjectState, problem: string | null = null) => takenOverRow(RULES, state, problem);

  test('what was found, what contradicts it, who vouched, and why a list is not followed', () => {
    const state = stateOf('draft', {
      evidence: [seen('label', 'draft', 'draft')],
      conflicts: [
        { code: 'two-states', says: 'Two states.' },
        { code: 'no-sponsor', says: 'No sponsor.' },
      ],
      vouched: {
        status: 'final',
        by: [
          { ...who('rosa'), hasStake: false },
          { ...who('sven'), hasStake: true },
        ],
      },
    });
    expect(row(state, 'Line 3 is not followed.')).toEqual([
      {
        rule: 'transitions',
        name: 'Taken over',
        held: 'open',
        says: 'The label `draft`. Two states. No sponsor. rosa, sven vouched for final. Line 3 is not followed.',
        next: 'who champions it confirms it with `/sep sponsor`, or says with `/sep status proposal` that it has no sponsor.',
        children: [],
      },
    ]);
    expect(row(stateOf('draft')).map(({ says }) => says)).toEqual(['The label `draft`.']);
  });

  test('there is none where nothing is left to confirm', () => {
    expect(row(stateOf('proposal'))).toEqual([]);
    expect(row(history().seenAt().state)).toEqual([]);
    expect(row(history().takenOver('draft').sponsors('kofi').seenAt().state)).toEqual([]);
    expect([isUnconfirmed(stateOf('proposal')), isUnconfirmed(stateOf('draft'))]).toEqual([false, true]);
  });
});

test('it begins as what it was taken over as, and says so', () => {
  const line = history()
    .takenOver('in-review', 'kofi')
    .lines.find((one) => one.kind === 'taken-over');
  expect(beginning(line ?? null)).toEqual({
    status: 'in-review',
    passed: [{ status: 'in-review', at: null }],
    takenOver: {
      sponsor: KOFI,
      evidence: [{ piece: 'label', value: 'in-review', status: 'in-review' }],
      conflicts: [],
      vouched: null,
    },
  });
  expect(line && begins(line)).toBe('It was taken over as in-review, by what stood there when Convenor came.');
  expect(beginning(null)).toEqual({ status: 'proposal', passed: [{ status: 'proposal', at: null }], takenOver: null });
});

test('whoever may sponsor, and the core, may say what it is; each once', () => {
  expect(triage(RULES)).toEqual(['maintainer', 'core-maintainer', 'lead-maintainer']);
});

describe('what was in review when Convenor came', () => {
  test('waits to be brought before the core here, once it is confirmed', () => {
    const confirmed = history().takenOver('in-review').sponsors('kofi');
    expect(neverBrought(confirmed.seenAt().state)).toEqual([
      {
        rule: 'core-decision',
        name: 'Decision',
        held: 'open',
        says: 'It was in review when Convenor came, and none is open here.',
        next: 'brings the proposal to the Core Maintainers with `/sep status in-review`.',
        children: [],
      },
    ]);
    expect(neverBrought(history().takenOver('in-review').seenAt().state)).toEqual([]);
    expect(neverBrought(confirmed.says('kofi', '/sep status in-review').seenAt().state)).toEqual([]);
    expect(neverBrought(history().takenOver('draft').sponsors('kofi').seenAt().state)).toEqual([]);
  });
});
