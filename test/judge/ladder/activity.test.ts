import { describe, expect, it } from 'vitest';
import {
  endorsedBy,
  maybeInactive,
  recordedActivity,
  type MaybeInactive,
  type RecordedActivity,
  type RecordedLedger,
} from '../../../src/judge/ladder/activity.js';
import { readCharter, type LadderStanding, type PersonRecord, type Role } from '../../../src/people/index.js';
import type { GroupLevel } from '../../../src/people/types.js';
import { charter } from '../../people/writing.js';
import { CAST, Issue, PACK, START, type Name } from './history.js';

/** Somebody whom the roster knows by the id of their account. */
function standing(name: Name, role: Role, since: string | null = null, byId = true): LadderStanding {
  const login = name.replace(/ /g, '-');
  const person: PersonRecord = {
    ...{ login, logins: [login], ids: byId ? [CAST[name].id] : [], name: null, role, since, moderator: false },
    ...{ emeritus: false, organization: null, areas: [], sources: [] },
  };
  return {
    ...{ login, person, role, since, decision: null, moderator: false, emeritus: false, organization: null },
    ...{ earlier: [], places: [] },
  };
}

/** A record in which a maintainer nominates somebody on 2 November 2026, and a member endorses them. */
const issue = new Issue().says('maintainer', '/nominate @nominee member').says('member', '/endorse @nominee').written();
const activity = recordedActivity([{ number: 20, lines: issue.all, issue: { state: issue.seen().state } }], new Map());

const { group: KETTLES } = readCharter(charter(), `${PACK.paths.workingGroups}/kettle-timers.mdx`);

const inactiveIn = (all: RecordedActivity, one: LadderStanding, today: string): MaybeInactive[] =>
  maybeInactive([one], all, PACK, today);
const inactive = (one: LadderStanding, today: string): MaybeInactive[] => inactiveIn(activity, one, today);

it.each<[string, LadderStanding, string, number]>([
  ['a member of three months without a word', standing('member', 'member'), '2027-02-02', 1],
  ['one day less', standing('member', 'member'), '2027-02-01', 0],
  ['by login, where the roster gives no id', standing('member', 'member', null, false), '2027-02-02', 1],
  ['a maintainer of six', standing('maintainer', 'maintainer'), '2027-05-02', 1],
  ['a maintainer of five', standing('maintainer', 'maintainer'), '2027-04-02', 0],
  ['who never said anything', standing('core', 'core-maintainer'), '2027-05-02', 1],
  ['who has the role for a shorter time', standing('core', 'core-maintainer', '2027-01-01'), '2027-05-02', 0],
  // The record began in November: of a time before that it cannot tell.
  ['in a record that is too young', standing('core', 'core-maintainer'), '2027-05-01', 0],
  ['a contributor', standing('outsider', 'contributor'), '2030-01-01', 0],
  ['a Lead Maintainer', standing('lead maintainer', 'lead-maintainer'), '2030-01-01', 0],
])('%s', (_, one, today, count) => {
  expect(inactive(one, today)).toHaveLength(count);
});

it('is said with the last word, and where there is none with that', () => {
  expect(inactive(standing('member', 'member'), '2028-01-01')).toEqual([
    {
      ...{ login: 'member', rule: 'ladder-inactivity', holds: 'member', months: 3 },
      last: { at: START.replace('09:00', '09:02'), number: 20 },
    },
  ]);
  expect(inactive(standing('core', 'core-maintainer'), '2028-01-01')[0]?.last).toBeNull();
});

it('keeps whom somebody has sponsored', () => {
  expect(endorsedBy(standing('member', 'member'), activity)).toEqual([{ number: 20, nominee: 'nominee' }]);
  expect(endorsedBy(standing('maintainer', 'maintainer'), activity)).toEqual([{ number: 20, nominee: 'nominee' }]);
  expect(endorsedBy(standing('core', 'core-maintainer'), activity)).toEqual([]);
});

describe('What a record shows of people', () => {
  type Words = [name: Name, at: string][];
  const ledger = (number: number, words: Words): RecordedLedger => ({
    ...{ number, issue: null },
    lines: words.flatMap(([name, at]) => new Issue().says(name, '/help', { at }).all.slice(1)),
  });
  const shown = (ledgers: RecordedLedger[], pins: [string, number][] = []): RecordedActivity =>
    recordedActivity(ledgers, new Map(pins.map(([login, id]) => [login, { id }])));
  const last = (one: LadderStanding, all: RecordedActivity): unknown =>
    maybeInactive([one], all, PACK, '2030-01-01')[0]?.last;

  const early = ledger(3, [
    ['core', '2026-03-02T09:00:00Z'],
    ['member', '2026-03-01T09:00:00Z'],
    ['core', '2026-02-02T09:00:00Z'],
  ]);
  const late = ledger(4, [
    ['member', '2026-05-01T09:00:00Z'],
    ['member', '2026-04-01T09:00:00Z'],
  ]);

  it('is their last word, wherever it was, and the first instant of all', () => {
    for (const all of [shown([early, late]), shown([late, early])]) {
      expect(last(standing('member', 'member'), all)).toEqual({ at: '2026-05-01T09:00:00Z', number: 4 });
      expect(last(standing('core', 'core-maintainer'), all)).toEqual({ at: '2026-03-02T09:00:00Z', number: 3 });
      expect([all.since, all.ledgers]).toEqual(['2026-02-02T09:00:00Z', 2]);
    }
    expect(shown([])).toMatchObject({ since: null, ledgers: 0 });
    expect(inactiveIn(shown([]), standing('member', 'member'), '2030-01-01')).toEqual([]);
  });

  it('is of all their accounts: those of the roster, or those that their logins had when they spoke', () => {
    const { login, person } = standing('member', 'member');
    const two = (ids: number[], logins: string[]): LadderStanding => ({
      ...standing('member', 'member'),
      person: { ...person!, ids, logins },
    });
    const all = shown([early, late], [['at-work', CAST.core.id]]);
    expect(last(two([CAST.member.id, CAST.core.id], [login]), all)).toMatchObject({ number: 4 });
    expect(last(two([CAST.core.id], [login]), all)).toMatchObject({ number: 3 });
    expect(last(two([], ['AT-WORK']), all)).toMatchObject({ number: 3 });
    expect(last(two([], ['at-work', 'Member']), all)).toMatchObject({ number: 4 });
    expect(last(two([], ['somebody']), all)).toBeNull();
    expect(last({ ...standing('member', 'member'), person: null }, all)).toMatchObject({ number: 4 });
  });

  it('is of every account that a login had', () => {
    const renamed = ledger(5, [['member', '2026-06-01T09:00:00Z']]);
    const lines = renamed.lines.map((line) =>
      line.kind === 'act' ? { ...line, by: { id: 77, login: 'Member' } } : line,
    );
    const all = shown([early, { ...renamed, lines }]);
    expect(last(standing('member', 'member', null, false), all)).toMatchObject({ number: 5 });
    expect(last(standing('member', 'member'), all)).toMatchObject({ number: 3 });
  });

  const inGroup = (level: GroupLevel | null, since: string | null): LadderStanding => ({
    ...standing('member', 'contributor'),
    places: [{ group: KETTLES, level, since, until: null, decision: null, path: '', line: 1 }],
  });

  it.each<[GroupLevel | null, string | null, string, string[]]>([
    ['member', null, '2026-08-01', ['member of kettle-timers']],
    ['lead', '2026-05-01', '2026-08-01', ['lead of kettle-timers']],
    ['lead', '2026-05-02', '2026-08-01', []],
    ['member', null, '2026-07-31', []],
    ['participant', null, '2026-08-01', []],
    ['observer', null, '2026-08-01', []],
    [null, null, '2026-08-01', []],
  ])('a %s of a group since %s may be inactive on %s: %j', (level, since, today, holds) => {
    const found = inactiveIn(shown([early, late]), inGroup(level, since), today);
    expect(found.map((one) => one.holds)).toEqual(holds);
    for (const one of found) expect(one).toMatchObject({ rule: 'group-inactivity', months: 3, login: 'member' });
  });

  it('tells of nobody for a time before it began', () => {
    const all = shown([ledger(3, [['core', '2026-03-02T09:00:00Z']])]);
    expect(inactiveIn(all, standing('member', 'member'), '2026-06-01')).toEqual([]);
    expect(inactiveIn(all, standing('member', 'member'), '2026-06-02')).toHaveLength(1);
  });

  it('is whom they sponsored, in each issue', () => {
    const nominated = (number: number): RecordedLedger => ({ ...ledger(number, []), issue: issue.seen() });
    const all = shown([nominated(20), ledger(21, []), nominated(22)]);
    expect(endorsedBy(standing('member', 'member'), all).map(({ number }) => number)).toEqual([20, 22]);
    expect(endorsedBy(standing('outsider', 'contributor'), all)).toEqual([]);
    const none = { number: 23, lines: [], issue: new Issue().seen() };
    expect(shown([none]).endorsed.size).toBe(0);
  });
});
